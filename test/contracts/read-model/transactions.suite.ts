import { describe, expect, it } from '@jest/globals';
import { type Position } from '../../../src/kernel/event.js';
import { ProjectionObserver } from '../../../src/projections/projection-engine.js';
import { type ProjectionState } from '../../../src/projections/projection-state.js';
import { ReadModels } from '../../../src/projections/read-models.js';
import { all, differences, LONG, statusOf, until } from '../../support/boxes-at-work.js';
import { boxes, made, put } from '../../support/boxes.js';
import { sample, Samples, samples as sampled } from '../../support/samples.js';
import { type Setting } from '../read-model.suite.js';
import { behindItsBack } from './behind-its-back.js';

const NOW = '2016-03-03T14:00:00.000Z';
const state: ProjectionState = {
  name: 'samples',
  version: 3,
  shape: '["a shape"]',
  generation: 2,
  checkpoint: 'p-2' as Position,
  status: 'running',
  halted: null,
};

/** Rows and how far they have come change together, and are seen together. */
export function transactions(setting: () => Setting): void {
  describe('a transaction', () => {
    const withSamples = async (work: (samples: Samples) => Promise<void>): Promise<void> => {
      const samples = await Samples.open(setting().dialect);
      try {
        await samples.models.transaction((run) => samples.models.states.save(run, state, NOW));
        await work(samples);
      } finally {
        await samples.models.close();
      }
    };

    it('keeps rows and checkpoint together, or nothing of them', () =>
      withSamples(async ({ models, table, encoded, rows, write }) => {
        await write(sample('a'));
        const failed = models.transaction(async (run) => {
          await table.upsert(run, encoded([sample('a', { size: 1 }), sample('b')]));
          await models.states.saveCheckpoint(run, ['samples'], 'p-3' as Position, NOW);
          await models.states.saveHalted(run, { name: 'samples', status: 'halted', halted: null }, NOW);
          throw new Error('cut off');
        });
        await expect(failed).rejects.toThrow('cut off');
        expect(await rows.findMany()).toEqual([sample('a')]);
        expect(await models.states.read(models.reader)).toEqual(new Map([['samples', state]]));
        await models.transaction(async (run) => {
          await table.upsert(run, encoded([sample('b')]));
          await models.states.saveCheckpoint(run, ['samples'], 'p-3' as Position, NOW);
        });
        expect(await rows.count()).toBe(2);
        expect((await models.states.read(models.reader)).get('samples')).toEqual({ ...state, checkpoint: 'p-3' });
      }));

    it('is undone where a statement of it fails, and the next goes on', () =>
      withSamples(async ({ models, table, encoded, rows }) => {
        const failed = models.transaction(async (run) => {
          await table.upsert(run, encoded([sample('a')]));
          await run.query('SELECT * FROM no_such_table');
        });
        await expect(failed).rejects.toThrow('no_such_table');
        await models.transaction((run) => table.upsert(run, encoded([sample('b')])));
        expect((await rows.findMany()).map(({ id }) => id)).toEqual(['b']);
      }));

    it('is seen by readers whole, and waits for the one begun before it', () =>
      withSamples(async ({ models, table, encoded, rows }) => {
        const order: string[] = [];
        const first = models.transaction(async (run) => {
          await table.upsert(run, encoded([sample('a')]));
          order.push(`${await rows.count()} seen while the first writes`);
          await table.upsert(run, encoded([sample('b')]));
          await models.states.saveCheckpoint(run, ['samples'], 'p-9' as Position, NOW);
          order.push(`${(await models.states.read(models.reader)).get('samples')?.checkpoint} seen`);
        });
        const second = models.transaction(async (run) => {
          order.push(`${(await table.load(run, ['a', 'b'])).size} there for the second`);
          await table.remove(run, ['a']);
        });
        await Promise.all([first, second]);
        order.push(`${await rows.count()} seen afterwards`);
        expect(order).toEqual(['0 seen while the first writes', 'p-2 seen', '2 there for the second', '1 seen afterwards']);
      }));

    it('saves a state as it is read again: halted, and going on', () =>
      withSamples(async ({ models }) => {
        const read = async () => (await models.states.read(models.reader)).get('samples');
        const halted = { eventId: 'e-1', position: 'p-3' as Position, type: 'BoxMade', error: `no "shelf" can’t hold it` };
        await models.transaction((run) => models.states.saveHalted(run, { name: 'samples', status: 'halted', halted }, NOW));
        expect(await read()).toEqual({ ...state, status: 'halted', halted });
        const next: ProjectionState = { ...state, version: 4, generation: 3, shape: '[]', checkpoint: null, status: 'rebuilding' };
        await models.transaction((run) => models.states.save(run, { ...next, name: 'other' }, NOW));
        await models.transaction((run) => models.states.save(run, next, NOW));
        expect([await read(), (await models.states.read(models.reader)).size]).toEqual([next, 2]);
      }));

    it('that cannot save how far it has come leaves the rows as they were, and is tried again', async () => {
      const { boxes: work, dialect } = setting();
      const { runner, read } = await work.start([boxes()]);
      await work.shown(made('a'));
      const before = await statusOf(runner, 'boxes');
      await behindItsBack(dialect, 'ALTER TABLE projection_state RENAME TO elsewhere');
      const position = await work.record(put('a', 'book'));
      await until(async () => (await statusOf(runner, 'boxes')).fault !== null);
      expect(await read(boxes()).find('a')).toMatchObject({ weight: 0 });
      expect(await behindItsBack(dialect, 'SELECT checkpoint FROM elsewhere')).toEqual([{ checkpoint: before.checkpoint }]);
      await behindItsBack(dialect, 'ALTER TABLE elsewhere RENAME TO projection_state');
      expect(await runner.waitFor(position, { timeoutMs: LONG })).toBe(true);
      expect(await read(boxes()).find('a')).toMatchObject({ weight: 1 });
      expect((await statusOf(runner, 'boxes')).fault).toBeNull();
    });
  });

  describe('a process that only reads', () => {
    it('finds no read models where nobody has made them', async () => {
      const { dialect } = setting();
      expect(await dialect.exists()).toBe(false);
      await expect(ReadModels.open({ dialect, projections: [sampled as never], readOnly: true })).rejects.toThrow(
        `There are no read models in ${dialect.place} yet.`,
      );
      expect(await dialect.exists()).toBe(false);
    });

    it('sees what the one beside it writes, waits for it, compares it, and writes nothing', async () => {
      const { boxes: work, dialect } = setting();
      const { runner } = await work.start([boxes()]);
      const models = await ReadModels.open({ dialect, projections: [boxes()], readOnly: true });
      const observer = new ProjectionObserver({ store: work.store, models });
      const position = await work.record(made('a'));
      expect(await observer.waitFor(position, { names: ['boxes'], timeoutMs: LONG })).toBe(true);
      expect(await observer.status()).toEqual(await runner.status());
      expect(await all(observer.compare())).toEqual([]);
      await expect(models.transaction(async () => undefined)).rejects.toThrow('reading only');
      await expect(models.reader.query('DELETE FROM boxes')).rejects.toThrow();
      await models.close();
      expect(await differences(runner)).toEqual([]);
    });
  });
}
