import { bodyIdOf, keyOf } from '../../kernel/record-id.js';
import { addressOfRecord } from '../../kernel/record-address.js';
import { type DecisionRef } from '../../kernel/citation.js';

/** Makes the addresses of one kind of record's pages, from the record's name. */
const ofKind =
  (kind: Parameters<typeof addressOfRecord>[0]) =>
  (recordId: string): string =>
    addressOfRecord(kind, recordId);

export const addressOfMeeting = ofKind('meeting');
export const addressOfAction = ofKind('action');
export const addressOfReport = ofKind('report');
export const addressOfDirection = ofKind('direction');
export const addressOfRequest = ofKind('participation-request');
export const addressOfPlan = ofKind('plan');
export const addressOfDuty = ofKind('duty');
export const addressOfRequisition = ofKind('requisition');
export const addressOfRemit = ofKind('remit');

/** The address of a decision in the register of its body, narrowed to its meeting. */
export function addressOfDecision({ meetingId, decisionId }: DecisionRef): string {
  const query = new URLSearchParams({ meeting: meetingId }).toString();
  return `/bodies/${bodyIdOf(meetingId)}/decisions?${query}#${decisionAnchor({ meetingId, decisionId })}`;
}

/** The address that tells what the words of a deadline come to, where a body's diary and holidays are. */
export const addressOfReading = (bodyId: string): string => `/bodies/${bodyId}/deadline`;

/** The id of a decision's place in the register's page. */
export const decisionAnchor = ({ meetingId, decisionId }: DecisionRef): string => `${keyOf(meetingId)}.${decisionId}`;
