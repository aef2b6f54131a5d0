import { plain } from '../../../kernel/plain.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type DecisionEvent } from './decision.events.js';
import { type MeetingEvent } from './meeting.events.js';
import { refuseMeeting } from './meeting.refusals.js';
import { type Meeting } from './meeting.state.js';

/** What the deciders of the meeting itself record. */
export type RoomEvent = MeetingEvent | DecisionEvent;

/** Plain JSON without what was left out, so that what is folded now is what a replay folds. */
export const record = (event: MeetingEvent, id?: string): Decision<RoomEvent> => accept<RoomEvent>(plain(event), id);

/** What nothing may be recorded after: the meeting does not exist, was cancelled, or its minute is signed. */
export function closed(meeting: Meeting): Refusal | null {
  if (meeting.status === 'unknown') return refuseMeeting('meeting.not-called');
  if (meeting.status === 'cancelled') return refuseMeeting('meeting.cancelled');
  return minuteSigned(meeting);
}

/** Once the minute is signed nothing is recorded of the meeting but corrections of a later one. */
export const minuteSigned = ({ minute }: Meeting): Refusal | null =>
  minute.signed ? refuseMeeting('minute.signed', { detail: { signedBy: minute.signed.signedBy.name } }) : null;

export const notOpened = (meeting: Meeting): Refusal | null =>
  meeting.standings.length === 0 ? refuseMeeting('meeting.not-open', { detail: { status: meeting.status } }) : null;

/** Why nothing may be written down of what a meeting did: it was not called or opened, was cancelled, or its minute is signed. */
export const notRecordable = (meeting: Meeting): Refusal | null => closed(meeting) ?? notOpened(meeting);

/** Why a meeting does no business now; one that is concluded may still have its record completed. */
export const notSitting = (meeting: Meeting): Refusal | null =>
  notRecordable(meeting) ?? (meeting.status === 'adjourned' ? refuseMeeting('meeting.adjourned') : null);
