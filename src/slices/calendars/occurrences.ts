import { type Deadline } from '../../kernel/deadline.js';
import { inYear, later } from './deadline-words.js';

const APART: Readonly<Record<NonNullable<Deadline['recurrence']>, readonly [count: number, unit: 'month' | 'week']>> = {
  yearly: [12, 'month'],
  'half-yearly': [6, 'month'],
  quarterly: [3, 'month'],
  monthly: [1, 'month'],
  fortnightly: [2, 'week'],
  weekly: [1, 'week'],
};

/**
 * Every day a deadline falls due, up to and with `until`, in order: its last day, and where it recurs the later ones. Months are counted
 * from one day, so that the last of a month stays the last. Nothing where no day is computed. The one place from which lists, calendar
 * files, sheets and mail have their days.
 */
export function occurrences({ latest, first = latest, recurrence, thereafter }: Deadline, until: string): readonly string[] {
  if (latest === undefined || first === undefined || latest > until) return [];
  const days = [latest];
  if (recurrence === undefined) return days;
  const [every, unit] = APART[recurrence];
  const year = Number(first.slice(0, 4));
  for (let count = 1; ; count += 1) {
    const next = thereafter ? inYear(thereafter, year + count - 1) : later(first, count * every, unit);
    if (next === null || next > until) return days;
    if (next > latest) days.push(next);
  }
}

/** How far ahead days are shown of a deadline that recurs, counted from the day it is looked at, or its first day if that is later. */
const MONTHS_SHOWN = 24;

/** The days that are shown of a deadline on a day: all it falls due on in the next two years, from its last day on. */
export const daysShown = (deadline: Deadline, asAt: string): readonly string[] => {
  const { latest } = deadline;
  if (latest === undefined) return [];
  return occurrences(deadline, later(latest > asAt ? latest : asAt, MONTHS_SHOWN, 'month') ?? latest);
};
