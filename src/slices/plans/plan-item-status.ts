import { daysBetween } from '../../kernel/dates.js';
import { latestOf, type PlanItem } from './plan-item.state.js';

export const PLAN_ITEM_STATUSES = [
  'not-started',
  'in-progress',
  'ongoing',
  'undated',
  'overdue',
  'achieved',
  'superseded',
  'dropped',
] as const;
export type PlanItemStatus = (typeof PLAN_ITEM_STATUSES)[number];

export interface PlanItemStatusOn {
  readonly status: PlanItemStatus;
  /** Whole days after the last day of what is due; 0 where it is not overdue. */
  readonly daysOverdue: number;
}

export type ItemJudged = Pick<PlanItem, 'standing' | 'due' | 'met' | 'progress' | 'evaluations'>;

/** Whether an item goes on without an end: `from July 2016`, `ongoing`, `each year`. */
const goesOn = ({ kind, earliest, latest }: PlanItem['due']): boolean =>
  kind === 'recurring' || kind === 'onward' || (earliest !== undefined && latest === undefined && kind !== 'relative');

/**
 * The status of an item on a day, of the item as it stood that day. Overdue from the day after the last day of its next deadline; an item
 * without a computed end is never overdue. In progress once an achievement or a rating was recorded of it.
 */
export function itemStatusOn(item: ItemJudged, date: string): PlanItemStatusOn {
  const { standing, due, progress, evaluations } = item;
  const is = (status: PlanItemStatus, daysOverdue = 0): PlanItemStatusOn => ({ status, daysOverdue });
  if (standing !== 'open') return is(standing);
  const begun = progress.length > 0 || evaluations.length > 0;
  // With a "to start by" day an item is late until it has begun, and then goes on.
  if (due.starts && begun) return is('ongoing');
  const latest = latestOf(item);
  if (latest !== undefined && date > latest) return is('overdue', daysBetween(latest, date));
  const toCome = due.earliest !== undefined && date < due.earliest;
  if (goesOn(due)) return is(toCome && !begun ? 'not-started' : 'ongoing');
  if (begun) return is('in-progress');
  return is(latest === undefined && due.earliest === undefined ? 'undated' : 'not-started');
}

const STATUS_WORDS: Readonly<Record<PlanItemStatus, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  ongoing: 'Ongoing',
  undated: 'Undated',
  overdue: 'Overdue',
  achieved: 'Achieved',
  superseded: 'Superseded',
  dropped: 'Dropped',
};

/** `Overdue by 12 days`. */
export const planItemStatusWords = ({ status, daysOverdue }: PlanItemStatusOn): string =>
  status === 'overdue' ? `Overdue by ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'}` : STATUS_WORDS[status];
