import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../kernel/projection.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { type PlanHeadEvent, type PlanItemEvent } from '../../plan.events.js';
import { evolveItem, type ItemFact, type ItemStanding, latestOf, type PlanItem } from '../../plan-item.state.js';
import { type Recording } from '../plan-register/plan-register.projection.js';

export type ItemUpdate = ItemFact & Recording;

/** One row per item, as it stands now; `updates` are what any day is read from. Dates are calendar dates where the body sits. */
export interface PlanItemRow {
  /** `<planId>#<itemId>` */
  readonly key: string;
  readonly planId: string;
  readonly bodyId: string;
  readonly itemId: string;
  /** The item's place in the plan. */
  readonly place: number;
  readonly number: string | null;
  readonly groupId: string | null;
  readonly text: string;
  readonly leads: readonly string[];
  readonly due: Deadline;
  /** First and last day of the item's next deadline. */
  readonly dueEarliest: string | null;
  readonly dueLatest: string | null;
  readonly standing: ItemStanding;
  readonly rating: string | null;
  readonly addedOn: string;
  readonly exempt: boolean;
  readonly updates: readonly ItemUpdate[];
}

export const itemKey = (planId: string, itemId: string): string => `${planId}#${itemId}`;

const changed = (row: PlanItemRow | undefined, event: Recorded<PlanItemEvent>, key: string): PlanItemRow => {
  const { type, data, happenedAt, recordedAt, by } = event;
  const updates = [...(row?.updates ?? []), { type, data, happenedAt, recordedAt, by: { name: by.name, role: by.role } } as ItemUpdate];
  const item = updates.reduce<PlanItem | null>(evolveItem, null);
  if (!item) throw new Error(`${type} of an item that was never added: ${key}`);
  return {
    key,
    planId: data.planId,
    bodyId: data.bodyId,
    itemId: item.itemId,
    place: row?.place ?? event.revision,
    number: item.number ?? null,
    groupId: item.groupId ?? null,
    text: item.text,
    leads: item.leads,
    due: item.due,
    dueEarliest: item.due.earliest ?? null,
    dueLatest: latestOf(item) ?? null,
    standing: item.standing,
    rating: item.evaluations.at(-1)?.rating ?? null,
    addedOn: item.addedOn,
    exempt: row?.exempt ?? (type === 'PlanItemAdded' && data.plan.exempt),
    updates,
  };
};

export const planItems = projection<PlanItemRow, PlanItemEvent | Extract<PlanHeadEvent, { type: 'PlanCorrected' }>>({
  name: 'plan_item',
  version: 1,
  columns: {
    key: { type: 'text' },
    planId: { type: 'text' },
    bodyId: { type: 'text' },
    itemId: { type: 'text' },
    place: { type: 'integer' },
    number: { type: 'text', nullable: true },
    groupId: { type: 'text', nullable: true },
    text: { type: 'text' },
    leads: { type: 'json' },
    due: { type: 'json' },
    dueEarliest: { type: 'date', nullable: true },
    dueLatest: { type: 'date', nullable: true },
    standing: { type: 'text' },
    rating: { type: 'text', nullable: true },
    addedOn: { type: 'date' },
    exempt: { type: 'boolean' },
    updates: { type: 'json' },
  },
  primaryKey: 'key',
  indexes: [{ columns: ['planId', 'place'] }, { columns: ['bodyId', 'dueLatest'], where: "standing = 'open'" }],
  key: (event) =>
    event.type === 'PlanCorrected'
      ? event.data.itemIds.map((itemId) => itemKey(event.data.planId, itemId))
      : itemKey(event.data.planId, event.data.itemId),
  on: {
    PlanItemAdded: changed,
    PlanItemAmended: changed,
    PlanItemDueRecounted: changed,
    PlanItemAchievementReported: changed,
    PlanItemSelfEvaluated: changed,
    PlanItemOccurrenceMet: changed,
    PlanItemCompleted: changed,
    PlanItemReopened: changed,
    PlanItemSuperseded: changed,
    PlanItemDropped: changed,
    PlanCorrected: (row, { data: { changes } }) => row && { ...row, exempt: changes.exempt ?? row.exempt },
  },
});
