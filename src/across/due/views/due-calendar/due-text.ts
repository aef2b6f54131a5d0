import { csv } from '../../../../http/csv.js';
import { longDate } from '../../../../kernel/dates.js';
import { explainPeriod } from '../../../../slices/calendars/calendars.words.js';
import { type DueShown } from './due-view.js';

const lateness = ({ daysLate, standing, endedOn }: DueShown): string => {
  if (standing !== 'live') return `, ${standing}${endedOn === null ? '' : ` on ${longDate(endedOn)}`}`;
  return daysLate === 0 ? '' : `, ${daysLate === 1 ? '1 day' : `${daysLate} days`} late`;
};

const when = ({ deadline }: DueShown): string => (deadline.latest === undefined ? 'No date' : longDate(deadline.latest));

/** `and then on 31 July 2026, 31 August 2026`: the days after the first, of a deadline that recurs. */
export const againOn = ({ days }: Pick<DueShown, 'days'>): string =>
  days.length > 1 ? `and then on ${days.slice(1).map(longDate).join(', ')}` : '';

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
