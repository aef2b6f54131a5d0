import { type Deadline } from '../../../../kernel/deadline.js';
import { type PlanGroup, type PlanKind } from '../../plan.events.js';
import { type PlanHead } from '../../plan.state.js';
import { type ItemEvaluation, latestOf, type PlanItem } from '../../plan-item.state.js';
import { itemStatusOn, PLAN_ITEM_STATUSES, type PlanItemStatus, planItemStatusWords } from '../../plan-item-status.js';

/** An item as a reader sees it on a day. */
export interface PlanItemView {
  readonly planId: string;
  readonly itemId: string;
  /** `plan:body/plan#item` */
  readonly ref: string;
  readonly number: string | null;
  readonly groupId: string | null;
  readonly text: string;
  readonly leads: readonly string[];
  /** The leads as the source words them. */
  readonly lead: string;
  readonly implications: PlanItem['implications'];
  readonly due: Deadline;
  /** Last day of the item's next deadline; of an item that recurs, of the occurrence after the last that was met. */
  readonly dueBy: string | null;
  readonly measure: string | null;
  readonly outcome: string | null;
  readonly achievements: PlanItem['progress'];
  readonly evaluation: ItemEvaluation | null;
  readonly links: PlanItem['links'];
  readonly amendments: PlanItem['amendments'];
  readonly met: readonly string[];
  readonly settled: NonNullable<PlanItem['settled']> | null;
  readonly addedOn: string;
  readonly status: PlanItemStatus;
  readonly statusWords: string;
  readonly daysOverdue: number;
}

export const itemView = (item: PlanItem, planId: string, date: string): PlanItemView => {
  const status = itemStatusOn(item, date);
  return {
    planId,
    itemId: item.itemId,
    ref: `plan:${planId}#${item.itemId}`,
    number: item.number ?? null,
    groupId: item.groupId ?? null,
    text: item.text,
    leads: item.leads,
    lead: item.leadWords ?? item.leads.join(', '),
    implications: item.implications,
    due: item.due,
    dueBy: latestOf(item) ?? null,
    measure: item.measure ?? null,
    outcome: item.outcome ?? null,
    achievements: item.progress,
    evaluation: item.evaluations.at(-1) ?? null,
    links: item.links,
    amendments: item.amendments,
    met: item.met,
    settled: item.settled ?? null,
    addedOn: item.addedOn,
    ...status,
    statusWords: planItemStatusWords(status),
  };
};

export type StatusCounts = Readonly<Record<PlanItemStatus, number>>;

export const countStatuses = (items: readonly { readonly status: PlanItemStatus }[]): StatusCounts =>
  Object.fromEntries(PLAN_ITEM_STATUSES.map((status) => [status, items.filter((item) => item.status === status).length])) as Record<
    PlanItemStatus,
    number
  >;

/** A plan in a list. */
export interface PlanSummary {
  readonly planId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly kind: PlanKind;
  readonly adoptedOn: string;
  readonly adopted: PlanHead['adopted'];
  readonly nextReview: Deadline | null;
  readonly closedOn: string | null;
  readonly exempt: boolean;
  readonly items: number;
  readonly counts: StatusCounts;
}

/** A heading with the items that stand directly under it; the first, without a heading, has those that stand under none. */
export interface PlanGroupView {
  readonly groupId: string | null;
  readonly number: string | null;
  readonly heading: string | null;
  readonly leadIn: string | null;
  readonly within: string | null;
  readonly items: readonly PlanItemView[];
}

/** A plan as a reader sees it on a day. */
export interface PlanView extends Omit<PlanSummary, 'items'> {
  readonly ref: string;
  readonly asAt: string;
  readonly source: string | null;
  readonly report: string | null;
  readonly saidOn: string;
  readonly scale: readonly string[];
  readonly introduction: string | null;
  readonly ending: string | null;
  readonly reviews: PlanHead['reviews'];
  readonly closed: NonNullable<PlanHead['closed']> | null;
  readonly groups: readonly PlanGroupView[];
}

export const planSummary = (head: PlanHead, items: readonly PlanItemView[]): PlanSummary => ({
  planId: head.planId,
  bodyId: head.bodyId,
  title: head.title,
  kind: head.kind,
  adoptedOn: head.adoptedOn,
  adopted: head.adopted,
  nextReview: head.nextReview ?? null,
  closedOn: head.closed?.on ?? null,
  exempt: head.exempt,
  items: items.length,
  counts: countStatuses(items),
});

export function planView(head: PlanHead, items: readonly PlanItemView[], asAt: string): PlanView {
  const known = new Set(head.groups.map(({ groupId }) => groupId));
  const under = (group: PlanGroup | null): PlanGroupView => ({
    groupId: group?.groupId ?? null,
    number: group?.number ?? null,
    heading: group?.heading ?? null,
    leadIn: group?.leadIn ?? null,
    within: group?.within ?? null,
    items: items.filter(({ groupId }) => (group ? groupId === group.groupId : groupId === null || !known.has(groupId))),
  });
  const loose = under(null);
  const { items: _count, ...summary } = planSummary(head, items);
  return {
    ...summary,
    ref: `plan:${head.planId}`,
    asAt,
    source: head.source ?? null,
    report: head.report ?? null,
    saidOn: head.saidOn,
    scale: head.scale,
    introduction: head.introduction ?? null,
    ending: head.ending ?? null,
    reviews: head.reviews,
    closed: head.closed ?? null,
    groups: [...(loose.items.length ? [loose] : []), ...head.groups.map(under)],
  };
}
