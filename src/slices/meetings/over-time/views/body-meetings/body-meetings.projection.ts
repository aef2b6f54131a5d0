import { type Recorded } from '../../../../../kernel/event.js';
import { projection } from '../../../../../kernel/projection.js';
import { type MeetingEvent, meetingIdOf } from '../../../events/meeting.events.js';
import { type StepEvent } from '../../../events/step.events.js';
import { bodyIdOf } from '../../../../../kernel/record-id.js';

export interface BodyMeetingsRow {
  readonly bodyId: string;
  /** Dates of the body's meetings that are not cancelled, by meeting. */
  readonly called: Readonly<Record<string, string>>;
  /** The days on which the body met, by meeting: from the day the record says a meeting was opened. */
  readonly held: Readonly<Record<string, readonly string[]>>;
}

/** One row per body that called a meeting, or met with one that did: when it met. Dormancy is derived from it. */
export const bodyMeetings = projection<BodyMeetingsRow, MeetingEvent | StepEvent>({
  name: 'body_meetings',
  version: 2,
  columns: { bodyId: { type: 'text' }, called: { type: 'json' }, held: { type: 'json' } },
  primaryKey: 'bodyId',
  indexes: [],
  key: (event) => [bodyIdOf(meetingIdOf(event.stream)), ...meetingWith(event)],
  on: {
    MeetingCalled: (row, { stream, data: { date } }, bodyId) => ({
      bodyId,
      called: { ...row?.called, [meetingIdOf(stream)]: date },
      held: row?.held ?? {},
    }),
    MeetingCancelled: (row, { stream }) =>
      row && { ...row, called: Object.fromEntries(Object.entries(row.called).filter(([meetingId]) => meetingId !== meetingIdOf(stream))) },
    MeetingOpened: (row, { stream }) => {
      const meetingId = meetingIdOf(stream);
      const date = row?.called[meetingId];
      return row && date !== undefined ? { ...row, held: { ...row.held, [meetingId]: [date] } } : row;
    },
    MeetingResumed: (row, { stream, data: { date } }) => {
      const meetingId = meetingIdOf(stream);
      return row && date !== undefined ? { ...row, held: { ...row.held, [meetingId]: [...(row.held[meetingId] ?? []), date] } } : row;
    },
    StepStruck: (row, { stream, data: { date } }) => {
      const meetingId = meetingIdOf(stream);
      const days = row?.held[meetingId];
      return row && days && date !== undefined
        ? { ...row, held: { ...row.held, [meetingId]: days.toSpliced(days.lastIndexOf(date), 1) } }
        : row;
    },
  },
});

/** The days on which the body met, in order. */
export const heldDays = (row: BodyMeetingsRow | null | undefined): readonly string[] =>
  Object.values(row?.held ?? {})
    .flat()
    .sort();

/** The other bodies that a joint meeting is of, in the events that change when they met. */
function meetingWith({ type, data }: Recorded<MeetingEvent | StepEvent>): readonly string[] {
  if (type === 'MeetingCalled') return (data.jointlyWith ?? []).map(({ bodyId }) => bodyId);
  if (type === 'MeetingCancelled' || type === 'StepStruck') return data.jointlyWith ?? [];
  return type === 'MeetingOpened' || type === 'MeetingResumed' ? (data.standing?.jointly ?? []).map(({ bodyId }) => bodyId) : [];
}
