import { setImmediate } from 'node:timers/promises';
import { type QueryRunner } from 'typeorm';
import { type DomainEvent, type Position, type RecordedEvent } from '../kernel/event.js';
import { beginningOf, dayOf, nextDay } from './days.js';
import { type Upcast } from '../eventstore/upcasting.js';
import { type AnyProjection, DAY_BEGUN, type DayReached, type Reducer, THE_DAY } from '../kernel/projection.js';
import { type HaltedAt } from './projection-state.js';
import { type ReadTable } from './read-table.js';
import { type Row } from './row-codec.js';

/** An event on its way to a projection that handles its type, with its place in the batch. */
export interface Delivery {
  readonly event: RecordedEvent;
  readonly at: number;
  /** The error because of which the event's newest shape could not be made. */
  readonly unreadable?: { readonly error: unknown };
}

/** What a batch makes of a projection's rows, before it is written. */
export interface Staged {
  readonly upserts: readonly unknown[][];
  /** The keys of those upserted rows that stood in the table before. */
  readonly replaced: readonly string[];
  readonly removals: readonly string[];
  /** The facts that the batch changed, by key. */
  readonly facts: readonly unknown[][];
  /** The event that could not be applied: neither it nor any event after it is staged. */
  readonly stopped?: { readonly at: number; readonly halted: HaltedAt };
}

interface StageOptions {
  /** Encodes each row as it is made, so that the event is found that made one which does not fit its columns. */
  readonly strict?: boolean;
  readonly day?: string;
}

type AnyReducer = Reducer<Row, DomainEvent>;

/** Rows derived anew between two turns of the event loop, so that whoever asks meanwhile is answered. */
const ROWS_A_TURN = 100;

export const isBehind = (a: Position | null, b: Position | null): boolean => b !== null && (a === null || a < b);

/** The position furthest back; `null` is before every event. */
export const furthestBack = (positions: readonly (Position | null)[]): Position | null =>
  positions.reduce((lowest, position) => (isBehind(position, lowest) ? position : lowest), positions[0] ?? null);

/** One projection on its way through the log, into its live table or into one being built. */
export class Track {
  halted: HaltedAt | null = null;
  /** A fault in writing; the projection tries again by itself. */
  fault: string | null = null;
  /** Attempts since the last success. */
  failures = 0;

  constructor(
    readonly projection: AnyProjection,
    readonly table: ReadTable,
    readonly kind: 'live' | 'build',
    readonly generation: number,
    public checkpoint: Position | null,
  ) {}

  /** Whether the projection's rows depend on the day. */
  get followsDays(): boolean {
    return this.projection.premises?.days !== undefined;
  }

  /** The day to which the rows have come; `undefined` before the first, and where they depend on none. */
  async dayReached(run: QueryRunner): Promise<string | undefined> {
    if (!this.followsDays) return undefined;
    return ((await this.table.facts!.load(run, [THE_DAY])).get(THE_DAY)?.facts as DayReached | undefined)?.day;
  }

