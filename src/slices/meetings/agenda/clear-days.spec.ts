import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOfWeek, daysBetween, fromDayNumber } from '../../../kernel/dates.js';
import { type NoticeRule } from '../../bodies/constitution.js';
import { scottishBankHolidays } from '../../calendars/bank-holidays.js';
import { clearDays, noticeInWords } from './clear-days.js';

const rule = (clear: number, more: Partial<NoticeRule> = {}): NoticeRule => ({
  clearDays: clear,
  countWeekends: true,
  countHolidays: true,
  ...more,
});

describe('clear days', () => {
  it.each([
    [3, '2016-06-05'],
    [5, '2016-06-03'],
  ])('for Thursday 9 June 2016, %i of them, weekends counted, take notice by %s', (required, latestDay) => {
    expect(clearDays('2016-06-01', '2016-06-09', rule(required))).toMatchObject({ required, latestDay, short: false });
    expect(clearDays(latestDay, '2016-06-09', rule(required))).toMatchObject({ given: required, short: false });
    expect(clearDays(addDays(latestDay, 1), '2016-06-09', rule(required))).toMatchObject({ given: required - 1, short: true });
  });

  it('leave out weekends where the rule says so', () => {
    expect(clearDays('2016-06-03', '2016-06-09', rule(5, { countWeekends: false }))).toMatchObject({
      given: 3,
      latestDay: '2016-06-01',
      short: true,
    });
  });

  it('leave out Scottish bank holidays where the rule says so', () => {
    const spring = { countWeekends: false, countHolidays: false };
    expect(clearDays('2026-05-21', '2026-05-28', rule(3, spring))).toMatchObject({ given: 3, latestDay: '2026-05-21' });
    expect(clearDays('2026-05-21', '2026-05-28', rule(3, { ...spring, countHolidays: true }))).toMatchObject({
      given: 4,
      latestDay: '2026-05-24',
    });
  });

  it('are none for a notice given on the day or after it, which is then short', () => {
    expect(clearDays('2016-06-09', '2016-06-09', rule(3))).toMatchObject({ given: 0, short: true });
    expect(clearDays('2016-06-11', '2016-06-09', rule(0))).toMatchObject({ given: 0, short: true });
  });

  it('are none that a notice on the day of the meeting lacks, where none are required', () => {
    expect(clearDays('2016-06-09', '2016-06-09', rule(0))).toMatchObject({ given: 0, short: false });
  });

  it('are told in words', () => {
    expect([1, 2].map(noticeInWords)).toEqual(['1 clear day before the meeting', '2 clear days before the meeting']);
  });

  it('are counted for a notice given absurdly early', () => {
    expect(clearDays('2015-06-03', '2016-06-09', rule(3))).toMatchObject({ given: 371, short: false });
  });

  it('are not required where no rule is known', () => {
    expect(clearDays('2016-06-08', '2016-06-09', null)).toEqual({ required: 0, given: 0, short: false, latestDay: '2016-06-09' });
  });

  it('agree with counting day by day', () => {
    const day = fc.integer({ min: 10_000, max: 22_000 }).map(fromDayNumber);
    const rules = fc.record({ clearDays: fc.integer({ min: 0, max: 30 }), countWeekends: fc.boolean(), countHolidays: fc.boolean() });
    fc.assert(
      fc.property(day, fc.integer({ min: -5, max: 60 }), rules, (meeting, before, one) => {
        const givenOn = addDays(meeting, -before);
        const found = clearDays(givenOn, meeting, one);
        expect(found.given).toBe(dayByDay(givenOn, meeting, one));
        if (one.clearDays > 0) {
          expect(dayByDay(found.latestDay, meeting, one)).toBeGreaterThanOrEqual(one.clearDays);
          expect(dayByDay(addDays(found.latestDay, 1), meeting, one)).toBeLessThan(one.clearDays);
        }
        expect(found.short).toBe(found.given < one.clearDays || givenOn > meeting);
      }),
      { numRuns: 300 },
    );
  });
});

const years = new Map<string, Set<string>>();
function holidaysOf(year: string): Set<string> {
  const found = years.get(year) ?? new Set(scottishBankHolidays(Number(year)));
  years.set(year, found);
  return found;
}

function dayByDay(from: string, to: string, { countWeekends, countHolidays }: NoticeRule): number {
  let days = 0;
  for (let day = addDays(from, 1); daysBetween(day, to) > 0; day = addDays(day, 1)) {
    const weekend = dayOfWeek(day) > 5;
    const holiday = holidaysOf(day.slice(0, 4)).has(day);
    if ((countWeekends || !weekend) && (countHolidays || !holiday)) days += 1;
  }
  return days;
}

describe('Scottish bank holidays', () => {
  it('of 2026 and 2027 are the days kept', () => {
    expect(scottishBankHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-04-03',
      '2026-05-04',
      '2026-05-25',
      '2026-08-03',
      '2026-11-30',
      '2026-12-25',
      '2026-12-28',
    ]);
    expect(scottishBankHolidays(2027)).toEqual([
      '2027-01-01',
      '2027-01-04',
      '2027-03-26',
      '2027-05-03',
      '2027-05-31',
      '2027-08-02',
      '2027-11-30',
      '2027-12-27',
      '2027-12-28',
    ]);
  });
  it('give both days a substitute when both fall on a weekend', () => {
    expect(scottishBankHolidays(2022).filter((day) => day < '2022-02' || day > '2022-12')).toEqual([
      '2022-01-03',
      '2022-01-04',
      '2022-12-26',
      '2022-12-27',
    ]);
    expect(scottishBankHolidays(2023).slice(0, 2)).toEqual(['2023-01-02', '2023-01-03']);
  });
});
