import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecordInMemory } from '../../../../test/support/replay-record.js';
import { type RecordedEvent } from '../../../kernel/event.js';
import { meetingAsAt } from './meeting.as-at.js';
import { quorumTimeline } from '../as-it-stands/views/quorum/quorum-timeline.js';

describe('a meeting as at a moment', () => {
  let events: RecordedEvent[];
  beforeAll(async () => {
    const record = await new RecordInMemory().replay('01-bodies.json', '02-meeting-2016-03-03.json');
    events = [];
    for await (const event of record.store.readStream('meeting-cpp-strategic-board/2016-03-03')) events.push(event);
  });

  it('is nothing before it was called, or before that was known', () => {
    expect(meetingAsAt(events, { happenedBy: '2010-01-01T00:00:00.000Z' })).toBeNull();
    expect(meetingAsAt(events, { recordedBy: '2010-01-01T00:00:00.000Z' })).toBeNull();
  });

  it('is the whole meeting in the end', () => {
    expect(meetingAsAt(events, {})).toEqual(
      meetingAsAt(events, { happenedBy: '2030-01-01T00:00:00.000Z', recordedBy: '2030-01-01T00:00:00.000Z' }),
    );
    expect(meetingAsAt(events, {})?.status).toBe('concluded');
  });

  it('can be told at any moment, in whatever order things were written down', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 200, maxLength: 200 }),
        fc.integer({ min: 0, max: 120 }),
        (minutes, until) => {
          const at = (minute: number) => new Date(Date.UTC(2016, 2, 3, 14, minute)).toISOString();
          const shuffled = events.map((event, index) =>
            index === 0 ? { ...event, happenedAt: at(0) } : { ...event, happenedAt: at(minutes[index % 200] ?? 0) },
          );
          const meeting = meetingAsAt(shuffled, { happenedBy: at(until) });
          if (meeting) expect(() => quorumTimeline(meeting)).not.toThrow();
        },
      ),
      { numRuns: 50 },
    );
  });
});
