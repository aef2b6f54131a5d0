import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { datesGiven, type DeadlineFacts, readDeadline } from './deadline.js';

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
    ['from 31st March 2019 onwards', 'date', '2019-03-31', null],
    ['June 2016', 'month', '2016-06-01', '2016-06-30'],
    ['in June', 'month', '2016-06-01', '2016-06-30'],
    ['in February', 'month', '2017-02-01', '2017-02-28'],
    ['Ongoing September 2016', 'month', '2016-09-01', '2016-09-30'],
    ['From July 2016', 'month', '2016-07-01', null],
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
