import { given } from '../../kernel/plain.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { itemDetails, unknownLink } from './adding-items.js';
import { type Ground, itemDeadline } from './citing.js';
import { type ClosePlanDto } from './plan.payloads.js';
import { type PlanItemEvent, type PlanItemNamed } from './plan.events.js';
import { refusePlan } from './plan.refusals.js';
import { type Plan } from './plan.state.js';
import { dueNext, type PlanItem } from './plan-item.state.js';
import {
  type AmendPlanItem,
  type CompletePlanItem,
  type PlanAskedFor,
  type PlanCommand,
  type SelfEvaluateItem,
  type SupersedePlanItem,
} from './plans.commands.js';
import { occurrenceAfter, occurrencesUntil } from './recurrence.js';

export type ItemCommand = Extract<PlanCommand, { data: { item: string } }>;
type Step = PlanItemNamed & { readonly on: string };

export function decideItem(command: ItemCommand, plan: Plan, ground: Ground): Decision<PlanItemEvent> {
  const item = plan.items.find(({ itemId }) => itemId === command.data.item);
  if (!item) return refusePlan('plan-item.unknown', { field: 'item', detail: { item: command.data.item } });
  const refused = notPossible(command.type, item, ground.on);
  if (refused) return refused;
  const { on, decision } = ground;
  const step: Step = { planId: plan.planId, bodyId: plan.bodyId, itemId: item.itemId, on };
  switch (command.type) {
    case 'AmendPlanItem':
      return amend(command, plan, item, { step, ground });
    case 'ReportAchievement': {
      const { words, reportedBy } = command.data;
      return accept<PlanItemEvent>({ type: 'PlanItemAchievementReported', v: 1, data: given({ ...step, words, reportedBy }) });
    }
    case 'SelfEvaluateItem':
      return evaluate(command, plan, step);
    case 'CompletePlanItem':
      return complete(command, item, { step, ground });
    case 'ReopenPlanItem':
      return accept<PlanItemEvent>({ type: 'PlanItemReopened', v: 1, data: { ...step, reason: command.data.reason } });
    case 'SupersedePlanItem':
      return supersede(command, item, { step, ground });
    case 'DropPlanItem':
      return accept<PlanItemEvent>({ type: 'PlanItemDropped', v: 1, data: given({ ...step, reason: command.data.reason, decision }) });
  }
}

/** The steps an item in this standing allows; every other step is refused, and the refusal names what to do first. */
function notPossible(step: ItemCommand['type'], { standing, addedOn, settledOn }: PlanItem, on: string): Refusal | null {
  const detail = { on, addedOn, lastStepOn: settledOn };
  if (on < addedOn) return refusePlan('plan-item.before-it-was-added', { field: 'on', detail });
  switch (step) {
    case 'ReportAchievement':
    case 'SelfEvaluateItem':
      return standing === 'superseded' || standing === 'dropped' ? refusePlan(`plan-item.${standing}`) : null;
    case 'ReopenPlanItem':
      if (standing === 'open') return refusePlan('plan-item.open-already');
      break;
    case 'AmendPlanItem':
    case 'CompletePlanItem':
    case 'SupersedePlanItem':
    case 'DropPlanItem':
      if (standing !== 'open') return refusePlan(`plan-item.${standing}`);
      break;
  }
  return on < settledOn ? refusePlan('plan-item.before-its-last-step', { field: 'on', detail }) : null;
}

interface Grounded {
  readonly step: Step;
  readonly ground: Ground;
}

