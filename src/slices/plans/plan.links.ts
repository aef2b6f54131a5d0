import { type Link, type LinkTable } from '../../kernel/links.js';
import { type DecisionCited, type PlanEvent, type PlanItemNamed } from './plan.events.js';

const planRef = (planId: string): string => `plan:${planId}`;
const itemRef = ({ planId, itemId }: Pick<PlanItemNamed, 'planId' | 'itemId'>): string => `plan:${planId}#${itemId}`;
const decisionRef = ({ meetingId, decisionId }: DecisionCited): string => `${meetingId}#${decisionId}`;

const decided = (decision: DecisionCited | undefined, to: string, how: string): readonly Link[] =>
  decision ? [{ from: decisionRef(decision), to, how }] : [];

/** The links these events record: decisions and reports to plans, decisions to steps of items, items to one another. */
export const planLinks: LinkTable<PlanEvent> = {
  PlanAdopted: ({ data: { planId, adopted, report } }) => [
    ...(adopted.by === 'decision' ? decided(adopted.decision, planRef(planId), 'plan adopted') : []),
    ...(report === undefined ? [] : [{ from: `report:${report}`, to: planRef(planId), how: 'plan proposed' }]),
  ],
  PlanReviewed: ({ data: { planId, decision } }) => decided(decision, planRef(planId), 'plan reviewed'),
  PlanClosed: ({ data: { planId, decision } }) => decided(decision, planRef(planId), 'plan closed'),
  PlanItemAdded: ({ data: { planId, itemId, details } }) => linked(planId, itemId, details.links),
  PlanItemAmended: ({ data }) => [
    ...decided(data.decision, itemRef(data), 'plan item amended'),
    ...linked(data.planId, data.itemId, data.changes.links ?? []),
  ],
  PlanItemOccurrenceMet: ({ data }) => decided(data.decision, itemRef(data), 'occurrence of plan item met'),
  PlanItemCompleted: ({ data }) => decided(data.decision, itemRef(data), 'plan item achieved'),
  PlanItemSuperseded: ({ data }) => [
    ...decided(data.decision, itemRef(data), 'plan item superseded'),
    ...(data.ref === undefined ? [] : [{ from: itemRef(data), to: data.ref, how: 'superseded by' }]),
  ],
  PlanItemDropped: ({ data }) => decided(data.decision, itemRef(data), 'plan item dropped'),
  DutyFulfilled: ({ data: { dutyId, report } }) =>
    report === undefined ? [] : [{ from: `duty:${dutyId}`, to: `report:${report}`, how: 'fulfilled by' }],
};

/** A link from the item pointed to, on which this one builds, to this one. */
const linked = (planId: string, itemId: string, links: readonly { readonly item: string; readonly words: string }[]): readonly Link[] =>
  links.map(({ item }) => ({ from: itemRef({ planId, itemId: item }), to: itemRef({ planId, itemId }), how: 'pointed to by' }));
