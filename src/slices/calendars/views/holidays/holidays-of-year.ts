import { type HolidayKept } from '../../calendar.state.js';
import { CALENDARS, holidaysByRule } from '../../calendars.js';
import { type CalendarName } from '../../../../kernel/deadline.js';

export interface HolidayShown {
  readonly date: string;
  readonly title: string;
  readonly recorded: boolean;
  readonly kept: boolean;
  readonly source: string | null;
}

export interface HolidaysOfYear {
  readonly calendar: string;
  readonly year: number;
  readonly source: string | null;
  readonly holidays: readonly HolidayShown[];
}

/** The holidays of a year: a recorded one replaces the rules' for its day, and of two recorded for one day the later in the list stands. */
export function holidaysOf(calendar: string, rules: CalendarName, year: number, recorded: readonly HolidayKept[]): HolidaysOfYear {
  const days = new Map<string, HolidayShown>();
  for (const { date, title } of holidaysByRule(rules, year)) days.set(date, { date, title, recorded: false, kept: true, source: null });
  for (const { date, title, kept, source = null } of recorded)
    if (date.startsWith(`${year}-`)) days.set(date, { date, title, recorded: true, kept, source });
  const holidays = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { calendar, year, source: CALENDARS[rules].source ?? null, holidays };
}
