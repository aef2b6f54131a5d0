import { recordRegister, type RecordRow } from '../../../../kernel/record-register.js';
import { type UpdateOf } from '../../../../kernel/update.js';
import { type PlanHeadEvent, planHeadEventVersions } from '../../plan.events.js';
import { evolveHead, type PlanHead } from '../../plan.state.js';

export type HeadUpdate = UpdateOf<PlanHeadEvent>;

/** One row per plan, as it stands now, with what it is sought by. Dates are calendar dates where the body sits. */
export interface PlanSought {
  readonly planId: string;
  readonly bodyId: string;
  readonly adoptedOn: string;
  readonly exempt: boolean;
}

export type PlanRegisterRow = RecordRow<PlanHead, PlanHeadEvent, PlanSought>;

export const planRegister = recordRegister<PlanHead, PlanHeadEvent, PlanSought>({
  name: 'plan_register',
  version: 2,
  events: planHeadEventVersions,
  evolve: evolveHead,
  sought: ({ record: { planId, bodyId, adoptedOn, exempt } }) => ({ planId, bodyId, adoptedOn, exempt }),
  columns: {
    planId: { type: 'text' },
    bodyId: { type: 'text' },
    adoptedOn: { type: 'date' },
    exempt: { type: 'boolean' },
  },
  primaryKey: 'planId',
  indexes: [{ columns: ['bodyId', 'adoptedOn'] }],
  key: (event) => event.data.planId,
});
