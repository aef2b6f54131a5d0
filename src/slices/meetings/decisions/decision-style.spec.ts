import { describe, expect, it } from '@jest/globals';
import { READY } from '../../bodies/bodies.words.js';
import { parseDecision, USUAL_VERBS } from './parse-decision.js';

const COUNCIL = READY['scottish-council'];
const read = (text: string, style = COUNCIL) => {
  const parsed = parseDecision(text, USUAL_VERBS, new Set(), style);
  return parsed && [parsed.verb, parsed.words, ...parsed.parts.map(({ letter, text: part }) => `${letter}: ${part}`)];
};

describe('a decision in the style of its body', () => {
  it.each([
    ['to approve the report.', ['APPROVED', 'The Council resolved to approve the report.']],
    ['not to agree to the request.', ['AGREED', 'The Council resolved not to agree to the request.']],
    ['to note it and to remit it to the Committee.', ['NOTED', 'The Council resolved to note it and to remit it to the Committee.']],
    ['to remit it to the Committee.', ['REMITTED', 'The Council resolved to remit it to the Committee.']],
    ['that the standing orders be suspended.', ['RESOLVED', 'The Council resolved that the standing orders be suspended.']],
    ['The Council noted the position.', ['NOTED', 'The Council noted the position.']],
    ['APPROVED the minute.', ['APPROVED', 'APPROVED the minute.']],
  ])('goes on from the lead, in the words that were typed: %s', (text, expected) => expect(read(text)).toEqual(expected));

  it('has the lead before its list', () =>
    expect(read('(i) to note the report; and\n(ii) to instruct the Chief Executive to reply.')).toEqual([
      'RESOLVED',
      'The Council resolved:-',
      'i: to note the report; and',
      'ii: to instruct the Chief Executive to reply.',
    ]));

  it('needs no lead', () => {
    const style = READY['community-council'];
    expect(read('It was agreed to write to the Council.', style)).toEqual(['AGREED', 'It was agreed to write to the Council.']);
    expect(read('The Secretary will write.', style)).toEqual(['RESOLVED', 'The Secretary will write.']);
  });

  it('has its verb in capitals after the lead, where the style has capitals', () => {
    const style = { ...COUNCIL, verbs: 'capitals', lead: 'The Committee' } as const;
    expect(read('agreed to reply.', style)).toEqual(['AGREED', 'The Committee AGREED to reply.']);
    expect(read('to reply.', style)).toBeNull();
  });
});
