import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BoxEvent, boxes, made, toAppend } from '../../../test/support/boxes.js';
import { MemoryEventStore } from '../../eventstore/memory/memory-event-store.js';
import { type AnyProjection } from '../../kernel/projection.js';
import { ProjectionRunner } from '../projection-runner.js';
import { ReadModel } from '../read-model.js';
import { ReadModels } from '../read-models.js';
import { readAsked } from '../full-text/asked-words.js';
import { SqliteDialect } from './sqlite-dialect.js';

const LONG = 20_000;
let directory: string;
let store: MemoryEventStore;
let running: { runner: ProjectionRunner; models: ReadModels } | undefined;

/** Boxes whose label is what was last put in them, so that the words of a row change. */
const labelled = (changes: Partial<AnyProjection> = {}): AnyProjection => {
  const plain = boxes();
  return {
    ...plain,
    on: { ...plain.on, ThingPut: (row: object | undefined, { data }: { data: { thing: string } }) => row && { ...row, label: data.thing } },
    ...changes,
  } as AnyProjection;
};
const put = (boxId: string, thing: string): BoxEvent => ({ type: 'ThingPut', v: 1, data: { boxId, thing, weight: 1 } });

async function open(projection = labelled()) {
  await stop();
  const models = await ReadModels.open({ dialect: new SqliteDialect(directory), projections: [projection] });
  const runner = await ProjectionRunner.open({ store, models });
  running = { runner, models };
  await runner.start();
  return running;
}
async function stop(): Promise<void> {
  await running?.runner.stop();
  await running?.models.close();
  running = undefined;
}
async function record(...events: BoxEvent[]): Promise<void> {
  const appended = await store.append('boxes-all', 'any', events.map(toAppend));
  if (!appended.accepted) throw new Error('not appended');
  await running?.runner.waitFor(appended.position, { timeoutMs: LONG });
}
async function find(text: string): Promise<string[]> {
  const asked = readAsked(text);
  if (asked.length === 0) return [];
  const model = new ReadModel(running!.models, labelled());
  const { from, where } = model.words.found('boxes', 'b');
  const rows = await model.sql<{ boxId: string }>(`SELECT b.box_id FROM ${from} WHERE ${where} ORDER BY b.box_id`, {
    match: model.words.match([{ all: asked }]),
  });
  return rows.map(({ boxId }) => boxId);
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quorate-words-'));
  store = new MemoryEventStore();
});
afterEach(async () => {
  await stop();
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

describe('the words of a read model', () => {
  it('are found whatever their case and accents, all of them, in phrases, and by the beginning of the last', async () => {
    await record(made('a'), put('a', 'The Café of Édith'), made('b', 'top'), put('b', 'A café on top of Edithburgh'));
    await open();
    await running!.runner.settled(LONG);
    expect(await find('CAFE edith')).toEqual(['a', 'b']);
    expect(await find('edith cafe')).toEqual(['a']);
    expect(await find('edith ')).toEqual(['a', 'b']);
    expect(await find('"edith"')).toEqual(['a']);
    expect(await find('"cafe of"')).toEqual(['a']);
    expect(await find('cafe top')).toEqual(['b']);
    expect(await find('cafe tea')).toEqual([]);
  });

  it('follow their rows: changed, removed, and taken up again', async () => {
    await open();
    await record(made('a'), made('b'));
    await record(put('a', 'lamp'), put('b', 'lamp'));
    expect(await find('lamp')).toEqual(['a', 'b']);
    await record(put('a', 'chair'), { type: 'BoxBurnt', v: 1, data: { boxId: 'b' } });
    expect(await find('lamp')).toEqual([]);
    expect(await find('chair')).toEqual(['a']);
    await record(made('b'), put('b', 'lamp'));
    expect(await find('lamp')).toEqual(['b']);
  });

  it('are there after a restart, a rebuild beside the live table, and a file made small', async () => {
    await open();
    await record(made('a'), put('a', 'lamp'), made('b'), put('b', 'chair'), { type: 'BoxBurnt', v: 1, data: { boxId: 'a' } });
    await running!.runner.rebuild('boxes');
    expect(await running!.runner.settled(LONG)).toBe(true);
    expect([await find('lamp'), await find('chair')]).toEqual([[], ['b']]);
    await stop();
    const file = new Database(join(directory, 'readmodels.db'));
    file.exec('VACUUM');
    expect(file.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE name LIKE 'boxes\\_\\_g%' ESCAPE '\\'`).all()).toEqual(
      [],
    );
    file.close();
    await open();
    await record(put('b', 'lamp'));
    expect([await find('lamp'), await find('chair')]).toEqual([['b'], []]);
    for await (const difference of running!.runner.compare()) throw new Error(JSON.stringify(difference));
  });

  it('can be asked for at once where only the new version has them, and are whole when it is built', async () => {
    await record(made('a'), put('a', 'lamp'));
    await open(labelled({ fullText: undefined } as Partial<AnyProjection>));
    await running!.runner.settled(LONG);
    await open(labelled({ version: 2 }));
    expect([[], ['a']]).toContainEqual(await find('lamp'));
    expect(await running!.runner.settled(LONG)).toBe(true);
    expect(await find('lamp')).toEqual(['a']);
    await open(labelled({ version: 3, fullText: undefined } as Partial<AnyProjection>));
    expect(await running!.runner.settled(LONG)).toBe(true);
    await expect(find('lamp')).rejects.toThrow('no such table');
  });

  it('are asked for with whatever anybody types', async () => {
    await open();
    await record(made('a'), put('a', 'lamp'));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                '"',
                "'",
                '*',
                'AND',
                'OR',
                'NOT',
                'NEAR(',
                ')',
                ':',
                '^',
                '-',
                '+',
                '{',
                '}',
                'label',
                'lamp',
                ' ',
                '\u0000',
                '“',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        async (text) => {
          await find(text);
        },
      ),
    );
  });
});
