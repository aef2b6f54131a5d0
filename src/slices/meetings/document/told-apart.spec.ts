import { describe, expect, it } from '@jest/globals';
import { anOpenMeeting } from '../../../../test/support/a-meeting.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { meetingHistory } from '../record/meeting.history.js';
import { assembleMinute } from './assemble.js';
import { minuteText } from './minute-text.js';
import { marksOf, toldApart } from './told-apart.js';

const meeting = folded(meetingHistory, anOpenMeeting());
const there = (personId: string, name: string, more: object = {}) =>
  ({ person: { personId, name }, as: 'in-attendance', spells: [{ how: 'in-room', from: null }], ...more }) as const;
const withPeople = (...attendances: ReturnType<typeof there>[]) => ({ ...meeting, standings: [], attendances });
const names = (given: ReturnType<typeof withPeople>) => assembleMinute(given).sederunt.inAttendance.map(({ name }) => name);

describe('two people of one name', () => {
  it('are told apart by their organisations, wherever they are named, and once in the sederunt', () => {
    const two = withPeople(
      there('p', 'Ms J. Brown', { organisation: 'NHS Borders' }),
      there('q', 'MS\u00a0J. BROWN', { organisation: 'Police Scotland' }),
      there('c', 'Ms K. Green'),
    );
    const told = toldApart(
      { ...two, chairs: [{ person: { personId: 'p', name: 'Ms J. Brown' }, reason: 'x', after: null }] },
      marksOf(two),
    );
    expect(told.chairs[0]?.person.name).toBe('Ms J. Brown (NHS Borders)');
    expect(minuteText(two)).toContain('Ms J. Brown (NHS Borders); MS\u00a0J. BROWN (Police Scotland); Ms K. Green');
  });

  it('are told apart by their roles where their organisation is one', () =>
    expect(
      names(
        withPeople(
          there('a', 'Ms J. Brown', { organisation: 'NHS', role: 'Nurse' }),
          there('b', 'Ms J. Brown', { organisation: 'NHS', role: 'Clerk' }),
        ),
      ),
    ).toEqual(['Ms J. Brown (Nurse)', 'Ms J. Brown (Clerk)']));

  it('of one seat or office, known by one id, are one', () => {
    expect(toldApart(meeting, marksOf(meeting))).toBe(meeting);
  });
});
