import { describe, expect, it } from '@jest/globals';
import { dayNumber, fromDayNumber } from '../../kernel/dates.js';
import { type CalendarName } from '../../kernel/deadline.js';
import { bankHolidayOn, daysOf, holidaysByRule, knowsHolidays } from './calendars.js';

/** Why each of some days does not count. */
const why = (calendar: CalendarName, from: string, days: number) => {
  const whyNot = daysOf(calendar);
  return Array.from({ length: days }, (_, index) => whyNot(dayNumber(from)! + index) ?? '-').join(' ');
};

describe('a calendar', () => {
  it('of participation leaves out weekends and four days', () => {
    expect(why('participation', '2025-12-24', 10)).toBe('- 25 December 26 December Saturday Sunday - - - 1 January 2 January');
    expect(why('participation', '2030-11-29', 4)).toBe('- Saturday Sunday -');
  });

  it('of bank holidays says which it is', () =>
    expect(why('scottish-bank-holidays', '2026-12-31', 5)).toBe(
      '- New Year’s Day (bank holiday) Saturday Sunday 2 January, substitute day (bank holiday)',
    ));

  it('knows the days about the turn of any year', () => {
    const whyNot = daysOf('scottish-bank-holidays');
    for (let year = 1900; year < 2200; year += 1)
      for (const { date } of holidaysByRule('scottish-bank-holidays', year)) expect(whyNot(dayNumber(date)!)).not.toBeNull();
    for (const year of [2199, 1900, 2050, 1970]) expect(daysOf('participation')(dayNumber(`${year}-01-01`)!)).not.toBeNull();
  });

  it('is changed by recorded holidays where it knows bank holidays', () =>
    expect(
      (['scottish-bank-holidays', 'all-but-bank-holidays', 'participation', 'weekdays', 'every-day'] as const).map(knowsHolidays),
    ).toEqual([true, true, false, false, false]));
  it('of every day leaves out none', () => {
    expect(why('every-day', '2026-12-24', 3)).toBe('- - -');
    expect(holidaysByRule('every-day', 2026)).toEqual([]);
  });

  it('has the days of its rules in a year', () => {
    expect(holidaysByRule('participation', 2026)).toEqual([
      { date: '2026-01-01', title: '1 January' },
      { date: '2026-01-02', title: '2 January' },
      { date: '2026-12-25', title: '25 December' },
      { date: '2026-12-26', title: '26 December' },
    ]);
    expect(holidaysByRule('scottish-bank-holidays', 2026).map(({ date }) => date)).toContain('2026-05-25');
  });

  it('says what a day is kept for', () => {
    expect(bankHolidayOn('2026-05-25')).toBe('Spring bank holiday');
    expect(bankHolidayOn('2026-05-26')).toBeNull();
    expect(fromDayNumber(dayNumber('2026-05-25')!)).toBe('2026-05-25');
  });
});
