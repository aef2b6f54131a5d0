import { daysBetween } from '../../../../kernel/dates.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { daysShown } from '../../../../slices/calendars/calendars.words.js';
import { type DueRow, type DueStatus } from './due-calendar.projection.js';

/** A deadline as it is shown on a day. Lateness is counted on that day and is never stored. */
export interface DueShown {
  readonly dueId: string;
  readonly kind: DueRow['kind'];
  readonly recordId: string;
  readonly clock: string;
  readonly bodyId: string;
  readonly title: string;
  /** The number of the item of business it comes from. */
  readonly number: string | null;
  readonly what: string;
  readonly sort: DueRow['sort'];
  readonly organisation: string | null;
  readonly officers: readonly string[];
  readonly deadline: Deadline;
  /** Every day it falls due, if it recurs: those of the next two years. */
  readonly days: readonly string[];
  readonly standing: DueStatus;
  readonly endedOn: string | null;
  readonly late: boolean;
  /** Whole days after the deadline’s last day; 0 where it is not late. */
  readonly daysLate: number;
  readonly exempt: boolean;
  readonly sequence: number;
  readonly changedAt: string;
}

/** Whether a deadline ran no longer on a day, as nothing can be done about it after the day it lapses. */
export const hasLapsed = ({ standing, lapsesAfter }: Pick<DueRow, 'standing' | 'lapsesAfter'>, asAt: string): boolean =>
  standing === 'live' && lapsesAfter !== null && lapsesAfter < asAt;

export function dueShown(stood: Omit<DueRow, 'earliest'>, asAt: string): DueShown {
  const row = hasLapsed(stood, asAt) ? ({ ...stood, standing: 'dropped', endedOn: stood.lapsesAfter } as const) : stood;
  const { dueId, kind, recordId, clock, bodyId, title, number, what, sort, organisation, officers, deadline } = row;
  const { standing, endedOn, exempt, sequence, changedAt, datedAt, latest } = row;
  const daysLate = standing === 'live' && latest !== null ? Math.max(0, daysBetween(latest, asAt)) : 0;
  return {
    ...{ dueId, kind, recordId, clock, bodyId, title, number, what, sort, organisation, officers, deadline },
    days: daysShown(deadline, asAt),
    ...{ standing, endedOn, late: daysLate > 0, daysLate, exempt, sequence },
    changedAt: datedAt !== null && datedAt > changedAt ? datedAt : changedAt,
  };
}
