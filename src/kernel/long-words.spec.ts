import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withLongWordsBroken } from './long-words.js';

const long = 'abcdefghijkl'.repeat(3);

describe('a long word', () => {
  it('may be broken, between letters and never within one', () => {
    expect(withLongWordsBroken(`<td>${long}</td>`)).toBe('<td>abcdefghijkl<wbr>abcdefghijkl<wbr>abcdefghijkl</td>');
    expect(withLongWordsBroken(`a ${'&amp;'.repeat(31)}`)).toBe(
      `a ${'&amp;'.repeat(12)}<wbr>${'&amp;'.repeat(12)}<wbr>${'&amp;'.repeat(7)}`,
    );
    expect(withLongWordsBroken('e\u0301'.repeat(31))).not.toMatch(/<wbr>\u0301/);
  });

  it.each([
    '<p>words as there are many in the language</p>',
    `<a href="/${long}">x</a>`,
    `<textarea>${long}</textarea>`,
    `<svg>${long}</svg>`,
  ])('is left as it is in %s', (html) => expect(withLongWordsBroken(html)).toBe(html));

  it('is whole when what was put in is taken out again', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const safe = text.replaceAll('<', '&lt;');
        expect(withLongWordsBroken(safe).replaceAll('<wbr>', '')).toBe(safe);
      }),
    ));
});
