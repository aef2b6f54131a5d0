import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { type Recorded } from '../../src/kernel/event.js';
import { ProjectionRunner } from '../../src/projections/projection-runner.js';
import { type Reducer } from '../../src/kernel/projection.js';
import { ReadModel } from '../../src/projections/read-model.js';
import { ReadModels } from '../../src/projections/read-models.js';
import { SqliteDialect } from '../../src/projections/sqlite/sqlite-dialect.js';
import { type BoxEvent, boxes, type BoxRow, toAppend } from '../support/boxes.js';

const LONG = 30_000;
const boxId = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const event: fc.Arbitrary<BoxEvent> = fc.oneof(
  fc
    .record({ boxId, label: fc.string(), shelf: fc.option(fc.string(), { nil: undefined }) })
    .map((data): BoxEvent => ({ type: 'BoxMade', v: 1, data })),
  fc
    .record({ boxId, thing: fc.string({ unit: 'grapheme' }), weight: fc.nat(9) })
    .map((data): BoxEvent => ({ type: 'ThingPut', v: 1, data })),
  fc.record({ from: boxId, to: boxId }).map((data): BoxEvent => ({ type: 'ThingsMoved', v: 1, data })),
  boxId.map((id): BoxEvent => ({ type: 'BoxLocked', v: 1, data: { boxId: id } })),
  boxId.map((id): BoxEvent => ({ type: 'BoxBurnt', v: 1, data: { boxId: id } })),
  fc.constant<BoxEvent>({ type: 'WeatherNoted', v: 1, data: { words: 'rain' } }),
);

/** What happens between two lots of events. */
const between = fc.constantFrom('nothing', 'restart', 'rebuild', 'new version');

/** The straightforward fold that the engine must equal. */
async function fold(store: MemoryEventStore): Promise<BoxRow[]> {
  const projection = boxes();
  const rows = new Map<string, BoxRow>();
  for await (const recorded of store.readAll()) {
    const reducer = projection.on[recorded.type as BoxEvent['type']] as Reducer<BoxRow, BoxEvent> | undefined;
    if (!reducer) continue;
    const keys = projection.key(recorded as Recorded<BoxEvent>);
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const next = reducer(rows.get(key), recorded as Recorded<BoxEvent>, key);
      if (next) rows.set(key, next);
      else rows.delete(key);
    }
  }
  return [...rows.values()].sort((a, b) => (a.boxId < b.boxId ? -1 : 1));
}

describe('a read model', () => {
  it('is what folding the record gives, however the events were batched and whatever was restarted or rebuilt between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ events: fc.array(event, { minLength: 1, maxLength: 12 }), then: between, wait: fc.boolean() }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: 7 }),
        async (lots, batchSize) => {
          const directory = await mkdtemp(join(tmpdir(), 'quorate-property-'));
          const store = new MemoryEventStore();
          let version = 1;
          const open = async () => {
            const models = await ReadModels.open({ dialect: new SqliteDialect(directory), projections: [boxes({ version })] });
            const runner = await ProjectionRunner.open({ store, models, batchSize, liveBatchSize: batchSize });
            await runner.start();
            return { models, runner };
          };
          let { models, runner } = await open();
          try {
            for (const { events, then, wait } of lots) {
              await store.append('boxes-all', 'any', events.map(toAppend));
              if (wait) expect(await runner.settled(LONG)).toBe(true);
              if (then === 'rebuild') await runner.rebuild('boxes');
              if (then === 'new version') version += 1;
              if (then === 'restart' || then === 'new version') {
                await runner.stop();
                await models.close();
                ({ models, runner } = await open());
              }
            }
            expect(await runner.settled(LONG)).toBe(true);
            expect(await new ReadModel<BoxRow>(models, boxes()).findMany({ orderBy: { boxId: 'asc' } })).toEqual(await fold(store));
            for await (const difference of runner.compare()) throw new Error(JSON.stringify(difference));
          } finally {
            await runner.stop();
            await models.close();
            await store.close();
            await rm(directory, { recursive: true, force: true });
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
