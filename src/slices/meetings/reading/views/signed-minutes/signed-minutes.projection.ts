import { projection } from '../../../../../kernel/projection.js';
import { type MinuteEvent } from '../../../events/minute.events.js';
import { bodyIdOf } from '../../../../../kernel/record-id.js';
import { meetingIdOf } from '../../../events/meeting.events.js';

/** A meeting whose minute is signed: from then on its record is published, but for what is exempt. */
export interface SignedMinuteRow {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly signedAt: string;
}

/** One row per signed minute. */
export const signedMinutes = projection<SignedMinuteRow, MinuteEvent>({
  name: 'signed_minute',
  version: 1,
  columns: { meetingId: { type: 'text' }, bodyId: { type: 'text' }, signedAt: { type: 'instant' } },
  primaryKey: 'meetingId',
  indexes: [{ columns: ['bodyId'] }],
  key: ({ stream }) => meetingIdOf(stream),
  on: {
    MinuteSigned: (_row, { happenedAt }, meetingId) => ({ meetingId, bodyId: bodyIdOf(meetingId), signedAt: happenedAt }),
  },
});
