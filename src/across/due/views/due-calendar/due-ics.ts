import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { calendarText } from '../../../../http/calendar-text.js';
import { addDays } from '../../../../kernel/dates.js';
import { derivedId } from '../../../../kernel/ids.js';
import { explanationOf } from './due-text.js';
import { type DueShown } from './due-view.js';

/** Days for which a feed still lists an ended deadline as cancelled; after that the feed leaves it out. */
export const CANCELLED_FOR_DAYS = 90;

/**
 * Deadlines as a calendar to subscribe to (RFC 5545): a day-long event on the deadline’s day, or over its whole span. The UID is the
 * deadline’s for good, and SEQUENCE counts its changes, so that a subscriber’s copy follows. Undated deadlines are left out.
 */
export function dueIcs(dues: readonly DueShown[], name: string): string {
  const calendar = ical({
    name: calendarText(name),
    prodId: { company: 'quorate', product: 'due', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const event of dues.flatMap(eventsOf)) calendar.createEvent(event);
  return calendar.toString();
}

function eventsOf(due: DueShown): ICalEventData[] {
  const { latest, earliest, recurrence } = due.deadline;
  return latest === undefined ? [] : [eventOf(due, recurrence === undefined ? (earliest ?? latest) : latest, latest)];
}

function eventOf(due: DueShown, from: string, until: string): ICalEventData {
  const stamp = new Date(due.changedAt);
  const people = [due.officers.join(', '), due.organisation].filter(Boolean).join(', ');
  return {
    id: `${derivedId('due', due.dueId)}@quorate`,
    sequence: due.sequence,
    stamp,
    lastModified: stamp,
    start: midnight(from),
    end: midnight(addDays(until, 1)),
    allDay: true,
    timezone: 'UTC',
    summary: `${due.title}: ${due.what}`,
    description: [people, `Due ${due.deadline.words || until}`, explanationOf(due), due.dueId].filter(Boolean).join('\n'),
    categories: [{ name: due.kind }, { name: due.bodyId }],
    transparency: ICalEventTransparency.TRANSPARENT,
    status: due.standing === 'live' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    ...(due.days.length > 1 ? { repeating: onDays(due.days) } : {}),
  };
}

const midnight = (date: string): Date => new Date(`${date}T00:00:00.000Z`);

/**
 * The days of a deadline that recurs, as dates, the first among them: no rule of RFC 5545 keeps the last day of the month in every case, nor do
 * all readers take the start for a day of its own.
 */
const onDays = (days: readonly string[]): string => days.map((day) => `RDATE;VALUE=DATE:${day.replaceAll('-', '')}`).join('\n');
