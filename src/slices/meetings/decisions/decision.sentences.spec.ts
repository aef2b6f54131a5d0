import { describe, expect, it } from '@jest/globals';
import { type Telling } from '../../../kernel/sentences.js';
import { decisionSentences } from './decision.sentences.js';

const told = (words: string, parts: readonly { readonly letter: string; readonly text: string }[]) =>
  decisionSentences.DecisionCorrected(
    { decisionId: 'd-1', words, parts, reason: 'A slip.' } as unknown as Parameters<typeof decisionSentences.DecisionCorrected>[0],
    (id) => id,
  ) as Telling;

describe('the history of a decision', () => {
  it('has a short decision in its sentence alone', () => {
    expect(told('AGREED:', [{ letter: 'a', text: 'to write.' }])).toEqual({
      sentence: 'Decision corrected: A slip. Now “AGREED: (a) to write.”',
      title: null,
      lines: [],
    });
  });

  it('has every word of a long one: below the sentence stand the parts that it cuts', () => {
    const long = `to write to each of ${'the partners and '.repeat(40)}the Council.`;
    const { sentence, lines } = told('AGREED:', [
      { letter: 'a', text: 'to note.' },
      { letter: 'b', text: long },
    ]);
    expect(sentence).toContain('AGREED: (a) to note. (b) to write');
    expect(sentence.endsWith('…”')).toBe(true);
    expect(lines).toEqual([`(b) ${long}`]);
  });
});
