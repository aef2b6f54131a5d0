import { describe, expect, it } from '@jest/globals';
import { type HistoryEntry } from '../../../across/audit/history-of.query.js';
import { fits, lagBetween, timelineEntry } from './entries.js';
import { inOrder, walkAlong } from './order.js';

const entry = (position: string, happenedAt: string, recordedAt = happenedAt, more: object = {}): HistoryEntry =>
  ({
    what: `Thing ${position}`,
    lines: [] as readonly string[],
    type: 'ParagraphRecorded',
    position,
    happenedAt,
    recordedAt,
    by: { principalId: 'clerk', name: 'J. Clerk', role: 'clerk' },
    data: {},
    ...more,
  }) as HistoryEntry;

const entries = [
  entry('1', '2016-03-03T14:00:00.000Z'),
  entry('2', '2016-03-03T14:10:00.000Z'),
  entry('3', '2016-03-03T14:10:00.000Z'),
  entry('4', '2016-03-03T14:05:00.000Z', '2016-03-07T09:00:00.000Z'),
];

describe('a timeline', () => {
  it('goes by when things happened, or by when they were written down', () => {
    expect(inOrder(entries, 'happened').map(({ position }) => position)).toEqual(['1', '4', '2', '3']);
    expect(inOrder(entries, 'recorded').map(({ position }) => position)).toEqual(['1', '2', '3', '4']);
  });

  it('is walked instant by instant, and what is of one instant together', () => {
    expect(walkAlong(entries, 'happened', undefined)).toEqual({
      at: 4,
      of: 4,
      first: '2016-03-03T14:00:00.000Z',
      earlier: '2016-03-03T14:05:00.000Z',
      later: null,
    });
    expect(walkAlong(entries, 'happened', '2016-03-03T14:05:00.000Z')).toMatchObject({
      at: 2,
      earlier: '2016-03-03T14:00:00.000Z',
      later: '2016-03-03T14:10:00.000Z',
    });
    expect(walkAlong(entries, 'recorded', '2016-03-04T00:00:00.000Z')).toMatchObject({ at: 3, later: '2016-03-07T09:00:00.000Z' });
    expect(walkAlong(entries, 'recorded', '2016-01-01T00:00:00.000Z')).toMatchObject({ at: 0, first: null, earlier: null });
    expect(walkAlong([], 'recorded', undefined)).toEqual({ at: 0, of: 0, first: null, earlier: null, later: null });
  });
});

describe('an entry of it', () => {
  it('says when it was written down later than it happened', () => {
    expect(timelineEntry(entries[3]!, 'Europe/London')).toMatchObject({ late: true, lag: '3 days later' });
    expect(timelineEntry(entries[0]!, 'Europe/London')).toMatchObject({ late: false, lag: null });
  });

  it.each([
    ['2016-03-03T14:00:59Z', null],
    ['2016-03-03T14:03:00Z', '3 minutes later'],
    ['2016-03-04T14:00:00Z', '24 hours later'],
    ['2016-03-13T14:00:00Z', '10 days later'],
    ['2026-03-13T14:00:00Z', '10 years later'],
  ])('written down at %s: %s', (recordedAt, lag) => expect(lagBetween('2016-03-03T14:00:00Z', recordedAt)).toBe(lag));

  it('tells the reason apart from what happened', () => {
    const corrected = entry('5', '2016-03-03T14:00:00Z', undefined, {
      type: 'ParagraphCorrected',
      what: 'Paragraph corrected: wrong sum. Now “£38”',
      data: { reason: 'wrong sum' },
    });
    const told = timelineEntry(corrected, 'Europe/London');
    expect(told).toMatchObject({ what: 'Paragraph corrected. Now “£38”', why: 'wrong sum', correction: true });
    expect([
      fits(told, 'corrections', ''),
      fits(told, 'late', ''),
      fits(told, undefined, 'clerk SUM'),
      fits(told, undefined, 'roads'),
    ]).toEqual([true, false, true, false]);
  });

  it('has what else was said below, the reason only once, and is found by its words', () => {
    const told = timelineEntry(
      entry('6', '2016-03-03T14:00:00Z', undefined, { data: { reason: 'wrong sum' }, lines: ['wrong sum', 'Contact: A. Bell'] }),
      'Europe/London',
    );
    expect(told.lines).toEqual(['Contact: A. Bell']);
    expect(fits(told, undefined, 'bell')).toBe(true);
  });
});
