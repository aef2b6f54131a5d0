import { longDate } from '../../kernel/dates.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type Due, type DueChange, type DueTable } from '../../kernel/due.js';
import { type BodyEvent } from './body.events.js';
import { reviewedIn } from './over-time.js';

const named = (bodyId: string, clock: string) => ({ kind: 'body', recordId: bodyId, clock }) as const;

const fallsDue = (bodyId: string, clock: string, what: string, deadline: Deadline, more: Partial<Due> = {}): DueChange => ({
  change: 'falls-due',
  ...named(bodyId, clock),
  bodyId,
  title: bodyId,
  what,
  deadline,
  officers: [],
  exempt: false,
  ...more,
});

const met = (bodyId: string, clock: string, on: string): DueChange => ({ change: 'met', ...named(bodyId, clock), on });
const dropped = (bodyId: string, clock: string, on: string): DueChange => ({ change: 'dropped', ...named(bodyId, clock), on });

const given = (day: string): Deadline => ({ words: longDate(day), kind: 'date', earliest: day, latest: day, explanation: longDate(day) });

/** The deadlines these events begin, change or end. A clock of a seat belongs to the seat: filling the seat begins it anew. */
export const bodyDues: DueTable<BodyEvent> = {
  SeatFilled: ({ data: { bodyId, seatId, holder, from, termEnds } }) => [
    met(bodyId, `vacancy-${seatId}`, from),
    termEnds === undefined
      ? met(bodyId, `term-${seatId}`, from)
      : fallsDue(bodyId, `term-${seatId}`, `end of the term of ${holder.name} in seat ${seatId}`, given(termEnds)),
  ],
  SeatVacated: ({ data: { bodyId, seatId, lastDay, vacancy } }) => [
    met(bodyId, `term-${seatId}`, lastDay),
    ...(vacancy
      ? [fallsDue(bodyId, `vacancy-${seatId}`, `seat ${seatId} filled, or Ministers told that it is vacant (SSI 2014/285 art 13)`, vacancy)]
      : []),
  ],
  SeatEnded: ({ data: { bodyId, seatId, lastDay } }) => [
    dropped(bodyId, `term-${seatId}`, lastDay),
    dropped(bodyId, `vacancy-${seatId}`, lastDay),
  ],
  SabbaticalBegun: ({ data: { bodyId, from, until } }) =>
    until ? [fallsDue(bodyId, 'sabbatical', 'end of the sabbatical', until, { saidOn: from })] : [],
  SabbaticalEnded: ({ data: { bodyId, lastDay } }) => [met(bodyId, 'sabbatical', lastDay)],
  BodyRelaunched: ({ data: { bodyId, on } }) => [met(bodyId, 'sabbatical', on)],
  BodyDissolved: ({ data: { bodyId, on, clocks } }) => clocks.map((clock) => dropped(bodyId, clock, on)),
  PathfinderNamed: ({ data: { bodyId, on, reviewAt, reviewedBy } }) => [
    fallsDue(bodyId, 'pathfinder-review', 'review of the pathfinder', reviewedIn(reviewAt, reviewedBy, bodyId), {
      sort: 'review',
      saidOn: on,
    }),
  ],
  PathfinderReviewed: ({ data: { bodyId, on, outcome, nextReview } }) => [
    ...(outcome === 'proceed' ? [met(bodyId, 'pathfinder-review', on)] : []),
    ...(outcome === 'not-yet' && nextReview
      ? [fallsDue(bodyId, 'pathfinder-review', 'review of the pathfinder', nextReview, { sort: 'review', saidOn: on })]
      : []),
  ],
  BudgetDelegated: ({ data: { bodyId, budgetId, title, on, phases } }) =>
    phases.map(({ phaseId, deadline }) =>
      fallsDue(bodyId, `budget-${budgetId}-${phaseId}`, `${title}: ${phaseId} begun`, deadline, { saidOn: on }),
    ),
  BudgetChanged: ({ data: { bodyId, budgetId, on, changes, dropped: gone } }) => [
    ...gone.map((phaseId) => dropped(bodyId, `budget-${budgetId}-${phaseId}`, on)),
    ...(changes.phases ?? []).map(({ phaseId, deadline }) =>
      fallsDue(bodyId, `budget-${budgetId}-${phaseId}`, `budget ${budgetId}: ${phaseId} begun`, deadline, { saidOn: on }),
    ),
  ],
  BudgetPhaseDated: ({ data: { bodyId, budgetId, phaseId, deadline } }) => [
    { change: 'carried', ...named(bodyId, `budget-${budgetId}-${phaseId}`), deadline },
  ],
  BudgetPhaseBegun: ({ data: { bodyId, budgetId, phaseId, on } }) => [met(bodyId, `budget-${budgetId}-${phaseId}`, on)],
  ConstitutionReviewPlanned: ({ data: { bodyId, on, by } }) => [
    fallsDue(bodyId, 'constitution-review', 'review of its constitution', by, { sort: 'review', saidOn: on }),
  ],
  ConstitutionReviewed: ({ data: { bodyId, on } }) => [met(bodyId, 'constitution-review', on)],
};
