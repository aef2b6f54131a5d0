import { dayNumber } from '../../../kernel/dates.js';
import { type CalendarName, type CountedPeriod, type RecordedHoliday } from '../../../kernel/deadline.js';
import { bodiesMeeting, type NoticeRule, type Standing } from '../../bodies/bodies.words.js';
import { countPeriod, daysOf } from '../../calendars/calendars.words.js';
import { type ClearDays } from '../events/meeting.events.js';

/** The days that count between a notice and a meeting are the body's rule: weekends, and Scottish bank holidays, may count or not. */
const calendarOf = ({ countWeekends, countHolidays }: NoticeRule): CalendarName => {
  if (countWeekends) return countHolidays ? 'every-day' : 'all-but-bank-holidays';
  return countHolidays ? 'weekdays' : 'scottish-bank-holidays';
};

/** The rule of notice of the body that meets; of several that meet jointly, the one that asks for most days, so that the notice is in time for each. */
export const noticeRuleOf = (standing: Standing | null): NoticeRule | null =>
  standing === null
    ? null
    : bodiesMeeting(standing)
        .map(({ constitution }) => constitution.notice)
        .reduce((most, one) => (one.clearDays > most.clearDays ? one : most));

/** `5 clear days before the meeting`. */
export const noticeInWords = (clearDays: number): string => `${clearDays} clear ${clearDays === 1 ? 'day' : 'days'} before the meeting`;

/**
 * The clear days of notice counted back from a meeting: neither the day of notice, its last day, nor the day of the meeting counts.
 * `undefined` where none are required. Sources: 1973 Act Sch 7 and s.50B (three clear days); SSI 2014/285 (five).
 */
export function noticePeriod(
  meetingOn: string,
  rule: NoticeRule | null,
  holidays: readonly RecordedHoliday[] = [],
): CountedPeriod | undefined {
  if (!rule || rule.clearDays === 0) return undefined;
  const { clearDays: length, source } = rule;
  const named = { calendar: calendarOf(rule), rule: noticeInWords(length), ...(source === undefined ? {} : { source }) };
  return countPeriod({ ...named, length, from: meetingOn, starts: 'clear-days-before', holidays });
}

/**
 * The clear days that a notice gives. Where no rule is known, none are required and every day counts. A notice given after the meeting's day
 * is short whatever is required. `holidays`: those recorded for where the body sits.
 */
export function clearDays(
  givenOn: string,
  meetingOn: string,
  rule: NoticeRule | null,
  holidays: readonly RecordedHoliday[] = [],
): ClearDays {
  const required = rule?.clearDays ?? 0;
  const whyNot = daysOf(rule ? calendarOf(rule) : 'every-day', holidays);
  const [notice, meeting] = [dayNumber(givenOn) ?? NaN, dayNumber(meetingOn) ?? NaN];
  let given = 0;
  for (let day = notice + 1; day < meeting; day += 1) if (whyNot(day) === null) given += 1;
  const counted = noticePeriod(meetingOn, rule, holidays);
  return {
    required,
    given,
    short: given < required || notice > meeting,
    latestDay: counted?.lastDay ?? meetingOn,
    ...(rule?.source === undefined ? {} : { source: rule.source }),
    ...(counted && { counted }),
  };
}
