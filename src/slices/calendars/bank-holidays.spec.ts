import { describe, expect, it } from '@jest/globals';
import { bankHolidaysOf, scottishBankHolidays } from './bank-holidays.js';

const titled = (year: number, title: string) => bankHolidaysOf(year).find((day) => day.title === title)?.date;

describe('the bank holidays of a year', () => {
  it.each([
    [2016, '01-01 01-04 03-25 05-02 05-30 08-01 11-30 12-26 12-27'],
    [2021, '01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28'],
    [2024, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
    [2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
    [2011, '01-03 01-04 04-22 04-29 05-02 05-30 08-01 11-30 12-26 12-27'],
    [1999, '01-01 01-04 04-02 05-03 05-31 08-02 12-27 12-28 12-31'],
    [2000, '01-03 01-04 04-21 05-01 05-29 08-07 12-25 12-26'],
    [2002, '01-01 01-02 03-29 05-06 06-03 06-04 08-05 12-25 12-26'],
    [2012, '01-02 01-03 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26'],
    [2020, '01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28'],
    [2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
    [2023, '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
  ])('%i are those that were kept, in their order', (year, days) =>
    expect(scottishBankHolidays(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`)),
  );

  it('have the days of the week that give way named for what they stand for', () => {
    expect(titled(2022, 'Christmas Day, substitute day')).toBe('2022-12-27');
    expect(titled(2022, 'Boxing Day')).toBe('2022-12-26');
    expect(titled(2022, 'Platinum Jubilee')).toBe('2022-06-03');
    expect(titled(2024, 'St Andrew’s Day, substitute day')).toBe('2024-12-02');
  });

  it('have St Andrew’s Day since 2007', () =>
    expect([2006, 2007, 2008].map((year) => scottishBankHolidays(year).includes(`${year}-11-30`))).toEqual([false, true, false]));

  it.each([
    '1818-03-20',
    '1886-04-23',
    '1943-04-23',
    '1954-04-16',
    '1961-03-31',
    '1981-04-17',
    '2000-04-21',
    '2002-03-29',
    '2008-03-21',
    '2019-04-19',
    '2025-04-18',
    '2035-03-23',
    '2038-04-23',
    '2049-04-16',
    '2076-04-17',
    '2100-03-26',
    '2150-04-10',
    '2199-04-12',
  ])('have Good Friday two days before Easter: %s', (day) => expect(titled(Number(day.slice(0, 4)), 'Good Friday')).toBe(day));

  it('are worked out once', () => expect(bankHolidaysOf(2031)).toBe(bankHolidaysOf(2031)));
});
