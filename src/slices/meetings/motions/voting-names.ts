import { type Refusal } from '../../../kernel/refusal.js';
import { COUNTS, countOf, type VoteCircumstances, NO_COUNTS, type VoteAsRecorded, namedVote } from './vote-circumstances.js';
import { type Vote, type VoteCounts } from '../events/motion.events.js';
import { refuseMotion } from './motion.refusals.js';

/**
 * The numbers and the names of one vote, made to agree. A roll call's numbers are its names; of a show of hands some may be named
 * (those against, say); a ballot names nobody.
 */
export function countNames(
  recorded: VoteAsRecorded,
  circumstances: VoteCircumstances,
): { readonly counts: VoteCounts; readonly votes: readonly Vote[] } | Refusal {
  const { method, counts = {}, votes: names = [] } = recorded;
  if (method === 'ballot' && names.length > 0) return refuseMotion('vote.ballot-names', { field: 'votes' });
  if (method === 'roll-call' && names.length === 0) return refuseMotion('vote.roll-call-empty', { field: 'votes' });
  if (method !== 'roll-call' && (counts.yes === undefined || counts.no === undefined))
    return refuseMotion('vote.counts-missing', { field: counts.yes === undefined ? 'counts.yes' : 'counts.no', detail: { method } });

  const votes: Vote[] = [];
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const field = `votes.${index}.personId`;
    const before = seen.get(name.personId);
    if (before !== undefined)
      return refuseMotion('vote.named-twice', { field, detail: { personId: name.personId, first: `votes.${before}` } });
    seen.set(name.personId, index);
    const vote = voteOf(name, field, circumstances);
    if ('accepted' in vote) return vote;
    votes.push(vote);
  }
  const unmatched = votes.findIndex((vote) => !isMatched(vote, votes));
  if (unmatched >= 0)
    return refuseMotion('vote.pair-unmatched', {
      field: `votes.${unmatched}.pairedWith`,
      detail: { personId: votes[unmatched]?.person.personId, pairedWith: votes[unmatched]?.pairedWith ?? null },
    });

  const byName: Record<keyof VoteCounts, number> = { ...NO_COUNTS };
  for (const { option } of votes) byName[countOf(option)] += 1;
  for (const count of COUNTS) {
    const said = counts[count] ?? (method === 'roll-call' ? byName[count] : 0);
    const agrees = method === 'roll-call' ? said === byName[count] : said >= byName[count] || said < 0;
    if (!agrees)
      return refuseMotion('vote.disagrees-with-names', {
        field: `counts.${count}`,
        detail: { option: count, recorded: said, named: byName[count] },
      });
  }
  return { counts: method === 'roll-call' ? byName : { ...NO_COUNTS, ...defined(counts) }, votes };
}

const defined = (counts: Partial<VoteCounts>): Partial<VoteCounts> =>
  Object.fromEntries(COUNTS.flatMap((name) => (counts[name] === undefined ? [] : [[name, counts[name]]])));

function voteOf(name: NonNullable<VoteAsRecorded['votes']>[number], field: string, circumstances: VoteCircumstances): Vote | Refusal {
  const voter = voterNamed(name, field, circumstances);
  return 'accepted' in voter ? voter : namedVote(voter.person, voter.role, name);
}

/** Who is named in a vote, and in which role; or why they can have no part in it. Whoever was not in the room may only be named as absent. */
export function voterNamed(
  { personId, option }: { readonly personId: string; readonly option: string },
  field: string,
  { entitled, absentees, barred }: Pick<VoteCircumstances, 'entitled' | 'absentees' | 'barred'>,
): Pick<Vote, 'person' | 'role'> | Refusal {
  const present = entitled.find(({ person }) => person.personId === personId);
  if (present) return present;
  const away = absentees.find((person) => person.personId === personId);
  if (away && option === 'absent') return { person: away, role: 'member' };
  const why = barred.find((one) => one.personId === personId)?.why;
  if (why === 'withdrew') return refuseMotion('vote.withdrew', { field, detail: { personId } });
  if (why === 'not-entitled') return refuseMotion('vote.not-entitled', { field, detail: { personId } });
  return refuseMotion('vote.not-in-room', { field, detail: { personId, option, inTheRoom: entitled.map(({ person }) => person.name) } });
}

const isMatched = (vote: Vote, votes: readonly Vote[]): boolean =>
  vote.option === 'paired'
    ? vote.pairedWith !== vote.person.personId &&
      votes.some(
        (other) => other.person.personId === vote.pairedWith && other.option === 'paired' && other.pairedWith === vote.person.personId,
      )
    : vote.pairedWith === undefined;
