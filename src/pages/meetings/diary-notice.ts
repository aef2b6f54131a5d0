import { addDays } from '../../kernel/dates.js';
import { type NoticeRule } from '../../slices/bodies/bodies.words.js';
import { dayInWords } from '../../slices/calendars/calendars.words.js';
import { noticePeriod } from '../../slices/meetings/meetings.words.js';
import { type RecordedHoliday } from '../../kernel/deadline.js';

/** The last day for notice of a meeting, and the sum behind it. */
export interface NoticeSum {
  readonly required: number;
  readonly latest: string;
  readonly latestWords: string;
  readonly rule: string;
  readonly source: string | null;
  /** The days between the latest notice and the meeting, in order; `why` says why a day does not count. */
  readonly days: readonly { readonly date: string; readonly words: string; readonly why: string | null }[];
}

/** The sum for a meeting on a day; `null` if no rule is known, so that no notice is required. */
export function noticeSum(meetingOn: string, rule: NoticeRule | null, recorded: readonly RecordedHoliday[] = []): NoticeSum | null {
  if (!rule) return null;
  const { lastDay: latest, skipped } = noticePeriod(meetingOn, rule, recorded) ?? { lastDay: meetingOn, skipped: [] };
  const days: NoticeSum['days'][number][] = [];
  for (let date = addDays(latest, 1); date < meetingOn; date = addDays(date, 1))
    days.push({ date, words: dayInWords(date), why: skipped.find((day) => day.date === date)?.why ?? null });
  const { clearDays: required, source = null } = rule;
  return { required, latest, latestWords: dayInWords(latest), rule: ruleInWords(rule), source, days };
}

function ruleInWords({ clearDays: required, countWeekends, countHolidays }: NoticeRule): string {
  if (required === 0) return 'No clear days are required: notice may be given on the day itself.';
  const left = [...(countWeekends ? [] : ['weekends']), ...(countHolidays ? [] : ['bank holidays'])];
  const rest = left.length === 0 ? 'every day between counts' : `nor do ${left.join(' or ')}`;
  return `${required} clear ${required === 1 ? 'day is' : 'days are'} required. The day of the notice and the day of the meeting do not count${left.length === 0 ? `; ${rest}` : `, ${rest}`}.`;
}
