import { type BetweenRule } from '../../bodies/bodies.words.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type VoteCircumstances } from '../counting/vote-circumstances.js';
import { refuseVote } from '../counting/vote.refusals.js';
import { castsVote, noLot, tieBreaker, tooMany } from '../counting/voting.js';
import { agreed, oddPairs, readNames } from '../counting/names-of-a-vote.js';
import { type DivisionTakenData, type DivisionVote } from '../votes/division.events.js';
import { type DivisionDto } from './division.payloads.js';
import { refuseDivision } from './division.refusals.js';

/** The circumstances of a division between proposals: who could take part, and what wins. */
export interface DivisionCircumstances extends VoteCircumstances {
  readonly needs: NonNullable<BetweenRule['needs']>;
  /** The proposal that rescinds an earlier decision by the share, if any. */
  readonly rescinds?: string | undefined;
}

type Numbers = Pick<DivisionTakenData, 'declined' | 'absent' | 'paired' | 'votes'> & {
  /** The number for each proposal, in their order; none where nobody counted. */
  readonly counts: readonly number[];
};
type Settled = Pick<DivisionTakenData, 'winner' | 'decidedBy' | 'castingVote' | 'lot'>;
export type Counted = Numbers & Settled;

/** Counts a division between proposals, or says why it cannot be right. Sources: as for a vote, and {@link BetweenRule}. */
export function countDivision(recorded: DivisionDto, division: DivisionCircumstances): Counted | Refusal {
  if (division.entitled.length === 0) return refuseVote('vote.nobody-entitled');
  if (recorded.method === 'declared') return byReadingTheRoom(recorded);
  const votes = namesOf(recorded, division);
  if ('accepted' in votes) return votes;
  const numbers = numbersOf(recorded, votes);
  if ('accepted' in numbers) return numbers;
  const settled = impossible(numbers, division) ?? settle(recorded, numbers.counts, division);
  return 'accepted' in settled ? settled : { ...numbers, ...settled };
}

function byReadingTheRoom({
  proposals,
  winner,
  declined = 0,
  absent = 0,
  paired = 0,
  votes = [],
  castingVote,
  lot,
  leftTied,
}: DivisionDto): Counted | Refusal {
  if (winner === undefined || !proposals.some(({ proposalId }) => proposalId === winner))
    return refuseDivision('division.declared-what', { field: 'winner', detail: { winner: winner ?? null } });
  const counted = proposals.findIndex(({ count }) => count !== undefined);
  const said = { votes: votes.length > 0, declined: declined > 0, absent: absent > 0, paired: paired > 0, castingVote, lot, leftTied };
  const field = counted >= 0 ? `proposals.${counted}.count` : Object.entries(said).find(([, value]) => value)?.[0];
  if (field) return refuseDivision('division.declared-has-votes', { field });
  return { counts: [], declined: 0, absent: 0, votes: [], winner, decidedBy: 'declared' };
}

const namesOf = ({ method, proposals, votes = [] }: DivisionDto, division: DivisionCircumstances): readonly DivisionVote[] | Refusal =>
  readNames(
    { method, votes: votes.map(({ option = 'for' as const, ...name }) => ({ ...name, option })) },
    division,
    ({ personId, proposalId, option, pairedWith }, { person, role }, index): DivisionVote | Refusal => {
      const field = `votes.${index}.proposalId`;
      if ((option === 'for') !== (proposalId !== undefined))
        return refuseDivision('division.vote-for-what', { field, detail: { personId } });
      if (proposalId !== undefined && !proposals.some((one) => one.proposalId === proposalId))
        return refuseDivision('division.not-proposed', { field, detail: { personId, proposalId } });
      return { person, option, ...(proposalId !== undefined && { proposalId }), ...(pairedWith !== undefined && { pairedWith }), role };
    },
  );

