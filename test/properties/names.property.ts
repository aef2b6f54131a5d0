import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrder, nameKey, namesOnce, orderKey, sameName } from '../../src/kernel/names.js';

const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
/** What a keyboard, a word processor or a mail does to a name that is still the same name. */
const WAYS: readonly ((name: string) => string)[] = [
  (name) => name.normalize('NFC'),
  (name) => name.normalize('NFD'),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => name.replaceAll(' ', ' \u2009'),
  (name) => ` ${name}\t`,
  (name) => name.replaceAll("'", '’'),
  (name) => name.replaceAll('-', '\u2011'),
  (name) => [...name].join('\u00ad'),
];
const ways = fc.array(fc.constantFrom(...WAYS), { maxLength: 5 });

describe('the key of a name', () => {
  it('of a key is the key itself', () => fc.assert(fc.property(words, (name) => expect(nameKey(nameKey(name))).toBe(nameKey(name)))));

  it('is the same whatever was done on the way to the same name', () =>
    fc.assert(
      fc.property(words, ways, (name, done) => {
        const written = done.reduce((now, way) => way(now), name);
        expect(nameKey(written)).toBe(nameKey(name));
        expect(sameName(written, name)).toBe(true);
        expect(namesOnce([name, written])).toEqual([name]);
      }),
    ));

  it('is the same in capitals', () => fc.assert(fc.property(words, (name) => expect(sameName(name.toUpperCase(), name)).toBe(true))));
});

describe('the order of words', () => {
  it('is the size of the numbers in them', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 0n, max: 10n ** 30n }), (a, b) =>
        expect(Math.sign(inOrder(`Item ${a}`, `Item ${b}`))).toBe(a < b ? -1 : Number(a > b)),
      ),
    ));
  it('is that of their keys as plain text, so that SQL sorts alike', () =>
    fc.assert(
      fc.property(words, words, (a, b) =>
        expect(inOrder(a, b) < 0).toBe(orderKey(a) < orderKey(b) || (orderKey(a) === orderKey(b) && a < b)),
      ),
    ));
});
