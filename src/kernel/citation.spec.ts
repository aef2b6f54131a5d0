import { describe, expect, it } from '@jest/globals';
import { citationsIn, decisionMeant } from './citation.js';

const cited = (text: string) => citationsIn(text).map(({ meetingDate, paragraph, part }) => [meetingDate, paragraph, part]);

describe('a reference to an earlier minute', () => {
  it.each([
    ['With reference to the decision at paragraph 10(c) of the Minute of Meeting of 8 March 2015, that', ['2015-03-08', '10', 'c']],
    ['at paragraph 15(d) of the Minute of Meeting of 11 June 2015, that', ['2015-06-11', '15', 'd']],
    ['With reference to paragraph 6 of the Minute of 26 November 2015, the', ['2015-11-26', '6', undefined]],
    ['paragraph 2.2 of the Minute of 26 November 2015', ['2015-11-26', '2.2', undefined]],
    ['Para. 4.4(b) of the Minute of the Meeting held on 3rd March, 2016', ['2016-03-03', '4.4', 'b']],
    ['paragraph 3 of the Minute of Meeting of the Community Planning Strategic Board held on 3 March 2016', ['2016-03-03', '3', undefined]],
  ])('is found in "%s"', (text, found) => expect(cited(text)).toEqual([found]));

  it('is kept in its own words, with its place', () =>
    expect(citationsIn('See paragraph 6 of the Minute of 26 November 2015.')).toEqual([
      { words: 'paragraph 6 of the Minute of 26 November 2015', at: 4, meetingDate: '2015-11-26', paragraph: '6' },
    ]));

  it('is found as often as it stands', () =>
    expect(cited('paragraph 1 of the Minute of 1 May 2015 and paragraph 2 of the Minute of 2 May 2015')).toHaveLength(2));

  it.each([
    'the Minute of the Meeting held on 26 November 2015',
    'paragraph 6 of the report',
    'paragraph 6 of the Minute of 31 February 2015',
    'paragraph 6 of the Minute. On 26 November 2015',
  ])('is not seen in "%s"', (text) => expect(citationsIn(text)).toEqual([]));

  it('is looked for in no more than the time the text takes to read', () => {
    const text = 'paragraph 1 of the Minute '.repeat(2_000);
    expect(citationsIn(text)).toEqual([]);
  });
});

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
