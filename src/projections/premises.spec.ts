import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BoxEvent, made, put, toAppend } from '../../test/support/boxes.js';
import { BoxesAtWork, differences, LONG } from '../../test/support/boxes-at-work.js';
import { aDirectory } from '../../test/support/directories.js';
import { addDays } from '../kernel/dates.js';
import { type DayReached, type Premises, type Projection, projection, THE_DAY } from '../kernel/projection.js';
import { dayOf } from './days.js';
import { SqliteDialect } from './sqlite/sqlite-dialect.js';

/** What a box weighs depends on the weather: by the number of times it was noted, and by the last box moved to. */
interface WeighedRow {
  readonly boxId: string;
  readonly weight: number;
  readonly damp: number;
  readonly derivedBy: string;
}
interface Weather {
  readonly noted: number;
}

const premises: Premises<WeighedRow, Weather, BoxEvent> = {
  version: 1,
  key: () => 'weather',
  on: { WeatherNoted: (facts) => ({ noted: (facts?.noted ?? 0) + 1 }) },
  reads: ['weight', 'damp', 'derivedBy'],
  derives: ['damp', 'derivedBy'],
  touches: () => ({ where: ['weight < ?'], values: [100] }),
  of: ({ weight }) => (weight < 100 ? ['weather'] : []),
  derive: (row, [weather], { type }) => {
    const damp = row.weight + (weather?.noted ?? 0);
    return damp === row.damp ? row : { ...row, damp, derivedBy: type };
  },
};

const weighed = (changes: Partial<Projection<WeighedRow, BoxEvent>> = {}): Projection<WeighedRow, BoxEvent> =>
  projection<WeighedRow, BoxEvent>({
    name: 'weighed',
    version: 1,
    columns: { boxId: { type: 'text' }, weight: { type: 'integer' }, damp: { type: 'integer' }, derivedBy: { type: 'text' } },
    primaryKey: 'boxId',
    indexes: [{ columns: ['weight'] }],
    key: (event) => ('boxId' in event.data ? event.data.boxId : []),
    on: {
      BoxMade: (_row, { data: { boxId } }) => ({ boxId, weight: 0, damp: -1, derivedBy: '' }),
      ThingPut: (row, { data }) => row && { ...row, weight: row.weight + data.weight, damp: row.weight + data.weight },
      BoxBurnt: () => undefined,
    },
    premises,
    ...changes,
  });

const rain: BoxEvent = { type: 'WeatherNoted', v: 1, data: { words: 'rain' } };

let directory: Awaited<ReturnType<typeof aDirectory>>;
let work: BoxesAtWork;

beforeEach(async () => {
  directory = await aDirectory();
  work = new BoxesAtWork(new SqliteDialect(directory.path));
});

afterEach(async () => {
  await work.close();
  await directory.remove();
});

const damp = async (read: { findMany(): Promise<Record<string, unknown>[]> }) =>
  Object.fromEntries((await read.findMany()).map(({ boxId, damp: how }) => [boxId, how]));

