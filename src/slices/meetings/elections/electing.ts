import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed, type VotingRule } from '../../bodies/bodies.words.js';
import { refuseElection } from './election.refusals.js';

/** Somebody who stands, with the votes for them. */
export interface Polled {
  readonly nominee: PersonNamed;
  readonly count: number;
}

export interface Poll {
  readonly polled: readonly Polled[];
  /** How many are still to be elected: fewer than stand. */
  readonly places: number;
  /** Members who could vote. */
  readonly entitled: number;
  readonly majorityOf: VotingRule['majorityOf'];
  /** Ids of the people a lot fell on, if one was drawn. */
  readonly lot?: readonly string[] | undefined;
}

export interface PollSettled {
  readonly elected: readonly PersonNamed[];
  /** Who drops out, so that a fresh vote is taken between the others. */
  readonly out?: PersonNamed;
}

/**
 * What a vote between nominees comes to.
 *
 * - One place: whoever has more than half of the votes is elected. Otherwise, of three or more, whoever has the fewest drops out and a fresh
 *   vote is taken between the others; of two with as many votes one is chosen by lot.
 * - Several places: those with the most votes are elected.
 * - Between equals, wherever it matters, a lot decides; never a casting vote. Where nobody voted, nothing is settled.
 *
 * Sources: Local Government (Scotland) Act 1973 s.3 and Sch 7 para 5; Argyll and Bute Council, Standing Order 11.
 */
export function settlePoll(poll: Poll): PollSettled | Refusal {
  const total = poll.polled.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return lotUnasked(poll) ?? { elected: [] };
  return poll.places === 1 ? settleOne(poll, total) : settleSeveral(poll);
}

function settleOne(poll: Poll, total: number): PollSettled | Refusal {
  const { polled, entitled, majorityOf } = poll;
  const most = Math.max(...polled.map(({ count }) => count));
  const leading = polled.filter(({ count }) => count === most);
  const enough = most * 2 > total && (majorityOf === 'votes-cast' || most * 2 > entitled);
  if (enough && leading[0]) return lotUnasked(poll) ?? { elected: [leading[0].nominee] };
  if (polled.length === 2) {
    // Of two, one is ahead without the majority of those entitled that the constitution asks for: nobody drops out.
    if (leading.length === 1) return lotUnasked(poll) ?? { elected: [] };
    const elected = byLot(poll, leading, 1);
    return isRefusal(elected) ? elected : { elected };
  }
  const fewest = Math.min(...polled.map(({ count }) => count));
  const last = polled.filter(({ count }) => count === fewest);
  const out = last.length === 1 ? (lotUnasked(poll) ?? last.map(({ nominee }) => nominee)) : byLot(poll, last, 1);
  if (isRefusal(out)) return out;
  return { elected: [], ...(out[0] && { out: out[0] }) };
}

function settleSeveral(poll: Poll): PollSettled | Refusal {
  const { polled, places } = poll;
  const voted = polled.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  if (voted.length <= places) return lotUnasked(poll) ?? { elected: voted.map(({ nominee }) => nominee) };
  const bar = voted[places - 1]?.count ?? 0;
  const above = voted.filter(({ count }) => count > bar).map(({ nominee }) => nominee);
  const level = voted.filter(({ count }) => count === bar);
  const left = places - above.length;
  if (level.length === left) return lotUnasked(poll) ?? { elected: [...above, ...level.map(({ nominee }) => nominee)] };
  const chosen = byLot(poll, level, left);
  return isRefusal(chosen) ? chosen : { elected: [...above, ...chosen] };
}

const lotUnasked = ({ lot, polled }: Poll): Refusal | null =>
  lot === undefined ? null : refuseElection('election.no-lot', { field: 'lot', detail: { counts: polled.map(({ count }) => count) } });

/** The `number` of these equals on whom the lot fell. */
function byLot({ lot }: Poll, equals: readonly Polled[], number: number): readonly PersonNamed[] | Refusal {
  const names = equals.map(({ nominee }) => nominee.name);
  if (lot === undefined) return refuseElection('election.lot-needed', { field: 'lot', detail: { equal: names, toBeChosen: number } });
  const chosen = equals.filter(({ nominee }) => lot.includes(nominee.personId)).map(({ nominee }) => nominee);
  return chosen.length === number && lot.length === number
    ? chosen
    : refuseElection('election.lot-on-whom', { field: 'lot.on', detail: { equal: names, toBeChosen: number, on: lot } });
}
