import { addDays } from '../../kernel/dates.js';
import { derivedId } from '../../kernel/ids.js';
import { type DueShown } from '../due/due.words.js';
import { type Reminder, type ReminderSort } from './reminder.events.js';

type Due = Pick<DueShown, 'dueId' | 'bodyId' | 'kind' | 'sort' | 'deadline' | 'standing'>;

/**
 * What there is to be reminded of in a deadline on a day, if anything: from `leadDays` before its last day it is due soon, from the day
 * after it is overdue. What has no date is told of where it is something that waits: a ratification, a publication.
 */
export function sortOf({ kind, sort, deadline: { latest }, standing }: Due, today: string, leadDays: number): ReminderSort | null {
  if (standing !== 'live') return null;
  if (sort === 'ratification') return 'awaiting-ratification';
  if (latest === undefined) return sort === 'to-publish' ? 'not-yet-published' : null;
  if (latest < today) return sort === 'to-publish' ? 'not-yet-published' : 'overdue';
  if (latest > addDays(today, leadDays)) return null;
  if (sort === 'review') return 'review-due';
  return kind === 'participation-request' ? 'period-about-to-lapse' : 'due-soon';
}

/** The same for the same deadline, day and sort: what was raised is known again, whoever raises it. */
export function reminderOf(login: string, due: Due, sort: ReminderSort): Omit<Reminder, 'login'> {
  const { dueId, bodyId } = due;
  const date = due.deadline.latest ?? null;
  return { reminderId: derivedId('reminder', login, dueId, sort, date ?? ''), sort, dueId, bodyId, date };
}

/** Whether what a reminder says still holds: the deadline is live, its last day the one that was meant, and it has not gone by since. */
export const stillHolds = <D extends Due>(
  { date, sort }: Pick<Reminder, 'date' | 'sort'>,
  due: D | null,
  today: string,
  leadDays: number,
): due is D => due !== null && (due.deadline.latest ?? null) === date && sortOf(due, today, leadDays) === sort;