  /**
   * Applies the reducers in memory, to events after the checkpoint; any other event must not be given. `day`: the day to which the rows
   * come after these events, if it is later than theirs.
   */
  async stage(run: QueryRunner, deliveries: readonly Delivery[], { strict = false, day }: StageOptions = {}): Promise<Staged> {
    const { projection, table } = this;
    const keyed: { delivery: Delivery; keys: readonly string[] }[] = [];
    const wanted = new Set<string>();
    const resting = projection.premises && new Resting(table, projection.premises);
    let stopped: Staged['stopped'];
    for (const delivery of deliveries) {
      try {
        if (delivery.unreadable) throw delivery.unreadable.error;
        const keys = delivery.event.type in projection.on ? projection.key(delivery.event) : [];
        const list = typeof keys === 'string' ? [keys] : keys;
        for (const key of list) wanted.add(key);
        keyed.push({ delivery, keys: list });
      } catch (error) {
        stopped = stop(delivery, error);
        break;
      }
    }

    const rows: Map<string, Row | undefined> = await table.load(run, [...wanted]);
    const stored = new Set(rows.keys());
    const touched = new Set<string>();
    for (const { delivery, keys } of keyed) {
      const before = keys.map((key) => rows.get(key));
      try {
        for (const key of (await resting?.comeTo(run, dayOf(delivery.event.recordedAt), rows)) ?? []) touched.add(key);
        const reducer = (projection.on as Record<string, AnyReducer | undefined>)[delivery.event.type];
        for (const key of keys) {
          const row = rows.get(key);
          const reduced = reducer!(row, delivery.event, key);
          if (reduced === row) continue;
          const next = reduced && resting ? await resting.derived(run, reduced, delivery.event) : reduced;
          const complete = next === undefined ? undefined : table.codec.complete(next, key);
          if (strict && complete) table.codec.encode(complete);
          rows.set(key, complete);
        }
        for (const key of keys) touched.add(key);
      } catch (error) {
        keys.forEach((key, i) => rows.set(key, before[i]));
        stopped = stop(delivery, error);
        break;
      }
      if (resting?.changes(delivery.event)) for (const key of await resting.change(run, delivery.event, rows)) touched.add(key);
    }

    if (day !== undefined && !stopped) for (const key of (await resting?.comeTo(run, day, rows)) ?? []) touched.add(key);

    const upserts: unknown[][] = [];
    const replaced: string[] = [];
    const removals: string[] = [];
    try {
      for (const key of touched) {
        const row = rows.get(key);
        if (row !== undefined) upserts.push(table.codec.encode(row));
        if (stored.has(key)) (row === undefined ? removals : replaced).push(key);
      }
    } catch (error) {
      // Some event in the batch made a row that does not fit its columns: staging again, one event at a time, finds which.
      if (strict) throw error;
      return this.stage(run, deliveries, { strict: true, ...(day === undefined ? {} : { day }) });
    }
    return { upserts, replaced, removals, facts: resting?.changed() ?? [], ...(stopped ? { stopped } : {}) };
  }

  async write(run: QueryRunner, { upserts, replaced, removals, facts }: Staged): Promise<void> {
    await this.table.facts?.upsert(run, facts);
    await this.table.remove(run, removals);
    await this.table.upsert(run, upserts, replaced);
  }
}

/** The facts that rows rest on, as they stand within one batch. */
class Resting {
  private readonly known = new Map<string, object | undefined>();
  private readonly written = new Set<string>();

  constructor(
    private readonly table: ReadTable,
    private readonly premises: NonNullable<AnyProjection['premises']>,
  ) {}

  changes = ({ type }: RecordedEvent): boolean => type in this.premises.on;

  async derived(run: QueryRunner, row: Row, event: RecordedEvent): Promise<Row> {
    const keys = this.premises.of(row);
    await this.load(run, keys);
    return this.derive(row, keys, event);
  }

  /**
   * Changes the facts and derives anew every row they touch: rows of this batch in memory, whose keys are answered; the others where they
   * lie, so that a hundred thousand of them never are in memory at once.
   */
  async change(run: QueryRunner, event: RecordedEvent, rows: Map<string, Row | undefined>): Promise<readonly string[]> {
    const { key, on, touches } = this.premises;
    const changed = key(event);
    await this.load(run, [changed]);
    const before = this.known.get(changed);
    const after = on[event.type]!(before, event) as object;
    if (after === before) return [];
    this.tell(changed, after);
    return this.again(run, changed, touches(event), event, rows);
  }

  /**
   * Brings the rows to a day, through every day between: what is then derived is the same whenever it was looked. Answers the keys of the
   * rows of this batch that changed.
   */
  async comeTo(run: QueryRunner, day: string, rows: Map<string, Row | undefined>): Promise<readonly string[]> {
    const { days, of, reads } = this.premises;
    if (!days) return [];
    await this.load(run, [THE_DAY]);
    const reached = (this.known.get(THE_DAY) as DayReached | undefined)?.day;
    if (reached !== undefined && day <= reached) return [];
    const some =
      [...rows.values()].some((row) => row && of(row).includes(THE_DAY)) ||
      (await this.table.touched(run, reads, days(day), null, 1)).length > 0;
    const changed: string[] = [];
    for (let next = some && reached !== undefined ? nextDay(reached) : day; next <= day; next = nextDay(next)) {
      this.tell(THE_DAY, { day: next } satisfies DayReached);
      if (some) changed.push(...(await this.again(run, THE_DAY, days(next), dayBegun(next), rows)));
    }
    return changed;
  }