function amend(
  { data, facts }: PlanAskedFor<typeof AmendPlanItem>,
  plan: Plan,
  item: PlanItem,
  { step, ground: { decision } }: Grounded,
): Decision<PlanItemEvent> {
  const { group: groupId, links, reason } = data;
  if (!decision && reason === undefined) return refusePlan('plan-item.reason-missing', { field: 'reason' });
  if (groupId !== undefined && !plan.groups.some((group) => group.groupId === groupId))
    return refusePlan('plan.group-unknown', { field: 'group', detail: { group: groupId } });
  const unknown = unknownLink(links ?? [], item.itemId, new Set(plan.items.map(({ itemId }) => itemId)), 'links');
  if (unknown) return unknown;
  const newDue = data.due !== undefined || data.dueDates !== undefined;
  const due = newDue ? itemDeadline(data.due ?? item.due.words, data.dueDates, data.dueSaidOn ?? step.on, facts) : undefined;
  if (due && isRefusal(due)) return due;
  const changes = itemDetails(data, due);
  if (!Object.keys(changes).length) return refusePlan('plan.nothing-given');
  return accept<PlanItemEvent>({ type: 'PlanItemAmended', v: 1, data: given({ ...step, changes, decision, reason }) });
}

function evaluate({ data }: PlanAskedFor<typeof SelfEvaluateItem>, { scale }: Plan, step: Step): Decision<PlanItemEvent> {
  const { rating, evidence, improvement } = data;
  if (!scale.includes(rating)) return refusePlan('plan-item.rating-unknown', { field: 'rating', detail: { scale } });
  return accept<PlanItemEvent>({ type: 'PlanItemSelfEvaluated', v: 1, data: given({ ...step, rating, evidence, improvement }) });
}

/** With `occurrence`, an item that recurs is met for that occurrence, past or next; without it the item is achieved for good. */
function complete(
  { data }: PlanAskedFor<typeof CompletePlanItem>,
  { due, met }: PlanItem,
  { step, ground: { decision } }: Grounded,
): Decision<PlanItemEvent> {
  const { words, occurrence } = data;
  if (occurrence === undefined)
    return accept<PlanItemEvent>({ type: 'PlanItemCompleted', v: 1, data: given({ ...step, words, decision }) });
  const next = occurrenceAfter(due, step.on);
  const days = [...occurrencesUntil(due, step.on), ...(next === undefined ? [] : [next])];
  if (!days.includes(occurrence))
    return refusePlan('plan-item.occurrence-unknown', { field: 'occurrence', detail: { occurrences: days.slice(-12) } });
  if (met.includes(occurrence)) return refusePlan('plan-item.occurrence-met', { field: 'occurrence' });
  const last = [...met, occurrence].sort().at(-1) ?? occurrence;
  const following = dueNext(due, occurrenceAfter(due, last));
  return accept<PlanItemEvent>({
    type: 'PlanItemOccurrenceMet',
    v: 1,
    data: given({ ...step, occurrence, words, decision, next: following }),
  });
}

function supersede(
  { data }: PlanAskedFor<typeof SupersedePlanItem>,
  { itemId }: PlanItem,
  { step, ground: { decision } }: Grounded,
): Decision<PlanItemEvent> {
  const { by, ref, words } = data;
  if (ref === `plan:${step.planId}#${itemId}`) return refusePlan('plan-item.supersedes-itself', { field: 'ref' });
  return accept<PlanItemEvent>({ type: 'PlanItemSuperseded', v: 1, data: given({ ...step, by, ref, words, decision }) });
}

/** Settles the items still open when their plan is closed. */
export function settleOpen(
  { planId, bodyId }: Plan,
  open: readonly PlanItem[],
  { openItems, reason, supersededBy }: ClosePlanDto,
  { on, decision }: Ground,
): PlanItemEvent[] | Refusal {
  const events: PlanItemEvent[] = [];
  for (const item of open) {
    const refused = notPossible('DropPlanItem', item, on);
    if (refused) return { ...refused, detail: { ...refused.detail, item: item.itemId } };
    const step = { planId, bodyId, itemId: item.itemId, on };
    const settled: PlanItemEvent =
      openItems === 'superseded'
        ? { type: 'PlanItemSuperseded', v: 1, data: given({ ...step, by: supersededBy ?? reason, decision }) }
        : { type: 'PlanItemDropped', v: 1, data: given({ ...step, reason, decision }) };
    events.push(settled);
  }
  return events;
}