/** The numbers, made to agree with the names: a roll call's are its names; of a show of hands some may be named; a ballot names nobody. */
function numbersOf({ method, proposals, ...said }: DivisionDto, votes: readonly DivisionVote[]): Numbers | Refusal {
  const counts: number[] = [];
  for (const [index, { proposalId, count }] of proposals.entries()) {
    const field = `proposals.${index}.count`;
    if (method !== 'roll-call' && count === undefined) return refuseDivision('division.count-missing', { field, detail: { proposalId } });
    const number = agreed(method, count, votes.filter((one) => one.proposalId === proposalId).length, field);
    if (typeof number !== 'number') return number;
    counts.push(number);
  }
  const others = { declined: 0, absent: 0, paired: 0 };
  for (const option of ['declined', 'absent', 'paired'] as const) {
    const number = agreed(method, said[option], votes.filter((one) => one.option === option).length, option);
    if (typeof number !== 'number') return number;
    others[option] = number;
  }
  const { paired, ...rest } = others;
  return oddPairs(paired, 'paired') ?? { counts, ...rest, ...(paired > 0 && { paired }), votes };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

const impossible = ({ counts, declined, absent, paired = 0 }: Numbers, division: DivisionCircumstances): Refusal | null =>
  tooMany({ recorded: sum(counts) + declined + paired, absent, counts: { counts, declined, paired } }, division, {
    recorded: 'proposals',
    absent: 'absent',
  });

function settle(recorded: DivisionDto, counts: readonly number[], division: DivisionCircumstances): Settled | Refusal {
  const { proposals, castingVote, lot, leftTied } = recorded;
  const total = sum(counts);
  const most = Math.max(...counts);
  const leading = proposals.filter((_, index) => counts[index] === most).map(({ proposalId }) => proposalId);
  const tied = leading.length > 1 && most > 0;
  const breakable = tied && (division.needs === 'most-votes' || most * 2 >= total);
  if (!breakable) {
    const broken = castingVote ? 'castingVote' : lot ? 'lot' : leftTied && !tied && 'leftTied';
    if (broken) return refuseDivision('division.no-tie', { field: broken, detail: { counts } });
    return leading[0] !== undefined && leading.length === 1 && hasMajority(most, total, division)
      ? won(leading[0], 'majority', most, total, division)
      : { decidedBy: tied ? 'tied' : 'no-majority' };
  }
  const twice = castingVote && lot ? 'lot' : leftTied && (castingVote ?? lot) ? 'leftTied' : undefined;
  if (twice) return refuseVote('vote.casting-vote-twice', { field: twice });
  if (castingVote) {
    const { personId, proposalId } = castingVote;
    const person = castsVote(personId, division);
    if ('accepted' in person) return person;
    const settled = fallsOn(proposalId, 'castingVote.proposalId', leading) ?? won(proposalId, 'casting-vote', most, total, division);
    return 'accepted' in settled ? settled : { ...settled, castingVote: { person, proposalId } };
  }
  if (lot) {
    const { drawnBy, proposalId } = lot;
    const settled = noLot(division) ?? fallsOn(proposalId, 'lot.proposalId', leading) ?? won(proposalId, 'lot', most, total, division);
    if ('accepted' in settled) return settled;
    return { ...settled, lot: { drawnBy: { personId: drawnBy.personId, name: drawnBy.name }, proposalId } };
  }
  return (leftTied ? null : unbroken(leading, division)) ?? { decidedBy: 'tied' };
}

const hasMajority = (most: number, total: number, { needs, rule, entitled }: DivisionCircumstances): boolean =>
  (needs === 'most-votes' || most * 2 > total) && (rule.majorityOf === 'votes-cast' || most * 2 > entitled.length);

/** A proposal that rescinds an earlier decision may need a larger share of the votes; without it nothing is decided. */
function won(
  proposalId: string,
  decidedBy: 'majority' | 'casting-vote' | 'lot',
  most: number,
  total: number,
  { rescinds, share }: DivisionCircumstances,
): Settled {
  const short = share !== undefined && rescinds === proposalId && most * share.denominator < share.numerator * total;
  return short ? { decidedBy: 'share' } : { winner: proposalId, decidedBy };
}

const fallsOn = (proposalId: string, field: string, leading: readonly string[]): Refusal | null =>
  leading.includes(proposalId) ? null : refuseDivision('division.not-tied', { field, detail: { proposalId, tied: leading } });

/** A tie that the person presiding, or a lot, is there to break. */
function unbroken(leading: readonly string[], division: DivisionCircumstances): Refusal | null {
  const breaker = tieBreaker(division);
  if (breaker === null) return null;
  const { presiding } = division;
  if (breaker === 'casting-vote' && (!presiding || 'accepted' in castsVote(presiding.personId, division))) return null;
  return refuseDivision('division.tie-unbroken', {
    field: breaker === 'lot' ? 'lot' : 'castingVote',
    detail: { tied: leading, presiding: presiding?.name ?? null },
  });
}
