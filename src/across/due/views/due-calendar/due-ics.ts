import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { calendarText } from '../../../../http/calendar-text.js';
import { addDays } from '../../../../kernel/dates.js';
import { derivedId } from '../../../../kernel/ids.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { monthSpan, occurrences } from '../../../../slices/calendars/calendars.words.js';
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
  const { deadline } = due;
  const { latest, earliest, recurrence, thereafter } = deadline;
  if (latest === undefined) return [];
  const first = recurrence === undefined ? (earliest ?? latest) : latest;
  const later = thereafter && occurrences(deadline, `${Number(latest.slice(0, 4)) + 2}-12-31`)[1];
  if (later === undefined) return [eventOf(due, 'due', first, latest, ruleOf(deadline, latest))];
  // The first occurrence has a day of its own, so it is an event beside those that recur.
  return [eventOf(due, 'due', first, latest, null), eventOf(due, 'thereafter', later, later, ruleOf(deadline, later))];
}

function eventOf(due: DueShown, which: string, from: string, until: string, rule: string | null): ICalEventData {
  const stamp = new Date(due.changedAt);
  const people = [due.officers.join(', '), due.organisation].filter(Boolean).join(', ');
  return {
    id: `${derivedId(which, due.dueId)}@quorate`,
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
    ...(rule === null ? {} : { repeating: rule }),
  };
}

const midnight = (date: string): Date => new Date(`${date}T00:00:00.000Z`);

const EVERY: Readonly<Record<NonNullable<Deadline['recurrence']>, string>> = {
  yearly: 'FREQ=YEARLY',
  'half-yearly': 'FREQ=MONTHLY;INTERVAL=6',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
  monthly: 'FREQ=MONTHLY',
};

/** The rule of recurrence. The last day of a month stays the last in shorter months. */
function ruleOf({ recurrence }: Deadline, first: string): string | null {
  if (recurrence === undefined) return null;
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const last = monthSpan(year, month)?.latest === first;
  if (!last) return `RRULE:${EVERY[recurrence]}`;
  return `RRULE:${EVERY[recurrence]}${recurrence === 'yearly' ? `;BYMONTH=${month}` : ''};BYMONTHDAY=-1`;
}
