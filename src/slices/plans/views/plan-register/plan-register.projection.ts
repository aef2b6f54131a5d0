import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../kernel/projection.js';
import { type PlanHeadEvent, type PlanKind } from '../../plan.events.js';
import { type HeadFact, headOn } from '../../plan.state.js';

/** An update as the registers keep it: the event's own data, when it was recorded and by whom. */
export interface Recording {
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly by: { readonly name: string; readonly role: string };
}
export type HeadUpdate = HeadFact & Recording;

/** One row per plan, as it stands now; `updates` are what any day is read from. Dates are calendar dates where the body sits. */
export interface PlanRegisterRow {
  readonly planId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly kind: PlanKind;
  readonly adoptedOn: string;
  readonly meetingId: string | null;
  readonly decisionId: string | null;
  readonly reviewLatest: string | null;
  readonly closedOn: string | null;
  readonly exempt: boolean;
  readonly updates: readonly HeadUpdate[];
}

/** Later than any day. */
const ALWAYS = '9999-12-31';

const changed = (row: PlanRegisterRow | undefined, event: Recorded<PlanHeadEvent>): PlanRegisterRow => {
  const { type, data, happenedAt, recordedAt, by } = event;
  const updates = [...(row?.updates ?? []), { type, data, happenedAt, recordedAt, by: { name: by.name, role: by.role } } as HeadUpdate];
  const head = headOn(updates, ALWAYS);
  if (!head) throw new Error(`${type} of a plan that was never adopted: ${data.planId}`);
  const decision = head.adopted.by === 'decision' ? head.adopted.decision : null;
  return {
    planId: head.planId,
    bodyId: head.bodyId,
    title: head.title,
    kind: head.kind,
    adoptedOn: head.adoptedOn,
    meetingId: decision?.meetingId ?? null,
    decisionId: decision?.decisionId ?? null,
    reviewLatest: head.closed ? null : (head.nextReview?.latest ?? null),
    closedOn: head.closed?.on ?? null,
    exempt: head.exempt,
    updates,
  };
};

export const planRegister = projection<PlanRegisterRow, PlanHeadEvent>({
  name: 'plan_register',
  version: 1,
  columns: {
    planId: { type: 'text' },
    bodyId: { type: 'text' },
    title: { type: 'text' },
    kind: { type: 'text' },
    adoptedOn: { type: 'date' },
    meetingId: { type: 'text', nullable: true },
    decisionId: { type: 'text', nullable: true },
    reviewLatest: { type: 'date', nullable: true },
    closedOn: { type: 'date', nullable: true },
    exempt: { type: 'boolean' },
    updates: { type: 'json' },
  },
  primaryKey: 'planId',
  indexes: [{ columns: ['bodyId', 'adoptedOn'] }, { columns: ['meetingId', 'decisionId'], where: 'meeting_id IS NOT NULL' }],
  key: (event) => event.data.planId,
  on: {
    PlanAdopted: changed,
    PlanGroupAdded: changed,
    PlanReviewed: changed,
    PlanClosed: changed,
    PlanReopened: changed,
    PlanCorrected: changed,
  },
});
