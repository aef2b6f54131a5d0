import { describe, expect, it } from '@jest/globals';
import { count, daysFromNow, when } from './words.js';

describe('the words of the pages', () => {
  it('say a date as people write it', () => expect(when('2016-03-03')).toBe('3 March 2016'));
  it('say an instant where the body sits', () => {
    expect(when('2016-03-03T14:00:00.000Z')).toBe('3 March 2016, 2.00 pm');
    expect(when('2016-07-03T14:05:00.000Z')).toBe('3 July 2016, 3.05 pm');
  });
  it('say nothing of no date', () => expect(when(null)).toBe(''));
  it.each([
    ['2016-06-06', '3 days overdue'],
    ['2016-06-08', '1 day overdue'],
    ['2016-06-09', 'due today'],
    ['2016-06-10', 'due in 1 day'],
    ['2016-06-19', 'due in 10 days'],
  ])('say of %s: %s', (date, words) => expect(daysFromNow(date, '2016-06-09')).toBe(words));
  it('count', () =>
    expect([count(1, 'seat'), count(0, 'seat'), count(1200, 'entry', 'entries')]).toEqual(['1 seat', '0 seats', '1,200 entries']));
});
