import { Temporal } from 'temporal-polyfill';
import { instantInZone } from '../../kernel/dates.js';
import { type Following } from './reminder.events.js';

type Times = Pick<Following, 'digest' | 'sendAt' | 'quietHours' | 'timeZone'>;

const local = (now: string, timeZone: string) => Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);

/** Whether an instant lies in the quiet hours, in which no mail is sent. */
export function isQuiet(now: string, { quietHours, timeZone }: Pick<Times, 'quietHours' | 'timeZone'>): boolean {
  if (!quietHours) return false;
  const time = local(now, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const { from, to } = quietHours;
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** The last instant, not after now, from which a daily or weekly mail may go; weekly mail goes on Mondays. */
export function slotBefore(now: string, { digest, sendAt, timeZone }: Pick<Times, 'digest' | 'sendAt' | 'timeZone'>): string {
  let day = local(now, timeZone).toPlainDate();
  if (digest === 'weekly') day = day.subtract({ days: day.dayOfWeek - 1 });
  const slot = instantInZone(day.toString(), sendAt, timeZone);
  if (slot <= now) return slot;
  return instantInZone(day.subtract({ days: digest === 'weekly' ? 7 : 1 }).toString(), sendAt, timeZone);
}

/** Whether a mail may be made now: outside quiet hours, and for a digest at most one a day or week, not before its time. */
export function mayMail(now: string, times: Times, lastDigestAt: string | null): boolean {
  if (isQuiet(now, times)) return false;
  return times.digest === 'each' || lastDigestAt === null || lastDigestAt < slotBefore(now, times);
}
