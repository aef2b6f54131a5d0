import { describe, expect, it } from '@jest/globals';
import { noMeeting } from '../../slices/meetings/record/meeting.state.js';
import { clockTimeIn, instantTyped } from './live-clock.js';

const meeting = { ...noMeeting, date: '2016-06-09', timeZone: 'Europe/London' };

describe('a time typed at a meeting', () => {
  it('is one of the meeting’s day, as the body’s clocks show it', () => {
    expect(instantTyped(meeting, '14:05')).toBe('2016-06-09T13:05:00.000Z');
    expect(instantTyped({ ...meeting, date: '2016-12-09' }, '9.05')).toBe('2016-12-09T09:05:00.000Z');
  });
  it('is now where none is typed', () => expect([instantTyped(meeting, null), instantTyped(meeting, ' ')]).toEqual([undefined, undefined]));
  it.each(['25:00', 'noon', '14:60'])('cannot be %s', (typed) => expect(instantTyped(meeting, typed)).toBeNull());
  it('is offered as the body’s clocks show it', () => expect(clockTimeIn('2016-06-09T23:05:00.000Z', 'Europe/London')).toBe('00:05'));
});
