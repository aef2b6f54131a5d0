import { addDays, longDate } from '../../kernel/dates.js';
import { countPeriod, explainPeriod } from '../calendars/calendars.words.js';
import { type CountedPeriod, type Deadline } from '../../kernel/deadline.js';

export const ACT = 'Community Empowerment (Scotland) Act 2015';
export const REGULATIONS = 'SSI 2017/39';

/** A counted period as a deadline: overdue from the day after its last day. */
const deadlineOf = (counted: CountedPeriod): Deadline => ({
  words: counted.rule,
  kind: counted.calendar === 'every-day' ? 'date' : 'working-days',
  latest: counted.lastDay,
  explanation: explainPeriod(counted),
  counted,
});

const workingDays = (length: number, from: string, what: string, source: string): Deadline =>
  deadlineOf(
    countPeriod({
      calendar: 'participation',
      rule: `${length} working days beginning with ${what}`,
      source,
      length,
      from,
      starts: 'that-day',
    }),
  );

/** Reg 7: 30 working days, or 45 where an additional authority was asked. */
export const decisionPeriod = (validationDate: string, additionalAuthority: boolean): Deadline =>
  workingDays(additionalAuthority ? 45 : 30, validationDate, 'the validation date', `${REGULATIONS} reg 7; s.24(7)`);

/** The period for an additional authority's reply, reg 6(2). */
export const replyPeriod = (notifiedOn: string): Deadline =>
  workingDays(15, notifiedOn, 'the day the additional authority was notified', `${REGULATIONS} reg 6(2)`);

/** The period for the body's representations, s.26(3). */
export const representationsPeriod = (noticeOn: string): Deadline =>
  deadlineOf(
    countPeriod({
      calendar: 'every-day',
      rule: '28 days beginning with the day the decision notice was given',
      source: 's.26(3)',
      length: 28,
      from: noticeOn,
      starts: 'that-day',
    }),
  );

/** The period for the notice of final details, s.26(5). */
export const finalDetailsPeriod = (lastDayOfRepresentations: string): Deadline =>
  deadlineOf(
    countPeriod({
      calendar: 'every-day',
      rule: '28 days beginning with the day after the period for representations',
      source: 's.26(5)',
      length: 28,
      from: lastDayOfRepresentations,
      starts: 'day-after',
    }),
  );

/** The period for establishing the process, s.28(a). */
export const establishPeriod = (finalNoticeOn: string): Deadline =>
  deadlineOf(
    countPeriod({
      calendar: 'every-day',
      rule: '90 days beginning with the day the final notice was given',
      source: 's.28(a)',
      length: 90,
      from: finalNoticeOn,
      starts: 'that-day',
    }),
  );

/** The longer period agreed with the body, s.24(7). */
export const agreedPeriod = (until: string, agreedOn: string, otherwise: Deadline): Deadline => ({
  words: `until ${longDate(until)}, as agreed with the community participation body`,
  kind: 'date',
  latest: until,
  explanation: `The longer period agreed with the community participation body on ${longDate(agreedOn)} (s.24(7)) ends on ${longDate(until)}; without the agreement: ${otherwise.explanation}`,
});

/** s.32(4): the reporting year a day falls in, by the year it begins in. */
export const reportingYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);

export const reportingYear = (year: number): { readonly from: string; readonly to: string } => ({
  from: `${year}-04-01`,
  to: `${year + 1}-03-31`,
});

/** The deadline of a reporting year's report, s.32(3). */
export const annualReportDue = (year: number): Deadline => ({
  words: '30 June following the end of the reporting year',
  kind: 'date',
  latest: `${year + 1}-06-30`,
  explanation: `The reporting year begins on 1 April ${year} and ends on 31 March ${year + 1}; its report is published no later than 30 June ${year + 1} (s.32(3)).`,
});

/**
 * s.27: the first day of the two years ending with the day a request is made. Two years ending with 18 December 2026 begin on
 * 19 December 2024.
 */
export function firstDayOfTwoYears(madeOn: string): string {
  const year = Number(madeOn.slice(0, 4)) - 2;
  return madeOn.endsWith('-02-29') ? `${year}-03-01` : addDays(`${year}${madeOn.slice(4)}`, 1);
}
