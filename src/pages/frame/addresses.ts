import { bodyIdOf, keyOf } from '../../kernel/record-id.js';
import { type DecisionRef } from '../../kernel/citation.js';

/** Makes the addresses of one kind of record's pages, from the record's name: `/bodies/<body>/<kind>/<record>`. */
const ofKind =
  (kind: string) =>
  (recordId: string): string =>
    `/bodies/${bodyIdOf(recordId)}/${kind}/${keyOf(recordId)}`;

export const addressOfMeeting = ofKind('meetings');
export const addressOfAction = ofKind('actions');
export const addressOfReport = ofKind('reports');
export const addressOfDirection = ofKind('directions');
export const addressOfRequest = ofKind('participation-requests');
export const addressOfPlan = ofKind('plans');
export const addressOfDuty = ofKind('duties');

/** The address of a decision in the register of its body, narrowed to its meeting. */
export function addressOfDecision({ meetingId, decisionId }: DecisionRef): string {
  const query = new URLSearchParams({ meeting: meetingId }).toString();
  return `/bodies/${bodyIdOf(meetingId)}/decisions?${query}#${decisionAnchor({ meetingId, decisionId })}`;
}

/** The id of a decision's place in the register's page. */
export const decisionAnchor = ({ meetingId, decisionId }: DecisionRef): string => `${keyOf(meetingId)}.${decisionId}`;
