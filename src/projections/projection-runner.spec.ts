import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { all, BoxesAtWork, differences, LONG, statusOf, until } from '../../test/support/boxes-at-work.js';
import { type BoxEvent, boxes, made, put, shelves } from '../../test/support/boxes.js';
import { aDirectory } from '../../test/support/directories.js';
import { MemoryEventStore } from '../eventstore/memory/memory-event-store.js';
import { type RecordedEvent } from '../kernel/event.js';
import { type AnyProjection } from '../kernel/projection.js';
import { type RunnerOptions } from './projection-runner.js';
import { READ_MODEL_FILE, SqliteDialect } from './sqlite/sqlite-dialect.js';

let directory: Awaited<ReturnType<typeof aDirectory>>;
let work: BoxesAtWork;

const record = (...events: BoxEvent[]) => work.record(...events);
const open = (projections: readonly AnyProjection[], options: Partial<RunnerOptions> = {}) => work.open(projections, options);
const start = (projections: readonly AnyProjection[], options: Partial<RunnerOptions> = {}) => work.start(projections, options);

beforeEach(async () => {
  directory = await aDirectory();
  work = new BoxesAtWork(new SqliteDialect(directory.path));
});

afterEach(async () => {
  await work.close();
  await directory.remove();
});

describe('a projection', () => {
  it('shows what was recorded before it existed and what is recorded after', async () => {
    await record(made('a', 'top'), put('a', 'book', 3), { type: 'WeatherNoted', v: 1, data: { words: 'rain' } });
    const { runner, read } = await start([boxes(), shelves()]);
    const position = await record(made('b'), put('b', 'lamp'), put('a', 'pen'), { type: 'BoxLocked', v: 1, data: { boxId: 'a' } });
    expect(await runner.waitFor(position, { timeoutMs: LONG })).toBe(true);
    expect(await read(boxes()).find('a')).toEqual({
      boxId: 'a',
      label: 'Box a',
      shelf: 'top',
      weight: 4,
      locked: true,
      things: ['book', 'pen'],
      madeAt: '2016-03-03T14:00:00.000Z',
    });
    expect(await read(boxes()).find('b')).toMatchObject({ shelf: null, weight: 1, locked: false });
    expect(await read(shelves()).find('top')).toEqual({ shelf: 'top', boxes: 1 });
  });

  it('removes a row whose reducer gives nothing back', async () => {
    const { runner, read } = await start([boxes()]);
    await runner.waitFor(await record(made('a'), made('b')), { timeoutMs: LONG });
    await runner.waitFor(await record({ type: 'BoxBurnt', v: 1, data: { boxId: 'a' } }), { timeoutMs: LONG });
    expect(await read(boxes()).findMany()).toHaveLength(1);
  });

  it('goes on from its checkpoint after a restart', async () => {
    const first = await start([boxes()]);
    await first.runner.waitFor(await record(made('a'), put('a', 'book')), { timeoutMs: LONG });
    await work.stopAll();
    const position = await record(put('a', 'pen'));
    const { runner, read } = await start([boxes()]);
    expect(await runner.waitFor(position, { timeoutMs: LONG })).toBe(true);
    expect(await read(boxes()).find('a')).toMatchObject({ weight: 2 });
  });

  it('commits rows and checkpoint together or not at all', async () => {
    const { runner, models } = await start([boxes()]);
    await runner.waitFor(await record(made('a')), { timeoutMs: LONG });
    const before = await statusOf(runner, 'boxes');
    const file = new Database(join(directory.path, READ_MODEL_FILE));
    file.exec(
      `CREATE TRIGGER refuse BEFORE UPDATE ON projection_state BEGIN SELECT RAISE(ABORT, 'cut off between rows and checkpoint'); END`,
    );
    const position = await record(put('a', 'book'));
    expect(await runner.waitFor(position, { timeoutMs: 100 })).toBe(false);
    expect((await statusOf(runner, 'boxes')).fault).toContain('cut off');
    expect(await models.reader.query('SELECT weight FROM boxes')).toEqual([{ weight: 0 }]);
    expect(await models.reader.query('SELECT checkpoint FROM projection_state')).toEqual([{ checkpoint: before.checkpoint }]);
    file.exec('DROP TRIGGER refuse');
    file.close();
    expect(await runner.waitFor(position, { timeoutMs: LONG })).toBe(true);
    expect(await models.reader.query('SELECT weight FROM boxes')).toEqual([{ weight: 1 }]);
    expect((await statusOf(runner, 'boxes')).fault).toBeNull();
  });

  it('waits for room on a full disk and goes on by itself', async () => {
    const { runner, models, read } = await start([boxes()]);
    await runner.waitFor(await record(made('a')), { timeoutMs: LONG });
    const limit = (pages: number) => models.transaction((run) => run.query(`PRAGMA max_page_count = ${pages}`));
    await limit(1);
    const many = Array.from({ length: 2_000 }, (_, i) => made(`full-${i}-${'x'.repeat(50)}`));
    const position = await record(...many);
    await until(async () => (await statusOf(runner, 'boxes')).fault?.includes('full') ?? false);
    expect(await runner.waitFor(position, { timeoutMs: 1 })).toBe(false);
    expect(await read(boxes()).count()).toBe(1);
    await limit(1_000_000);
    expect(await runner.waitFor(position, { timeoutMs: LONG })).toBe(true);
    expect(await read(boxes()).count()).toBe(2_001);
    expect(await differences(runner)).toEqual([]);
  });
});

