import { describe, expect, it } from '@jest/globals';
import { knownOf } from './known.js';

const update = (on: string, happenedAt: string, recordedAt = happenedAt) => ({
  data: { on },
  happenedAt,
  recordedAt,
  by: { name: 'Clerk', role: 'clerk' },
});
const DAY = '2016-07-01';
const morning = update(DAY, '2016-07-01T08:00:00.000Z');
const evening = update(DAY, '2016-07-01T18:00:00.000Z');
const backdated = update(DAY, '2016-07-20T09:00:00.000Z');
const earlier = update('2016-06-01', '2016-07-20T09:00:00.000Z');
const all = [morning, evening, backdated, earlier];
const known = (moments: object) => knownOf(all, DAY, { timeZone: 'Europe/London', ...moments });

describe('what was known of a plan', () => {
  it('is everything where nothing is asked', () => expect(knownOf(all, DAY, undefined)).toEqual(all));

  it('leaves out what came later on the day itself, and nothing that only was written down later', () =>
    expect(known({ happenedBy: '2016-07-01T12:00:00.000Z' })).toEqual([morning, backdated, earlier]));

  it('leaves out what was written down later, whenever it counts from', () =>
    expect(known({ recordedBy: '2016-07-10T00:00:00.000Z' })).toEqual([morning, evening]));
});
