import { addDays, dayNumber, dayOfWeek, fromDayNumber } from '../../kernel/dates.js';

/**
 * Scottish bank holidays of a year as they are kept: the substitute day where the day itself falls on a weekend.
 * Source: Banking and Financial Dealings Act 1971 Sch 1, and the days proclaimed every year (last Monday of May, 26 December).
 * Days proclaimed once, or moved once, are the table below.
 */
export function scottishBankHolidays(year: number): readonly string[] {
  const { moved = {}, extra = [] } = ONCE[year] ?? {};
  const kept = [
    ...substituted(`${year}-01-01`, `${year}-01-02`),
    addDays(easterSunday(year), -2),
    mondayFrom(`${year}-05-01`),
    mondayFrom(`${year}-05-25`),
    mondayFrom(`${year}-08-01`),
    ...substituted(`${year}-11-30`),
    ...substituted(`${year}-12-25`, `${year}-12-26`),
  ];
  return [...kept.map((day) => moved[day] ?? day), ...extra].sort();
}

/** The bank holidays strictly between two dates. */
export function bankHolidaysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) days.push(...scottishBankHolidays(year));
  return days.filter((day) => from < day && day < to);
}

const ONCE: Readonly<Record<number, { readonly moved?: Readonly<Record<string, string>>; readonly extra?: readonly string[] }>> = {
  2011: { extra: ['2011-04-29'] },
  2012: { moved: { '2012-05-28': '2012-06-04' }, extra: ['2012-06-05'] },
  2020: { moved: { '2020-05-04': '2020-05-08' } },
  2022: { moved: { '2022-05-30': '2022-06-02' }, extra: ['2022-06-03', '2022-09-19'] },
  2023: { extra: ['2023-05-08'] },
};

const isWeekend = (day: string): boolean => dayOfWeek(day) > 5;

const mondayFrom = (day: string): string => addDays(day, (8 - dayOfWeek(day)) % 7);

/** Each day that falls on a weekend gives way to the next weekday that is not itself one of them. */
function substituted(...days: readonly string[]): readonly string[] {
  const kept = days.filter((day) => !isWeekend(day));
  for (const day of days.filter(isWeekend)) {
    let substitute = addDays(day, 1);
    while (isWeekend(substitute) || kept.includes(substitute)) substitute = addDays(substitute, 1);
    kept.push(substitute);
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
