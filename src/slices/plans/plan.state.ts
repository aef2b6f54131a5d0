import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionCited, type PlanAdoptedData, type PlanGroup, type PlanHeadEvent, type PlanRecordEvent } from './plan.events.js';
import { evolveItem, type ItemFact, type PlanItem } from './plan-item.state.js';
import { type FactOf } from '../../kernel/update.js';

/** A plan without its items, as its events tell it. All dates are calendar dates where the body sits. */
export interface PlanHead extends Omit<PlanAdoptedData, 'on' | 'review'> {
  readonly adoptedOn: string;
  readonly groups: readonly PlanGroup[];
  readonly nextReview?: Deadline;
  readonly reviews: readonly PlanReview[];
  readonly closed?: { readonly on: string; readonly reason: string; readonly decision?: DecisionCited };
  /** Day of the last review, closing or reopening: the next cannot be earlier. */
  readonly settledOn: string;
}

export interface PlanReview {
  readonly on: string;
  readonly outcome: string;
  readonly decision?: DecisionCited;
}

export interface Plan extends PlanHead {
  readonly items: readonly PlanItem[];
}

/** What one event changes of the plan as a whole; the event's metadata plays no part. */
export type HeadFact = FactOf<PlanHeadEvent>;

/** Nothing can happen to a plan that was not adopted: it stays `null`. */
export function evolveHead(head: PlanHead | null, event: HeadFact): PlanHead | null {
  if (event.type === 'PlanAdopted') {
    const { on, review, ...data } = event.data;
    return { ...data, adoptedOn: on, groups: [], nextReview: review, reviews: [], settledOn: on };
  }
  if (!head) return null;
  switch (event.type) {
    case 'PlanGroupAdded':
      return { ...head, groups: [...head.groups, event.data.group] };
    case 'PlanReviewed': {
      const { on, outcome, decision, nextReview } = event.data;
      return { ...head, nextReview, reviews: [...head.reviews, { on, outcome, decision }], settledOn: on };
    }
    case 'PlanClosed': {
      const { on, reason, decision } = event.data;
      return { ...head, closed: { on, reason, decision }, settledOn: on };
    }
    case 'PlanReopened':
      return { ...head, closed: undefined, settledOn: event.data.on };
    case 'PlanCorrected':
      return { ...head, ...event.data.changes };
  }
}

/** The plan without its items at the end of a day; `null` before it was adopted. Later corrections count: they say what was the case. */
export const headOn = (facts: readonly HeadFact[], date: string): PlanHead | null =>
  facts.filter(({ type, data }) => type === 'PlanCorrected' || data.on <= date).reduce<PlanHead | null>(evolveHead, null);

export function evolvePlan(plan: Plan | null, event: HeadFact | ItemFact): Plan | null {
  if (!('itemId' in event.data)) {
    const head = evolveHead(plan, event as HeadFact);
    return head && { ...head, items: plan?.items ?? [] };
  }
  if (!plan) return null;
  const fact = event as ItemFact;
  const { itemId } = fact.data;
  const before = plan.items.find((item) => item.itemId === itemId) ?? null;
  const after = evolveItem(before, fact);
  if (!after) return plan;
  return { ...plan, items: before ? plan.items.map((item) => (item === before ? after : item)) : [...plan.items, after] };
}

/** Stream `plan-<bodyId>/<plan>`. */
export const planHistory: History<Plan | null> = {
  category: 'plan',
  ofBody: 'record',
  initial: null,
  evolve: (plan, event) => evolvePlan(plan, event as Recorded<PlanRecordEvent>),
};
