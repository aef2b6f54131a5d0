import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { calendarText } from '../../../http/calendar-text.js';
import { instantInZone } from '../../../kernel/dates.js';

/** A meeting for a calendar. */
export interface CalendarMeeting {
  /** An id that stays the same for as long as the meeting exists. */
  readonly uid: string;
  readonly title: string;
  readonly date: string;
  readonly time: string | null;
  readonly timeZone: string;
  readonly place: string | null;
  readonly address: string;
  readonly words: string;
  readonly cancelled: boolean;
  /** A number that rises with every change, so that a calendar knows the newer version. */
  readonly sequence: number;
}

export const CALENDAR = 'text/calendar; charset=utf-8';

/** Meetings as a calendar, RFC 5545. An event has no end, since nobody records one; a meeting without a time is on its whole day. */
export function meetingsCalendar(name: string, address: string, now: string, meetings: readonly CalendarMeeting[]): string {
  const calendar = ical({ name: calendarText(name), url: address, method: ICalCalendarMethod.PUBLISH, prodId: '//Quorate//Meetings//EN' });
  for (const { uid, title, date, time, timeZone, place, address: url, words, cancelled, sequence } of meetings)
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(now),
      start: new Date(time === null ? `${date}T00:00:00Z` : instantInZone(date, time, timeZone)),
      allDay: time === null,
      summary: cancelled ? `Cancelled: ${title}` : title,
      description: words,
      ...(place !== null && { location: place }),
      url,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}
