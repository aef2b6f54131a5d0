import { type Refusal } from '../../../kernel/refusal.js';
import { closed, minuteSigned, notOpened } from './meeting-guards.js';
import { refuseMeeting } from './meeting.refusals.js';
import { type Meeting } from './meeting.state.js';

export { minuteSigned };

/** Why nothing may be written down of what a meeting did: it was not called or opened, was cancelled, or its minute is signed. */
export const notRecordable = (meeting: Meeting): Refusal | null => closed(meeting) ?? notOpened(meeting);

/** Why a meeting does no business now; one that is concluded may still have its record completed. */
export const notSitting = (meeting: Meeting): Refusal | null =>
  notRecordable(meeting) ?? (meeting.status === 'adjourned' ? refuseMeeting('meeting.adjourned') : null);
