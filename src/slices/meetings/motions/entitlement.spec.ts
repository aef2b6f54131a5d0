import { describe, expect, it } from '@jest/globals';
import { anItem, anOpenMeeting, aParagraph, person } from '../../../../test/support/a-meeting.js';
import { given } from '../../../../test/support/decider-spec.js';
import { now } from '../record/entries.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { circumstancesAt } from './entitlement.js';

const interest = (id: string, itemId: string): MeetingStreamEvent => ({
  type: 'InterestDeclared',
  v: 1,
  data: { person: person(id), itemId, outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
});
const left = (id: string): MeetingStreamEvent => ({ type: 'MemberLeft', v: 1, data: { person: person(id), after: null } });
const attends = (id: string, more: object): MeetingStreamEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: person(id), as: 'present', how: 'in-room', after: null, ...more },
});

/** Beside the five voting seats, one without a vote whose holder never comes, and one that is vacant. */
const roomOf = (present: readonly string[], more: readonly MeetingStreamEvent[]) => {
  const events = anOpenMeeting({ present }).map((event): MeetingStreamEvent => {
    if (event.type !== 'MeetingOpened') return event;
    const { standing } = event.data;
    const seat = { label: 'x', substitutes: [] };
    const roll = [
      ...standing.roll.map((one) => (one.seatId === 'seat-d' ? { ...one, substitutes: [person('s')] } : one)),
      { ...seat, seatId: 'seat-adviser', voting: false, holder: person('adviser') },
      { ...seat, seatId: 'seat-vacant', voting: true, holder: null },
    ];
    const constitution = { ...standing.constitution, substitutes: { allowed: 'full', who: 'named' } as const };
    return { ...event, data: { standing: { ...standing, constitution, roll } } };
  });
  const { state } = given(meetingHistory, [...events, anItem('1', { itemId: 'item-1' }), aParagraph('s-1', '1', null), ...more]);
  const { entitled, absentees, barred, presiding } = circumstancesAt(state, now(state), 's-1');
  return {
    entitled: entitled.map((one) => `${one.person.personId} ${one.role}`),
    absentees: absentees.map(({ personId }) => personId),
    barred: barred.map(({ personId, why }) => `${personId} ${why}`),
    presiding: presiding?.personId ?? null,
  };
};

describe('the room as a vote finds it', () => {
  it('counts as absent the members with a vote who are away and for whom nobody sits', () =>
    expect(
      roomOf(
        ['a', 'b', 'c'],
        [attends('s', { seatId: 'seat-d', substituteFor: { person: person('d') } }), attends('z', { as: 'in-attendance' })],
      ),
    ).toEqual({
      entitled: ['a chair', 'b member', 'c member', 's substitute'],
      absentees: ['e'],
      barred: ['z not-entitled'],
      presiding: 'a',
    }));

  it('has those who withdrew among neither, wherever they are, and those who left after an interest elsewhere among the absent', () =>
    expect(
      roomOf(['a', 'b', 'c', 'd', 'e'], [interest('b', 'item-1'), interest('c', 'item-1'), left('c'), interest('d', 'item-9'), left('d')]),
    ).toEqual({
      entitled: ['a chair', 'e member'],
      absentees: ['d'],
      barred: ['b withdrew', 'c withdrew'],
      presiding: 'a',
    }));

  it('counts a member who only attends neither among the absent nor among those with a vote', () =>
    expect(roomOf(['a', 'b', 'c', 'd'], [attends('e', { as: 'in-attendance' })])).toMatchObject({
      absentees: [],
      barred: ['e not-entitled'],
    }));

  it('is presided over by nobody once whoever took the chair has left', () =>
    expect(roomOf(['a', 'b'], [left('a')])).toEqual({
      entitled: ['b member'],
      absentees: ['a', 'c', 'd', 'e'],
      barred: [],
      presiding: null,
    }));
});
