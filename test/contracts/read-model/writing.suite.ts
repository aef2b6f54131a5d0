import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sample, Samples } from '../../support/samples.js';
import { type Setting } from '../read-model.suite.js';

/** What is written, as it comes back. */
export function writing(setting: () => Setting): void {
  describe('a row', () => {
    let samples: Samples;
    beforeEach(async () => {
      samples = await Samples.open(setting().dialect);
    });
    afterEach(() => samples.models.close());

    const whole = sample('whole', {
      words: 'a sample',
      size: 3,
      sound: true,
      takenOn: '2016-03-03',
      takenAt: '2016-03-03T14:00:00.000Z',
      found: { in: ['clay', 2, null] },
    });

    it('comes back as it was written, in every type and without a value', async () => {
      await samples.write(whole, sample('bare'), sample('other', { sound: false, size: 0, words: '' }));
      expect(await samples.rows.find('whole')).toEqual(whole);
      expect(await samples.rows.find('bare')).toEqual(sample('bare'));
      expect(await samples.rows.find('other')).toEqual(sample('other', { sound: false, size: 0, words: '' }));
      const loaded = await samples.models.transaction((run) => samples.table.load(run, ['whole', 'bare', 'nowhere']));
      expect(loaded).toEqual(
        new Map([
          ['whole', whole],
          ['bare', sample('bare')],
        ]),
      );
    });

    it('is replaced and removed by its key alone', async () => {
      await samples.write(whole, sample('other', { size: 1 }), sample("quo'ted"));
      await samples.write({ ...whole, words: null, found: null }, sample('new'));
      await samples.remove("quo'ted", 'nowhere');
      expect(await samples.rows.findMany()).toEqual([sample('new'), sample('other', { size: 1 }), { ...whole, words: null, found: null }]);
    });

    it('keeps whole numbers as far as they are exact', async () => {
      await samples.write(sample('most', { size: Number.MAX_SAFE_INTEGER }), sample('least', { size: Number.MIN_SAFE_INTEGER }));
      expect((await samples.rows.findMany({ orderBy: { size: 'asc' } })).map(({ size }) => size)).toEqual([
        Number.MIN_SAFE_INTEGER,
        Number.MAX_SAFE_INTEGER,
      ]);
    });

    it('keeps any words, and those of a megabyte', async () => {
      const words = `Bòrd Siar – “quórum” \u{1F3F4} ' " \\ ; -- %_ :words ? $1 \u2028\n e\u0301 ${'ab\u{1F600}'.repeat(250_000)}`;
      await samples.write(sample('\u{1F600} Bòrd', { words }));
      expect((await samples.rows.find('\u{1F600} Bòrd'))?.words).toBe(words);
      expect(await samples.rows.count({ words })).toBe(1);
    });

    it('keeps any JSON', async () => {
      const found = {
        text: 'Comhairle nan Eilean Siar \u0000 \ud800 \' " \\ \u{1F3F4}',
        long: 'ab\u{1F600}'.repeat(250_000),
        nested: [1.5, -0.25, true, null, { a: [], constructor: 'x' }],
      };
      await samples.write(sample('object', { found }), sample('list', { found: [] }), sample('word', { found: '1' }));
      expect((await samples.rows.find('object'))?.found).toEqual(found);
      expect((await samples.rows.find('list'))?.found).toEqual([]);
      expect((await samples.rows.find('word'))?.found).toBe('1');
    });

    it('is one of more than a statement has parameters for', async () => {
      const { maxParameters } = setting().dialect;
      const ids = Array.from({ length: Math.ceil(maxParameters / 5) }, (_, i) => `sample-${String(i).padStart(6, '0')}`);
      const keys = Array.from({ length: 6 }, (_, i) => (i === 0 ? ids : ids.map((id) => `${id}-${i}`))).flat();
      await samples.write(...ids.map((id, size) => sample(id, { size, words: id })));
      expect(await samples.rows.count()).toBe(ids.length);
      const loaded = await samples.models.transaction((run) => samples.table.load(run, keys));
      expect([...loaded.keys()].sort()).toEqual(ids);
      expect(loaded.get(ids.at(-1)!)).toEqual(sample(ids.at(-1)!, { size: ids.length - 1, words: ids.at(-1)! }));
      await samples.remove(...keys.slice(1));
      expect(await samples.ids()).toEqual([ids[0]]);
    });
  });
}
