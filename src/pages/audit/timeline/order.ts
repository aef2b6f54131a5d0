import { type HistoryEntry } from '../../../across/audit/audit.queries.js';

/** A timeline goes by when things happened, or by when they were written down. */
export const ORDERS = ['happened', 'recorded'] as const;
export type Order = (typeof ORDERS)[number];

export const instantOf = (entry: HistoryEntry, order: Order): string => (order === 'happened' ? entry.happenedAt : entry.recordedAt);

/** In that order; what is of one instant stands as it was recorded. */
export const inOrder = (entries: readonly HistoryEntry[], order: Order): readonly HistoryEntry[] =>
  [...entries].sort((a, b) => compare(instantOf(a, order), instantOf(b, order)) || compare(a.position, b.position));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where a reader stands who walks along the timeline, instant by instant. */
export interface Walk {
  /** Entries up to where they stand, of all there are. */
  readonly at: number;
  readonly of: number;
  /** The instants to go to; `null` where it goes no further that way. */
  readonly first: string | null;
  readonly earlier: string | null;
  readonly later: string | null;
}

/** `moment`: where they stand; at the end where it is left out. */
export function walkAlong(entries: readonly HistoryEntry[], order: Order, moment: string | undefined): Walk {
  const instants = inOrder(entries, order).map((entry) => instantOf(entry, order));
  const steps = [...new Set(instants)];
  const here = moment === undefined ? steps.length : steps.filter((instant) => instant <= moment).length;
  return {
    at: moment === undefined ? instants.length : instants.filter((instant) => instant <= moment).length,
    of: instants.length,
    first: here > 1 ? (steps[0] ?? null) : null,
    earlier: steps[here - 2] ?? null,
    later: steps[here] ?? null,
  };
}
