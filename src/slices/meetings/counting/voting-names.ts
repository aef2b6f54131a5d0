import { type Refusal } from '../../../kernel/refusal.js';
import { COUNTS, countOf, type VoteCircumstances, NO_COUNTS, type VoteAsRecorded, namedVote } from './vote-circumstances.js';
import { type Vote, type VoteCounts } from '../events/motion.events.js';
import { refuseVote } from './vote.refusals.js';
import { readNames } from './names-of-a-vote.js';

/**
 * The numbers and the names of one vote, made to agree. A roll call's numbers are its names; of a show of hands some may be named
 * (those against, say); a ballot names nobody.
 */
export function countNames(
  recorded: VoteAsRecorded,
  circumstances: VoteCircumstances,
): { readonly counts: VoteCounts; readonly votes: readonly Vote[] } | Refusal {
  const { method, counts = {}, votes: names = [] } = recorded;
  if (method !== 'roll-call' && (counts.yes === undefined || counts.no === undefined))
    return refuseVote('vote.counts-missing', { field: counts.yes === undefined ? 'counts.yes' : 'counts.no', detail: { method } });

  const votes = readNames({ method, votes: names }, circumstances, (name, { person, role }): Vote => namedVote(person, role, name));
  if ('accepted' in votes) return votes;

  const byName: Record<keyof VoteCounts, number> = { ...NO_COUNTS };
  for (const { option } of votes) byName[countOf(option)] += 1;
  for (const count of COUNTS) {
    const said = counts[count] ?? (method === 'roll-call' ? byName[count] : 0);
    const agrees = method === 'roll-call' ? said === byName[count] : said >= byName[count] || said < 0;
    if (!agrees)
      return refuseVote('vote.disagrees-with-names', {
        field: `counts.${count}`,
        detail: { option: count, recorded: said, named: byName[count] },
      });
  }
  return { counts: method === 'roll-call' ? byName : { ...NO_COUNTS, ...defined(counts) }, votes };
}

const defined = (counts: Partial<VoteCounts>): Partial<VoteCounts> =>
  Object.fromEntries(COUNTS.flatMap((name) => (counts[name] === undefined ? [] : [[name, counts[name]]])));
