import { longDate } from '../../kernel/dates.js';
import { type DueShown } from '../due/due.words.js';
import { type ReminderSort } from './reminder.events.js';
import { addressOfRecord } from '../../kernel/record-address.js';
import { recordOf } from '../../kernel/record-id.js';

type Due = Pick<DueShown, 'title' | 'what' | 'bodyId' | 'officers' | 'organisation' | 'deadline' | 'kind' | 'recordId'>;

/** The page of a record, below the public address: `/bodies/sb-ijb/directions/2023-eildon`; of a decision, that of its meeting. */
export function pathOf({ kind, recordId }: Pick<Due, 'kind' | 'recordId'>): string {
  const record = recordOf(recordId);
  return kind === 'body' ? `/bodies/${record}` : addressOfRecord(kind === 'decision' ? 'meeting' : kind, record);
}

const HOW: Readonly<Record<ReminderSort, (day: string) => string>> = {
  'due-soon': (day) => `is due by ${day}`,
  overdue: (day) => `was due by ${day} and is overdue`,
  'review-due': (day) => `is to be reviewed by ${day}`,
  'period-about-to-lapse': (day) => `has until ${day}: the period is about to lapse`,
  'not-yet-published': (day) => (day === '' ? 'has not been published' : `was to be published by ${day} and has not been`),
  'awaiting-ratification': () => 'awaits ratification',
};

/** `Eildon direction: carry out the direction is due by 3 March 2026.` */
export function sentenceOf(sort: ReminderSort, { title, what }: Pick<Due, 'title' | 'what'>, date: string | null): string {
  return `${title}: ${what} ${HOW[sort](date === null ? '' : longDate(date))}.`;
}

/** The sorts in the order in which a mail tells them, each with its heading. */
export const HEADINGS: readonly (readonly [ReminderSort, string])[] = [
  ['overdue', 'Overdue'],
  ['period-about-to-lapse', 'Periods about to lapse'],
  ['due-soon', 'Due soon'],
  ['review-due', 'Reviews due'],
  ['not-yet-published', 'Not yet published'],
  ['awaiting-ratification', 'Awaiting ratification'],
];
