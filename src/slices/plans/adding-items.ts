import { given } from '../../kernel/plain.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type Ground, itemDeadline } from './citing.js';
import { type PlanItemDto } from './plan.payloads.js';
import { type PlanGroup, type PlanItemDetails, type PlanRecordEvent } from './plan.events.js';
import { type PlanFacts } from './plan.facts.js';
import { refusePlan } from './plan.refusals.js';
import { type Plan } from './plan.state.js';
import { type AddPlanItem, type PlanAskedFor } from './plans.commands.js';

/** Headings are added before items, so that an item may stand under any heading, and point to any item, of the same command or before. */
export function addItems({ data, facts }: PlanAskedFor<typeof AddPlanItem>, plan: Plan, { on }: Ground): Decision<PlanRecordEvent> {
  const { planId, bodyId, title, exempt } = plan;
  const groups = (data.groups ?? []).map<PlanGroup>((group) => given({ ...group }));
  const refused = wrongGroup(groups, plan) ?? wrongItem(data.items, groups, plan);
  if (refused) return refused;
  const events: PlanRecordEvent[] = groups.map((group) => ({ type: 'PlanGroupAdded', v: 1, data: { planId, bodyId, on, group } }));
  for (const [index, item] of data.items.entries()) {
    const details = detailsOf(item, plan, facts, `items.${index}`);
    if (isRefusal(details)) return details;
    const { itemId } = item;
    events.push({ type: 'PlanItemAdded', v: 1, data: { planId, bodyId, itemId, on, details, plan: { title, exempt } } });
  }
  return accept<PlanRecordEvent>(events);
}

function wrongGroup(groups: readonly PlanGroup[], plan: Plan): Refusal | null {
  const known = new Set(plan.groups.map(({ groupId }) => groupId));
  for (const [index, { groupId, within }] of groups.entries()) {
    if (known.has(groupId)) return refusePlan('plan.group-exists', { field: `groups.${index}.groupId`, detail: { groupId } });
    if (within !== undefined && !known.has(within))
      return refusePlan('plan.group-unknown', { field: `groups.${index}.within`, detail: { within } });
    known.add(groupId);
  }
  return null;
}

function wrongItem(items: readonly PlanItemDto[], groups: readonly PlanGroup[], plan: Plan): Refusal | null {
  const headings = new Set([...plan.groups, ...groups].map(({ groupId }) => groupId));
  const known = new Set(plan.items.map(({ itemId }) => itemId));
  for (const [index, { itemId, group }] of items.entries()) {
    if (known.has(itemId)) return refusePlan('plan-item.exists', { field: `items.${index}.itemId`, detail: { itemId } });
    if (group !== undefined && !headings.has(group))
      return refusePlan('plan.group-unknown', { field: `items.${index}.group`, detail: { group } });
    known.add(itemId);
  }
  for (const [index, { itemId, links = [] }] of items.entries()) {
    const unknown = unknownLink(links, itemId, known, `items.${index}.links`);
    if (unknown) return unknown;
  }
  return null;
}

export function unknownLink(
  links: readonly { readonly item: string }[],
  itemId: string,
  known: ReadonlySet<string>,
  field: string,
): Refusal | null {
  const at = links.findIndex(({ item }) => item === itemId || !known.has(item));
  return at < 0 ? null : refusePlan('plan-item.link-unknown', { field: `${field}.${at}.item`, detail: { item: links[at]?.item } });
}

function detailsOf(item: PlanItemDto, plan: Plan, facts: PlanFacts, field: string): PlanItemDetails | Refusal {
  const due = itemDeadline(item.due, item.dueDates, item.dueSaidOn ?? plan.saidOn, facts, `${field}.dueDates.latest`);
  if (isRefusal(due)) return due;
  const { implications = [], links = [] } = item;
  return itemDetails({ ...item, implications, links }, due) as PlanItemDetails;
}

/** The details of an item that were given; fields not given are left out. */
export const itemDetails = (
  { number, group: groupId, text, leads, leadWords, measure, outcome, implications, links }: Partial<PlanItemDto>,
  due: Deadline | undefined,
): Partial<PlanItemDetails> =>
  given({
    number,
    groupId,
    text,
    leads,
    leadWords,
    due,
    measure,
    outcome,
    implications: implications?.map((one) => given({ ...one })),
    links: links?.map((one) => ({ ...one })),
  });
