import { DataSource, type QueryRunner } from 'typeorm';
import { inBatches } from './batches.js';
import { type EngineOptions } from './engine-options.js';
import { type ProjectionState } from './projection-state.js';
import { ReadTable, shapeOf } from './read-table.js';
import { type Row } from './row-codec.js';
import { isBehind, route, Track } from './track.js';

/**
 * A place where a live table is not what the record makes it. `key` is null if the whole table cannot be judged, `column` if the whole row
 * differs.
 */
export interface Difference {
  readonly projection: string;
  readonly key: string | null;
  readonly column: string | null;
  /** `expected`: what the replay made; `actual`: what the live table holds. Both as stored. */
  readonly expected: unknown;
  readonly actual: unknown;
  readonly problem: string;
}

const BATCH = 4_000;
const ROWS = 1_000;

interface Pair {
  readonly track: Track;
  readonly live: ReadTable;
  readonly state: ProjectionState;
}

/**
 * Replays the record once into a scratch database and compares it with the live tables, all as they stand at one moment: a transaction
 * held throughout shows each table at one checkpoint even while another process projects.
 */
export async function* compareReadModels(options: EngineOptions, names?: readonly string[]): AsyncGenerator<Difference> {
  const { dialect, states: stored, projections } = options.models;
  const scratchpad = await dialect.scratch();
  const sources: DataSource[] = [];
  try {
    sources.push(await new DataSource(scratchpad.options).initialize());
    sources.push(await new DataSource(dialect.reader()).initialize());
    const [scratch, live] = sources.map((source) => source.createQueryRunner()) as [QueryRunner, QueryRunner];
    await live.query(dialect.snapshot);
    const states = await stored.read(live);
    const pairs: Pair[] = [];
    for (const projection of projections.filter(({ name }) => !names || names.includes(name))) {
      const state = states.get(projection.name);
      if (state?.version !== projection.version || state.shape !== shapeOf(projection)) {
        yield whole(projection.name, projection.version, state?.version ?? null, 'the table has not been built to the declared version');
        continue;
      }
      const table = new ReadTable(projection, projection.name, dialect);
      await table.create(scratch, 0);
      pairs.push({ track: new Track(projection, table, 'build', 0, null), live: table, state });
    }
    await replay(options, pairs, scratch);
    for (const pair of pairs) await toTheDay(pair, scratch, live);
    for (const pair of pairs) yield* compareTable(pair, scratch, live);
    await live.query('COMMIT');
  } finally {
    for (const source of sources) await source.destroy();
    await scratchpad.remove();
  }
}

/** Brings each scratch table to the checkpoint of its live one. */
async function replay({ store, upcast }: EngineOptions, pairs: readonly Pair[], scratch: QueryRunner): Promise<void> {
  let open = pairs.filter(({ state }) => state.checkpoint !== null);
  if (open.length === 0) return;
  for await (const events of inBatches(store.readAll(), BATCH)) {
    const deliveries = route(
      open.map(({ track }) => track),
      events,
      upcast,
    );
    await scratch.query('BEGIN');
    for (const { track, state } of open) {
      const due = deliveries.get(track)!.filter(({ event }) => !isBehind(state.checkpoint, event.position));
      const staged = await track.stage(scratch, due);
      await track.write(scratch, staged);
      track.checkpoint = events.at(-1)!.position;
      track.halted = staged.stopped?.halted ?? null;
    }
    await scratch.query('COMMIT');
    open = open.filter(({ track, state }) => track.halted === null && isBehind(track.checkpoint, state.checkpoint));
    if (open.length === 0) return;
  }
}

/** Brings the rows of a scratch table to the day to which those of the live one have come. */
async function toTheDay({ track, live: table }: Pair, scratch: QueryRunner, live: QueryRunner): Promise<void> {
  const day = await new Track(track.projection, table, 'live', 0, null).dayReached(live);
  if (day !== undefined && !track.halted) await track.write(scratch, await track.stage(scratch, [], { day }));
}

async function* compareTable({ track, live: table, state }: Pair, scratch: QueryRunner, live: QueryRunner): AsyncGenerator<Difference> {
  const name = track.projection.name;
  if (track.halted) {
    yield whole(
      name,
      null,
      track.halted,
      `the replay cannot get past event ${track.halted.eventId} (${track.halted.type}): ${track.halted.error}`,
    );
    return;
  }
  if (isBehind(track.checkpoint, state.checkpoint))
    yield whole(name, track.checkpoint, state.checkpoint, 'the checkpoint is beyond the end of the record');
  const keyColumn = table.codec.key.column;
  const expected = rowsOf(table, scratch, keyColumn);
  const actual = rowsOf(table, live, keyColumn);
  let [e, a] = [await expected.next(), await actual.next()];
  while (!e.done || !a.done) {
    const [eKey, aKey] = [keyOf(e, keyColumn), keyOf(a, keyColumn)];
    const order = eKey === null ? 1 : aKey === null ? -1 : byteOrder(eKey, aKey);
    if (order < 0) {
      yield { projection: name, key: eKey, column: null, expected: e.value, actual: null, problem: 'the row is missing' };
      e = await expected.next();
    } else if (order > 0) {
      yield { projection: name, key: aKey, column: null, expected: null, actual: a.value, problem: 'no event makes this row' };
      a = await actual.next();
    } else {
      for (const { column } of table.codec.columns) {
        const [should, does] = [(e.value as Row)[column], (a.value as Row)[column]];
        if (should !== does) yield { projection: name, key: eKey, column, expected: should, actual: does, problem: 'the value is another' };
      }
      [e, a] = [await expected.next(), await actual.next()];
    }
  }
}

const keyOf = (result: IteratorResult<Row, void>, column: string): string | null => (result.done ? null : (result.value[column] as string));

/** The database orders text by its bytes, which is not the order of JavaScript's strings beyond the basic plane. */
const byteOrder = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)));

async function* rowsOf(table: ReadTable, run: QueryRunner, key: string): AsyncGenerator<Row, void> {
  for (let after: string | null = null; ;) {
    const rows = await table.rawAfter(run, after, ROWS);
    yield* rows;
    if (rows.length < ROWS) return;
    after = rows.at(-1)![key] as string;
  }
}

const whole = (projection: string, expected: unknown, actual: unknown, problem: string): Difference => ({
  projection,
  key: null,
  column: null,
  expected,
  actual,
  problem,
});
