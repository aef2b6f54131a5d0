import { describe, expect, it } from '@jest/globals';
import { clockWords, isWebAddress, paperView, whenWords } from './meeting-words.js';

describe('a paper', () => {
  it('is a link only where it leads to a page of the web', () => {
    for (const link of ['https://papers.example/a.pdf', 'http://papers.example', 'HTTPS://PAPERS.EXAMPLE/a'])
      expect(isWebAddress(link)).toBe(true);
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//papers.example',
      '/papers/a',
      ' https://papers.example',
      'https://',
      'vbscript:x',
    ])
      expect(isWebAddress(link)).toBe(false);
  });

  it('says where it is in words where that is no link', () =>
    expect(paperView({ title: 'Report', link: 'javascript:alert(1)', pages: { first: 2, last: 2 } })).toEqual({
      title: 'Report',
      pages: 'page 2',
      href: null,
      elsewhere: 'javascript:alert(1)',
    }));
});

describe('when a meeting is', () => {
  it.each([
    ['00:05', '12.05 am'],
    ['12:00', '12.00 pm'],
    ['14:30', '2.30 pm'],
  ])('%s is %s', (time, words) => expect(clockWords(time)).toBe(words));

  it('has its weekday, and its time where it has one', () => {
    expect(whenWords({ date: '2016-06-09', time: '14:00' })).toBe('Thursday 9 June 2016, 2.00 pm');
    expect(whenWords({ date: '2016-06-09', time: null })).toBe('Thursday 9 June 2016');
  });
});
