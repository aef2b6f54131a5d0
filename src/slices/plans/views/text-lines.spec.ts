import { describe, expect, it } from '@jest/globals';
import { tableRow, tableWidth, wrapped } from './text-lines.js';

describe('a line of text', () => {
  it('is broken between words, and a word too long is cut, never lost', () =>
    expect(wrapped('one two three incomprehensibilities', 9)).toEqual(['one two', 'three', 'incompreh', 'ensibilit', 'ies']));

  it('keeps its paragraphs, and is moved in where asked', () => {
    expect(wrapped('one\n\ntwo', 10, '  ')).toEqual(['  one', '', '  two']);
    expect(wrapped('', 10)).toEqual(['']);
  });

  it('stands in cells beside others, as high as the highest', () => {
    expect(tableRow(['one two', 'x'], [4, 3])).toEqual(['one  | x', 'two  |']);
    expect(tableWidth([4, 3])).toBe(10);
  });
});
