import { describe, expect, it } from '@jest/globals';
import { type AnyProjection } from '../../../src/kernel/projection.js';
import { type BoxesAtWork, differences, LONG, statusOf } from '../../support/boxes-at-work.js';
import { boxes, made, put, shelves } from '../../support/boxes.js';
import { type Setting } from '../read-model.suite.js';
import { behindItsBack } from './behind-its-back.js';

/** Boxes whose labels say that they are of the next version. */
const relabelled = () =>
  boxes({
    version: 2,
    on: {
      ...boxes().on,
      BoxMade: (_row, { data, happenedAt }) => ({
        boxId: data.boxId,
        label: `New ${data.boxId}`,
        shelf: null,
        weight: 0,
        locked: false,
        things: [],
        madeAt: happenedAt,
      }),
    },
  });

const fill = async (work: BoxesAtWork, count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) await work.record(made(`box-${i}`, `shelf-${i % 7}`), put(`box-${i}`, 'book', i));
};

/** A generation is built beside the live one and takes its place at once; what is live can be proved. */
export function building(setting: () => Setting): void {
  describe('a generation being built', () => {
    it('leaves the whole old table to be read until it is whole, and is read from then on', async () => {
      const { boxes: work } = setting();
      await fill(work, 300);
      const first = await work.start([boxes()]);
      expect(await first.runner.settled(LONG)).toBe(true);
      await work.stopAll();
      const next = relabelled();
      const { runner, read } = await work.start([next], { batchSize: 20 });
      const seen = new Set<string>();
      let done = false;
      const watching = (async () => {
        while (!done) {
          const rows = await read(next).findMany();
          seen.add(`${rows.length} ${[...new Set(rows.map(({ label }) => String(label).split(' ')[0]))].join(' and ')}`);
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      expect(await statusOf(runner, 'boxes')).toMatchObject({ version: 2, tableVersion: 1, rebuilding: {} });
      expect(await runner.settled(LONG)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 20));
      done = true;
      await watching;
      expect([...seen]).toEqual(['300 Box', '300 New']);
      expect(await statusOf(runner, 'boxes')).toMatchObject({ tableVersion: 2, rebuilding: null });
      expect(await differences(runner)).toEqual([]);
    });

    it('is not read while what puts it in place can still be undone', async () => {
      const { boxes: work } = setting();
      await fill(work, 20);
      const first = await work.start([boxes()]);
      expect(await first.runner.settled(LONG)).toBe(true);
      await work.stopAll();
      const next = relabelled();
      const { runner, models, read } = await work.open([next]);
      const transaction = models.transaction.bind(models);
      let cutOff = 0;
      let asked: Promise<number> | undefined;
      models.transaction = (done) =>
        transaction(async (run) => {
          const result = await done(run);
          // The swap alone leaves no table under the name of the one being built.
          if (cutOff === 0 && !(await run.hasTable('boxes__g2'))) {
            cutOff += 1;
            // Answered now, or when it is undone: a database may let whoever asks wait.
            asked = read(next).count({ label: { gte: 'Box', lt: 'Boy' } });
            throw new Error('cut off');
          }
          return result;
        });
      await runner.start();
      expect(await runner.settled(LONG)).toBe(true);
      expect([cutOff, await asked]).toEqual([1, 20]);
      expect(await read(next).count({ label: { gte: 'New', lt: 'Nex' } })).toBe(20);
      expect(await differences(runner)).toEqual([]);
    });

    it('has its new columns asked for at once, and a changed declaration is a new version', async () => {
      const { boxes: work } = setting();
      await fill(work, 3);
      const first = await work.start([shelves()]);
      expect(await first.runner.settled(LONG)).toBe(true);
      await work.stopAll();
      const wider = {
        ...shelves(),
        columns: { ...shelves().columns, note: { type: 'text', nullable: true } },
        on: { BoxMade: (_row: unknown, _event: unknown, shelf: string) => ({ shelf, boxes: 1, note: 'new' }) },
      } as AnyProjection;
      const { runner, read } = await work.open([wider]);
      expect(await read(wider).find('shelf-1')).toEqual({ shelf: 'shelf-1', boxes: 1, note: null });
      await runner.start();
      expect(await runner.settled(LONG)).toBe(true);
      expect(await read(wider).find('shelf-1')).toEqual({ shelf: 'shelf-1', boxes: 1, note: 'new' });
    });
  });

  describe('a comparison with the record', () => {
    it('finds a changed value, a missing row and a row that no event makes', async () => {
      const { boxes: work, dialect } = setting();
      const { runner } = await work.start([boxes(), shelves()]);
      await work.shown(made('a', 'top'), made('b'), made('c'), put('c', 'book'));
      expect(await differences(runner)).toEqual([]);
      await behindItsBack(dialect, `UPDATE boxes SET label = 'Tampered' WHERE box_id = 'a'`);
      await behindItsBack(dialect, `DELETE FROM boxes WHERE box_id = 'b'`);
      await behindItsBack(dialect, `INSERT INTO shelves (shelf, boxes) VALUES ('invented', 9)`);
      expect(await differences(runner, ['boxes'])).toEqual([
        { projection: 'boxes', key: 'a', column: 'label', expected: 'Box a', actual: 'Tampered', problem: 'the value is another' },
        expect.objectContaining({ projection: 'boxes', key: 'b', column: null, problem: 'the row is missing' }),
      ]);
      expect(await differences(runner, ['shelves'])).toEqual([
        expect.objectContaining({ key: 'invented', problem: 'no event makes this row' }),
      ]);
    });
  });
}
