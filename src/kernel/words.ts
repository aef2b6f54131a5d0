import { type DateMoved, type Deadline } from './deadline.js';
import { dateInZone, daysBetween, longDate, USUAL_TIME_ZONE } from './dates.js';

/** A date as people write it: `3 March 2016`; of an instant, with its time: `3 March 2016, 2.00 pm`. */
export function when(value: string | null | undefined, zone = USUAL_TIME_ZONE): string {
  if (!value) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value);
  const time = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: zone }).format(
    new Date(value),
  );
  return `${longDate(dateInZone(value, zone))}, ${time.replace(':', '.')}`;
}

/** `1 day`, `3 days`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** `£1,250`, `£12.50`. */
export const pounds = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: pence % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })}`;

/** How far a date is from today: `3 days overdue`, `due today`, `due in 2 days`. */
export function daysFromNow(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'due today';
  return days < 0 ? `${count(-days, 'day')} overdue` : `due in ${count(days, 'day')}`;
}

/** `A`, `A and B`, `A, B and C`. */
export const andNames = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** `by 30 November 2016`; `null` if no day was computed, or if the deadline's own words say that day. */
export const dueBy = ({ words, latest }: Deadline): string | null =>
  latest === undefined || words.includes(when(latest)) ? null : `by ${when(latest)}`;

/** Beside a day that was said in a document: that the deadline has another now; `null` where it has not. */
export function dateMoved(said: string | null | undefined, now: string | null | undefined): DateMoved | null {
  if ((said ?? null) === (now ?? null)) return null;
  return { said: said ?? null, now: now ?? null, words: now ? `date moved: now ${when(now)}` : 'date moved: now on no day known' };
}

/** The words of a deadline with the day computed from them; the text `nothing` if the deadline has neither. */
export const deadlineWords = (due: Deadline, nothing: string): string => [due.words, dueBy(due)].filter(Boolean).join(', ') || nothing;
