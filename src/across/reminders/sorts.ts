import { addDays } from '../../kernel/dates.js';
import { derivedId } from '../../kernel/ids.js';
import { type DueShown } from '../due/due.words.js';
import { type Reminder, type ReminderSort } from './reminder.events.js';

type Due = Pick<DueShown, 'dueId' | 'bodyId' | 'kind' | 'sort' | 'deadline' | 'standing'>;

/**
 * The sort of reminder that a deadline calls for on a day, if any: due soon from `leadDays` before its last day, overdue from the day
 * after. A deadline without a date calls for one only if something waits: a ratification, a publication.
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

/** The reminder of a deadline, day and sort. Its id is the same whenever the three are the same, so that no reminder is raised twice. */
export function reminderOf(login: string, due: Due, sort: ReminderSort): Omit<Reminder, 'login'> {
  const { dueId, bodyId } = due;
  const date = due.deadline.latest ?? null;
  return { reminderId: derivedId('reminder', login, dueId, sort, date ?? ''), sort, dueId, bodyId, date };
}

/** Whether a reminder still holds: its deadline is live, has the same last day, and calls for the same sort of reminder today. */
export const stillHolds = <D extends Due>(
  { date, sort }: Pick<Reminder, 'date' | 'sort'>,
  due: D | null,
  today: string,
  leadDays: number,
): due is D => due !== null && (due.deadline.latest ?? null) === date && sortOf(due, today, leadDays) === sort;
