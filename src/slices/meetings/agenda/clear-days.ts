import { dayNumber, fromDayNumber } from '../../../kernel/dates.js';
import { type NoticeRule } from '../../bodies/bodies.words.js';
import { holidaysBetween } from '../../calendars/calendars.words.js';
import { type RecordedHoliday } from '../../../kernel/deadline.js';
import { type ClearDays } from '../events/meeting.events.js';

/**
 * Clear days between a notice and a meeting: neither the day of notice nor the day of the meeting counts; whether weekends
 * and Scottish bank holidays (with those recorded for where it sits) count is the body's rule. Where no rule is known, none are required and every day counts.
 * A notice given after the meeting's day is short whatever is required. Sources: 1973 Act Sch 7 and s.50B (three clear days);
 * SSI 2014/285 (five).
 */
export function clearDays(
  givenOn: string,
  meetingOn: string,
  rule: NoticeRule | null,
  recorded: readonly RecordedHoliday[] = [],
): ClearDays {
  const required = rule?.clearDays ?? 0;
  const [notice, meeting] = [dayNumber(givenOn) ?? NaN, dayNumber(meetingOn) ?? NaN];
  const given = Math.max(0, counted(notice + 1, meeting, rule, recorded));
  return {
    required,
    given,
    short: given < required || notice > meeting,
    latestDay: fromDayNumber(latestNotice(meeting, required, rule, recorded)),
    ...(rule?.source === undefined ? {} : { source: rule.source }),
  };
}

/** The days from `first` up to the day before `end` that count, both as day numbers. */
function counted(first: number, end: number, rule: NoticeRule | null, recorded: readonly RecordedHoliday[]): number {
  if (end <= first) return 0;
  const weekends = rule?.countWeekends ?? true;
  const days = weekends ? end - first : weekdaysBefore(end) - weekdaysBefore(first);
  if (rule?.countHolidays ?? true) return days;
  const holidays = holidaysBetween(fromDayNumber(first - 1), fromDayNumber(end), recorded);
  return days - (weekends ? holidays.length : holidays.filter((day) => isWeekday(dayNumber(day) ?? NaN)).length);
}

/** The last day on which a notice leaves enough days. With none required, the day of the meeting itself. */
function latestNotice(meeting: number, required: number, rule: NoticeRule | null, recorded: readonly RecordedHoliday[]): number {
  let day = meeting - required - (required === 0 ? 0 : 1);
  while (counted(day + 1, meeting, rule, recorded) < required) day -= 1;
  return day;
}

/** Day number 0 was a Thursday; Monday is 0 here. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
const isWeekday = (day: number): boolean => weekday(day) < 5;

/** How many weekdays lie before a day, counted from a fixed Monday. */
function weekdaysBefore(day: number): number {
  const monday = day - weekday(day);
  return ((monday + 3) / 7) * 5 + Math.min(weekday(day), 5);
}
