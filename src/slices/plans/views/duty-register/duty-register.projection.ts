import { recordRegister, type RecordRow } from '../../../../kernel/record-register.js';
import { type UpdateOf } from '../../../../kernel/update.js';
import { type DutyEvent, dutyEventVersions } from '../../duty.events.js';
import { type Duty, evolveDuty } from '../../duty.state.js';

export type DutyUpdate = UpdateOf<DutyEvent>;

/** One row per duty of a body, as it stands now, with what it is sought by. Dates are calendar dates where the body sits. */
export interface DutySought {
  readonly dutyId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly recordedOn: string;
}

export type DutyRegisterRow = RecordRow<Duty, DutyEvent, DutySought>;

export const dutyRegister = recordRegister<Duty, DutyEvent, DutySought>({
  name: 'duty_register',
  version: 2,
  events: dutyEventVersions,
  evolve: evolveDuty,
  sought: ({ record: { dutyId, bodyId, title, recordedOn } }) => ({ dutyId, bodyId, title, recordedOn }),
  columns: {
    dutyId: { type: 'text' },
    bodyId: { type: 'text' },
    title: { type: 'text' },
    recordedOn: { type: 'date' },
  },
  primaryKey: 'dutyId',
  indexes: [{ columns: ['bodyId', 'title'] }],
  key: (event) => event.data.dutyId,
});
