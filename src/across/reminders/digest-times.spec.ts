import { describe, expect, it } from '@jest/globals';
import { isQuiet, mayMail, slotBefore } from './digest-times.js';

const zone = { timeZone: 'Europe/London' };

describe('quiet hours', () => {
  it.each([
    ['2026-01-05T17:59:00.000Z', false],
    ['2026-01-05T18:00:00.000Z', true],
    ['2026-01-06T03:00:00.000Z', true],
    ['2026-01-06T07:59:59.000Z', true],
    ['2026-01-06T08:00:00.000Z', false],
    // In summer the wall clock is an hour ahead.
    ['2026-07-06T07:30:00.000Z', false],
    ['2026-07-06T17:30:00.000Z', true],
  ])('over midnight at %s: %s', (now, quiet) => expect(isQuiet(now, { ...zone, quietHours: { from: '18:00', to: '08:00' } })).toBe(quiet));
  it('within a day', () => {
    const lunch = { ...zone, quietHours: { from: '12:00', to: '13:00' } };
    const quiet = ['11:59', '12:00', '12:30', '13:00'].map((time) => isQuiet(`2026-01-05T${time}:00.000Z`, lunch));
    expect(quiet).toEqual([false, true, true, false]);
  });
  it('are none where they begin when they end, or are not said', () => {
    expect(isQuiet('2026-01-05T12:30:00.000Z', { ...zone, quietHours: { from: '12:30', to: '12:30' } })).toBe(false);
    expect(isQuiet('2026-01-05T12:30:00.000Z', { ...zone, quietHours: null })).toBe(false);
  });
});

describe('a digest', () => {
  const daily = { ...zone, digest: 'daily', sendAt: '08:00', quietHours: null } as const;
  it('goes once a day, not before its time', () => {
    expect(slotBefore('2026-03-02T07:59:00.000Z', daily)).toBe('2026-03-01T08:00:00.000Z');
    expect(mayMail('2026-03-02T08:01:00.000Z', daily, '2026-03-01T08:01:00.000Z')).toBe(true);
    expect(mayMail('2026-03-02T07:59:00.000Z', daily, '2026-03-01T08:01:00.000Z')).toBe(false);
    expect(mayMail('2026-03-02T20:00:00.000Z', daily, '2026-03-02T08:01:00.000Z')).toBe(false);
    expect(slotBefore('2026-03-02T08:00:00.000Z', daily)).toBe('2026-03-02T08:00:00.000Z');
    expect(mayMail('2026-03-02T20:00:00.000Z', daily, '2026-03-02T08:00:00.000Z')).toBe(false);
    expect(mayMail('2026-03-02T20:00:00.000Z', daily, null)).toBe(true);
  });
  it('is none where each is told as it comes: then only quiet hours count', () => {
    const each = { ...daily, digest: 'each' } as const;
    expect(mayMail('2026-03-02T20:00:00.000Z', each, '2026-03-02T19:59:00.000Z')).toBe(true);
    expect(mayMail('2026-03-02T20:00:00.000Z', { ...each, quietHours: { from: '18:00', to: '08:00' } }, null)).toBe(false);
  });
  it('goes on Mondays where it is weekly', () => {
    const weekly = { ...daily, digest: 'weekly' } as const;
    // 2 March 2026 is a Monday.
    expect(slotBefore('2026-03-08T12:00:00.000Z', weekly)).toBe('2026-03-02T08:00:00.000Z');
    expect(slotBefore('2026-03-02T07:00:00.000Z', weekly)).toBe('2026-02-23T08:00:00.000Z');
  });
});
