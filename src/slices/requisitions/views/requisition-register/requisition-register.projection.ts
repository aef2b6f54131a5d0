import { recordRegister, type RecordRow } from '../../../../kernel/record-register.js';
import { type RequisitionEvent, requisitionEventVersions } from '../../requisition.events.js';
import { evolveRequisition, type Requisition, type RequisitionStanding, standingOf } from '../../requisition.state.js';

/** One row per requisition, as it stands now, with what it is sought by. Dates are calendar dates where the body sits. */
export interface RequisitionSought {
  readonly requisitionId: string;
  readonly bodyId: string;
  readonly receivedOn: string;
  readonly standing: RequisitionStanding;
}

export type RequisitionRegisterRow = RecordRow<Requisition, RequisitionEvent, RequisitionSought>;

export const requisitionRegister = recordRegister<Requisition, RequisitionEvent, RequisitionSought>({
  name: 'requisition_register',
  version: 1,
  events: requisitionEventVersions,
  evolve: evolveRequisition,
  sought: ({ record }) => {
    const { requisitionId, bodyId, receivedOn } = record;
    return { requisitionId, bodyId, receivedOn, standing: standingOf(record) };
  },
  columns: {
    requisitionId: { type: 'text' },
    bodyId: { type: 'text' },
    receivedOn: { type: 'date' },
    standing: { type: 'text' },
  },
  primaryKey: 'requisitionId',
  indexes: [{ columns: ['bodyId', 'receivedOn'] }],
  key: (event) => event.data.requisitionId,
});
