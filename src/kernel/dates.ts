import { Temporal } from 'temporal-polyfill';

/** The time zone if no body names one: most bodies that this program is written for sit in Scotland. */
export const USUAL_TIME_ZONE = 'Europe/London';

/** Days since a fixed day, for adding and comparing without rounding; `null` where the date does not exist (2026-02-30). */
export function dayNumber(isoDate: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / 86_400_000 : null;
}

export const isDate = (text: string): boolean => dayNumber(text) !== null;

export const fromDayNumber = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one < other ? one : other);

export const addDays = (isoDate: string, days: number): string => Temporal.PlainDate.from(isoDate).add({ days }).toString();

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (dayNumber(to) ?? NaN) - (dayNumber(from) ?? NaN);

/** 1 Monday to 7 Sunday. */
export const dayOfWeek = (isoDate: string): number => Temporal.PlainDate.from(isoDate).dayOfWeek;

/** The calendar date of an instant where the body sits, e.g. `2016-03-03` for Europe/London. */
export const dateInZone = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The instant of a wall-clock date and time (`2016-03-03`, `14:00`) where the body sits. */
export const instantInZone = (isoDate: string, time: string, timeZone: string): string =>
  new Date(Temporal.PlainDateTime.from(`${isoDate}T${time}`).toZonedDateTime(timeZone).epochMilliseconds).toISOString();

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `3 March 2016`, as minutes write it. */
export function longDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