  private tell(key: string, facts: object): void {
    this.known.set(key, facts);
    this.written.add(key);
  }

  private async again(
    run: QueryRunner,
    changed: string,
    touched: ReturnType<NonNullable<AnyProjection['premises']>['touches']>,
    event: RecordedEvent,
    rows: Map<string, Row | undefined>,
  ): Promise<readonly string[]> {
    const { reads, derives } = this.premises;
    const again: string[] = [];
    for (const [name, row] of rows) {
      if (!row || !this.premises.of(row).includes(changed)) continue;
      const next = await this.derived(run, row, event);
      if (next === row) continue;
      rows.set(name, this.table.codec.complete(next, name));
      again.push(name);
    }
    const { codec } = this.table;
    for (let last: string | null = null; ;) {
      const stored = await this.table.touched(run, reads, touched, last, ROWS_A_TURN);
      const changedRows: Row[] = [];
      for (const row of stored) {
        const name = row[codec.key.property] as string;
        if (rows.has(name)) continue;
        const next = await this.derived(run, row, event);
        if (next !== row) changedRows.push(next);
      }
      await this.table.update(run, derives, changedRows);
      if (stored.length < ROWS_A_TURN) return again;
      last = stored.at(-1)![codec.key.property] as string;
      await setImmediate();
    }
  }

  /** The facts to write, as rows of their table. */
  changed = (): unknown[][] => [...this.written].map((key) => this.table.facts!.codec.encode({ key, facts: this.known.get(key) }));

  private derive(row: Row, keys: readonly string[], event: RecordedEvent): Row {
    return keys.length === 0
      ? row
      : (this.premises.derive(
          row,
          keys.map((key) => this.known.get(key)),
          event,
        ) as Row);
  }

  private async load(run: QueryRunner, keys: readonly string[]): Promise<void> {
    const missing = keys.filter((key) => !this.known.has(key));
    if (missing.length === 0) return;
    const stored = await this.table.facts!.load(run, missing);
    for (const key of missing) this.known.set(key, stored.get(key)?.facts as object | undefined);
  }
}

/** The beginning of a day, told as an event is; no such event is recorded. */
const dayBegun = (day: string): RecordedEvent =>
  ({ type: DAY_BEGUN, v: 1, data: { day }, happenedAt: beginningOf(day), recordedAt: beginningOf(day) }) as unknown as RecordedEvent;

const stop = ({ event, at }: Delivery, error: unknown): NonNullable<Staged['stopped']> => ({
  at,
  halted: {
    eventId: event.id,
    position: event.position,
    type: event.type,
    error: error instanceof Error ? error.message : String(error),
  },
});

/** Sends every event to the tracks that handle its type and have not had it; an event that no track handles costs one look-up. */
export function route(tracks: readonly Track[], events: readonly RecordedEvent[], upcast?: Upcast): Map<Track, Delivery[]> {
  const byType = new Map<string, Track[]>();
  const deliveries = new Map<Track, Delivery[]>();
  for (const track of tracks) {
    deliveries.set(track, []);
    const { on, premises } = track.projection;
    for (const type of new Set([...Object.keys(on), ...Object.keys(premises?.on ?? {})])) {
      const takers = byType.get(type);
      if (takers) takers.push(track);
      else byType.set(type, [track]);
    }
  }
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at]!;
    const takers = byType.get(event.type);
    if (!takers) continue;
    let delivery: Delivery | undefined;
    for (const track of takers)
      if (isBehind(track.checkpoint, event.position)) deliveries.get(track)!.push((delivery ??= deliver(event, at, upcast)));
  }
  return deliveries;
}

function deliver(event: RecordedEvent, at: number, upcast?: Upcast): Delivery {
  try {
    return { event: upcast ? upcast(event) : event, at };
  } catch (error) {
    return { event, at, unreadable: { error } };
  }
}
