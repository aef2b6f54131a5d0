import { daysBetween } from '../../kernel/dates.js';
import { type Deadline } from '../../kernel/deadline.js';

/** The status of an action by its last step, on whatever day; `noted-complete`, which takes it off the tracker, comes of a meeting's noting alone. */
export type RecordedActionStatus = 'open' | 'reported-complete' | 'noted-complete' | 'declined' | 'struck';

export const ACTION_STATUSES = [
  'not-yet-due',
  'due-within-a-week',
  'overdue',
  'reported-complete',
  'noted-complete',
  'declined',
  'struck',
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** "<1 week to deadline" on the sheet's key: so many days are left at most, the day itself being none. */
export const DAYS_LEFT_WITHIN_A_WEEK = 6;

export interface ActionStatusOn {
  readonly status: ActionStatus;
  /** Whole days after the deadline's last day; 0 where it is not overdue. */
  readonly daysOverdue: number;
}

/**
 * The status of an action on a day. Overdue from the day after `latest`; an action without a computed end is never overdue. An action
 * reported complete is no longer overdue, though it stays on the tracker.
 */
export function statusOn(standing: RecordedActionStatus, latest: Deadline['latest'] | null, date: string): ActionStatusOn {
  if (standing !== 'open') return { status: standing, daysOverdue: 0 };
  if (!latest) return { status: 'not-yet-due', daysOverdue: 0 };
  const left = daysBetween(date, latest);
  if (left < 0) return { status: 'overdue', daysOverdue: -left };
  return { status: left <= DAYS_LEFT_WITHIN_A_WEEK ? 'due-within-a-week' : 'not-yet-due', daysOverdue: 0 };
}

const STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  'not-yet-due': 'Not yet due',
  'due-within-a-week': 'Due within a week',
  overdue: 'Overdue',
  'reported-complete': 'Reported complete',
  'noted-complete': 'Noted complete',
  declined: 'Declined',
  struck: 'Recorded in error',
};

/** Words for the sheet's symbols: `Overdue by 12 days`, with `, awaiting approval` where somebody else's approval is still needed. */
export function statusWords({ status, daysOverdue }: ActionStatusOn, awaitingApproval = false): string {
  const words = status === 'overdue' ? `Overdue by ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'}` : STATUS_WORDS[status];
  return awaitingApproval ? `${words}, awaiting approval` : words;
}
