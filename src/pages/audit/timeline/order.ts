import { type HistoryEntry } from '../../../across/audit/audit.queries.js';

/** The orders of a timeline: by when things happened, or by when they were written down. */
export const ORDERS = ['happened', 'recorded'] as const;
export type Order = (typeof ORDERS)[number];

export const instantOf = (entry: HistoryEntry, order: Order): string => (order === 'happened' ? entry.happenedAt : entry.recordedAt);

/** The entries in an order; entries of the same instant stand in the order recorded. */
export const inOrder = (entries: readonly HistoryEntry[], order: Order): readonly HistoryEntry[] =>
  [...entries].sort((a, b) => compare(instantOf(a, order), instantOf(b, order)) || compare(a.position, b.position));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The place of a reader who steps along the timeline, instant by instant. */
export interface Walk {
  /** `at`: the number of entries up to that place; `of`: of all entries. */
  readonly at: number;
  readonly of: number;
  /** The instants to step to; `null` if there is none in that direction. */
  readonly first: string | null;
  readonly earlier: string | null;
  readonly later: string | null;
}

/** `moment`: the reader's place; the end of the timeline if absent. */
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
