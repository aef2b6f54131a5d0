import { describe, expect, it } from '@jest/globals';
import { statusOn, statusWords } from './action-status.js';

describe('an action', () => {
  it.each([
    ['2016-06-02', 'not-yet-due', 0],
    ['2016-06-03', 'due-within-a-week', 0],
    ['2016-06-09', 'due-within-a-week', 0],
    ['2016-06-10', 'overdue', 1],
    ['2016-07-09', 'overdue', 30],
  ])('due by 9 June 2016 is on %s %s', (date, status, daysOverdue) =>
    expect(statusOn('open', '2016-06-09', date)).toEqual({ status, daysOverdue }),
  );

  it('without a date is never overdue', () =>
    expect(statusOn('open', null, '2199-01-01')).toEqual({ status: 'not-yet-due', daysOverdue: 0 }));

  it('is not overdue once it is reported complete, declined or noted', () => {
    for (const standing of ['reported-complete', 'declined', 'noted-complete'] as const)
      expect(statusOn(standing, '2016-06-09', '2017-01-01')).toEqual({ status: standing, daysOverdue: 0 });
  });

  it('says its status in words', () => {
    expect(statusWords({ status: 'overdue', daysOverdue: 1 })).toBe('Overdue by 1 day');
    expect(statusWords({ status: 'not-yet-due', daysOverdue: 0 }, true)).toBe('Not yet due, awaiting approval');
  });
});
