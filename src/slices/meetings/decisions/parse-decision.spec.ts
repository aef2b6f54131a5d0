import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decisionRead, lettered, parseDecision, USUAL_VERBS } from './parse-decision.js';
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

const letters = (text: string, earlier: readonly string[] = []): string =>
  (parseDecision(text, USUAL_VERBS, new Set(earlier))?.parts ?? []).map(({ letter }) => letter).join(' ');

describe('a label that begins a part', () => {
  it.each([
    ['(a) one\n(b) two', 'a b'],
    ['(a)\u00A0one\n(b)\u00A0two', 'a b'],
    ['(a)\u2003one\n\u3000(b)\u2009two', 'a b'],
    ['(a)\tone\n\t(b)\ttwo', 'a b'],
    ['\u200B(a) one\n\uFEFF(b) two', 'a b'],
    ['(a)one\n(b)two', 'a b'],
    ['a) one\nb) two', 'a b'],
    ['a. one\nb. two', 'a b'],
    ['( a ) one\n( b ) two', 'a b'],
    ['（a）one\n（b）two', 'a b'],
    ['⒜ one\n⒝ two', 'a b'],
    ['(A) one\n(B) two', 'A B'],
    ['A) one\nB) two', 'A B'],
    ['(1) one\n(2) two', '1 2'],
    ['1) one\n2) two', '1 2'],
    ['1. one\n2. two', '1 2'],
    ['⑴ one\n⑵ two', '1 2'],
    ['(i) one\n(ii) two\n(iii) three', 'i ii iii'],
    ['(I) one\n(II) two', 'I II'],
    ['• one\n• two', 'a b'],
    ['·\tone\n·\ttwo', 'a b'],
    ['\uF0B7\tone\n\uF0B7\ttwo', 'a b'],
    ['- one\n- two', 'a b'],
    ['– one\n– two', 'a b'],
    ['• (c) one\n• (d) two', 'c d'],
    ['(a) one\u000B(b) two', 'a b'],
    ['(a) one\u2028(b) two', 'a b'],
    ['(a) one\nb) two\n(c) three', 'a b c'],
  ])('is read in %j', (text, read) => expect(letters(`AGREED:\n${text}`)).toBe(read));

  it.each([
    ['(h) one\n(i) two\n(j) three', [], 'h i j'],
    ['(i) one\n(j) two', [], 'i j'],
    ['(h) one', ['g'], 'h'],
    ['(h) one', [], ''],
    ['(i) one\n(j) two', ['h'], 'i j'],
    ['(i) one', ['h'], 'i'],
    ['(i) one\n(ii) two', ['h'], 'i ii'],
    ['(v) one\n(vi) two', ['iv'], 'v vi'],
    ['(4) one', ['3'], '4'],
    ['(D) one', ['C'], 'D'],
    ['(D) one', ['c'], ''],
    ['(c) one\n(d) two', [], 'c d'],
  ])('may go on from one before it: %j after %j is %s', (text, earlier, read) => expect(letters(`AGREED:\n${text}`, earlier)).toBe(read));

  it.each([
    ['(see paragraph 4)\nand so on', ''],
    ['(NHS) Borders', ''],
    ['4.2 of the plan', ''],
    ['2016. It was', ''],
    ['i.e. that', ''],
    ['A. Smith to report', ''],
    ['(a) to ask\n1) the Council\n2) the Board\n(b) to report', 'a b'],
    ['(a) to ask\n• the Council\n• the Board\n(b) to report', 'a b'],
    ['(1) to ask\n(a) the Council\n(b) the Board\n(2) to report', '1 2'],
    ['(a) to ask\na) the Council\nb) the Board\n(b) to report', 'a b'],
  ])('is none in %j', (text, read) => expect(letters(`AGREED:\n${text}`)).toBe(read));

  const LABELS: readonly ((index: number) => string)[] = [
    (index) => `(${letterAt(index)})`,
    (index) => `${letterAt(index)[0]})`,
    (index) => `(${letterAt(index).toUpperCase()})`,
    (index) => `(${index + 1})`,
    (index) => `${index + 1}.`,
    (index) => `(${['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv'][index]})`,
    () => '•',
  ];
  it('is read of whatever kind it is, after any space and before any, of however many parts', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...LABELS),
        fc.integer({ min: 2, max: 14 }),
        fc.constantFrom(' ', '\t', '\u00A0', '\u2002', '\u2009', '\u202F', '\u3000'),
        fc.constantFrom('\n', '\r\n', '\u000B', '\u2028', '\u0085'),
        (label, count, space, end) => {
          const lines = Array.from({ length: count }, (_, index) => `${space}${label(index)}${space}part ${index}`);
          const parsed = parse(['AGREED:', ...lines].join(end));
          expect(parsed?.parts.map(({ text }) => text)).toEqual(Array.from({ length: count }, (_, index) => `part ${index}`));
        },
      ),
    ));
});

describe('how a decision was read', () => {
  const read = (text: string) => decisionRead(parse(text)!);
  it.each([
    ['NOTED.', 'NOTED, without parts'],
    ['AGREED:\n(a) one', 'AGREED, part a'],
    ['AGREED:\n(a) one\n(b) two', 'AGREED, parts a, b'],
    ['AGREED:\n(d) four', 'AGREED, without parts; the line “(d) four” begins like a part and is read as words before the parts'],
    ['AGREED:\n(a) one\n(f) six', 'AGREED, part a; the line “(f) six” begins like a part and is read as words of part a'],
    [
      'AGREED:\n(a) to ask\n(i) the Council\n(b) to report',
      'AGREED, parts a, b; the line “(i) the Council” begins like a part and is read as words of part a',
    ],
    ['AGREED:\n(a) to ask\n[b] to report', 'AGREED, part a; the line “[b] to report” begins like a part and is read as words of part a'],
    ['AGREED:\n1.1 to ask', 'AGREED, without parts; the line “1.1 to ask” begins like a part and is read as words before the parts'],
    ['NOTED:\n1a) this', 'NOTED, without parts; the line “1a) this” begins like a part and is read as words before the parts'],
    ['NOTED that it cost\n2027 pounds, 1.1 million more', 'NOTED, without parts'],
  ])('%j is told as %j', (text, told) => expect(read(text)).toBe(told));

  it('tells of every line that begins like a part: it begins one, or is pointed out', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('(a) x', '(b) x', 'c) x', '(1) x', '2. x', '(i) x', '(ii) x', '• x', '(A) x', 'words'), { maxLength: 8 }),
        (lines) => {
          const parsed = parse(['AGREED:', ...lines].join('\n'))!;
          const pointedOut = decisionRead(parsed).match(/begins like a part/g)?.length ?? 0;
          expect(parsed.parts.length + pointedOut).toBe(lines.filter((line) => line !== 'words').length);
        },
      ),
    ));
});
