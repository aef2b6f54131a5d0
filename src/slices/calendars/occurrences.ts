import { type Deadline } from '../../kernel/deadline.js';
import { inYear, later } from './deadline-words.js';

const MONTHS_APART: Readonly<Record<NonNullable<Deadline['recurrence']>, number>> = {
  yearly: 12,
  'half-yearly': 6,
  quarterly: 3,
  monthly: 1,
};

/**
 * Every day a deadline falls due, up to and with `until`, in order: its last day, and where it recurs the later ones. Months are counted
 * from the first, so that the last of a month stays the last. Nothing where no day is computed.
 */
export function occurrences({ latest, recurrence, thereafter }: Deadline, until: string): readonly string[] {
  if (latest === undefined || latest > until) return [];
  const days = [latest];
  if (recurrence === undefined) return days;
  const first = Number(latest.slice(0, 4));
  for (let count = 1; ; count += 1) {
    const next = thereafter ? inYear(thereafter, first + count - 1) : later(latest, count * MONTHS_APART[recurrence], 'month');
    if (next === null || next > until) return days;
    if (next > latest) days.push(next);
  }
}
