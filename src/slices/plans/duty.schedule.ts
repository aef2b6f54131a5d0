import { Temporal } from 'temporal-polyfill';
import { longDate } from '../../kernel/dates.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DutySchedule } from './duty.events.js';

/** When a duty falls due. Calendar dates where the body sits. */

/** The date so many months later; the month's last day where it lacks that day. */
const monthsOn = (date: string, months: number): string => Temporal.PlainDate.from(date).add({ months }).toString();

/** An occurrence by its place: 0 for the first, then one every so many years. */
export function occurrenceOf({ everyYears, first }: DutySchedule, place: number): string {
  const years = 12 * everyYears * place;
  return first.by === 'date' ? monthsOn(first.date, years) : monthsOn(monthsOn(first.yearEnd, years), first.months);
}

/** The first occurrence after a day. */
export function dutyAfter(schedule: DutySchedule, day: string): string {
  for (let place = 0; ; place += 1) {
    const occurrence = occurrenceOf(schedule, place);
    if (occurrence > day) return occurrence;
  }
}

const plural = (count: number, unit: string): string => (count === 1 ? `one ${unit}` : `${count} ${unit}s`);

/** As a person would say it: `every 3 years from 1 April 2019`, `every year, 4 months after the year’s end on 31 March`. */
export function scheduleWords({ everyYears, first }: DutySchedule): string {
  const every = everyYears === 1 ? 'every year' : `every ${everyYears} years`;
  if (first.by === 'date') return `${every} from ${longDate(first.date)}`;
  const [day, month] = longDate(first.yearEnd).split(' ');
  return `${every}, ${plural(first.months, 'month')} after the year’s end on ${day} ${month}, the first on ${longDate(first.yearEnd)}`;
}

/** An occurrence of the duty as a deadline. */
export const dutyDeadline = (schedule: DutySchedule, occurrence: string): Deadline => ({
  words: scheduleWords(schedule),
  kind: 'recurring',
  latest: occurrence,
  ...(schedule.everyYears === 1 ? { recurrence: 'yearly' as const } : {}),
  explanation: `${scheduleWords(schedule)}: by ${longDate(occurrence)}`,
});
