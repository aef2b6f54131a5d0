import { describe, expect, it } from '@jest/globals';
import { anOpenMeeting } from '../../../../test/support/a-meeting.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { type DomainEvent } from '../../../kernel/event.js';
import { meetingHistory } from './meeting.history.js';

describe('the fold of a meeting', () => {
  it('is of every event of its stream', () => expect(folded(meetingHistory, anOpenMeeting())).toMatchObject({ status: 'open' }));

  it('is a fault for an event that is in no list of its events, and never leaves it out', () => {
    const unknown: DomainEvent = { type: 'MeetingPhotographed', v: 1, data: {} };
    expect(() => folded(meetingHistory, [...anOpenMeeting(), unknown])).toThrow('holds MeetingPhotographed, which is in no list');
  });
});
