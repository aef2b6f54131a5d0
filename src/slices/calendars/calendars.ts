import { dayNumber } from '../../kernel/dates.js';
import { bankHolidaysOf } from './bank-holidays.js';
import { type CalendarName, type RecordedHoliday } from '../../kernel/deadline.js';

/** The name of a calendar's days, and the law that lays the calendar down. */
export interface CalendarRule {
  readonly days: string;
  readonly source?: string;
}

export const CALENDARS: Readonly<Record<CalendarName, CalendarRule>> = {
  participation: { days: 'working days', source: 'Participation Request (Procedure) (Scotland) Regulations 2017 (SSI 2017/39) reg 2' },
  'scottish-bank-holidays': { days: 'working days', source: 'Banking and Financial Dealings Act 1971 Sch 1, and days proclaimed' },
  weekdays: { days: 'days that are no Saturday or Sunday' },
  'all-but-bank-holidays': {
    days: 'days that are no bank holiday',
    source: 'Banking and Financial Dealings Act 1971 Sch 1, and days proclaimed',
  },
  'every-day': { days: 'days' },
};

export const CALENDAR_NAMES = Object.keys(CALENDARS) as readonly CalendarName[];

export interface Holiday {
  readonly date: string;
  readonly title: string;
}

/** Why a day (a day number, see `dayNumber`) does not count; `null` where it counts. */
export type WhyNot = (day: number) => string | null;

/**
 * The days of a calendar. Recorded holidays count only in the calendars of bank holidays: regulation 2 knows no other day than its own.
 * Of two recorded for one date the later in the list stands, so that a body's own goes after what is kept everywhere.
 */
export function daysOf(calendar: CalendarName, recorded: readonly RecordedHoliday[] = []): WhyNot {
  switch (calendar) {
    case 'every-day':
      return () => null;
    case 'weekdays':
      return weekend;
    case 'participation':
      return (day) => weekend(day) ?? regulation2(day);
    case 'all-but-bank-holidays':
      return bankHolidaysAnd(recorded);
    case 'scottish-bank-holidays': {
      const holiday = bankHolidaysAnd(recorded);
      return (day) => weekend(day) ?? holiday(day);
    }
  }
}

function bankHolidaysAnd(recorded: readonly RecordedHoliday[]): WhyNot {
  const own = new Map(recorded.map((holiday) => [dayNumber(holiday.date), holiday]));
  return (day) => {
    const said = own.get(day);
    if (said) return said.kept ? `recorded: ${said.title}` : null;
    return bankHolidays(day);
  };
}

/** Whether recorded holidays may change what a calendar counts. */
export const knowsHolidays = (calendar: CalendarName): boolean =>
  calendar === 'scottish-bank-holidays' || calendar === 'all-but-bank-holidays';

/** The holidays of a year by a calendar's rules, in order. Weekends are not among them. */
export function holidaysByRule(calendar: CalendarName, year: number): readonly Holiday[] {
  switch (calendar) {
    case 'every-day':
    case 'weekdays':
      return [];
    case 'participation':
      return REGULATION_2.map(([day, title]) => ({ date: `${year}-${day}`, title }));
    case 'scottish-bank-holidays':
    case 'all-but-bank-holidays':
      return bankHolidaysOf(year);
  }
}

/** Day number 2 was a Saturday. */
const weekend = (day: number): string | null => {
  const weekday = (((day - 2) % 7) + 7) % 7;
  return weekday === 0 ? 'Saturday' : weekday === 1 ? 'Sunday' : null;
};

const REGULATION_2 = [
  ['01-01', '1 January'],
  ['01-02', '2 January'],
  ['12-25', '25 December'],
  ['12-26', '26 December'],
] as const;

/** A lookup by day number, made a year at a time: long runs of days are counted against it. */
function byDay(calendar: CalendarName, why: (title: string) => string): WhyNot {
  const reasons = new Map<number, string>();
  const known = new Set<number>();
  return (day) => {
    const about = 1970 + Math.floor(day / 365.2425);
    if (!known.has(about)) {
      known.add(about);
      for (const year of [about - 1, about, about + 1])
        for (const { date, title } of holidaysByRule(calendar, year)) reasons.set(dayNumber(date) ?? NaN, why(title));
    }
    return reasons.get(day) ?? null;
  };
}

const regulation2 = byDay('participation', (title) => title);
const bankHolidays = byDay('scottish-bank-holidays', (title) => `${title} (bank holiday)`);

/** The holiday a day is by the rules, without the recorded ones; `null` where it is none. */
export const bankHolidayOn = (date: string): string | null =>
  bankHolidaysOf(Number(date.slice(0, 4))).find((holiday) => holiday.date === date)?.title ?? null;
