import { describe, expect, it } from '@jest/globals';
import { pageMomentIn } from './page-moment.js';

const then = (query: string) => pageMomentIn({ url: `/bodies/board/actions${query}` }, 'Europe/London');

describe('a page turned back', () => {
  it('shows things as they are where nothing is asked, or fields were left empty', () => {
    expect(then('')).toMatchObject({ past: false, moments: {}, words: '', problems: [], query: '' });
    expect(then('?as-at=&as-at-time=')).toMatchObject({ past: false, problems: [] });
  });

  it('takes a date as its end where the body sits', () =>
    expect(then('?as-at=2016-07-01')).toMatchObject({
      past: true,
      moments: { happenedBy: '2016-07-01T22:59:59.999Z' },
      words: 'as it was on 1 July 2016',
    }));

  it('takes a time of that day, and an instant', () => {
    expect(then('?as-known-at=2016-07-01&as-known-at-time=15:30')).toMatchObject({
      moments: { recordedBy: '2016-07-01T14:30:00.000Z' },
      words: 'as it was known at 1 July 2016, 3.30 pm',
    });
    expect(then('?as-at=2016-07-01T14:30:00Z').moments).toEqual({ happenedBy: '2016-07-01T14:30:00.000Z' });
  });

  it('names the field of what is no date and no time, and turns nothing back by it', () => {
    expect(then('?as-at=2016-02-31').problems).toEqual([{ text: 'Enter a real date, such as 2016-03-03', href: '#as-at' }]);
    expect(then('?as-known-at=2016-02-03&as-known-at-time=25:00').problems[0]?.href).toBe('#as-known-at-time');
    expect(then('?as-at-time=15:00').problems[0]?.href).toBe('#as-at');
    expect(then('?as-at=2016-02-31').past).toBe(false);
  });

  it('counts days to the day that is asked for, of what had happened before what was known', () => {
    expect(then('').day).toBeNull();
    expect(then('?as-known-at=2016-07-02T23:30:00Z').day).toBe('2016-07-03');
    expect(then('?as-known-at=2016-07-02&as-at=2016-07-01&as-at-time=09:00').day).toBe('2016-07-01');
  });

  it('leads to other pages as they were then, and where things are as they are, leaves addresses alone', () => {
    expect(then('?as-at=2016-07-01').to('/bodies/board/decisions?meeting=board%2Fjuly#d-1')).toBe(
      '/bodies/board/decisions?meeting=board%2Fjuly&as-at=2016-07-01#d-1',
    );
    expect(then('?as-at=2016-07-01').to('/bodies/board')).toBe('/bodies/board?as-at=2016-07-01');
    expect(then('?as-at=soon').to('/bodies/board')).toBe('/bodies/board');
  });

  it('keeps what else the address asks for', () =>
    expect(then('?officer=Ann&as-at=2016-07-01&done=seat')).toMatchObject({
      here: '/bodies/board/actions?officer=Ann',
      kept: [{ name: 'officer', value: 'Ann' }],
      query: 'as-at=2016-07-01',
    }));
});
