import { describe, expect, it } from '@jest/globals';
import { attendanceOf, attendanceText, type MeetingHeld } from './attendance.js';

const person = (personId: string) => ({ personId, name: personId.toUpperCase() });
const seat = (seatId: string, holder: string | null) => ({
  seatId,
  label: seatId,
  voting: true,
  holder: holder === null ? null : person(holder),
  substitutes: [],
});
const present = (who: string, seatId: string, as: 'member' | 'substitute' = 'member') => ({
  person: person(who),
  as: 'present' as const,
  sat: { seatId, as },
});
const apologies = (who: string) => ({ person: person(who), as: 'apologies' as const });
const meeting = (
  date: string,
  attendances: MeetingHeld['attendances'],
  roll = [seat('one', 'ana'), seat('two', 'ben'), seat('three', null)],
): MeetingHeld => ({
  meetingId: `board/${date}`,
  date,
  roll,
  attendances,
});

describe('attendance', () => {
  it('has each member once a meeting, and nobody for a vacant seat', () => {
    const twice = [seat('one', 'ana'), seat('two', 'ana'), seat('three', null)];
    expect(attendanceOf('board', [meeting('2016-01-01', [present('ana', 'one')], twice)], 0, {}).members).toMatchObject([
      { personId: 'ana', seats: ['one'], counts: { attended: 1, absent: 0 } },
    ]);
  });
  it('of somebody known by two ids is that of one member, who is there under either', () => {
    const one = (id: string): string => (id === 'ana-2' ? 'ana' : id);
    const held = [
      meeting('2016-01-01', [present('ana-2', 'one'), present('ben', 'two')]),
      meeting('2016-02-01', [present('ana', 'one')], [seat('one', 'ana-2')]),
    ];
    expect(attendanceOf('board', held, 0, {}, one).members[0]).toMatchObject({ personId: 'ana', counts: { attended: 2, absent: 0 } });
  });
  it('of somebody who sent a substitute is neither attended nor absent', () => {
    const sent = meeting('2016-01-01', [apologies('ana'), present('cat', 'one', 'substitute'), present('ben', 'two')]);
    expect(attendanceOf('board', [sent], 0, {})).toMatchObject({
      meetings: [{ counts: { attended: 1, substitute: 1, apologies: 0, absent: 0 } }],
      members: [{ name: 'ANA', meetings: [{ attended: 'substitute', substitute: 'CAT' }] }, { name: 'BEN' }],
    });
  });
  it('is flagged at three absences one after another, and not at two and one', () => {
    const away = (date: string) => meeting(date, [apologies('ana'), present('ben', 'two')]);
    const there = (date: string) => meeting(date, [present('ana', 'one'), present('ben', 'two')]);
    const ana = (...held: readonly MeetingHeld[]) => attendanceOf('board', held, 0, {}).members[0];
    expect(ana(away('2016-01-01'), away('2016-02-01'), away('2016-03-01'))).toMatchObject({ longestRun: 3, flagged: true });
    expect(ana(away('2016-01-01'), away('2016-02-01'), there('2016-03-01'), away('2016-04-01'))).toMatchObject({
      longestRun: 2,
      flagged: false,
    });
  });
  it('says how many meetings it leaves out', () =>
    expect(attendanceText(attendanceOf('board', [], 2, {}))).toBe(
      'Attendance of board: 0 meetings\n\n2 more held, whose minute is not published yet.\n',
    ));
});
