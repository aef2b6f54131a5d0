import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { flawIn, settledLine, settledText, showsNothing } from './text.js';

describe('pasted text', () => {
  it.each([
    ['a vertical tab', 'one\u000Btwo', 'one\ntwo', 'one two'],
    ['a form feed', 'one\ftwo', 'one\ntwo', 'one two'],
    ['a next line', 'one\u0085two', 'one\ntwo', 'one two'],
    ['a line separator', 'one\u2028two', 'one\ntwo', 'one two'],
    ['a paragraph separator', 'one\u2029two', 'one\ntwo', 'one two'],
    ['a hyphen that does not break', 'ten\u001Eday', 'ten\u2011day', 'ten\u2011day'],
    ['a hyphen that need not show', 'gover\u001Fnance', 'gover\u00ADnance', 'gover\u00ADnance'],
    ['a byte order mark', '\uFEFFone', 'one', 'one'],
    ['line ends around it', 'one\r\n', 'one\n', 'one'],
    ['a tab', 'one\ttwo', 'one\ttwo', 'one two'],
  ])('with %s is turned into what that means', (_what, typed, text, line) =>
    expect([settledText(typed), settledLine(typed)]).toEqual([text, line]),
  );

  it('is settled once and for all', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab \t\n\r\v\f\u0085\u2028\u2029\u001E\u001F\uFEFF') }), (text) => {
        for (const settle of [settledText, settledLine]) expect(settle(settle(text))).toBe(settle(text));
        expect(flawIn(settledText(text), true)).toBeNull();
      }),
    ));

  it.each([
    ['The \u0007bell', true, 'character 5 is a control character (U+0007)'],
    ['One\nTwo\u0000', true, 'line 2, character 4 is a control character (U+0000)'],
    ['One\nTwo', false, 'character 4 is a line break (U+000A)'],
    ['😀\uD800', true, 'character 2 is half of a character (U+D800)'],
    ['Ana \u202Enworb', false, 'character 5 is a change of direction (U+202E)'],
    ['Ana \u2067nworb', false, 'character 5 is a change of direction (U+2067)'],
  ])('%j that cannot be kept is told by the character and its place', (text, lines, flaw) => expect(flawIn(text, lines)).toBe(flaw));

  it.each(['', ' ', '\u00A0', '\u200B\u200D', '\u00AD', '\u2800', '\u3164', '\u115F', '\u202F\u2060', '\u0301'])(
    '%j shows nothing',
    (text) => expect(showsNothing(text)).toBe(true),
  );
  it.each(['a', '\u200Ba', '.', '—', '😀', 'हि', '\uE000'])('%j shows something', (text) => expect(showsNothing(text)).toBe(false));
});
