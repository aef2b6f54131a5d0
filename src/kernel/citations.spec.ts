import { describe, expect, it } from '@jest/globals';
import { citationsIn } from './citations.js';

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
