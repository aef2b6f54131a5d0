import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type OrderBy, ReadModel, type Where } from '../../../src/projections/read-model.js';
import { type BoxEvent, boxes, type BoxRow, made, put, shelves, type ShelfRow } from '../../support/boxes.js';
import { sample, Samples } from '../../support/samples.js';
import { type Setting } from '../read-model.suite.js';

/** What may be asked, and in what order it is answered. */
export function asking(setting: () => Setting): void {
  describe('a question', () => {
    let rows: ReadModel<BoxRow>;
    let onShelves: ReadModel<ShelfRow>;

    beforeEach(async () => {
      const { boxes: work } = setting();
      const { models } = await work.start([boxes(), shelves()]);
      rows = new ReadModel<BoxRow>(models, boxes());
      onShelves = new ReadModel<ShelfRow>(models, shelves());
      const events = Array.from({ length: 40 }, (_, i): BoxEvent[] => {
        const id = `box-${String(i).padStart(2, '0')}`;
        return [made(id, i % 4 === 0 ? undefined : `shelf-${i % 3}`), put(id, 'book', i % 5)];
      });
      await work.shown(...events.flat(), { type: 'BoxLocked', v: 1, data: { boxId: 'box-07' } });
    });

    it('by its key gives a row, and null for a key there is not', async () => {
      expect(await rows.find('box-07')).toMatchObject({ label: 'Box box-07', locked: true, things: ['book'] });
      expect(await rows.find(`box-07' OR 1=1`)).toBeNull();
      expect(await onShelves.find('shelf-1')).toMatchObject({ shelf: 'shelf-1' });
    });

    it('finds by equality, bounds, sets and missing values', async () => {
      const ids = async (where: Where<BoxRow>) => (await rows.findMany({ where })).map(({ boxId }) => boxId);
      expect(await ids({ locked: true })).toEqual(['box-07']);
      expect(await ids({ boxId: { gte: 'box-03', lt: 'box-06' }, shelf: undefined })).toEqual(['box-03', 'box-04', 'box-05']);
      expect(await ids({ boxId: { in: ['box-01', 'box-05', 'box-39', 'nothing'] }, weight: { gt: 0 } })).toEqual(['box-01', 'box-39']);
      expect(await ids({ boxId: { in: [] } })).toEqual([]);
      expect(await rows.count({ shelf: null })).toBe(10);
      expect(await rows.count({ shelf: { isNull: false }, weight: { lte: 1 } })).toBe(12);
      await expect(ids({ things: 'book' } as never)).rejects.toThrow('cannot be asked about things');
    });

    it.each<[string, OrderBy<BoxRow>]>([
      ['its key', {}],
      ['one way', { weight: 'desc', label: 'desc' }],
      ['both ways', { weight: 'asc', label: 'desc' }],
      ['a column without values, up', { shelf: 'asc', weight: 'desc' }],
      ['a column without values, down', { shelf: 'desc', weight: 'asc' }],
    ])('gives every row once, page by page, ordered by %s', async (_, orderBy) => {
      const whole = await rows.findMany({ orderBy });
      const paged: BoxRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await rows.page({ orderBy, limit: 7, cursor });
        paged.push(...page.rows);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
      expect(new Set(paged.map(({ boxId }) => boxId)).size).toBe(40);
      expect((await rows.findMany({ orderBy, after: whole[10]!, limit: 1 }))[0]).toEqual(whole[11]);
    });

    it('in SQL over several read models has its parameters by name and its rows decoded', async () => {
      const found = await rows.sql<{ boxId: string; locked: boolean; things: string[]; onShelf: number; full: boolean }>(
        `SELECT b.box_id, b.locked, b.things, s.boxes AS on_shelf, s.boxes > 5 AS "full" FROM boxes b JOIN shelves s ON s.shelf = b.shelf WHERE b.box_id IN (:...ids) AND b.weight < :most AND s.boxes < :most ORDER BY b.box_id`,
        { ids: ['box-07', 'box-13'], most: 100 },
        { full: 'boolean' },
      );
      expect(found).toEqual([
        { boxId: 'box-07', locked: true, things: ['book'], onShelf: 10, full: true },
        { boxId: 'box-13', locked: false, things: ['book'], onShelf: 10, full: true },
      ]);
    });
  });

  describe('an order', () => {
    let samples: Samples;
    beforeEach(async () => {
      samples = await Samples.open(setting().dialect);
    });
    afterEach(() => samples.models.close());

    it('has no value before every value, of every type, and the key where all else is equal', async () => {
      const [no, low, high] = [
        sample('b'),
        sample('a', { words: '', size: -1, sound: false, takenOn: '0001-01-01', takenAt: '0001-01-01T00:00:00.000Z' }),
        sample('c', { words: 'a', size: 0, sound: true, takenOn: '2016-03-03', takenAt: '2016-03-03T14:00:00.000Z' }),
      ];
      await samples.write(high, no, low, { ...high, id: 'd' }, { ...no, id: 'e' });
      for (const column of ['words', 'size', 'sound', 'takenOn', 'takenAt'] as const) {
        expect(await samples.ids({ orderBy: { [column]: 'asc' } })).toEqual(['b', 'e', 'a', 'c', 'd']);
        expect(await samples.ids({ orderBy: { [column]: 'desc' } })).toEqual(['d', 'c', 'a', 'e', 'b']);
        expect(await samples.ids({ orderBy: { [column]: 'desc' }, after: low })).toEqual(['e', 'b']);
        expect(await samples.ids({ orderBy: { [column]: 'asc' }, after: { ...no, id: 'e' } })).toEqual(['a', 'c', 'd']);
      }
    });

    it('of words is that of their bytes, and bounds are of the same order', async () => {
      const inOrder = ['', ' a', 'A', 'Z', 'a', 'a ', 'a-b', 'ab', 'b', 'é', '\ue000', '\u{1F600}'];
      await samples.write(...inOrder.toReversed().map((words, at) => sample(`s-${at}`, { words })));
      expect((await samples.rows.findMany({ orderBy: { words: 'asc' } })).map(({ words }) => words)).toEqual(inOrder);
      expect(await samples.rows.count({ words: { gt: 'a', lte: '\ue000' } })).toBe(6);
      expect(await samples.rows.count({ words: { gte: 'Z', lt: 'b' } })).toBe(5);
    });
  });
}
