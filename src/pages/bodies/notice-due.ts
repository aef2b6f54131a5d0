import { noticePeriod } from '../../slices/meetings/meetings.words.js';
import { type RecordedHoliday } from '../../kernel/deadline.js';
import { type ListedMeeting } from '../../slices/meetings/meetings.queries.js';
import { type NoticeRule } from '../../slices/bodies/bodies.words.js';

/** The last day on which notice of a meeting can be given in time; `null` if notice was given, is not to be given, or has no rule. */
export function noticeDue(
  { status, date, noticeGivenOn }: Pick<ListedMeeting, 'status' | 'date' | 'noticeGivenOn'>,
  rule: NoticeRule | null,
  holidays: readonly RecordedHoliday[],
): string | null {
  if (status !== 'called' || noticeGivenOn !== null || rule === null) return null;
  return noticePeriod(date, rule, holidays)?.lastDay ?? date;
}
