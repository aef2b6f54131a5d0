import { beforeAll, describe, expect, it } from '@jest/globals';
import { RecordInMemory } from '../../../test/support/replay-record.js';
import { type Meeting } from '../../slices/meetings/record/meeting.state.js';
import { meetingAttendance, memberAttendance } from './attendance.js';

let meeting: Meeting;
beforeAll(async () => {
  const record = await new RecordInMemory().replay('01-bodies.json', '02-meeting-2016-03-03.json');
  meeting = await record.meeting('cpp-strategic-board/2016-03-03');
});

describe('the attendance of a real meeting', () => {
  it('counts who was there when it began, and says where the quorum was lost', () =>
    expect(meetingAttendance(meeting)).toMatchObject({
      date: '2016-03-03',
      present: 10,
      of: 16,
      needed: null,
      quorate: false,
      quorum: 'Lost after paragraph 8',
    }));

  it('tells those who came, those who sent apologies, and those whose place was taken', () => {
    const members = memberAttendance([meeting]);
    const of = (personId: string) => members.find((one) => one.personId === personId);
    expect(of('j-brown')).toMatchObject({ meetings: 1, attended: 1, substituted: 0, apologies: 0, absent: 0 });
    expect(of('c-bhatia')).toMatchObject({ attended: 1 }); // left before the end
    expect(of('d-parker')).toMatchObject({ attended: 0, apologies: 1, absent: 0 });
    expect(of('a-mckinnon')).toMatchObject({ attended: 0, substituted: 1, apologies: 0 });
    expect(members.every((one) => one.attended + one.substituted + one.apologies + one.absent === one.meetings)).toBe(true);
  });

  it('adds up over meetings', () => {
    const [first] = memberAttendance([meeting, meeting]);
    expect(first?.meetings).toBe(2);
  });
});
