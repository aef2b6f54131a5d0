import { type Deadline } from '../../kernel/deadline.js';
import { type DueChange, type DueTable } from '../../kernel/due.js';
import { type RequisitionEvent, type RequisitionStep } from './requisition.events.js';

const clock = (requisitionId: string) => ({ kind: 'requisition', recordId: requisitionId, clock: 'meeting' }) as const;

const fallsDue = ({ requisitionId, bodyId, on }: RequisitionStep, deadline: Deadline | undefined, title: string): readonly DueChange[] =>
  deadline
    ? [
        {
          change: 'falls-due',
          ...clock(requisitionId),
          bodyId,
          title,
          what: 'special meeting asked for by members',
          deadline,
          saidOn: on,
          officers: [],
          exempt: false,
        },
      ]
    : [];

/** The meeting falls due once enough members ask, and until it is held or called, as the rule has it. */
export const requisitionDues: DueTable<RequisitionEvent> = {
  RequisitionReceived: ({ data }) => fallsDue(data, data.due, `Requisition of ${data.askedBy.map(({ name }) => name).join(', ')}`),
  RequisitionJoined: ({ data }) => fallsDue(data, data.due, `Requisition ${data.requisitionId}`),
  RequisitionAnswered: ({ data: { requisitionId, on, meets } }) => (meets ? [{ change: 'met', ...clock(requisitionId), on }] : []),
  RequisitionReopened: ({ data: { requisitionId, on } }) => [{ change: 'live-again', ...clock(requisitionId), on }],
  RequisitionEnded: ({ data: { requisitionId, on } }) => [{ change: 'dropped', ...clock(requisitionId), on }],
};
