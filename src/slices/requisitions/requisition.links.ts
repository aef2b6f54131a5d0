import { type LinkTable } from '../../kernel/links.js';
import { type RequisitionEvent } from './requisition.events.js';

/** From the requisition to the meeting that was called on it and held. */
export const requisitionLinks: LinkTable<RequisitionEvent> = {
  RequisitionAnswered: ({ data: { requisitionId, atMeeting, how } }) => [
    { from: `requisition:${requisitionId}`, to: atMeeting, how: `meeting ${how}` },
  ],
};
