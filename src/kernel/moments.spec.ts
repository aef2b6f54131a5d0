import { describe, expect, it } from '@jest/globals';
import { updatesBy } from './moments.js';

describe('what a record was, and what was known of it', () => {
  const update = (on: string, happenedAt: string, recordedAt: string) => ({ data: { on }, happenedAt, recordedAt });
  const morning = update('2026-03-02', '2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z');
  const later = update('2026-03-02', '2026-03-02T15:00:00.000Z', '2026-03-05T09:00:00.000Z');

  it('follows both clocks, to the minute where a step has one', () => {
    expect(updatesBy([morning, later], {})).toEqual([morning, later]);
    expect(updatesBy([morning, later], { happenedBy: '2026-03-02T12:00:00.000Z' })).toEqual([morning]);
    expect(updatesBy([morning, later], { recordedBy: '2026-03-04T00:00:00.000Z' })).toEqual([morning]);
  });
});
