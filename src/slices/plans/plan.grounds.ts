import { type GroundTable } from '../../kernel/exempt.js';
import { type PlanEvent } from './plan.events.js';

/**
 * A plan is exempt as long as the decision that adopted it is, or the report that proposed it; what an item falls due with, as long as a
 * decision that amended it is.
 */
export const planGrounds: GroundTable<PlanEvent> = {
  PlanAdopted: ({ data: { planId, adopted, report } }) => [
    ...(adopted.by === 'decision'
      ? [{ kind: 'plan', recordId: planId, meetingId: adopted.decision.meetingId, place: adopted.decision.decisionId } as const]
      : []),
    ...(report === undefined ? [] : [{ kind: 'plan', recordId: planId, through: { kind: 'report', recordId: report } } as const]),
  ],
  PlanItemAmended: ({ data: { planId, itemId, decision } }) =>
    decision
      ? [{ kind: 'plan', recordId: planId, clock: `item-${itemId}`, meetingId: decision.meetingId, place: decision.decisionId }]
      : [],
};
