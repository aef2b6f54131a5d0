import { describe, expect, it } from '@jest/globals';
import { readDeadline } from '../calendars/read-deadline.js';
import { occurrenceAfter, occurrencesUntil } from './recurrence.js';

const read = (words: string) => readDeadline(words, { saidOn: '2019-02-04', meetings: [] });

describe('what recurs', () => {
  it('falls due on its first day, and thereafter as its words say', () => {
    const due = read('By 1st April 2019 and thereafter each year by end March.');
    expect(occurrencesUntil(due, '2021-12-31')).toEqual(['2019-04-01', '2020-03-31', '2021-03-31']);
    expect(occurrenceAfter(due, '')).toBe('2019-04-01');
    expect(occurrenceAfter(due, '2019-04-01')).toBe('2020-03-31');
    expect(occurrenceAfter(due, '2026-11-22')).toBe('2027-03-31');
  });

  it('falls due every so many months where it is said so', () =>
    expect(occurrencesUntil(read('quarterly'), '2020-03-01')).toEqual(['2019-05-04', '2019-08-04', '2019-11-04', '2020-02-04']));

  it.each(['6 months', 'from 31st March 2019 onwards.', 'in due course', ''])('is not "%s"', (words) => {
    expect(occurrencesUntil(read(words), '2030-01-01')).toEqual([]);
    expect(occurrenceAfter(read(words), '2019-01-01')).toBeUndefined();
  });
});
