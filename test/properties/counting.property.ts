import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOfWeek, fromDayNumber } from '../../src/kernel/dates.js';
import { scottishBankHolidays } from '../../src/slices/calendars/bank-holidays.js';
import { CALENDAR_NAMES, knowsHolidays } from '../../src/slices/calendars/calendars.js';
import { countPeriod, explainPeriod, recountPeriod } from '../../src/slices/calendars/counting.js';
import { type CalendarName, type RecordedHoliday } from '../../src/kernel/deadline.js';
import { runs } from '../support/runs.js';

const FIXED = ['12-25', '12-26', '01-01', '01-02'];

/** As a person counts, with the almanac beside them: day by day. */
function counts(calendar: CalendarName, day: string, holidays: readonly RecordedHoliday[]): boolean {
  if (calendar === 'every-day') return true;
  if (calendar !== 'all-but-bank-holidays' && dayOfWeek(day) > 5) return false;
  if (calendar === 'weekdays') return true;
  if (calendar === 'participation') return !FIXED.includes(day.slice(5));
  const said = holidays.filter(({ date }) => date === day).at(-1);
  return said ? !said.kept : !scottishBankHolidays(Number(day.slice(0, 4))).includes(day);
}

function slowly(calendar: CalendarName, from: string, starts: string, length: number, holidays: readonly RecordedHoliday[]) {
  const skipped: string[] = [];
  const counted: string[] = [];
  const step = starts.endsWith('before') ? -1 : 1;
  for (let day = starts === 'that-day' ? from : addDays(from, step); counted.length < length; day = addDays(day, step))
    (counts(calendar, day, holidays) ? counted : skipped).push(day);
  return { firstDay: counted[0], lastDay: addDays(counted.at(-1)!, starts === 'clear-days-before' ? -1 : 0), skipped };
}

// From 1900 to 2199, a good part of them about the turn of a year, where the calendars differ.
const someDay = fc.oneof(
  fc.integer({ min: -25_567, max: 83_900 }).map(fromDayNumber),
  fc.tuple(fc.integer({ min: 1990, max: 2150 }), fc.integer({ min: -45, max: 20 })).map(([year, days]) => addDays(`${year}-12-25`, days)),
);
const calendars = fc.constantFrom(...CALENDAR_NAMES);
const starting = fc.constantFrom('that-day' as const, 'day-after' as const, 'day-before' as const, 'clear-days-before' as const);
const rule = 'so many days';
/** Some near enough to matter. */
const holidaysAbout = (day: string) =>
  fc.array(
    fc.record({
      date: fc.integer({ min: -120, max: 120 }).map((days) => addDays(day, days)),
      title: fc.constantFrom('Common Riding', 'World Cup'),
      kept: fc.boolean(),
    }),
    { maxLength: 12 },
  );

describe('a counted period', () => {
  it('agrees with counting day by day, in every calendar, from either day, whatever is recorded', () =>
    fc.assert(
      fc.property(
        calendars,
        starting,
        fc.integer({ min: 1, max: 90 }),
        someDay.chain((from) => fc.tuple(fc.constant(from), holidaysAbout(from))),
        (calendar, starts, length, [from, holidays]) => {
          const period = countPeriod({ calendar, rule, length, from, starts, holidays });
          const expected = slowly(calendar, from, starts, length, holidays);
          expect({ ...period, skipped: period.skipped.map(({ date }) => date) }).toMatchObject(expected);
          for (const { date, why } of period.skipped) {
            expect(why).not.toBe('');
            expect(why === 'Saturday' || why === 'Sunday').toBe(calendar !== 'all-but-bank-holidays' && dayOfWeek(date) > 5);
          }
        },
      ),
      { numRuns: runs(250, 1_000) },
    ));

  it('explains every day that did not count, and its last day', () =>
    fc.assert(
      fc.property(calendars, starting, fc.integer({ min: 1, max: 60 }), someDay, (calendar, starts, length, from) => {
        const period = countPeriod({ calendar, rule, length, from, starts });
        const explanation = explainPeriod(period);
        expect(explanation).toContain(rule);
        expect(explanation.match(/\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d/g)).toHaveLength(
          period.skipped.length + (starts === 'clear-days-before' ? 4 : 3),
        );
      }),
      { numRuns: 200 },
    ));

  it('is as it was when a holiday is recorded and withdrawn again, and only bank holidays move it', () =>
    fc.assert(
      fc.property(
        calendars,
        fc.integer({ min: 1, max: 60 }),
        someDay.chain((from) => fc.tuple(fc.constant(from), holidaysAbout(from))),
        (calendar, length, [from, holidays]) => {
          const before = countPeriod({ calendar, rule, length, from, starts: 'day-after' });
          const moved = recountPeriod(before, holidays);
          expect(recountPeriod(moved, [])).toEqual(before);
          if (!knowsHolidays(calendar)) expect(moved).toEqual(before);
          const kept = holidays.filter((holiday) => holiday.kept);
          expect(recountPeriod(before, kept).lastDay >= before.lastDay).toBe(true);
        },
      ),
      { numRuns: runs(100, 300) },
    ));

  it('of the worked example ends on the day the law says', () => {
    const from = { calendar: 'participation', rule, from: '2026-12-18', starts: 'that-day' } as const;
    expect(countPeriod({ ...from, length: 30 }).lastDay).toBe('2027-02-01');
    expect(countPeriod({ ...from, length: 45 }).lastDay).toBe('2027-02-22');
  });
});
