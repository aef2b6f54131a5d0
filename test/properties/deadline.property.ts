import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDate } from '../../src/kernel/dates.js';
import { recountDeadline } from '../../src/slices/calendars/counting.js';
import { occurrences } from '../../src/slices/calendars/occurrences.js';
import { datesGiven, readDeadline } from '../../src/slices/calendars/read-deadline.js';
import { runs } from '../support/runs.js';

const FORMS = [
  'in Autumn 2016',
  '3 - 6 months',
  '6 -12 months',
  'By 1st April 2019 and thereafter each year by end March',
  'By end of March 2019 and thereafter each year by end March',
  'from 31st March 2019 onwards',
  'By publication of next round of annual reports in July 2019',
  'next meeting',
  'in due course',
  'To start by: July 2023',
  '12-18 months after each group is established',
  'June/July 2016 and on-going as introduced',
  'March 2016 (as per Community Empowerment guidance)',
  'within 10 working days',
  '999 working days',
  'half-yearly by 31 August 2016',
  'monthly',
];
const pieces = fc.constantFrom(
  ...FORMS.flatMap((form) => form.split(' ')),
  '31',
  '0',
  '2016/17',
  '-',
  '(',
  'each year',
  'end of',
  '29 February',
);
const someWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(...FORMS),
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join(' ')),
);
const someDate = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const someFacts = fc.record({
  saidOn: someDate,
  meetings: fc.array(someDate, { maxLength: 4 }),
  holidays: fc.array(fc.record({ date: someDate, title: fc.constant('Holiday'), kept: fc.boolean() }), { maxLength: 4 }),
});

describe('the words of a deadline', () => {
  it('are kept exactly and read without fail, as plain JSON', () =>
    fc.assert(
      fc.property(someWords, someFacts, (words, facts) => {
        const deadline = readDeadline(words, facts);
        expect(deadline.words).toBe(words);
        expect(deadline.explanation).not.toBe('');
        expect(JSON.parse(JSON.stringify(deadline))).toEqual(deadline);
        for (const date of [deadline.earliest, deadline.latest]) if (date !== undefined) expect(isDate(date)).toBe(true);
        if (deadline.earliest !== undefined && deadline.latest !== undefined) expect(deadline.earliest <= deadline.latest).toBe(true);
        if (deadline.counted) expect(deadline.counted.lastDay).toBe(deadline.latest);
        expect(recountDeadline(deadline, facts.holidays)).toBe(deadline);
      }),
      { numRuns: runs(400, 1_500) },
    ));

  it('recur on days that go up, beginning with the first', () =>
    fc.assert(
      fc.property(someWords, someFacts, (words, facts) => {
        const deadline = readDeadline(words, facts);
        const until = `${Math.min(2199, Number((deadline.latest ?? '2016').slice(0, 4)) + 5)}-12-31`;
        const days = occurrences(deadline, until);
        expect(days[0]).toBe(deadline.latest);
        expect([...days].sort()).toEqual(days);
        expect(new Set(days).size).toBe(days.length);
        if (deadline.recurrence === undefined) expect(days.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs(150, 500) },
    ));

  it('stand beside dates the clerk gave, which nothing counts again', () =>
    fc.assert(
      fc.property(someWords, someFacts, someDate, (words, facts, latest) => {
        const given = datesGiven(readDeadline(words, facts), { latest });
        expect(given).toMatchObject({ words, latest });
        expect(recountDeadline(given, [{ date: latest, title: 'Holiday', kept: true }])).toBe(given);
      }),
      { numRuns: 300 },
    ));
});
