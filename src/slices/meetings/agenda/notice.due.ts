import { dateInZone, longDate, USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { type Deadline } from '../../../kernel/deadline.js';
import { type DueTable } from '../../../kernel/due.js';
import { explainPeriod } from '../../calendars/calendars.words.js';
import { noticeInWords } from './clear-days.js';
import { type ClearDays, type MeetingEvent, meetingIdOf } from '../events/meeting.events.js';

const notice = (meetingId: string) => ({ kind: 'meeting', recordId: meetingId, clock: 'notice' }) as const;

/**
 * A deadline of so many clear days, which include neither the day of notice nor the day of the meeting. A holiday may move the day that was
 * counted; where only the day was kept, it stays.
 */
const clearDaysBefore = (
  clearDays: number,
  { latestDay: latest, source, counted }: Omit<ClearDays, 'required' | 'given' | 'short'>,
): Deadline => {
  if (counted) {
    const kind = counted.calendar === 'every-day' ? 'date' : 'working-days';
    return { words: counted.rule, kind, latest: counted.lastDay, explanation: explainPeriod(counted), counted };
  }
  const words = noticeInWords(clearDays);
  return {
    words,
    kind: 'date',
    latest,
    explanation: `${words}${source === undefined ? '' : ` (${source})`}: the latest day of notice is ${longDate(latest)}`,
  };
};

/** Notice falls due where the body has a rule of notice; it is met by giving notice, or dropped when the meeting begins without. */
export const meetingDues: DueTable<MeetingEvent> = {
  MeetingCalled: ({ data: { meetingId, bodyId, title, date, notice: rule } }) =>
    rule
      ? [
          {
            change: 'falls-due',
            ...notice(meetingId),
            bodyId,
            title: `${title}, ${longDate(date)}`,
            what: 'notice of the meeting',
            lapsesAfter: date,
            deadline: clearDaysBefore(rule.clearDays, rule),
            officers: [],
            exempt: false,
          },
        ]
      : [],
  NoticeGiven: ({ stream, data: { givenOn, clearDays } }) => {
    const named = notice(meetingIdOf(stream));
    const { required } = clearDays;
    return [
      ...(required > 0 ? [{ change: 'carried' as const, ...named, deadline: clearDaysBefore(required, clearDays) }] : []),
      { change: 'met', ...named, on: givenOn },
    ];
  },
  MeetingCancelled: ({ stream, happenedAt }) => [
    { change: 'dropped', ...notice(meetingIdOf(stream)), on: dateInZone(happenedAt, USUAL_TIME_ZONE) },
  ],
  MeetingOpened: ({ stream, data: { standing } }) => [{ change: 'dropped', ...notice(meetingIdOf(stream)), on: standing.asOf }],
};
