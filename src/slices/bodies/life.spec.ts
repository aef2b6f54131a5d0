import { describe, expect, it } from '@jest/globals';
import { lifeOn } from './life.js';
import { type BodyOverTime, nothingYet } from './over-time.js';

const on = (date: string, overTime: Partial<BodyOverTime> = {}, held: readonly string[] = [], first: string | null = '2016-07-01') =>
  lifeOn({ established: first === null ? {} : { on: first }, overTime: { ...nothingYet, ...overTime }, held }, date);
const sixMonths = { dormancyRules: [{ from: '2016-07-01', noMeetingForMonths: 6, source: 'Standing orders' }] };

describe('the life of a body', () => {
  it('begins with a proposal, then with its first day', () => {
    const proposed = { bodyId: 'b', name: 'B', kind: 'team', on: '2016-01-01', timeZone: 'Europe/London' } as const;
    expect(on('2015-12-31', { proposed })).toMatchObject({ state: 'not-yet' });
    expect(on('2016-01-01', { proposed })).toMatchObject({ state: 'proposed', since: '2016-01-01' });
    expect(on('2016-07-01', { proposed })).toMatchObject({ state: 'active', since: '2016-07-01' });
    expect(lifeOn({ established: null, overTime: nothingYet, held: [] }, '2016-01-01')).toMatchObject({ state: 'not-yet' });
    expect(on('1900-01-01', {}, [], null)).toMatchObject({ state: 'active', since: null });
  });

  it('has no dormancy without a rule', () => expect(on('2030-01-01')).toMatchObject({ state: 'active', dormantFrom: null }));

  it('sleeps so many months after the last meeting by that day, as the rule of that day has it', () => {
    const held = ['2017-11-12', '2018-07-01'];
    expect(on('2018-05-11', sixMonths, held)).toMatchObject({ state: 'active', dormantFrom: '2018-05-12' });
    expect(on('2018-05-12', sixMonths, held)).toMatchObject({
      state: 'dormant',
      since: '2018-05-12',
      explanation: 'no meeting since 12 November 2017; the rule is 6 months: dormant from 12 May 2018',
    });
    expect(on('2018-07-01', sixMonths, held)).toMatchObject({ state: 'active' });
    expect(on('2017-01-01', sixMonths)).toMatchObject({
      state: 'dormant',
      explanation: 'no meeting since it was established on 1 July 2016; the rule is 6 months: dormant from 1 January 2017',
    });
    const later = { dormancyRules: [{ from: '2018-06-01', noMeetingForMonths: 6, source: 'x' }] };
    expect(on('2018-05-31', later, held)).toMatchObject({ state: 'active' });
    expect(on('2018-06-01', later, held)).toMatchObject({ state: 'dormant', since: '2018-06-01' });
    const ended = { dormancyRules: [...sixMonths.dormancyRules, { from: '2018-06-01', source: 'x' }] };
    expect(on('2018-06-01', ended, held)).toMatchObject({ state: 'active' });
  });

  it('counts no days of a sabbatical towards dormancy', () => {
    const rest = { ...sixMonths, sabbaticals: [{ from: '2016-10-01', lastDay: '2016-10-31', reason: 'Recess' }] };
    expect(on('2016-10-31', rest)).toMatchObject({ state: 'sabbatical', since: '2016-10-01' });
    expect(on('2016-11-01', rest)).toMatchObject({ state: 'active', dormantFrom: '2017-02-01' });
    expect(on('2017-02-01', rest).explanation).toContain('days of a sabbatical not counted');
    const open = { ...sixMonths, sabbaticals: [{ from: '2016-10-01', reason: 'Recess' }] };
    expect(on('2020-01-01', open)).toMatchObject({ state: 'sabbatical' });
  });

  it('says of a sabbatical that its planned end is over', () => {
    const until = { words: 'August 2017', kind: 'month', latest: '2017-08-31', explanation: '' } as const;
    const rest = { sabbaticals: [{ from: '2017-06-01', until, reason: 'Recess' }] };
    expect(on('2017-08-31', rest).explanation).toBe('on a sabbatical from 1 June 2017, until August 2017: Recess');
    expect(on('2017-09-01', rest).explanation).toContain('it was to end by then and no end is recorded');
  });

  it('sleeps as declared until it meets or is relaunched', () => {
    const declared = { dormancies: [{ from: '2017-12-31', words: 'late 2017', reason: 'Nobody led it' }] };
    expect(on('2017-12-30', declared)).toMatchObject({ state: 'active' });
    expect(on('2022-01-01', declared)).toMatchObject({ state: 'dormant', explanation: 'became dormant late 2017: Nobody led it' });
    expect(on('2022-01-01', declared, ['2021-12-01'])).toMatchObject({ state: 'active' });
    expect(on('2023-07-17', { ...declared, relaunches: [{ on: '2023-07-17' }] })).toMatchObject({ state: 'active', since: '2023-07-17' });
  });

  it('ends when it is dissolved', () => {
    const dissolved = { on: '2024-04-01', reason: 'Merged' };
    expect(on('2024-03-31', { dissolved })).toMatchObject({ state: 'active' });
    expect(on('2024-04-01', { dissolved })).toMatchObject({ state: 'dissolved', explanation: 'dissolved on 1 April 2024: Merged' });
  });
});