describe('a projection whose reducer throws', () => {
  const fragile = (broken: () => boolean) =>
    shelves({
      key: (event) => (event.type === 'BoxMade' ? [event.data.shelf ?? 'none', 'all'] : []),
      on: {
        BoxMade: (row, event, shelf) => {
          if (shelf === 'all' && event.data.boxId === 'bad' && broken()) throw new Error('no shelf can hold it');
          return { shelf, boxes: (row?.boxes ?? 0) + 1 };
        },
      },
    });

  it('keeps everything before the event, halts there alone, and goes on when told after the fix', async () => {
    let broken = true;
    const troubles: unknown[] = [];
    const projections = [boxes(), fragile(() => broken)];
    const { runner, read } = await start(projections, {
      backOff: { first: 60_000, longest: 60_000 },
      onTrouble: (trouble) => troubles.push(trouble),
    });
    const position = await record(made('a', 'top'), made('bad', 'low'), made('c', 'top'));
    expect(await runner.waitFor(position, { names: ['boxes'], timeoutMs: LONG })).toBe(true);
    expect(await runner.waitFor(position, { timeoutMs: LONG })).toBe(true);
    expect(await runner.waitFor(position, { names: ['shelves'], timeoutMs: LONG })).toBe(false);
    expect(await read(shelves()).findMany()).toEqual([
      { shelf: 'all', boxes: 1 },
      { shelf: 'top', boxes: 1 },
    ]);
    const events: RecordedEvent[] = await all(work.store.readAll());
    const halted = { eventId: events[1]!.id, position: events[1]!.position, type: 'BoxMade', error: 'no shelf can hold it' };
    expect(await statusOf(runner, 'shelves')).toMatchObject({ halted, behind: true, checkpoint: events[0]!.position });
    expect(await statusOf(runner, 'boxes')).toMatchObject({ halted: null, behind: false });
    expect(troubles).toEqual([{ projection: 'shelves', error: 'no shelf can hold it', eventId: events[1]!.id }]);
    broken = false;
    runner.resume('shelves');
    expect(await runner.settled(LONG)).toBe(true);
    expect(await read(shelves()).find('all')).toEqual({ shelf: 'all', boxes: 3 });
    expect(await statusOf(runner, 'shelves')).toMatchObject({ halted: null, behind: false });
  });

  it('is still halted after a restart, and resumes at the event with the fixed code', async () => {
    const { runner } = await start([fragile(() => true)]);
    await record(made('a', 'top'), made('bad', 'low'), made('c', 'top'));
    await until(async () => (await statusOf(runner, 'shelves')).halted !== null);
    await work.stopAll();
    const again = await open([fragile(() => false)]);
    expect((await statusOf(again.runner, 'shelves')).halted).toMatchObject({ error: 'no shelf can hold it' });
    await again.runner.start();
    expect(await again.runner.settled(LONG)).toBe(true);
    expect(await again.read(shelves()).find('all')).toEqual({ shelf: 'all', boxes: 3 });
  });

  it('is tried again by itself', async () => {
    let broken = true;
    const { runner } = await start([fragile(() => broken)]);
    await record(made('bad', 'low'));
    await until(async () => (await statusOf(runner, 'shelves')).halted !== null);
    broken = false;
    expect(await runner.settled(LONG)).toBe(true);
  });

  it('halts where a row does not fit its columns, and where an event has no newest shape', async () => {
    const misfit = shelves({ on: { BoxMade: (_row, { data }, shelf) => ({ shelf, boxes: data.boxId === 'half' ? 0.5 : 1 }) } });
    const { runner } = await start([misfit, boxes({ on: { ThingPut: () => undefined } })], {
      upcast: (event) => {
        if (event.type === 'ThingPut') throw new Error('a version from the future');
        return event;
      },
    });
    await record(made('a', 'top'), made('half', 'low'), put('a', 'book'));
    await until(async () => (await runner.status()).every(({ halted }) => halted));
    const status = await runner.status();
    const events: RecordedEvent[] = await all(work.store.readAll());
    expect(status.map(({ name, halted }) => [name, halted!.eventId, halted!.error])).toEqual([
      ['shelves', events[1]!.id, "The row's boxes is not a whole number."],
      ['boxes', events[2]!.id, 'a version from the future'],
    ]);
  });
});