describe('rows that rest on facts beside their own events', () => {
  it('follow the facts, whether the row or the fact comes first, in one batch or in several', async () => {
    const { read } = await work.start([weighed()]);
    await work.shown(rain, made('a'), put('a', 'book', 3), rain, made('b'));
    expect(await damp(read(weighed()))).toEqual({ a: 5, b: 2 });
    await work.shown(rain);
    expect(await damp(read(weighed()))).toEqual({ a: 6, b: 3 });
    expect(await read(weighed()).find('a')).toMatchObject({ derivedBy: 'WeatherNoted' });
  });

  it('are left alone where they do not rest on them', async () => {
    const { read } = await work.start([weighed()]);
    await work.shown(made('heavy'), put('heavy', 'stone', 100), rain, made('light'));
    expect(await damp(read(weighed()))).toEqual({ heavy: 100, light: 1 });
    await work.shown(rain);
    expect(await damp(read(weighed()))).toEqual({ heavy: 100, light: 2 });
  });

  it('are all derived anew by one event, more of them than are read at a time, those of the same batch among them', async () => {
    const { read } = await work.start([weighed()]);
    await work.shown(...Array.from({ length: 1_201 }, (_, i) => made(`box-${i}`)));
    await work.shown(put('box-7', 'book', 1), rain, put('box-8', 'book', 1));
    const after = await damp(read(weighed()));
    expect(Object.keys(after)).toHaveLength(1_201);
    expect(Object.values(after).filter((how) => how === 1)).toHaveLength(1_199);
    expect(after).toMatchObject({ 'box-7': 2, 'box-8': 2 });
  });

  it('keep their facts over a restart and are built anew, with them, where the meaning of the facts changes', async () => {
    await work.start([weighed()]);
    await work.shown(rain, rain, made('a'));
    await work.stopAll();
    const again = await work.start([weighed()]);
    await work.shown(made('b'));
    expect(await damp(again.read(weighed()))).toEqual({ a: 2, b: 2 });
    expect(await differences(again.runner)).toEqual([]);
    await work.stopAll();
    const doubled = weighed({
      premises: { ...premises, version: 2, on: { WeatherNoted: (facts) => ({ noted: (facts?.noted ?? 0) + 2 }) } },
    });
    const { runner, read } = await work.start([doubled]);
    expect(await runner.settled(LONG)).toBe(true);
    expect(await damp(read(doubled))).toEqual({ a: 4, b: 4 });
    await work.shown(rain);
    expect(await damp(read(doubled))).toEqual({ a: 6, b: 6 });
    expect(await differences(runner)).toEqual([]);
  });

  it('are the same however the record falls into batches', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constant(rain) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 5 }).map((n) => made(`box-${n}`)) },
      {
        weight: 3,
        arbitrary: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60 })).map(([n, w]) => put(`box-${n}`, 'x', w)),
      },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0, max: 5 }).map((n): BoxEvent => ({ type: 'BoxBurnt', v: 1, data: { boxId: `box-${n}` } })),
      },
    );
    const { runner } = await work.start([weighed()], { liveBatchSize: 7 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }), async (batches) => {
        for (const batch of batches) await work.shown(...batch);
        expect(await differences(runner)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

/** A thing put into a box keeps as many days as it weighs; a row counts the days on which something in it went off. */
interface KeptRow {
  readonly boxId: string;
  readonly keepsUntil: string | null;
  readonly wentOff: number;
}

const keeping = projection<KeptRow, BoxEvent>({
  name: 'keeping',
  version: 1,
  columns: { boxId: { type: 'text' }, keepsUntil: { type: 'date', nullable: true }, wentOff: { type: 'integer' } },
  primaryKey: 'boxId',
  indexes: [{ columns: ['keepsUntil'], where: 'keeps_until IS NOT NULL' }],
  key: (event) => ('boxId' in event.data ? event.data.boxId : []),
  on: {
    BoxMade: (_row, { data: { boxId } }) => ({ boxId, keepsUntil: null, wentOff: 0 }),
    ThingPut: (row, { data, recordedAt }) => row && { ...row, keepsUntil: addDays(dayOf(recordedAt), data.weight) },
  },
  premises: {
    version: 1,
    key: () => 'none',
    on: {},
    touches: () => ({ where: ['1 = 0'], values: [] }),
    days: (day) => ({ where: ['keeps_until < ?'], values: [day] }),
    reads: ['keepsUntil', 'wentOff'],
    derives: ['keepsUntil', 'wentOff'],
    of: ({ keepsUntil }) => (keepsUntil === null ? [] : [THE_DAY]),
    // What goes off takes the next thing with it two days later, twice: what a row is depends on every day between.
    derive: (row, [reached]) => {
      const day = (reached as DayReached | undefined)?.day ?? '';
      if (row.keepsUntil === null || row.keepsUntil >= day) return row;
      return { ...row, keepsUntil: row.wentOff % 3 === 2 ? null : addDays(day, 1), wentOff: row.wentOff + 1 };
    },
  },
});

describe('rows that depend on the day', () => {
  it('change when a day begins, without an event, and are the same whenever it was looked', async () => {
    let now = '2026-03-02T09:00:00.000Z';
    const { runner, read } = await work.start([keeping], { clock: { now: () => now } });
    const shown = async (...events: BoxEvent[]): Promise<void> => {
      const appended = await work.store.append(
        'boxes-all',
        'any',
        events.map((event) => ({ ...toAppend(event), recordedAt: now })),
      );
      if (!appended.accepted) throw new Error('not appended');
      await runner.waitFor(appended.position, { timeoutMs: LONG });
    };
    await shown(made('a'), put('a', 'milk', 2), made('b'), put('b', 'bread', 9));
    expect(await read(keeping).find('a')).toMatchObject({ keepsUntil: '2026-03-04', wentOff: 0 });
    now = '2026-03-05T00:00:00.000Z';
    await runner.waitFor((await work.store.head())!, { timeoutMs: LONG });
    expect(await read(keeping).find('a')).toMatchObject({ keepsUntil: '2026-03-06', wentOff: 1 });
    expect(await read(keeping).find('b')).toMatchObject({ wentOff: 0 });
    expect(await differences(runner)).toEqual([]);
    now = '2026-05-01T09:00:00.000Z';
    await shown(made('c'));
    expect(await read(keeping).find('a')).toMatchObject({ keepsUntil: null, wentOff: 3 });
    expect(await differences(runner)).toEqual([]);
    await runner.rebuild('keeping');
    expect(await runner.settled(LONG)).toBe(true);
    expect(await read(keeping).find('a')).toMatchObject({ keepsUntil: null, wentOff: 3 });
    expect(await differences(runner)).toEqual([]);
  });
});
