import { addDays, dayNumber, dayOfWeek, fromDayNumber } from '../../kernel/dates.js';

/** A day that is a holiday by the rules, and what it is kept for. */
export interface BankHoliday {
  readonly date: string;
  readonly title: string;
}

type Day = readonly [date: string, title: string];

/**
 * Scottish bank holidays of a year as they are kept: the substitute day where the day itself falls on a weekend.
 * Source: Banking and Financial Dealings Act 1971 Sch 1; St Andrew’s Day Bank Holiday (Scotland) Act 2007; and the days proclaimed
 * every year (last Monday of May, 26 December). Days proclaimed once, or moved once, from 1999 to 2023 are the table below; later ones are
 * recorded. The Millennium's is 31 December 1999; for the Golden Jubilee the holiday of the last Monday of May 2002 was kept on 4 June, the day
 * after one proclaimed for 3 June (proclamations under s.1(2) and (3) of the 1971 Act).
 */
export function bankHolidaysOf(year: number): readonly BankHoliday[] {
  const known = years.get(year);
  if (known) return known;
  const { moved = {}, extra = [] } = ONCE[year] ?? {};
  const kept: readonly Day[] = [
    ...substituted([`${year}-01-01`, 'New Year’s Day'], [`${year}-01-02`, '2 January']),
    [addDays(easterSunday(year), -2), 'Good Friday'],
    [mondayFrom(`${year}-05-01`), 'Early May bank holiday'],
    [mondayFrom(`${year}-05-25`), 'Spring bank holiday'],
    [mondayFrom(`${year}-08-01`), 'Summer bank holiday'],
    ...(year >= ST_ANDREWS_DAY_SINCE ? substituted([`${year}-11-30`, 'St Andrew’s Day']) : []),
    ...substituted([`${year}-12-25`, 'Christmas Day'], [`${year}-12-26`, 'Boxing Day']),
  ];
  const days = [...kept.map(([date, title]): Day => [moved[date] ?? date, title]), ...extra];
  const found = days.map(([date, title]) => ({ date, title })).sort((a, b) => (a.date < b.date ? -1 : 1));
  years.set(year, found);
  return found;
}

/** Years once worked out; a handful, asked for again and again. */
const years = new Map<number, readonly BankHoliday[]>();

export const scottishBankHolidays = (year: number): readonly string[] => bankHolidaysOf(year).map(({ date }) => date);

const ST_ANDREWS_DAY_SINCE = 2007;

const ONCE: Readonly<Record<number, { readonly moved?: Readonly<Record<string, string>>; readonly extra?: readonly Day[] }>> = {
  1999: { extra: [['1999-12-31', 'Millennium']] },
  2002: { moved: { '2002-05-27': '2002-06-04' }, extra: [['2002-06-03', 'Golden Jubilee']] },
  2011: { extra: [['2011-04-29', 'Royal wedding']] },
  2012: { moved: { '2012-05-28': '2012-06-04' }, extra: [['2012-06-05', 'Diamond Jubilee']] },
  2020: { moved: { '2020-05-04': '2020-05-08' } },
  2022: {
    moved: { '2022-05-30': '2022-06-02' },
    extra: [
      ['2022-06-03', 'Platinum Jubilee'],
      ['2022-09-19', 'State Funeral of Queen Elizabeth II'],
    ],
  },
  2023: { extra: [['2023-05-08', 'Coronation of King Charles III']] },
};

const isWeekend = (day: string): boolean => dayOfWeek(day) > 5;

const mondayFrom = (day: string): string => addDays(day, (8 - dayOfWeek(day)) % 7);

/** A day that falls on a weekend moves to the next weekday that is not already one of these days. */
function substituted(...days: readonly Day[]): readonly Day[] {
  const kept = days.filter(([day]) => !isWeekend(day));
  for (const [day, title] of days.filter(([one]) => isWeekend(one))) {
    let substitute = addDays(day, 1);
    while (isWeekend(substitute) || kept.some(([one]) => one === substitute)) substitute = addDays(substitute, 1);
    kept.push([substitute, `${title}, substitute day`]);
  }
  return kept;
}

/** Gregorian Easter (Meeus, Jones and Butcher). */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  const first = dayNumber(`${year}-${String(Math.floor(days / 31)).padStart(2, '0')}-01`) ?? NaN;
  return fromDayNumber(first + (days % 31));
}
