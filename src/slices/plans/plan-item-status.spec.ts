import { describe, expect, it } from '@jest/globals';
import { type Deadline } from '../../kernel/deadline.js';
import { type ItemJudged, itemStatusOn, planItemStatusWords } from './plan-item-status.js';

const due = (more: Partial<Deadline>): Deadline => ({ words: 'x', kind: 'date', explanation: 'x', ...more });
const REPORTED = { progress: [{ on: '2019-04-01', words: 'x', kind: 'reported' }] } as const;
const RATED = { evaluations: [{ on: '2019-04-01', rating: 'partly established' }] } as const;
const judged = (deadline: Deadline, more: Partial<ItemJudged> = {}): ItemJudged => ({
  standing: 'open',
  due: deadline,
  met: [],
  progress: [],
  evaluations: [],
  ...more,
});
const on = (date: string, item: ItemJudged): string => planItemStatusWords(itemStatusOn(item, date));

describe('an item of a plan', () => {
  const byAugust = due({ earliest: '2019-02-04', latest: '2019-08-04' });

  it('is not started until something is said of it, and overdue from the day after its last, whatever was said', () => {
    expect(on('2019-05-01', judged(byAugust))).toBe('Not started');
    expect(on('2019-05-01', judged(byAugust, REPORTED))).toBe('In progress');
    expect(on('2019-05-01', judged(byAugust, RATED))).toBe('In progress');
    expect(on('2019-08-04', judged(byAugust, REPORTED))).toBe('In progress');
    expect(on('2019-08-05', judged(byAugust, REPORTED))).toBe('Overdue by 1 day');
    expect(on('2019-08-06', judged(byAugust))).toBe('Overdue by 2 days');
    expect(itemStatusOn(judged(byAugust), '2019-08-04')).toEqual({ status: 'not-started', daysOverdue: 0 });
  });

  it('that was settled is what it was settled as, and never overdue', () => {
    for (const [standing, words] of [
      ['achieved', 'Achieved'],
      ['superseded', 'Superseded'],
      ['dropped', 'Dropped'],
    ] as const)
      expect(on('2020-01-01', judged(byAugust, { standing }))).toBe(words);
  });

  it('that is to start by a day is late until it has begun, and then goes on', () => {
    const start = due({ latest: '2019-08-04', starts: true });
    expect(on('2019-05-01', judged(start))).toBe('Not started');
    expect(on('2019-08-05', judged(start))).toBe('Overdue by 1 day');
    expect(on('2019-08-05', judged(start, REPORTED))).toBe('Ongoing');
    expect(on('2019-08-05', judged(start, RATED))).toBe('Ongoing');
  });

  it('without an end goes on from its first day, or from when it has begun', () => {
    const onward = due({ kind: 'onward', earliest: '2019-07-01' });
    expect(on('2019-06-30', judged(onward))).toBe('Not started');
    expect(on('2019-06-30', judged(onward, REPORTED))).toBe('Ongoing');
    expect(on('2019-07-01', judged(onward))).toBe('Ongoing');
    expect(on('2019-07-01', judged(due({ kind: 'onward' })))).toBe('Ongoing');
    expect(on('2019-07-01', judged(due({ kind: 'month', earliest: '2019-07-01' })))).toBe('Ongoing');
  });

  it('that recurs goes on, and is overdue by its next occurrence after the last that was met', () => {
    const yearly = due({ kind: 'recurring', latest: '2019-04-01', recurrence: 'yearly' });
    expect(on('2019-03-01', judged(yearly))).toBe('Ongoing');
    expect(on('2019-04-02', judged(yearly))).toBe('Overdue by 1 day');
    expect(on('2019-04-02', judged(yearly, { met: ['2019-04-01'] }))).toBe('Ongoing');
    expect(on('2020-04-03', judged(yearly, { met: ['2019-04-01'] }))).toBe('Overdue by 2 days');
    expect(on('2020-04-03', judged(yearly, { met: ['2020-04-01', '2019-04-01'] }))).toBe('Ongoing');
  });

  it('without a day that can be computed is undated, and in progress once it has begun', () => {
    const soon = due({ kind: 'none' });
    expect(on('2019-05-01', judged(soon))).toBe('Undated');
    expect(on('2019-05-01', judged(soon, REPORTED))).toBe('In progress');
    const relative = due({ kind: 'relative', on: 'approval' });
    expect(on('2019-05-01', judged(relative))).toBe('Undated');
    expect(on('2019-05-01', judged(due({ kind: 'relative', earliest: '2019-04-01' })))).toBe('Not started');
    expect(on('2019-05-01', judged(due({ kind: 'relative', latest: '2019-08-04' })))).toBe('Not started');
  });
});
