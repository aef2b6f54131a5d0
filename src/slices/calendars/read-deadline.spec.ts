import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recountDeadline } from './counting.js';
import { daysShown, occurrences } from './occurrences.js';
import { datesGiven, deadlineFrom, type DeadlineFacts, readDeadline } from './read-deadline.js';

const MARCH: DeadlineFacts = {
  saidOn: '2016-03-03',
  meetings: ['2015-11-26', '2016-03-03', '2016-06-09', '2016-09-08'],
};
const NOT_CALLED: DeadlineFacts = { saidOn: '2016-03-03', meetings: [] };

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
    ['in Autumn 2026 or Spring 2027', 'season', '2026-09-01', '2027-05-31'],
    ['Spring to Autumn 2027', 'season', '2027-03-01', '2027-11-30'],
    ['in Winter or Spring 2027', 'season', '2026-12-01', '2027-05-31'],
    ['by March or April 2027', 'range', '2027-03-01', '2027-04-30'],
    ['by ٣ April 2027', 'date', null, '2027-04-03'],
    ['by ３ April ２０２７', 'date', null, '2027-04-03'],
    ['on ३१ March 2027', 'date', '2027-03-31', '2027-03-31'],
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
    ['9 JUNE 2016', 'date', '2016-06-09', '2016-06-09'],
    ['June 9, 2016', 'date', '2016-06-09', '2016-06-09'],
    ['1/1/1800', 'date', '1800-01-01', '1800-01-01'],
    ['31/12/1799', 'none', null, null],
    ['31/12/2199', 'date', '2199-12-31', '2199-12-31'],
    ['1/1/2200', 'none', null, null],
    ['9 June 2016 to 9 July 2016', 'range', '2016-06-09', '2016-07-09'],
    ['9 June 2016 until 9 June 2016', 'range', '2016-06-09', '2016-06-09'],
    ['9 June 2016 to 9 May 2016', 'date', '2016-06-09', '2016-06-09'],
    ['9 June 2016, not 9 July 2016', 'date', '2016-06-09', '2016-06-09'],
    ['before 9 June 2016', 'date', null, '2016-06-08'],
    ['between November and March 2017', 'range', '2016-11-01', '2017-03-31'],
    ['between June and June 2016', 'range', '2016-06-01', '2016-06-30'],
    ['in March', 'month', '2016-03-01', '2016-03-31'],
    ['in the winter', 'season', '2016-12-01', '2017-02-28'],
    ['in the summer', 'season', '2016-06-01', '2016-08-31'],
    ['summer 2017', 'season', '2017-06-01', '2017-08-31'],
    ['2017', 'range', '2017-01-01', '2017-12-31'],
    ['2016/2017', 'range', '2016-04-01', '2017-03-31'],
    ['2016/18', 'none', null, null],
    ['1999/00', 'range', '1999-04-01', '2000-03-31'],
    ['within a month', 'range', '2016-03-03', '2016-04-03'],
    ['within an year', 'range', '2016-03-03', '2017-03-03'],
    ['within one week', 'range', '2016-03-03', '2016-03-10'],
    ['Within Twelve MONTHS', 'range', '2016-03-03', '2017-03-03'],
    ['IN TWO YEARS', 'range', '2018-03-03', '2018-03-03'],
    ['6 WEEKS - 3 Months', 'range', '2016-04-14', '2016-06-03'],
    ['6 to 3 months', 'range', '2016-06-03', '2016-09-03'],
    ['12-18 months from today', 'range', '2017-03-03', '2017-09-03'],
    ['3 months, or by June 2016', 'month', null, '2016-06-30'],
    ['3 months from 9 June 2016', 'range', '2016-06-09', '2016-09-09'],
    ['within TWO WEEKS of Thursday 9 June 2016', 'range', '2016-06-09', '2016-06-23'],
    ['3 months before 9 June 2016', 'date', null, '2016-03-09'],
    ['400 years after 9 June 2016', 'onward', '2016-06-09', null],
    ['within 1 working day', 'working-days', '2016-03-03', '2016-03-04'],
    ['half-yearly', 'recurring', null, '2016-09-03'],
    ['monthly', 'recurring', null, '2016-04-03'],
    ['annually', 'recurring', null, '2017-03-03'],
    ['monthly from June 2016', 'recurring', null, '2016-06-30'],
    ['quarterly, first by end of June 2016', 'recurring', null, '2016-06-30'],
    ['each year by 3 March', 'recurring', null, '2016-03-03'],
    ['each year by 2 March', 'recurring', null, '2017-03-02'],
    ['quarterly by 30 June', 'recurring', null, '2016-06-30'],
    ['next meeting, on 9 May 2016', 'date', '2016-05-09', '2016-05-09'],
    ['the next meeting in September 2016', 'month', '2016-09-08', '2016-09-08'],
    ['the meeting of 10 June 2016', 'date', '2016-06-10', '2016-06-10'],
    ['by receipt in June 2016', 'relative', null, '2016-06-30'],
    ['by receipt on 9 June 2016', 'relative', null, '2016-06-09'],
    ['after 9 June 2016', 'relative', '2016-06-09', null],
    ['Review after the elections', 'none', null, null],
    ['from 2017', 'onward', '2017-01-01', null],
    ['by the end of 2017', 'date', null, '2017-12-31'],
    ['2017, by its end', 'range', '2017-01-01', '2017-12-31'],
    ['Report by officers on 9 June 2016', 'date', '2016-06-09', '2016-06-09'],
    ['Letter from the Board, 9 June 2016', 'date', '2016-06-09', '2016-06-09'],
    ['To be put before members in June 2016', 'month', '2016-06-01', '2016-06-30'],
    ['June 2016 onwards', 'onward', '2016-06-01', null],
    ['June/July 2016 onwards', 'onward', '2016-06-01', null],
    ['by June 2016 and ongoing', 'month', null, '2016-06-30'],
    ['Between 9 June 2016 and 9 July 2016', 'range', '2016-06-09', '2016-07-09'],
    ['9 June 2016, or at the latest until 9 July 2016', 'date', '2016-06-09', '2016-06-09'],
    ['at the end of the pilot, in June 2016', 'month', '2016-06-01', '2016-06-30'],
    ['2017 till the end of the pilot', 'range', '2017-01-01', '2017-12-31'],
    ['Start by receipt in June 2016', 'relative', null, '2016-06-30'],
    ['In May 2016, then quarterly, by end of June 2016', 'recurring', null, '2016-06-30'],
    ['each year by 32 March', 'none', null, null],
    ['each year by 0 March', 'none', null, null],
    ['each year by 1 April', 'recurring', null, '2016-04-01'],
    ['next meeting, on 9/5/16', 'date', '2016-05-09', '2016-05-09'],
    ['3 - 999 years', 'none', null, null],
    ['3 months, counted from 9 June 2016', 'onward', '2016-06-09', null],
    ['3 months from approval on 9 June 2016', 'date', '2016-06-09', '2016-06-09'],
    ['3-6 months from 9 June 2016', 'range', '2016-06-09', '2016-12-09'],
    ['within 3 months of approval\nby the Board', 'relative', null, null],
    ['on receipt by the Board after 9 June 2016', 'relative', '2016-06-09', null],
    ['The review, once it is done', 'none', null, null],
    ['before January 1800', 'month', null, '1800-01-01'],
    ['November 2015 to March 2017', 'range', '2015-11-01', '2017-03-31'],
    ['June 2017 to March 2016', 'month', '2017-06-01', '2017-06-30'],
    ['June 1700 to March 2016', 'range', '2016-01-01', '2016-12-31'],
    ['June 2016 to March 9999', 'month', '2016-06-01', '2016-06-30'],
    ['winter 2199', 'none', null, null],
    ['summer 1700', 'none', null, null],
    ['winter 1799', 'none', null, null],
    ['Autumn 2025 to Spring 2027', 'season', '2025-09-01', '2027-05-31'],
    ['Autumn 2026 or Spring', 'season', '2026-09-01', '2026-11-30'],
    ['Winter to winter 2027', 'season', '2026-12-01', '2028-02-29'],
    ['Spring 2028 to Autumn 2027', 'season', '2028-03-01', '2028-05-31'],
    ['Spring 1799 to Autumn 1800', 'none', null, null],
    ['Autumn 2199 to Winter 2199', 'season', '2199-09-01', '2199-11-30'],
    ['the first Monday of June 2300', 'none', null, null],
    ['2199/00', 'none', null, null],
    ['1799/00', 'none', null, null],
    ['Start in June 2016', 'month', '2016-06-01', '2016-06-30'],
  ])('said as "%s" is %s from %s to %s', (words, ...expected) => expect(read(words)).toEqual(expected));

  // Said on 3 March 2026, at a meeting of that day.
  it.each([
    ['30 February', 'none', null, null, 'there is no 30 February: no date can be computed from the words'],
    ['by 31 September 2026', 'none', null, null, 'there is no 31 September 2026: no date can be computed from the words'],
    ['29 February 2027', 'none', null, null, 'there is no 29 February 2027: no date can be computed from the words'],
    ['29 February', 'date', '2028-02-29', '2028-02-29', '29 February 2028'],
    ['3 April', 'date', '2026-04-03', '2026-04-03', '3 April 2026'],
    ['by 3 April', 'date', null, '2026-04-03', 'by 3 April 2026'],
    ['3rd April', 'date', '2026-04-03', '2026-04-03', '3 April 2026'],
    ['by April 3rd', 'date', null, '2026-04-03', 'by 3 April 2026'],
    ['by 2 March', 'date', null, '2027-03-02', 'by 2 March 2027'],
    ['before 31 March', 'date', null, '2026-03-30', 'before 31 March 2026'],
    ['not before 31 March', 'onward', '2026-03-31', null, 'from 31 March 2026 on, without an end'],
    ['Thursday 3 April 2026', 'date', '2026-04-03', '2026-04-03', '3 April 2026 (3 April 2026 is a Friday, not a Thursday)'],
    ['by Friday 3 April 2026', 'date', null, '2026-04-03', 'by 3 April 2026'],
    ['Thu 3 April 2026', 'date', '2026-04-03', '2026-04-03', '3 April 2026 (3 April 2026 is a Friday, not a Thursday)'],
    ['by Thurs. 3rd Apr. 2026', 'date', null, '2026-04-03', 'by 3 April 2026 (3 April 2026 is a Friday, not a Thursday)'],
    ['by Fri 3 Apr', 'date', null, '2026-04-03', 'by 3 April 2026'],
    ['from Fri. 3 April 2026', 'onward', '2026-04-03', null, 'from 3 April 2026 on, without an end'],
    ['Winter 2027 to winter 2027', 'season', '2027-12-01', '2028-02-29', 'winter: 1 December 2027 to 29 February 2028'],
    ['every two weeks', 'recurring', null, '2026-03-17', 'recurs fortnightly; the first falls due 2 weeks after 3 March 2026'],
    ['fortnightly', 'recurring', null, '2026-03-17', 'recurs fortnightly; the first falls due 2 weeks after 3 March 2026'],
    ['weekly', 'recurring', null, '2026-03-10', 'recurs weekly; the first falls due one week after 3 March 2026'],
    ['monthly by 31 March', 'recurring', null, '2026-03-31', 'recurs monthly; the first falls due by 31 March 2026'],
    ['Q3 2026', 'none', null, null, 'a quarter of which year, calendar or financial, is not said: no date can be computed from the words'],
    ['Q4 2026/27', 'range', '2027-01-01', '2027-03-31', null],
    ['Q3 2026/2027', 'range', '2026-10-01', '2026-12-31', null],
    ['Q3 2026/28', 'none', null, null, null],
    ['Q4 2199/00', 'none', null, null, null],
    ['31 December 1799', 'none', null, null, 'no date can be computed from the words'],
    ['1 January 2200', 'none', null, null, 'no date can be computed from the words'],
    ['31 February 1800', 'none', null, null, 'there is no 31 February 1800: no date can be computed from the words'],
    ['30 February 2199', 'none', null, null, 'there is no 30 February 2199: no date can be computed from the words'],
    ['2028-02-29', 'date', '2028-02-29', '2028-02-29', '29 February 2028'],
    ['2026-12-31', 'date', '2026-12-31', '2026-12-31', '31 December 2026'],
    ['Weds 3 April 2026', 'date', '2026-04-03', '2026-04-03', '3 April 2026 (3 April 2026 is a Friday, not a Wednesday)'],
    ['mid 2026, on 9 June 2026', 'date', '2026-06-09', '2026-06-09', '9 June 2026'],
    [
      'mid 2026, before the recess',
      'none',
      null,
      null,
      'a part of the year without an end that is said: no date can be computed from the words',
    ],
    ['10 working days, to be put before members', 'working-days', '2026-03-03', '2026-03-17', null],
    ['within 10 working days of approval at the meeting', 'working-days', null, null, null],
    ['within 10 working days of the meeting of the trust', 'working-days', null, null, null],
    ['annually by 1 April 2029, at the end of March', 'recurring', null, '2029-04-01', null],
    ['yearly, March', 'recurring', null, '2026-03-31', null],
    ['yearly, February', 'recurring', null, '2027-02-28', null],
    ['quarterly, March', 'recurring', null, '2026-06-03', null],
    ['within 0 days of the next meeting', 'next-meeting', '2026-06-09', '2026-06-09', null],
    ['Two WEEKS before the next meeting', 'relative', null, '2026-05-26', null],
    ['two weeks before the next meeting in September 2026', 'relative', null, null, 'the meeting that month is not known'],
    [' before the next meeting', 'next-meeting', null, '2026-06-08', null],
    ['Q3 2026/27', 'range', '2026-10-01', '2026-12-31', '1 October 2026 to 31 December 2026'],
    ['by Q4 2026/27', 'range', null, '2027-03-31', 'by 31 March 2027'],
    ['late 2026', 'range', '2026-10-01', '2026-12-31', '1 October 2026 to 31 December 2026'],
    ['mid 2026', 'none', null, null, 'a part of the year without an end that is said: no date can be computed from the words'],
    ['by the last Friday of March 2027', 'date', null, '2027-03-26', 'by 26 March 2027'],
    ['the LAST Weds of March 2027', 'date', '2027-03-31', '2027-03-31', '31 March 2027'],
    ['the Second Monday in June 2026', 'date', '2026-06-08', '2026-06-08', '8 June 2026'],
    ['the first Monday in June 2026', 'date', '2026-06-01', '2026-06-01', '1 June 2026'],
    ['before the 2nd Tuesday of June 2026', 'date', null, '2026-06-08', 'before 9 June 2026'],
    ['fourth Thurs of February 2026', 'date', '2026-02-26', '2026-02-26', '26 February 2026'],
    ['by Easter 2027', 'none', null, null, 'which day of the feast is meant is not said: no date can be computed from the words'],
    ['Christmas Day, 25 December 2026', 'date', '2026-12-25', '2026-12-25', '25 December 2026'],
    ['before the summer recess', 'none', null, null, 'the days of the recess are not known: no date can be computed from the words'],
    ['by the end of the financial year', 'date', null, '2026-03-31', 'the financial year ends on 31 March 2026'],
    ['within 10 working days of the meeting', 'working-days', '2026-03-03', '2026-03-17', null],
    ['within 2 weeks of the meeting', 'range', '2026-03-03', '2026-03-17', null],
    ['on or before 31 March', 'date', null, '2026-03-31', 'by 31 March 2026'],
    ['by or before 3 April 2026', 'date', null, '2026-04-03', 'by 3 April 2026'],
    ['5 working days prior to the meeting on 17 December 2026', 'working-days', null, null, null],
    ['10 working days before the next meeting', 'relative', null, '2026-05-26', null],
    ['within two weeks of the June meeting', 'relative', '2026-06-09', '2026-06-23', null],
    ['two weeks before the June meeting', 'relative', null, '2026-05-26', null],
    ['before the next meeting', 'next-meeting', null, '2026-06-08', null],
    ['the next meeting but one', 'none', null, null, null],
    ['2026-02-30', 'none', null, null, 'there is no 2026-02-30: no date can be computed from the words'],
    ['Feb 30 2027', 'none', null, null, 'there is no Feb 30 2027: no date can be computed from the words'],
    ['3-Apr-2027', 'date', '2027-04-03', '2027-04-03', '3 April 2027'],
    ['third quarter of 2026', 'none', null, null, null],
    ['H1 2027', 'none', null, null, null],
    ['bi-monthly', 'none', null, null, null],
    ['every six weeks', 'none', null, null, null],
    ['every two months', 'none', null, null, 'which days that is cannot be told: no date can be computed from the words'],
    ['every 4 months', 'none', null, null, null],
    ['every 4 months, by 1 June 2027', 'date', null, '2027-06-01', null],
    ['each three years', 'none', null, null, null],
    ['every 10 working days', 'none', null, null, null],
    ['every 3 months', 'recurring', null, '2026-06-03', null],
    ['twice yearly', 'recurring', null, '2026-09-03', null],
    ['weekly until 3 April 2027', 'recurring', null, '2026-03-10', null],
    ['after approval by 9 June 2026', 'relative', null, null, 'after approval by 9 June 2026: undated until that happens'],
  ])('said as "%s" in March 2026 is %s from %s to %s', (words, kind, earliest, latest, explanation) => {
    const due = readDeadline(words, { saidOn: '2026-03-03', meetings: ['2026-03-03', '2026-06-09'] });
    expect([due.kind, due.earliest ?? null, due.latest ?? null]).toEqual([kind, earliest, latest]);
    if (explanation !== null) expect(due.explanation).toBe(explanation);
  });

  it('without a year is the first such day from that on which it was said, in any century, be it a leap day', () => {
    const day = (words: string, saidOn: string) => read(words, { ...NOT_CALLED, saidOn })[2];
    expect(day('3 April', '1999-03-03')).toBe('1999-04-03');
    expect(
      ['2024-02-29', '2024-03-01', '2025-03-01', '2026-03-01', '2027-03-01'].map((saidOn) => day('29 February', saidOn)?.slice(0, 4)),
    ).toEqual(['2024', '2028', '2028', '2028', '2028']);
    expect(
      ['2096-03-01', '2097-03-01', '2098-03-01', '2099-03-01', '2100-03-01'].map((saidOn) => day('29 February', saidOn)?.slice(0, 4)),
    ).toEqual(['2104', '2104', '2104', '2104', '2104']);
    expect(day('yearly, March', '1999-03-31')).toBe('1999-03-31');
    expect(day('yearly, March', '1999-04-01')).toBe('2000-03-31');
  });

  it('at the end of the financial year is on 31 March, of the year after from April on', () => {
    const day = (saidOn: string) => read('by the end of the financial year', { ...NOT_CALLED, saidOn })[2];
    expect(['1999-05-01', '2026-03-31', '2026-04-01'].map(day)).toEqual(['2000-03-31', '2026-03-31', '2027-03-31']);
  });

  it('keeps the words of what it hangs on without what stands about them', () => {
    const of = (words: string) => readDeadline(words, MARCH);
    expect(of('two weeks before the next meeting, in public. ').on).toBe('the next meeting, in public');
    expect(of('two weeks before the next meeting').on).toBe('the next meeting');
    expect(of('5 working days prior to the meeting on 17 December 2016').on).toBe('the meeting on 17 December 2016');
    expect(of(' two weeks before the next meeting ').hangsOn).toMatchObject({ then: { words: 'two weeks before the next meeting' } });
    expect(of(' before the next meeting ').hangsOn).toMatchObject({ then: { words: 'before the next meeting' } });
  });

  it('so long from a meeting of a month is counted from that meeting, be it the next of that month', () => {
    expect(readDeadline('two weeks before the next meeting in September 2016', MARCH)).toMatchObject({ latest: '2016-08-25' });
    expect(readDeadline('two weeks before the next meeting', MARCH)).toMatchObject({ latest: '2016-05-26' });
    expect(readDeadline('two weeks before the June report', MARCH)).not.toHaveProperty('hangsOn');
  });

  it('hangs on the diary of the body it is of, where the words name no other', () => {
    const of = { named: 'Licensing Board', bodyId: 'licensing' };
    expect(readDeadline('next meeting', { ...MARCH, of })).toMatchObject({ hangsOn: { meeting: 'next', of }, latest: '2016-06-09' });
  });

  it('at the next meeting has no date until that meeting is called', () =>
    expect(readDeadline('next meeting', NOT_CALLED)).toEqual({
      words: 'next meeting',
      kind: 'next-meeting',
      hangsOn: { meeting: 'next', after: '2016-03-03' },
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
    expect(days('weekly', '2016-03-24')).toEqual(['2016-03-10', '2016-03-17', '2016-03-24']);
    expect(days('fortnightly', '2016-04-13')).toEqual(['2016-03-17', '2016-03-31']);
    expect(days('By 1st April 2019 and thereafter each year by 10 March', '2021-01-01')).toEqual(['2019-04-01', '2020-03-10']);
    for (const never of ['0 March', '32 March'])
      expect(readDeadline(`By 1st April 2019 and thereafter each year by ${never}`, MARCH).thereafter).toBeUndefined();
    for (const [word, month, day] of [
      ['1 March', 3, 1],
      ['31 March', 3, 31],
    ] as const)
      expect(readDeadline(`By 1st April 2019 and thereafter each year by ${word}`, MARCH).thereafter).toEqual({ month, day });
    expect(days('9 June 2016', '2020-01-01')).toEqual(['2016-06-09']);
    expect(days('in due course', '2020-01-01')).toHaveLength(0);
  });

  it('that recurs shows its days of the next two years, from its first day where that is to come', () => {
    const shown = (words: string, asAt: string) => daysShown(readDeadline(words, MARCH), asAt);
    expect(shown('in due course', '2016-03-03')).toHaveLength(0);
    expect(shown('9 June 2016', '2030-01-01')).toEqual(['2016-06-09']);
    expect(shown('each year by 30 June', '2017-06-29')).toEqual(['2016-06-30', '2017-06-30', '2018-06-30']);
    expect(shown('each year by 30 June', '2017-06-30').at(-1)).toBe('2019-06-30');
    expect(shown('By 1st April 2019 and thereafter each year by end March', '2016-03-03')).toEqual([
      '2019-04-01',
      '2020-03-31',
      '2021-03-31',
    ]);
    expect(shown('each year by 30 June', '2198-07-01').at(-1)).toBe('2016-06-30');
  });

  it.each([
    ['June 2016', '1 June 2016 to 30 June 2016'],
    ['9 June 2016', '9 June 2016'],
    ['in Autumn 2016', 'autumn: 1 September 2016 to 30 November 2016'],
    ['by 9 June 2016', 'by 9 June 2016'],
    ['before June 2016', 'before 1 June 2016'],
    ['from July 2016', 'from 1 July 2016 on, without an end'],
    ['next meeting', 'the first meeting after 3 March 2016 is on 9 June 2016'],
    ['the meeting in June 2016', 'the meeting that month is on 9 June 2016'],
    ['the meeting in August 2016', 'the meeting that month is not known: 1 August 2016 to 31 August 2016'],
    ['3 - 6 months ', '3 - 6 months from 3 March 2016: 3 June 2016 to 3 September 2016'],
    ['within 3 months', 'within 3 months from 3 March 2016: by 3 June 2016'],
    ['within 3 months of 9 June 2016', 'within 3 months from 9 June 2016: by 9 September 2016'],
    ['monthly', 'recurs monthly; the first falls due one month after 3 March 2016'],
    ['quarterly', 'recurs quarterly; the first falls due 3 months after 3 March 2016'],
    ['each year by 30 June', 'recurs yearly; the first falls due by 30 June 2016'],
    [
      'By 1st April 2019 and thereafter each year by end February',
      'recurs yearly; the first falls due by 1 April 2019, and then each year by 28 February',
    ],
    ['20 working days after receipt; or not', '20 working days after receipt; or not: undated until that happens'],
    ['once it was received back.;', 'after it was received back: undated until that happens'],
    ['after 9 June 2016', 'not before 9 June 2016'],
    ['by receipt in June 2016', 'hangs on receipt in June 2016; by 30 June 2016 as the words have it'],
    ['To start by: July 2023', 'to be started: by 31 July 2023; no end is said'],
    ['in due course', 'no date can be computed from the words'],
  ])('said as "%s" says how it was read', (words, explanation) => expect(readDeadline(words, MARCH).explanation).toBe(explanation));

  it('in a month of several meetings is any day of that month', () =>
    expect(readDeadline('the meeting in June 2016', { ...MARCH, meetings: ['2016-06-01', '2016-06-30'] })).toMatchObject({
      earliest: '2016-06-01',
      latest: '2016-06-30',
      explanation: 'there are several meetings that month: 1 June 2016 to 30 June 2016',
    }));

  it('at the meeting of a month is met on its first day and its last', () => {
    for (const day of ['2016-06-01', '2016-06-30'])
      expect(readDeadline('the meeting in June 2016', { ...MARCH, meetings: ['2016-05-31', day, '2016-07-01'] }).latest).toBe(day);
  });

  it('without a year is the first that is not over, in any century', () => {
    const said = (words: string, saidOn: string) => read(words, { ...NOT_CALLED, saidOn }).slice(1);
    expect(said('in June', '2016-06-30')).toEqual(['2016-06-01', '2016-06-30']);
    expect(said('in June', '2016-07-01')).toEqual(['2017-06-01', '2017-06-30']);
    expect(said('in June', '1999-03-03')).toEqual(['1999-06-01', '1999-06-30']);
    expect(said('in the winter', '2016-01-10')).toEqual(['2015-12-01', '2016-02-29']);
    expect(said('each year by 30 June', '1999-03-03')).toEqual([null, '1999-06-30']);
    expect(said('within 3 months', '1800-01-01')).toEqual(['1800-01-01', '1800-04-01']);
  });

  it('recurs without a day where that would be in another age, and each year only where it is each year', () => {
    expect(readDeadline('annually', { ...NOT_CALLED, saidOn: '2199-12-01' })).toEqual({
      words: 'annually',
      kind: 'recurring',
      recurrence: 'yearly',
      explanation: 'recurs yearly',
    });
    expect(readDeadline('By 1 April 2019 and thereafter quarterly by end March', MARCH).thereafter).toBeUndefined();
  });

  it('is one of a start only where it begins so, and hangs on what is said, without the space after it', () => {
    expect(readDeadline('They start in June 2016', MARCH).starts).toBeUndefined();
    expect(readDeadline('once it was approved ', MARCH).on).toBe('it was approved');
    expect(readDeadline('10 working days', MARCH).explanation).toMatch(/^10 working days after 3 March 2016\./);
  });

  it('of one working day is said so', () =>
    expect(readDeadline('1 working day', MARCH).explanation).toMatch(/^1 working day after 3 March 2016\./));

  it('of so many working days that they end in another age is words', () =>
    expect(readDeadline('999 working days', { ...MARCH, saidOn: '2197-01-05' }).kind).toBe('none'));

  it('is read from what a clerk said, with the next meeting of the body', () => {
    const facts = { saidOn: '2016-03-03', meetings: MARCH.meetings };
    expect(deadlineFrom('next meeting', undefined, facts)).toMatchObject({ words: 'next meeting', latest: '2016-06-09' });
    expect(deadlineFrom('next meeting', undefined, { ...facts, meetings: [] })?.latest).toBeUndefined();
    expect(deadlineFrom(undefined, undefined, facts)).toMatchObject({ words: '', kind: 'none' });
  });

  it('has the dates a clerk gives, either or both, and none that end before they begin', () => {
    const from = (dates: { earliest?: string; latest?: string }, words = 'in due course') =>
      deadlineFrom(words, dates, { saidOn: '2016-03-03', meetings: [] });
    expect(from({ earliest: '2016-06-09' })).toEqual({
      words: 'in due course',
      kind: 'date',
      earliest: '2016-06-09',
      explanation: 'dates as given: not before 9 June 2016',
    });
    expect(from({ latest: '2016-06-09' })).not.toHaveProperty('earliest');
    expect(from({ earliest: '2016-06-09', latest: '2016-06-09' })).toMatchObject({
      earliest: '2016-06-09',
      latest: '2016-06-09',
      explanation: 'dates as given: not before 9 June 2016, by 9 June 2016',
    });
    expect(from({ earliest: '2016-06-10', latest: '2016-06-09' })).toBeNull();
    expect(from({ latest: '2016-12-01' }, 'in June 2016')).toMatchObject({ kind: 'month', latest: '2016-12-01' });
  });

  it('recurs after its own months, and never on the first day again', () => {
    const days = (recurrence: 'yearly' | 'quarterly' | 'monthly', until: string, more: object = {}) =>
      occurrences({ words: '', kind: 'recurring', recurrence, latest: '2016-01-31', explanation: '', ...more }, until);
    expect(days('monthly', '2016-03-31')).toEqual(['2016-01-31', '2016-02-29', '2016-03-31']);
    expect(days('quarterly', '2016-10-30')).toEqual(['2016-01-31', '2016-04-30', '2016-07-31']);
    expect(days('yearly', '2018-01-31')).toEqual(['2016-01-31', '2017-01-31', '2018-01-31']);
    expect(days('yearly', '2016-01-31')).toEqual(['2016-01-31']);
    expect(days('yearly', '2016-01-30')).toEqual([]);
    expect(days('yearly', '2017-12-31', { thereafter: { month: 6, day: 30 } })).toEqual(['2016-01-31', '2016-06-30', '2017-06-30']);
    expect(days('yearly', '2017-12-31', { thereafter: { month: 2, day: 30 } })).toEqual(['2016-01-31', '2016-02-29', '2017-02-28']);
    const midsummer = { thereafter: { month: 6, day: 30 } };
    expect(days('yearly', '9999-12-31', { latest: '2198-01-31', ...midsummer })).toEqual(['2198-01-31', '2198-06-30', '2199-06-30']);
    expect(days('yearly', '1999-12-31', { latest: '1999-01-31', ...midsummer })).toEqual(['1999-01-31', '1999-06-30']);
    expect(days('yearly', '9999-12-31', { latest: '2198-01-31' })).toEqual(['2198-01-31', '2199-01-31']);
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
  const someFacts = fc.record({ saidOn: someDate, meetings: fc.array(someDate, { maxLength: 4 }).map((dates) => [...dates].sort()) });

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

describe('what recurs by the month', () => {
  it.each([
    ['monthly', '2026-01-31', ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['monthly', '2026-01-29', ['2026-02-28', '2026-03-29', '2026-04-29', '2026-05-29']],
    ['quarterly', '2025-11-30', ['2026-02-28', '2026-05-30']],
    ['half-yearly', '2025-08-31', ['2026-02-28']],
    ['annually', '2024-02-29', ['2025-02-28', '2026-02-28']],
  ])('%s, said on %s, loses no day after a short month', (words, saidOn, days) =>
    expect(occurrences(readDeadline(words, { saidOn, meetings: [] }), '2026-05-31')).toEqual(days),
  );
  it('is counted from the day it was said only where the first month is too short', () => {
    expect(readDeadline('monthly', { saidOn: '2026-01-31', meetings: [] })).toHaveProperty('first', '2026-01-31');
    for (const words of ['monthly', 'weekly', 'fortnightly'])
      expect(readDeadline(words, { saidOn: '2026-01-28', meetings: [] })).not.toHaveProperty('first');
  });
});
