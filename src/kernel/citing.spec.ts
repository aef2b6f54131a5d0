import { describe, expect, it } from '@jest/globals';
import { decisionMeant } from './citing.js';

const decision = (decisionId: string, paragraph: string, struck = false) => ({
  decisionId,
  paragraph,
  struck,
  parts: [
    { letter: 'a', text: 'one' },
    { letter: 'b', text: 'two' },
  ],
});

describe('a citation of a decision', () => {
  const decisions = [
    decision('d-1', '4'),
    decision('d-2', '5'),
    decision('d-3', '5'),
    decision('d-4', '6', true),
    decision('d-5', '4', true),
  ];

  it('means the one of its id', () => expect(decisionMeant(decisions, { decisionId: 'd-2' })).toEqual({ decision: decisions[1] }));

  it('means the only one that stands on its paragraph', () =>
    expect(decisionMeant(decisions, { paragraph: '4' })).toEqual({ decision: decisions[0] }));

  it('means one of its part', () => expect(decisionMeant(decisions, { paragraph: '4', part: 'b' })).toEqual({ decision: decisions[0] }));

  it('names it by something', () => expect(decisionMeant(decisions, { part: 'a' })).toEqual({ problem: 'unnamed', detail: {} }));

  it.each([
    ['another id', { decisionId: 'd-9' }],
    ['another paragraph', { paragraph: '9' }],
    ['the id of one and the paragraph of another', { decisionId: 'd-1', paragraph: '5' }],
  ])('means nothing by %s', (_what, named) => expect(decisionMeant(decisions, named)).toEqual({ problem: 'unknown', detail: {} }));

  it('means nothing in a meeting that decided nothing', () =>
    expect(decisionMeant([], { paragraph: '1' })).toEqual({ problem: 'unknown', detail: {} }));

  it('does not mean one that was struck', () =>
    expect(decisionMeant(decisions, { decisionId: 'd-4' })).toEqual({ problem: 'struck', detail: {} }));

  it('does not choose between two on one paragraph, and tells them', () => {
    const detail = { decisions: ['d-2', 'd-3'] };
    expect(decisionMeant(decisions, { paragraph: '5' })).toEqual({ problem: 'ambiguous', detail });
    expect(decisionMeant(decisions, { paragraph: '5', decisionId: 'd-3' })).toEqual({ decision: decisions[2] });
  });

  it('does not mean a part it does not have, and tells those it has', () =>
    expect(decisionMeant(decisions, { decisionId: 'd-1', part: 'c' })).toEqual({ problem: 'part-unknown', detail: { parts: ['a', 'b'] } }));
});
