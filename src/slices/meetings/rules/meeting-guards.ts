import { plain } from '../../../kernel/plain.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type DecisionEvent } from '../events/decision.events.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { type StepEvent } from '../events/step.events.js';
import { type MotionEvent } from '../events/motion.events.js';
import { type ElectionEvent } from '../votes/election.events.js';

/** The events that the deciders of the meeting itself record. */
export type RoomEvent = MeetingEvent | MotionEvent | ElectionEvent | DecisionEvent | MinuteEvent | StepEvent;

/** Plain JSON without what was left out, so that what is folded now is what a replay folds. */
export const record = (event: MeetingEvent, id?: string): Decision<RoomEvent> => accept<RoomEvent>(plain(event), id);

/** Refuses every step on a meeting that does not exist or was cancelled, or whose minute is signed. */
export function closed(meeting: Meeting): Refusal | null {
  if (meeting.status === 'unknown') return refuseMeeting('meeting.not-called');
  if (meeting.status === 'cancelled') return refuseMeeting('meeting.cancelled');
  return minuteSigned(meeting);
}

/** After the minute is signed, only corrections by a later meeting are recorded of a meeting. */
export const minuteSigned = ({ minute }: Meeting): Refusal | null =>
  minute.signed ? refuseMeeting('minute.signed', { detail: { signedBy: minute.signed.signedBy.name } }) : null;

export const notOpened = (meeting: Meeting): Refusal | null =>
  meeting.standings.length === 0 ? refuseMeeting('meeting.not-open', { detail: { status: meeting.status } }) : null;

/** Refuses records of a meeting that was not called or opened, was cancelled, or has its minute signed. */
export const notRecordable = (meeting: Meeting): Refusal | null => closed(meeting) ?? notOpened(meeting);

/** Refuses business of a meeting that is not sitting; the record of one that is concluded may still be completed. */
export const notSitting = (meeting: Meeting): Refusal | null =>
  notRecordable(meeting) ?? (meeting.status === 'adjourned' ? refuseMeeting('meeting.adjourned') : null);
