import { recordRegister, type RecordRow } from '../../../../kernel/record-register.js';
import { type UpdateOf } from '../../../../kernel/update.js';
import { type PlanItemEvent, planItemEventVersions } from '../../plan.events.js';
import { evolveItem, type PlanItem } from '../../plan-item.state.js';

export type ItemUpdate = UpdateOf<PlanItemEvent>;

/** One row per item, as it stands now, with what it is sought by. Dates are calendar dates where the body sits. */
export interface PlanItemSought {
  /** `<planId>#<itemId>` */
  readonly key: string;
  readonly planId: string;
  readonly itemId: string;
  /** The item's place in the plan. */
  readonly place: number;
}

export type PlanItemRow = RecordRow<PlanItem, PlanItemEvent, PlanItemSought>;

const itemKey = ({ planId, itemId }: Pick<PlanItemSought, 'planId' | 'itemId'>): string => `${planId}#${itemId}`;

export const planItems = recordRegister<PlanItem, PlanItemEvent, PlanItemSought>({
  name: 'plan_item',
  version: 2,
  events: planItemEventVersions,
  evolve: evolveItem,
  sought: (_kept, before, { data, revision }) => ({
    key: itemKey(data),
    planId: data.planId,
    itemId: data.itemId,
    place: before?.place ?? revision,
  }),
  columns: {
    key: { type: 'text' },
    planId: { type: 'text' },
    itemId: { type: 'text' },
    place: { type: 'integer' },
  },
  primaryKey: 'key',
  indexes: [{ columns: ['planId', 'place'] }],
  key: ({ data }) => itemKey(data),
});
