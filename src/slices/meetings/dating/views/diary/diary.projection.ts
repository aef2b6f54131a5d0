import { type Position } from '../../../../../kernel/event.js';
import { projection } from '../../../../../kernel/projection.js';
import { type MeetingEvent, meetingIdOf } from '../../../events/meeting.events.js';

/**
 * A body's diary: the dates of its meetings, and which are cancelled, or were abandoned before any item was taken. Deadlines such as "next meeting" hang on it, as it is now or as it
 * was at another time.
 */
export interface DiaryRow {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly date: string;
  readonly opened: boolean;
  /** When its opening was written down, and the place of that in the record; `null` where it was not opened. */
  readonly openedRecordedAt: string | null;
  readonly openedPosition: Position | null;
  /** When the meeting was called, and when that was written down. */
  readonly calledAt: string;
  readonly calledRecordedAt: string;
  /** When the meeting was cancelled, and when that was written down; `null` where it is not cancelled. */
  readonly cancelledAt: string | null;
  readonly cancelledRecordedAt: string | null;
  /** It was not cancelled but abandoned before any item was taken, and counts from then on as a cancelled one. */
  readonly abandoned: boolean;
  /** The places in the record of the calling and of the cancelling. */
  readonly calledPosition: Position;
  readonly cancelledPosition: Position | null;
}

export const diary = projection<DiaryRow, MeetingEvent>({
  name: 'diary',
  version: 3,
  columns: {
    meetingId: { type: 'text' },
    bodyId: { type: 'text' },
    date: { type: 'date' },
    opened: { type: 'boolean' },
    openedRecordedAt: { type: 'instant', nullable: true },
    openedPosition: { type: 'text', nullable: true },
    calledAt: { type: 'instant' },
    calledRecordedAt: { type: 'instant' },
    cancelledAt: { type: 'instant', nullable: true },
    cancelledRecordedAt: { type: 'instant', nullable: true },
    abandoned: { type: 'boolean' },
    calledPosition: { type: 'text' },
    cancelledPosition: { type: 'text', nullable: true },
  },
  primaryKey: 'meetingId',
  indexes: [{ columns: ['bodyId', 'date'] }],
  key: ({ stream }) => meetingIdOf(stream),
  on: {
    MeetingCalled: (_row, { data: { meetingId, bodyId, date }, happenedAt, recordedAt, position }) => ({
      meetingId,
      bodyId,
      date,
      opened: false,
      openedRecordedAt: null,
      openedPosition: null,
      calledAt: happenedAt,
      calledRecordedAt: recordedAt,
      cancelledAt: null,
      cancelledRecordedAt: null,
      abandoned: false,
      calledPosition: position,
      cancelledPosition: null,
    }),
    MeetingOpened: (row, { recordedAt, position }) =>
      row && { ...row, opened: true, openedRecordedAt: recordedAt, openedPosition: position },
    MeetingCancelled: (row, { happenedAt, recordedAt, position }) =>
      row && { ...row, cancelledAt: happenedAt, cancelledRecordedAt: recordedAt, cancelledPosition: position },
    MeetingConcluded: (row, { data: { notHeld }, happenedAt, recordedAt, position }) => {
      if (!row || !notHeld) return row;
      return { ...row, abandoned: true, cancelledAt: happenedAt, cancelledRecordedAt: recordedAt, cancelledPosition: position };
    },
  },
});
