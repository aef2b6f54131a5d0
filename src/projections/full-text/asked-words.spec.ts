import { describe, expect, it } from '@jest/globals';
import { readAsked } from './asked-words.js';

describe('what somebody looks for', () => {
  it('is words and phrases, of which the last may go on', () =>
    expect(readAsked('“Improvement Plan” 4.4(b) Édith')).toEqual([
      { words: ['improvement', 'plan'], open: false },
      { words: ['4', '4', 'b'], open: false },
      { words: ['edith'], open: true },
    ]));

  it.each(['', '   ', '***', '"" —', '()'])('%j is nothing', (text) => expect(readAsked(text)).toEqual([]));

  it('is cut off where nobody would type so much', () => expect(readAsked('word '.repeat(500))).toHaveLength(20));
});
