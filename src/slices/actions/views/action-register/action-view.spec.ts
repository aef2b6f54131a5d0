import { describe, expect, it } from '@jest/globals';
import { type ActionUpdate } from '../../action.state.js';
import { countsOn, exactlyOn, numberThen, type RowRead } from './action-view.js';

const update = (on: string, happenedAt: string, recordedAt = happenedAt): ActionUpdate =>
  ({ type: 'ProgressReported', data: { on, words: 'x' }, happenedAt, recordedAt, by: { name: '', role: '' } }) as unknown as ActionUpdate;

const ZONE = { timeZone: 'Europe/London' };

describe('an update of an action', () => {
  it('counts from its day on', () => {
    const march = update('2016-03-03', '2016-03-03T15:00:00.000Z');
    expect([countsOn(march, '2016-03-02'), countsOn(march, '2016-03-03'), countsOn(march, '2016-03-04')]).toEqual([false, true, true]);
  });

  it('counts from its time on, where one of its day is asked for', () => {
    const march = update('2016-03-03', '2016-03-03T15:00:00.000Z');
    expect(countsOn(march, '2016-03-03', { ...ZONE, happenedBy: '2016-03-03T14:59:59.000Z' })).toBe(false);
    expect(countsOn(march, '2016-03-03', { ...ZONE, happenedBy: '2016-03-03T15:00:00.000Z' })).toBe(true);
  });

  it('belongs to the day it names, whenever it is said to have been recorded there', () => {
    const noted = update('2016-03-03', '2016-03-20T09:00:00.000Z');
    expect(countsOn(noted, '2016-03-03', exactlyOn('2016-03-03'))).toBe(true);
    // A quarter past midnight in London is still the day before in UTC.
    const late = update('2016-06-10', '2016-06-09T23:15:00.000Z');
    expect(countsOn(late, '2016-06-10', { ...ZONE, happenedBy: '2016-06-09T23:10:00.000Z' })).toBe(false);
  });

  it('counts only once it was written down', () => {
    const late = update('2016-03-03', '2016-03-03T15:00:00.000Z', '2016-04-01T09:00:00.000Z');
    expect(countsOn(late, '2016-05-01', { ...ZONE, recordedBy: '2016-03-31T23:59:59.999Z' })).toBe(false);
    expect(countsOn(late, '2016-05-01', { ...ZONE, recordedBy: '2016-04-01T09:00:00.000Z' })).toBe(true);
  });
});

describe('the number of its paragraph', () => {
  const numbers = [
    { to: '4.1', happenedAt: '2016-03-05T09:00:00.000Z', recordedAt: '2016-03-05T09:00:00.000Z' },
    { to: '4.2', happenedAt: '2016-03-06T09:00:00.000Z', recordedAt: '2016-04-06T09:00:00.000Z' },
  ];
  const row = { numbers, renumbered: '4.2' } as unknown as RowRead;

  it('is the last it had been given, as far as was known', () => {
    expect(numberThen(row, exactlyOn('2016-03-04'))).toBeNull();
    expect(numberThen(row, exactlyOn('2016-03-05'))).toBe('4.1');
    expect(numberThen(row, exactlyOn('2016-03-07'))).toBe('4.2');
    expect(numberThen(row, { ...exactlyOn('2016-03-07'), recordedBy: '2016-03-31T00:00:00.000Z' })).toBe('4.1');
    expect(numberThen(row)).toBe('4.2');
  });
});
