import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recountDeadline } from './counting.js';
import { occurrences } from './occurrences.js';
import { datesGiven, type DeadlineFacts, readDeadline } from './read-deadline.js';

const MARCH: DeadlineFacts = {
  saidOn: '2016-03-03',
  nextMeeting: '2016-06-09',
  meetings: ['2015-11-26', '2016-03-03', '2016-06-09', '2016-09-08'],
};
const NOT_CALLED: DeadlineFacts = { saidOn: '2016-03-03', nextMeeting: null, meetings: [] };

const read = (words: string, facts = MARCH) => {
  const { kind, earliest, latest } = readDeadline(words, facts);
  return [kind, earliest ?? null, latest ?? null];
};

describe('a deadline', () => {
  it.each([
    ['9 June 2016', 'date', '2016-06-09', '2016-06-09'],
    ['9th June, 2016', 'date', '2016-06-09', '2016-06-09'],
    ['Thursday 9 June 2016', 'date', '2016-06-09', '2016-06-09'],
    ['9/6/16', 'date', '2016-06-09', '2016-06-09'],
    ['2016-06-09', 'date', '2016-06-09', '2016-06-09'],
    ['by 1st April 2019', 'date', null, '2019-04-01'],
    ['from 31st March 2019 onwards', 'onward', '2019-03-31', null],
    ['June 2016', 'month', '2016-06-01', '2016-06-30'],
    ['in June', 'month', '2016-06-01', '2016-06-30'],
    ['in February', 'month', '2017-02-01', '2017-02-28'],
    ['Ongoing September 2016', 'month', '2016-09-01', '2016-09-30'],
    ['From July 2016', 'onward', '2016-07-01', null],
    ['by June 2016', 'month', null, '2016-06-30'],
    ['before June 2016', 'month', null, '2016-05-31'],
    ['by end March 2017', 'date', null, '2017-03-31'],
    ['end of 2016', 'date', '2016-12-31', '2016-12-31'],
    ['the meeting in June 2016', 'month', '2016-06-09', '2016-06-09'],
    ['the June meeting of the Board', 'month', '2016-06-09', '2016-06-09'],
    ['the meeting in August 2016', 'month', '2016-08-01', '2016-08-31'],
    ['in Autumn 2016', 'season', '2016-09-01', '2016-11-30'],
    ['Winter 2016', 'season', '2016-12-01', '2017-02-28'],
    ['in the spring', 'season', '2016-03-01', '2016-05-31'],
    ['3 - 6 months', 'range', '2016-06-03', '2016-09-03'],
    ['three to six months', 'range', '2016-06-03', '2016-09-03'],
    ['within 3 months', 'range', '2016-03-03', '2016-06-03'],
    ['3 months', 'range', '2016-03-03', '2016-06-03'],
    ['in two years', 'range', '2018-03-03', '2018-03-03'],
    ['within 10 days', 'range', '2016-03-03', '2016-03-13'],
    ['between June and September 2016', 'range', '2016-06-01', '2016-09-30'],
    ['November 2016 to March 2017', 'range', '2016-11-01', '2017-03-31'],
    ['2016/17', 'range', '2016-04-01', '2017-03-31'],
    ['next meeting', 'next-meeting', '2016-06-09', '2016-06-09'],
    ['at its next meeting', 'next-meeting', '2016-06-09', '2016-06-09'],
    ['the next Strategic Board meeting', 'next-meeting', '2016-06-09', '2016-06-09'],
    ['each year by end March', 'recurring', null, '2016-03-31'],
    ['By 1st April 2019 and thereafter each year by end March', 'recurring', null, '2019-04-01'],
    ['quarterly', 'recurring', null, '2016-06-03'],
    ['once it was received back', 'relative', null, null],
    ['12-18 months after each group is established', 'relative', null, null],
    ['By publication of next round of annual reports in July 2019', 'relative', null, '2019-07-31'],
    ['in due course', 'none', null, null],
    ['a future meeting', 'none', null, null],
    ['as soon as possible', 'none', null, null],
    ['31/2/16', 'none', null, null],
    ['6 -12 months', 'range', '2016-09-03', '2017-03-03'],
    ['12 months', 'range', '2016-03-03', '2017-03-03'],
    ['By 1st April 2019 and thereafter each year by end March', 'recurring', null, '2019-04-01'],
    ['By end of March 2019 and thereafter each year by end March', 'recurring', null, '2019-03-31'],
    ['each year by 30 June', 'recurring', null, '2016-06-30'],
    ['By publication of next round of annual reports in July 2019', 'relative', null, '2019-07-31'],
    ['ongoing', 'none', null, null],
    ['To start by: July 2023', 'month', null, '2023-07-31'],
    ['12-18 months after each group is established', 'relative', null, null],
    ['November 2015 ongoing', 'onward', '2015-11-01', null],
    ['February 2016 and ongoing', 'onward', '2016-02-01', null],
    ['September 2015 currently being reviewed and updated', 'month', '2015-09-01', '2015-09-30'],
    ['June/July 2016', 'range', '2016-06-01', '2016-07-31'],
    ['June/July 2016 and on-going as introduced', 'onward', '2016-06-01', null],
    ['March 2016 (as per Community Empowerment guidance)', 'month', '2016-03-01', '2016-03-31'],
    ['22 August 2015', 'date', '2015-08-22', '2015-08-22'],
    ['August 2016', 'month', '2016-08-01', '2016-08-31'],
    ['within 10 working days', 'working-days', '2016-03-03', '2016-03-17'],
    ['20 working days', 'working-days', '2016-03-03', '2016-04-01'],
    ['within ten working days of 18 December 2026', 'working-days', '2026-12-18', '2027-01-07'],
    ['20 working days after receipt', 'working-days', null, null],
    ['0 working days', 'none', null, null],
    ['in September 2023', 'month', '2023-09-01', '2023-09-30'],
    ['', 'none', null, null],
  ])('said as "%s" is %s from %s to %s', (words, ...expected) => expect(read(words)).toEqual(expected));

  it('at the next meeting has no date until that meeting is called', () =>
    expect(readDeadline('next meeting', NOT_CALLED)).toEqual({
      words: 'next meeting',
      kind: 'next-meeting',
      explanation: 'the first meeting after 3 March 2016; it has not been called yet',
    }));

  it('names what it hangs on', () => {
    expect(readDeadline('once it was received back.', MARCH).on).toBe('it was received back');
    expect(readDeadline('12-18 months after each group is established', MARCH).on).toBe('each group is established');
  });

  it('that recurs has later days, and each year its own', () => {
    const days = (words: string, until: string) => occurrences(readDeadline(words, MARCH), until);
    expect(days('By 1st April 2019 and thereafter each year by end March', '2022-01-01')).toEqual([
      '2019-04-01',
      '2020-03-31',
      '2021-03-31',
    ]);
    expect(days('By end of March 2019 and thereafter each year by end March', '2021-03-31')).toEqual([
      '2019-03-31',
      '2020-03-31',
      '2021-03-31',
    ]);
    expect(days('half-yearly by 31 August 2016', '2017-09-01')).toEqual(['2016-08-31', '2017-02-28', '2017-08-31']);
    expect(days('9 June 2016', '2020-01-01')).toEqual(['2016-06-09']);
    expect(days('in due course', '2020-01-01')).toEqual([]);
  });

  it('of a start says so', () => expect(readDeadline('To start by: July 2023', MARCH).starts).toBe(true));

  it('in working days says how they were counted, with the holidays recorded', () => {
    const holidays = [{ date: '2016-03-10', title: 'Local holiday', kept: true }];
    const due = readDeadline('within 10 working days', { ...MARCH, holidays });
    expect(due).toMatchObject({ latest: '2016-03-18', counted: { lastDay: '2016-03-18', length: 10, starts: 'day-after' } });
    expect(due.explanation).toContain('Thursday 10 March 2016 (recorded: Local holiday)');
    expect(recountDeadline(due, holidays)).toBe(due);
    expect(recountDeadline(due, [])).toMatchObject({ words: 'within 10 working days', latest: '2016-03-17' });
  });

  it('keeps its words when the dates are given', () =>
    expect(datesGiven(readDeadline('in due course', MARCH), { latest: '2016-12-01' })).toEqual({
      words: 'in due course',
      kind: 'date',
      latest: '2016-12-01',
      explanation: 'dates as given: by 1 December 2016',
    }));

  const scraps = fc.constantFrom(
    '9',
    '31',
    'June',
    'May',
    '2016',
    '0000',
    'to',
    '-',
    'months',
    '999',
    'after',
    'each year',
    'next meeting',
    'working days',
    'thereafter',
    'ongoing',
    'to start',
    '/',
    'Winter',
    'end',
    '9/6/16',
    '9999-12-31',
    'by',
    'before',
    'from',
  );
  const someDate = fc
    .date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const someFacts = fc.record({ saidOn: someDate, nextMeeting: fc.option(someDate), meetings: fc.array(someDate, { maxLength: 4 }) });

  it('never fails, keeps its words exactly and never ends before it begins', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(scraps, { maxLength: 8 }).map((list) => list.join(' ')),
        ),
        someFacts,
        (words, facts) => {
          const { earliest, latest, ...deadline } = readDeadline(words, facts);
          expect(deadline.words).toBe(words);
          expect(deadline.explanation).not.toBe('');
          for (const date of [earliest, latest]) if (date !== undefined) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          if (earliest !== undefined && latest !== undefined) expect(latest >= earliest).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    ));
});
