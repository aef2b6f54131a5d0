import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AnyProjection } from '../../../src/kernel/projection.js';
import { readAsked } from '../../../src/projections/full-text/asked-words.js';
import { type BoxesOpened, differences, LONG } from '../../support/boxes-at-work.js';
import { foundIn, labelled, lastPut } from '../../support/labelled-boxes.js';
import { type BoxEvent, made } from '../../support/boxes.js';
import { type Setting } from '../read-model.suite.js';

const without = (changes: Partial<AnyProjection> = {}): AnyProjection => labelled({ fullText: undefined, ...changes } as never);
const burnt = (boxId: string): BoxEvent => ({ type: 'BoxBurnt', v: 1, data: { boxId } });

/** The words of rows, where they are indexed. */
export function wordsKept(setting: () => Setting): void {
  describe('the words of a read model', () => {
    const reopened = async (projection: AnyProjection): Promise<BoxesOpened> => {
      await setting().boxes.stopAll();
      return setting().boxes.start([projection]);
    };

    it('are found whatever their case and accents, all of them, in phrases, and by the beginning of the last', async () => {
      const { boxes: work } = setting();
      await work.record(made('a'), lastPut('a', 'The Café of Édith'), made('b', 'top'), lastPut('b', 'A café on top of Edithburgh'));
      const { models, runner } = await work.start([labelled()]);
      await runner.settled(LONG);
      const find = (text: string) => foundIn(models, text);
      expect(await find('CAFE edith')).toEqual(['a', 'b']);
      expect(await find('edith cafe')).toEqual(['a']);
      expect(await find('edith ')).toEqual(['a', 'b']);
      expect(await find('"edith"')).toEqual(['a']);
      expect(await find('"cafe of"')).toEqual(['a']);
      expect(await find('cafe top')).toEqual(['b']);
      expect(await find('cafe tea')).toEqual([]);
    });

    it('are found each as it stands in the text, in whatever script', async () => {
      const written = fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
          fc.string({ unit: fc.constantFrom(...'ابتثجحخدذرزسشَُِّْـ\u200C'), minLength: 2, maxLength: 8 }),
          fc.string({ unit: fc.constantFrom(...'कखगघचजतदनपबमरलवसहािीुूेैोौं़्\u200D'), minLength: 2, maxLength: 8 }),
          fc.constantFrom(
            'Édith',
            'E\u0301dith',
            'Straße',
            'gover\u00ADnance',
            'ﬁnance',
            'Łódź',
            'مُحَمَّد',
            'हिन्दी',
            'தமிழ்',
            'ประชุม',
            'ten\u2011day',
          ),
        ),
        { minLength: 1, maxLength: 6 },
      );
      const texts = fc.sample(written, { numRuns: 80, seed: 11 }).map((words) => words.join(' '));
      const { boxes: work } = setting();
      await work.record(...texts.flatMap((text, index) => [made(`t${index}`), lastPut(`t${index}`, text)]));
      const { models, runner } = await work.start([labelled()]);
      await runner.settled(LONG);
      for (const [index, text] of texts.entries())
        for (const word of text.split(/[\s"“”]+/))
          if (readAsked(word).length > 0)
            expect([text, word, await foundIn(models, word)]).toEqual([text, word, expect.arrayContaining([`t${index}`])]);
      expect(await foundIn(models, 'محمد')).toEqual(await foundIn(models, 'مُحَمَّد'));
    });

    it('are told apart by column, found by one of several, and the best come first', async () => {
      const { boxes: work } = setting();
      await work.record(made('a', 'lamp shelf'), made('b', 'low'), lastPut('b', 'lamp lamp'), made('c', 'top'), lastPut('c', 'chair'));
      const { read, runner } = await work.start([labelled()]);
      await runner.settled(LONG);
      const model = read(labelled());
      const { from, where, score } = model.words.found('boxes', 'b');
      const found = async (match: string, order = 'b.box_id') =>
        (await model.sql<{ boxId: string }>(`SELECT b.box_id FROM ${from} WHERE ${where} ORDER BY ${order}`, { match })).map(
          ({ boxId }) => boxId,
        );
      const all = readAsked('"lamp"');
      expect(await found(model.words.match([{ all, columns: ['shelf'] }]))).toEqual(['a']);
      expect(await found(model.words.match([{ all }, { any: ['Low', 'lamp shelf'], columns: ['shelf'] }]))).toEqual(['a', 'b']);
      expect(await found(model.words.match([{ all }]), score([1, 0]))).toEqual(['b', 'a']);
      expect(await found(model.words.match([{ all }]), score([0, 1]))).toEqual(['a', 'b']);
    });

    it('follow their rows: changed, removed, and taken up again', async () => {
      const { boxes: work } = setting();
      const { models } = await work.start([labelled()]);
      await work.shown(made('a'), made('b'));
      await work.shown(lastPut('a', 'lamp'), lastPut('b', 'lamp'));
      expect(await foundIn(models, 'lamp')).toEqual(['a', 'b']);
      await work.shown(lastPut('a', 'chair'), burnt('b'));
      expect(await foundIn(models, 'lamp')).toEqual([]);
      expect(await foundIn(models, 'chair')).toEqual(['a']);
      await work.shown(made('b'), lastPut('b', 'lamp'));
      expect(await foundIn(models, 'lamp')).toEqual(['b']);
    });

    it('are those of the row’s own generation, after a rebuild beside the live table and a restart', async () => {
      const { boxes: work } = setting();
      const { models, runner } = await work.start([labelled()]);
      await work.shown(made('a'), lastPut('a', 'lamp'), made('b'), lastPut('b', 'chair'), burnt('a'));
      await runner.rebuild('boxes');
      expect(await runner.settled(LONG)).toBe(true);
      expect([await foundIn(models, 'lamp'), await foundIn(models, 'chair')]).toEqual([[], ['b']]);
      const again = await reopened(labelled());
      await work.shown(lastPut('b', 'lamp'));
      expect([await foundIn(again.models, 'lamp'), await foundIn(again.models, 'chair')]).toEqual([['b'], []]);
      expect(await differences(again.runner)).toEqual([]);
    });

    it('can be asked for at once where only the new version has them, and are whole when it is built', async () => {
      const { boxes: work } = setting();
      await work.record(made('a'), lastPut('a', 'lamp'));
      const first = await work.start([without()]);
      await first.runner.settled(LONG);
      const second = await reopened(labelled({ version: 2 }));
      expect([[], ['a']]).toContainEqual(await foundIn(second.models, 'lamp'));
      expect(await second.runner.settled(LONG)).toBe(true);
      expect(await foundIn(second.models, 'lamp')).toEqual(['a']);
      const third = await reopened(without({ version: 3 }));
      expect(await third.runner.settled(LONG)).toBe(true);
      await expect(foundIn(third.models, 'lamp')).rejects.toThrow();
    });

    const typed = fc.constantFrom(
      ...[
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
        '&',
        '|',
        '!',
      ],
    );
    it('are asked for with whatever anybody types', async () => {
      const { boxes: work } = setting();
      const { models } = await work.start([labelled()]);
      await work.shown(made('a'), lastPut('a', 'lamp'));
      const anything = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(typed).map((parts) => parts.join('')),
      );
      await fc.assert(
        fc.asyncProperty(anything, async (text) => {
          await foundIn(models, text);
        }),
      );
    });
  });
}
