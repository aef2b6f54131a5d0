import { describe, expect, it } from '@jest/globals';
import { lettered, parseDecision, USUAL_VERBS } from './parse-decision.js';
import { letterAt } from './part-labels.js';

const parse = (text: string, verbs: readonly string[] = USUAL_VERBS) => parseDecision(text, verbs);

describe('the words of a decision', () => {
  it('begin with a verb, and are kept as typed', () =>
    expect(parse('APPROVED the Minute for signature by the Chairman.')).toEqual({
      verb: 'APPROVED',
      words: 'APPROVED the Minute for signature by the Chairman.',
      parts: [],
    }));

  it('may be a verb alone', () => expect(parse('NOTED.')).toEqual({ verb: 'NOTED', words: 'NOTED.', parts: [] }));

  it.each(['agreed that it be so', 'Agreed that it be so', 'AGREED that it be so'])('have their verb in capitals: %s', (text) =>
    expect(parse(text)).toMatchObject({ verb: 'AGREED', words: 'AGREED that it be so' }),
  );

  it.each(['Resolved that', 'AGREEDTO it', 'That it be AGREED', '', '(a) first'])('are none without a verb: %j', (text) =>
    expect(parse(text)).toBeNull(),
  );

  it('may begin with a verb of the body, the longest that fits', () =>
    expect(parse('Agreed to recommend the plan', [...USUAL_VERBS, 'AGREED TO RECOMMEND'])).toMatchObject({
      verb: 'AGREED TO RECOMMEND',
      words: 'AGREED TO RECOMMEND the plan',
    }));
});

describe('the parts of a decision', () => {
  it('stand on lines of their own', () =>
    expect(parse('NOTED that:\n\n(a) the Plan would be presented; and\n(b) the Interface was included.')).toEqual({
      verb: 'NOTED',
      words: 'NOTED that:',
      parts: [
        { letter: 'a', text: 'the Plan would be presented; and' },
        { letter: 'b', text: 'the Interface was included.' },
      ],
    }));

  it('may be a list with bullets and line ends of any kind', () =>
    expect(parse('AGREED:-\r\n - (a) one;\r\n - (b) two.')).toMatchObject({
      words: 'AGREED:-',
      parts: [{ text: 'one;' }, { text: 'two.' }],
    }));

  it('keep their further lines and lists within them', () =>
    expect(parse('AGREED\n(a) to ask\n(i) the Council;\n(ii) the Board; and\n(b) to report.')).toMatchObject({
      parts: [
        { letter: 'a', text: 'to ask\n(i) the Council;\n(ii) the Board; and' },
        { letter: 'b', text: 'to report.' },
      ],
    }));

  it('may be numbered in Roman, may leave one out, and may have the letter i', () => {
    expect(parse('AGREED\n(i) one\n(ii) two\n(iii) three')?.parts.map(({ letter }) => letter)).toEqual(['i', 'ii', 'iii']);
    expect(parse('AGREED\n(a) one\n(c) three')?.parts.map(({ letter }) => letter)).toEqual(['a', 'c']);
    const nine = [...'abcdefghi'].map((letter) => `(${letter}) ${letter}`).join('\n');
    expect(parse(`AGREED\n${nine}`)?.parts).toHaveLength(9);
  });

  it('are not found within a line', () => expect(parse('AGREED paragraph 4(b) and (a) that')?.parts).toEqual([]));

  it('given without letters have those of their places', () => {
    expect(lettered([{ text: 'x' }, { letter: 'd', text: 'y' }, { text: 'z' }]).map(({ letter }) => letter)).toEqual(['a', 'd', 'c']);
    expect([0, 25, 26, 27].map(letterAt)).toEqual(['a', 'z', 'aa', 'bb']);
  });
});
