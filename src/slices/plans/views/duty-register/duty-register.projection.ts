import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../kernel/projection.js';
import { type DutyEvent } from '../../duty.events.js';
import { type Duty, type DutyFact, evolveDuty, nextOfDuty } from '../../duty.state.js';
import { type Recording } from '../plan-register/plan-register.projection.js';

export type DutyUpdate = DutyFact & Recording;

/** One row per duty of a body, as it stands now; `updates` are what any day is read from. Dates are calendar dates where the body sits. */
export interface DutyRegisterRow {
  readonly dutyId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly source: string;
  readonly recordedOn: string;
  /** The next occurrence: the one after the last that was fulfilled. */
  readonly nextDue: string | null;
  readonly endedOn: string | null;
  readonly updates: readonly DutyUpdate[];
}

const changed = (row: DutyRegisterRow | undefined, event: Recorded<DutyEvent>): DutyRegisterRow => {
  const { type, data, happenedAt, recordedAt, by } = event;
  const updates = [...(row?.updates ?? []), { type, data, happenedAt, recordedAt, by: { name: by.name, role: by.role } } as DutyUpdate];
  const duty = updates.reduce<Duty | null>(evolveDuty, null);
  if (!duty) throw new Error(`${type} of a duty that was never recorded: ${data.dutyId}`);
  return {
    dutyId: duty.dutyId,
    bodyId: duty.bodyId,
    title: duty.title,
    source: duty.source,
    recordedOn: duty.recordedOn,
    nextDue: duty.ended ? null : nextOfDuty(duty),
    endedOn: duty.ended?.on ?? null,
    updates,
  };
};

export const dutyRegister = projection<DutyRegisterRow, DutyEvent>({
  name: 'duty_register',
  version: 1,
  columns: {
    dutyId: { type: 'text' },
    bodyId: { type: 'text' },
    title: { type: 'text' },
    source: { type: 'text' },
    recordedOn: { type: 'date' },
    nextDue: { type: 'date', nullable: true },
    endedOn: { type: 'date', nullable: true },
    updates: { type: 'json' },
  },
  primaryKey: 'dutyId',
  indexes: [{ columns: ['bodyId', 'title'] }],
  key: (event) => event.data.dutyId,
  on: { DutyRecorded: changed, DutyFulfilled: changed, DutyChanged: changed, DutyEnded: changed },
});
