import { addDays, dayNumber, fromDayNumber, longDate } from '../../kernel/dates.js';
import { daysOf } from './calendars.js';
import { type CountedPeriod, type Deadline, type RecordedHoliday } from '../../kernel/deadline.js';

/** A number of days to count, and the rule to count them by. Dates are calendar dates where the body sits. */
export interface Counting extends Pick<CountedPeriod, 'calendar' | 'rule' | 'source' | 'length' | 'from' | 'starts'> {
  /** Recorded holidays, those kept everywhere first and then the body's own; only the calendars of bank holidays use them. */
  readonly holidays?: readonly RecordedHoliday[];
}

/**
 * Counts so many days of a calendar. The trigger day is day 1 where the rule says "beginning with" it and the day counts. `length` is 1 or
 * more; anything else is a fault of the program, since no rule gives no days.
 */
export function countPeriod({ calendar, rule, source, length, from, starts, holidays = [] }: Counting): CountedPeriod {
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`A period of ${length} days cannot be counted.`);
  const whyNot = daysOf(calendar, holidays);
  const skipped: { date: string; why: string }[] = [];
  const step = isCountedBack(starts) ? -1 : 1;
  let day = (dayNumber(from) ?? NaN) + (starts === 'that-day' ? 0 : step);
  if (Number.isNaN(day)) throw new RangeError(`${from} is not a date.`);
  let firstDay = NaN;
  for (let left = length; ; day += step) {
    const why = whyNot(day);
    if (why !== null) {
      skipped.push({ date: fromDayNumber(day), why });
      continue;
    }
    if (left === length) firstDay = day;
    left -= 1;
    if (left === 0) break;
  }
  const named = { calendar, rule, ...(source === undefined ? {} : { source }), length, from, starts };
  return { ...named, firstDay: fromDayNumber(firstDay), skipped, lastDay: fromDayNumber(starts === 'clear-days-before' ? day - 1 : day) };
}

const isCountedBack = (starts: CountedPeriod['starts']): boolean => starts === 'day-before' || starts === 'clear-days-before';

/** The period counted again by the same rule from the same day, with the holidays known now. */
export const recountPeriod = (
  { calendar, rule, source, length, from, starts }: CountedPeriod,
  holidays: readonly RecordedHoliday[],
): CountedPeriod => countPeriod({ calendar, rule, ...(source === undefined ? {} : { source }), length, from, starts, holidays });

interface Recount {
  readonly counted: CountedPeriod;
  readonly json: string;
  readonly explanation: string;
}

/** What was counted by a list of holidays: a day that moves a hundred thousand deadlines has few different sums among them. */
const RECOUNTS = new WeakMap<readonly RecordedHoliday[], Map<string, Recount>>();
const MOST_KEPT = 10_000;

function recountBy(holidays: readonly RecordedHoliday[], period: CountedPeriod): Recount {
  const known = RECOUNTS.get(holidays) ?? new Map<string, Recount>();
  RECOUNTS.set(holidays, known);
  const { calendar, rule, source = '', length, from, starts } = period;
  const key = [calendar, rule, source, length, from, starts].join('\n');
  const found = known.get(key);
  if (found) return found;
  const counted = recountPeriod(period, holidays);
  const recount = { counted, json: JSON.stringify(counted), explanation: explainPeriod(counted) };
  if (known.size < MOST_KEPT) known.set(key, recount);
  return recount;
}

/** A counted deadline counted again with the holidays known now; the same object where nothing changes, or where it was never counted. */
export function recountDeadline(deadline: Deadline, holidays: readonly RecordedHoliday[]): Deadline {
  if (!deadline.counted) return deadline;
  const { counted, json, explanation } = recountBy(holidays, deadline.counted);
  if (json === JSON.stringify(deadline.counted)) return deadline;
  return { ...deadline, latest: counted.lastDay, explanation, counted };
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Monday 1 February 2027`. */
export const dayInWords = (date: string): string => `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${longDate(date)}`;

const BEGINS: Readonly<Record<CountedPeriod['starts'], (from: string) => string>> = {
  'that-day': (from) => `Counting begins with ${from} itself`,
  'day-after': (from) => `Counting begins on the day after ${from}`,
  'day-before': (from) => `Counting goes back from the day before ${from}`,
  'clear-days-before': (from) => `Counting goes back from the day before ${from}`,
};

const ends = (length: number, starts: CountedPeriod['starts'], lastDay: string): string =>
  starts === 'clear-days-before'
    ? `Day ${length} is ${dayInWords(addDays(lastDay, 1))}; the last day is the one before it, ${dayInWords(lastDay)}.`
    : `Day ${length}, the last, is ${dayInWords(lastDay)}.`;

/** How a period was counted, in a person's sentences: the rule, the first day, every day that did not count and why, the last day. */
export function explainPeriod({ rule, source, length, from, starts, firstDay, skipped, lastDay }: CountedPeriod): string {
  const begins = BEGINS[starts](dayInWords(from));
  const first = `${begins}; the first day that counts is ${dayInWords(firstDay)}.`;
  const not = skipped.map(({ date, why }) => {
    const day = dayInWords(date);
    return day.includes(why) ? day : `${day} (${why})`;
  });
  return [
    `${rule}${source === undefined ? '' : ` (${source})`}.`,
    first,
    ...(not.length ? [`Not counted: ${not.join(', ')}.`] : ['Every day counts.']),
    ends(length, starts, lastDay),
  ].join(' ');
}