describe('a rebuild', () => {
  const fill = async (count: number) => {
    for (let i = 0; i < count; i += 1) await record(made(`box-${i}`, `shelf-${i % 7}`), put(`box-${i}`, 'book', i));
  };

  it('keeps the live table up to date meanwhile when the version is the same, and loses nothing', async () => {
    await fill(200);
    const { runner, read, models } = await start([boxes(), shelves()], { batchSize: 10 });
    expect(await runner.settled(LONG)).toBe(true);
    await Promise.all([runner.rebuild('boxes'), runner.rebuild('shelves')]);
    for (let i = 0; i < 20; i += 1) {
      const position = await record(put('box-1', `during-${i}`, 0));
      expect(await runner.waitFor(position, { names: ['boxes'], timeoutMs: LONG })).toBe(true);
      expect((await read(boxes()).find('box-1'))!.things).toContain(`during-${i}`);
    }
    expect(await runner.settled(LONG)).toBe(true);
    expect(await differences(runner)).toEqual([]);
    expect(await models.reader.query(`SELECT name FROM sqlite_master WHERE name LIKE '%\\_\\_g%' ESCAPE '\\'`)).toEqual([]);
    await runner.rebuild('boxes');
    expect(await runner.settled(LONG)).toBe(true);
    expect(await differences(runner)).toEqual([]);
  });

  it('starts again cleanly when it was cut short', async () => {
    await fill(100);
    const first = await start([boxes()]);
    expect(await first.runner.settled(LONG)).toBe(true);
    await work.stopAll();
    const second = await start([boxes({ version: 2 })], { batchSize: 10 });
    await until(async () => ((await statusOf(second.runner, 'boxes')).rebuilding?.position ?? null) !== null);
    await work.stopAll();
    const { runner, read } = await open([boxes({ version: 2 })]);
    expect(await statusOf(runner, 'boxes')).toMatchObject({ tableVersion: 1, rebuilding: { position: null } });
    expect(await read(boxes()).count()).toBe(100);
    await runner.start();
    expect(await runner.settled(LONG)).toBe(true);
    expect(await statusOf(runner, 'boxes')).toMatchObject({ tableVersion: 2, rebuilding: null });
    expect(await differences(runner)).toEqual([]);
  });

  it('reads the log once for all that need it', async () => {
    await fill(50);
    let reads = 0;
    const readAll = work.store.readAll.bind(work.store);
    work.store.readAll = (options) => {
      if (options?.after === undefined && options?.limit === undefined) reads += 1;
      return readAll(options);
    };
    const { runner } = await start([boxes(), shelves()]);
    expect(await runner.settled(LONG)).toBe(true);
    expect(reads).toBe(1);
  });

  it('is made when the record has gone back behind the table', async () => {
    await fill(20);
    const first = await start([boxes()]);
    expect(await first.runner.settled(LONG)).toBe(true);
    await work.stopAll();
    await goBackTo(1);
    const { runner, read } = await start([boxes()]);
    expect(await runner.settled(LONG)).toBe(true);
    expect(await read(boxes()).findMany()).toHaveLength(1);
  });

  it('is not made of another record: it may be that of another installation', async () => {
    await record(made('a'));
    await start([boxes()]);
    await work.stopAll();
    work.store = new MemoryEventStore();
    await expect(start([boxes()])).rejects.toThrow(/are of another record, which begins with the event .*; this one is empty/);
    await record(made('b'));
    await expect(start([boxes()])).rejects.toThrow(/are of another record, which begins with the event .*; this one begins with/);
  });

  /** The record as it was after so many of its events: an older backup. */
  async function goBackTo(count: number): Promise<void> {
    const older = new MemoryEventStore();
    for await (const { stream, revision: _, position: __, ...event } of work.store.readAll({ limit: count }))
      await older.append(stream, 'any', [event]);
    work.store = older;
  }
});

describe('reading your own write', () => {
  it('gives up when its time is over', async () => {
    const { runner } = await open([boxes()]);
    const position = await record(made('a'));
    expect(await runner.waitFor(position, { timeoutMs: 10 })).toBe(false);
    await runner.start();
    expect(await runner.waitFor(position, { timeoutMs: LONG })).toBe(true);
    expect(await runner.waitFor(position, { timeoutMs: 0 })).toBe(true);
  });
});
