import { type Ground, type GroundTable } from '../../kernel/exempt.js';
import { type Grounds } from './body-life.events.js';
import { type BodyEvent } from './body.events.js';

/** What a clock of a body falls due with is exempt as long as the decision that set it is. */
const grounds = ({ bodyId, decision }: Grounds & { readonly bodyId: string }, ...clocks: readonly string[]): readonly Ground[] =>
  decision
    ? clocks.map((clock) => ({ kind: 'body', recordId: bodyId, clock, meetingId: decision.meetingId, place: decision.decisionId }))
    : [];

const phases = (budgetId: string, set: readonly { readonly phaseId: string }[] = []): readonly string[] =>
  set.map(({ phaseId }) => `budget-${budgetId}-${phaseId}`);

export const bodyGrounds: GroundTable<BodyEvent> = {
  SabbaticalBegun: ({ data }) => grounds(data, 'sabbatical'),
  PathfinderNamed: ({ data }) => grounds(data, 'pathfinder-review'),
  PathfinderReviewed: ({ data }) => grounds(data, 'pathfinder-review'),
  BudgetDelegated: ({ data }) => grounds(data, ...phases(data.budgetId, data.phases)),
  BudgetChanged: ({ data }) => grounds(data, ...phases(data.budgetId, data.changes.phases)),
  ConstitutionReviewPlanned: ({ data }) => grounds(data, 'constitution-review'),
};
