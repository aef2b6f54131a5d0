import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type Vote, type VoteMethod } from '../events/motion.events.js';
import { refuseVote } from './vote.refusals.js';
import { type VoteCircumstances } from './vote-circumstances.js';

type Room = Pick<VoteCircumstances, 'entitled' | 'absentees' | 'barred'>;

/** A name in a vote on a motion, in a division or in an election: who it is, what they did, and with whom they are paired. */
export interface NameNoted {
  readonly personId: string;
  readonly option: string;
  readonly pairedWith?: string | undefined;
}

/**
 * The names of one vote, each read by `read`; or why they cannot be right. A ballot names nobody, a roll call somebody; nobody is named twice;
 * whoever was not in the room may only be named as absent; pairs name each other.
 */
export function readNames<N extends NameNoted, V>(
  { method, votes }: { readonly method: VoteMethod; readonly votes: readonly N[] },
  room: Room,
  read: (name: N, voter: Pick<Vote, 'person' | 'role'>, index: number) => V | Refusal,
): readonly V[] | Refusal {
  if (method === 'ballot' && votes.length > 0) return refuseVote('vote.ballot-names', { field: 'votes' });
  if (method === 'roll-call' && votes.length === 0) return refuseVote('vote.roll-call-empty', { field: 'votes' });
  const noted: V[] = [];
  for (const [index, name] of votes.entries()) {
    const { personId } = name;
    const field = `votes.${index}.personId`;
    const first = votes.findIndex((one) => one.personId === personId);
    if (first < index) return refuseVote('vote.named-twice', { field, detail: { personId, first: `votes.${first}` } });
    const voter = voterNamed(name, field, room);
    if ('accepted' in voter) return voter;
    const vote = read(name, voter, index);
    if (isRefusal(vote)) return vote;
    noted.push(vote);
  }
  const unmatched = votes.findIndex((one) => !isMatched(one, votes));
  const { personId, pairedWith } = votes[unmatched] ?? {};
  return unmatched < 0
    ? noted
    : refuseVote('vote.pair-unmatched', {
        field: `votes.${unmatched}.pairedWith`,
        detail: { personId, pairedWith: pairedWith ?? null },
      });
}

/** Who is named in a vote, and in which role; or why they can have no part in it. Whoever was not in the room may only be named as absent. */
function voterNamed(
  { personId, option }: NameNoted,
  field: string,
  { entitled, absentees, barred }: Room,
): Pick<Vote, 'person' | 'role'> | Refusal {
  const present = entitled.find(({ person }) => person.personId === personId);
  if (present) return present;
  const away = absentees.find((person) => person.personId === personId);
  if (away && option === 'absent') return { person: away, role: 'member' };
  const why = barred.find((one) => one.personId === personId)?.why;
  if (why === 'withdrew') return refuseVote('vote.withdrew', { field, detail: { personId } });
  if (why === 'not-entitled') return refuseVote('vote.not-entitled', { field, detail: { personId } });
  return refuseVote('vote.not-in-room', { field, detail: { personId, option, inTheRoom: entitled.map(({ person }) => person.name) } });
}

const isMatched = (one: NameNoted, all: readonly NameNoted[]): boolean =>
  one.option === 'paired'
    ? one.pairedWith !== one.personId &&
      all.some((other) => other.personId === one.pairedWith && other.option === 'paired' && other.pairedWith === one.personId)
    : one.pairedWith === undefined;

/** A number beside the names it stands for: a roll call's is that of its names; of a show of hands some may be named. */
export function agreed(method: VoteMethod, said: number | undefined, named: number, field: string): number | Refusal {
  const number = said ?? named;
  if (!Number.isSafeInteger(number) || number < 0) return refuseVote('vote.count-negative', { field, detail: { recorded: number } });
  const agrees = method === 'roll-call' ? number === named : number >= named;
  return agrees ? number : refuseVote('vote.disagrees-with-names', { field, detail: { recorded: number, named } });
}

/** Pairs are two people each. */
export const oddPairs = (paired: number, field: string): Refusal | null =>
  paired % 2 === 0 ? null : refuseVote('vote.paired-odd', { field, detail: { paired } });
