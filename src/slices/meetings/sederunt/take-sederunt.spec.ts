import { describe, it } from '@jest/globals';
import { named, seat, standing } from '../../../../test/support/a-room.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { aParagraph, anItem } from '../../../../test/support/a-meeting.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { meetingDecider } from '../meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { TakeSederunt } from './sederunt.commands.js';
import { type TakeSederuntDto } from './sederunt.payloads.js';

const ID = 'board/2016-03-03';
const called: MeetingEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: { meetingId: ID, bodyId: 'board', title: 'The Board', date: '2016-03-03', mode: 'in-person', timeZone: 'Europe/London' },
};
const opened: MeetingEvent = { type: 'MeetingOpened', v: 1, data: { standing: standing() } };
type Data = Extract<MeetingEvent, { type: 'AttendanceRecorded' }>['data'];
const OF: Readonly<Record<string, string>> = { chair: 'Council', vice: 'Council', police: 'Police Scotland', health: 'NHS Borders' };
const recorded = (who: string, more: Partial<Data> = {}): MeetingEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', organisation: OF[who], seatId: `s-${who}`, after: null, ...more },
});
const apologies = (who: string): MeetingEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'apologies', how: 'in-room', organisation: OF[who], after: null },
});
const on = (...events: MeetingStreamEvent[]) => given(meetingHistory, [called, ...events]);
const taken = (data: TakeSederuntDto) => ask(TakeSederunt, ID, data);

describe('the sederunt of the members at once', () => {
  it('records each of them as present, there remotely, or with apologies', () =>
    on(opened)
      .when(meetingDecider, taken({ present: ['chair', 'health'], remote: ['police'], apologies: ['vice'] }))
      .then(recorded('chair'), recorded('health'), recorded('police', { how: 'remote' }), apologies('vice')));
  it('records present a member who had sent apologies and came after all', () =>
    on(apologies('chair'), opened)
      .when(meetingDecider, taken({ present: ['chair'] }))
      .then(recorded('chair')));
  it('is of those who were there from the beginning, though the record has begun', () => {
    const begun = [opened, anItem('1'), aParagraph('s-1', '1.1', null)];
    on(...begun)
      .when(meetingDecider, taken({ present: ['chair'], fromTheStart: true }))
      .then(recorded('chair'));
    on(...begun)
      .when(meetingDecider, taken({ present: ['chair'] }))
      .then(recorded('chair', { after: 'p-1.1' }));
  });
  it('is taken once the meeting is open', () =>
    on()
      .when(meetingDecider, taken({ present: ['chair'] }))
      .thenRefused('meeting.not-open'));
  it('is of members: nobody else, nobody twice, and somebody at least', () => {
    on(opened)
      .when(meetingDecider, taken({ present: ['chair'], remote: ['stranger'] }))
      .thenRefused('attendance.no-member', { field: 'remote' });
    on(opened)
      .when(meetingDecider, taken({ present: ['chair'], apologies: ['chair'] }))
      .thenRefused('attendance.named-twice', { field: 'apologies' });
    on(opened).when(meetingDecider, taken({})).thenRefused('attendance.nobody-named', { field: 'present' });
  });
  it('leaves out whoever holds two seats, of whom the seat is to be said', () => {
    const twice = { ...standing(), roll: [...standing().roll, seat('s-other', 'chair', 'Housing')] };
    on({ type: 'MeetingOpened', v: 1, data: { standing: twice } })
      .when(meetingDecider, taken({ present: ['health', 'chair'] }))
      .thenRefused('attendance.seat-unclear', { field: 'present' });
  });
  it('names nobody who is in the sederunt already', () => {
    on(opened, recorded('chair'))
      .when(meetingDecider, taken({ present: ['health', 'chair'] }))
      .thenRefused('attendance.recorded-already', { field: 'present' });
    on(apologies('chair'), opened)
      .when(meetingDecider, taken({ apologies: ['chair'] }))
      .thenRefused('attendance.recorded-already', { field: 'apologies' });
  });
});
