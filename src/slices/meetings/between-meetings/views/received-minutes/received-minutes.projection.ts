import { projection } from '../../../../../kernel/projection.js';
import { type MeetingEvent, meetingIdOf, type MinuteResolved } from '../../../events/meeting.events.js';
import { type StepEvent } from '../../../events/step.events.js';

/** What a meeting of another body resolved on a minute: one row for each time it was received. */
export interface ReceivedMinuteRow {
  /** The meeting that received it and the revision of the event there: `council/2026-04-02#17`. */
  readonly key: string;
  /** The meeting whose minute it is; `null` where that is not in the record. */
  readonly ofMeeting: string | null;
  readonly atMeeting: string;
  readonly itemId: string;
  readonly resolved: MinuteResolved;
  readonly amendment: string | null;
  readonly decisionId: string | null;
}

type Event = Extract<MeetingEvent, { type: 'MinuteReceived' }> | Extract<StepEvent, { type: 'StepStruck' }>;

export const receivedMinutes = projection<ReceivedMinuteRow, Event>({
  name: 'received_minute',
  version: 1,
  columns: {
    key: { type: 'text' },
    ofMeeting: { type: 'text', nullable: true },
    atMeeting: { type: 'text' },
    itemId: { type: 'text' },
    resolved: { type: 'text' },
    amendment: { type: 'text', nullable: true },
    decisionId: { type: 'text', nullable: true },
  },
  primaryKey: 'key',
  indexes: [{ columns: ['ofMeeting', 'key'] }],
  key: ({ type, stream, revision, data }) => `${meetingIdOf(stream)}#${type === 'StepStruck' ? data.step : revision}`,
  on: {
    MinuteReceived: (_row, { data: { minuteOf, itemId, resolved, amendment, decisionId }, stream }, key) => ({
      ...{ key, ofMeeting: minuteOf.meetingId ?? null, atMeeting: meetingIdOf(stream), itemId, resolved },
      ...{ amendment: amendment ?? null, decisionId: decisionId ?? null },
    }),
    StepStruck: () => undefined,
  },
});
