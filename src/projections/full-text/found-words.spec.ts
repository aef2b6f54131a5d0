import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAsked } from './asked-words.js';
import { excerptOf, markFound, type Stretch } from './found-words.js';

const shown = (stretches: readonly Stretch[] | null): string | null =>
  stretches && stretches.map(({ text, found }) => (found ? `[${text}]` : text)).join('');
const marked = (text: string, asked: string): string | null => shown(markFound(text, readAsked(asked)));

describe('what was found in a text', () => {
  it.each([
    ['The Board noted the report.', 'report board', 'The [Board] noted the [report].'],
    ['The improvement of a plan; the Improvement Plan', '"improvement plan"', 'The improvement of a plan; the [Improvement Plan]'],
    ['Adapted, adaptation, adopt', 'adapt', '[Adapted], [adaptation], adopt'],
    ['Édith and Edith', 'edith', '[Édith] and [Edith]'],
    ['under paragraph 4.4(b) it', '4.4(b)', 'under paragraph [4.4(b]) it'],
    ['crossroads', 'roads', 'crossroads'],
    ['roads roads', '"roads roads" roads', '[roads roads]'],
  ])('of %j by %j is marked', (text, asked, expected) => expect(marked(text, asked)).toBe(expected));

  it('leaves the text as it is, whatever it is and is looked for', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, asked) => {
        expect(
          markFound(text, readAsked(asked))
            .map((one) => one.text)
            .join(''),
        ).toBe(text);
      }),
    ));

  it('is shown with the words around it where the text is long', () => {
    const text = `${'before it '.repeat(60)}the Westmuir path ${'after it '.repeat(60)}`;
    const excerpt = shown(excerptOf(text, readAsked('westmuir')))!;
    expect(excerpt).toMatch(/^… .*before it the \[Westmuir\] path after it .* …$/);
    expect(excerpt.length).toBeLessThan(280);
  });

  it('is shown where the most of it stands', () => {
    const text = `path ${'nothing '.repeat(60)}the path of Westmuir ${'nothing '.repeat(60)}`;
    expect(shown(excerptOf(text, readAsked('path westmuir')))).toContain('the [path] of [Westmuir]');
  });

  it('is nothing where it does not stand in it', () => expect(excerptOf('The Board', readAsked('report'))).toBeNull());
});
