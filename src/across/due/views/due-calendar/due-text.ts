import { csv } from '../../../../http/csv.js';
import { addDays, longDate } from '../../../../kernel/dates.js';
import { explainPeriod } from '../../../../slices/calendars/calendars.words.js';
import { type DueShown } from './due-view.js';

const lateness = ({ daysLate, standing, endedOn }: DueShown): string => {
  if (standing !== 'live') return `, ${standing}${endedOn === null ? '' : ` on ${longDate(endedOn)}`}`;
  return daysLate === 0 ? '' : `, ${daysLate === 1 ? '1 day' : `${daysLate} days`} late`;
};

const when = ({ deadline }: DueShown): string => (deadline.latest === undefined ? 'No date' : longDate(deadline.latest));

/** The most days of arrears that are told one by one. */
const MOST_IN_ARREARS = 3;

/**
 * `and then on 31 July 2026, 31 August 2026`: the days after the first, of a deadline that recurs. Of long arrears the days that have passed are
 * counted: `and 80 times since, last on 31 October 2026; then on 30 November 2026`.
 */
export function againOn({ days, daysLate }: Pick<DueShown, 'days' | 'daysLate'>): string {
  const [first, ...again] = days;
  if (first === undefined || again.length === 0) return '';
  const today = addDays(first, daysLate);
  const passed = daysLate > 0 ? again.filter((day) => day < today) : [];
  const last = passed.at(-1);
  if (last === undefined || passed.length <= MOST_IN_ARREARS) return `and then on ${again.map(longDate).join(', ')}`;
  const coming = again.slice(passed.length).map(longDate);
  const then = coming.length > 0 ? `; then on ${coming.join(', ')}` : '';
  return `and ${passed.length} times since, last on ${longDate(last)}${then}`;
}

/** Deadlines as text, one a paragraph, in the order of their days. */
export function dueText(dues: readonly DueShown[], more: boolean): string {
  const blocks = dues.map((due) =>
    [
      `${when(due)}${lateness(due)}: ${due.title}`,
      `  ${due.what}`,
      `  ${[due.officers.join(', ') || 'nobody named', due.organisation].filter(Boolean).join(', ')}; due ${due.deadline.words || 'not said'}`,
      ...(due.days.length > 1 ? [`  ${againOn(due)}`] : []),
      `  [${due.dueId}]`,
    ].join('\n'),
  );
  return `${[blocks.length ? 'What falls due' : 'Nothing falls due.', ...blocks, ...(more ? ['There is more.'] : [])].join('\n\n')}\n`;
}

const COLUMNS = [
  'BODY',
  'KIND',
  'RECORD',
  'CLOCK',
  'TITLE',
  'WHAT',
  'ORGANISATION',
  'OFFICERS',
  'DUE',
  'EARLIEST',
  'LATEST',
  'STANDING',
  'DAYS LATE',
  'THEN',
];

/** One line per deadline. */
export const dueCsv = (dues: readonly DueShown[]): string =>
  csv(
    dues.map((due) => [
      due.bodyId,
      due.kind,
      due.recordId,
      due.clock,
      due.title,
      due.what,
      due.organisation ?? '',
      due.officers.join('; '),
      due.deadline.words,
      due.deadline.earliest ?? '',
      due.deadline.latest ?? '',
      due.standing,
      due.daysLate,
      due.days.slice(1).join('; '),
    ]),
    COLUMNS,
  );

/** How a deadline came to its day, in sentences. */
export const explanationOf = ({ deadline }: Pick<DueShown, 'deadline'>): string =>
  deadline.counted ? explainPeriod(deadline.counted) : deadline.explanation;
