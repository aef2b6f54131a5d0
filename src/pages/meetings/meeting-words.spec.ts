import { describe, expect, it } from '@jest/globals';
import { anOpenMeeting } from '../../../test/support/a-meeting.js';
import { folded } from '../../../test/support/decider-spec.js';
import { meetingHistory } from '../../slices/meetings/record/meeting.history.js';
import { arrivalsIn, clockWords, isWebAddress, paperView, whenWords } from './meeting-words.js';

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

describe('who came late', () => {
  it('is whoever joined or rejoined at a time that the record has, in the order of the times', () => {
    const { attendances } = folded(meetingHistory, anOpenMeeting());
    const [first, second] = attendances;
    const back = { ...first!, spells: [...first!.spells, { how: 'in-room' as const, from: null, cameAt: '15:10' }] };
    const late = { ...second!, spells: [{ how: 'in-room' as const, from: null, cameAt: '14:20' }] };
    expect(arrivalsIn({ attendances })).toEqual([]);
    expect(arrivalsIn({ attendances: [back, late] })).toEqual([
      `${second!.person.name} joined at 2.20 pm`,
      `${first!.person.name} rejoined at 3.10 pm`,
    ]);
  });
});
