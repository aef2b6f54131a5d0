import { type RecordedEvent } from '../kernel/event.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { type Ordering } from './keyset.js';
import { type AnyProjection, type Projection, type Reducer } from '../kernel/projection.js';
import { type Page } from './read-model.js';

/**
 * The rows that these events alone make, by key: the read model as if nothing else had been recorded. `events` in the order of the record.
 */
export function rowsOf<Row extends object>(of: Projection<Row, never> | AnyProjection, events: readonly RecordedEvent[]): Map<string, Row> {
  const { key, on } = of as AnyProjection;
  const rows = new Map<string, Row>();
  for (const event of events) {
    const reducer = Object.hasOwn(on, event.type) ? (on[event.type] as Reducer<Row, never>) : undefined;
    if (!reducer) continue;
    for (const one of [key(event)].flat()) {
      const row = reducer(rows.get(one), event as never, one);
      if (row) rows.set(one, row);
      else rows.delete(one);
    }
  }
  return rows;
}

/** A page of rows in memory, in a total order by text columns. Throws `InvalidCursor` as a read model does. */
export function pageIn<Row extends object>(
  rows: readonly Row[],
  order: Ordering,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Page<Row> {
  const way = order[0]?.direction === 'DESC' ? -1 : 1;
  const after = cursor === undefined ? null : decodeCursor(order, cursor);
  const compare = (a: object, b: object): number => {
    for (const { property } of order) {
      const [one, other] = [a, b].map((row) => (row as Readonly<Record<string, string>>)[property]!);
      if (one !== other) return one! < other! ? -way : way;
    }
    return 0;
  };
  const beyond = rows.filter((row) => after === null || compare(row, after) > 0).sort(compare);
  const shown = beyond.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: beyond.length > limit && last ? encodeCursor(order, last as Record<string, unknown>) : null };
}

/** An order by text columns without null, all in one direction. */
export const inOrderOf = (properties: readonly string[], newestFirst: boolean): Ordering =>
  properties.map((property) => ({ property, type: 'text', nullable: false, direction: newestFirst ? 'DESC' : 'ASC' }));
