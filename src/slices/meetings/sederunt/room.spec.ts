import { describe, expect, it } from '@jest/globals';
import { anElection, anItem, aParagraph } from '../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../test/support/a-room.js';
import { given } from '../../../../test/support/decider-spec.js';
import { type Constitution } from '../../bodies/constitution.js';
import { now } from '../record/entries.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import {
  constitutionAt,
  entitledToVote,
  hasWithdrawn,
  officerPresides,
  presidingAt,
  quorumAt,
  quorumNow,
  seatsPresent,
  sumAt,
} from './room.js';

const called: MeetingStreamEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: {
    meetingId: 'board/2016-03-03',
    bodyId: 'board',
    title: 'The Board',
    date: '2016-03-03',
    mode: 'in-person',
    timeZone: 'Europe/London',
  },
};
const opened = (more: Partial<Constitution> = {}): MeetingStreamEvent => ({
  type: 'MeetingOpened',
  v: 1,
  data: { standing: standing(more) },
});
const there = (who: string, more: object = {}): MeetingStreamEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId: `s-${who}`, after: null, ...more },
});
const left = (who: string, after: string | null): MeetingStreamEvent => ({ type: 'MemberLeft', v: 1, data: { person: named(who), after } });
const interest = (who: string, itemId: string): MeetingStreamEvent => ({
  type: 'InterestDeclared',
  v: 1,
  data: { person: named(who), itemId, outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
});
const chair = (who: string): MeetingStreamEvent => ({ type: 'ChairTaken', v: 1, data: { person: named(who), reason: 'x', after: null } });
const declared = (quorate: boolean, after: string | null): MeetingStreamEvent => ({
  type: 'QuorumDeclared',
  v: 1,
  data: { quorate, words: quorate ? 'There was a quorum' : 'The quorum was lost', after },
});
const item = anItem('1', { itemId: 'item-1' });
const meeting = (...events: readonly MeetingStreamEvent[]) => given(meetingHistory, [called, ...events]).state;
/** Seats of the room, as `police deputy` where somebody sits for another. */
const seated = (state: ReturnType<typeof meeting>, sectionId: string | null = null) =>
  seatsPresent(state, now(state), sectionId).map(({ person, seat, as }) =>
    as === 'member' ? person.personId : `${seat.holder?.personId} ${person.personId}`,
  );
const substitute = (who: string, of: string, more: object = {}) =>
  there(who, { seatId: `s-${of}`, substituteFor: { person: named(of), ...more } });

describe('a room', () => {
  it('seats nobody before the meeting is opened', () => {
    const state = meeting();
    expect(seated(state)).toEqual([]);
    expect(constitutionAt(state, 0)).toBeNull();
    expect(sumAt(state, 0, null)).toEqual({
      quorate: null,
      present: 0,
      of: 0,
      needed: null,
      explanation: 'the meeting has not been opened',
      declared: false,
    });
  });

  it('seats those present who have a seat, and no one else', () =>
    expect(
      seated(
        meeting(
          opened(),
          there('chair'),
          there('police', { as: 'in-attendance' }),
          there('guest', { seatId: undefined }),
          there('college', { as: 'apologies' }),
        ),
      ),
    ).toEqual(['chair']));

  it('seats a member rather than whoever sat for them', () =>
    expect(seated(meeting(opened(), substitute('deputy', 'police'), there('police')))).toEqual(['police']));

  it('seats a substitute for the whole meeting only where the constitution allows that', () => {
    const seats = (allowed: 'none' | 'one-item' | 'full') =>
      seated(meeting(opened({ substitutes: { allowed, who: 'named' } }), substitute('deputy', 'police')));
    expect(seats('full')).toEqual(['police deputy']);
    expect(seats('one-item')).toEqual([]);
    expect(seats('none')).toEqual([]);
  });

  it.each(['one-item', 'full'] as const)('seats a substitute for one item for that item only (%s)', (allowed) => {
    const rules = opened({ substitutes: { allowed, who: 'named' } });
    const other = anItem('2', { itemId: 'item-2' });
    const state = meeting(rules, item, other, substitute('deputy', 'police', { itemId: 'item-1' }));
    expect([seated(state, 's-1'), seated(state, 's-2'), seated(state)]).toEqual([['police deputy'], [], []]);
    const bySection = meeting(rules, anItem('1'), anItem('2'), substitute('deputy', 'police', { itemId: 's-1' }));
    expect([seated(bySection, 's-1'), seated(bySection, 's-2')]).toEqual([['police deputy'], []]);
  });

  it('seats one for a seat: for an item whoever sits for that item, whoever was recorded first', () => {
    const [whole, forItem] = [substitute('deputy', 'police'), substitute('other', 'police', { itemId: 'item-1' })];
    expect(seated(meeting(opened(), item, whole, forItem), 's-1')).toEqual(['police other']);
    expect(seated(meeting(opened(), item, forItem, whole), 's-1')).toEqual(['police other']);
    expect(seated(meeting(opened(), item, forItem, whole))).toEqual(['police deputy']);
  });

  it('seats no substitute for an item where the constitution allows none', () =>
    expect(
      seated(
        meeting(opened({ substitutes: { allowed: 'none', who: 'named' } }), item, substitute('deputy', 'police', { itemId: 'item-1' })),
        's-1',
      ),
    ).toEqual([]));

  it('is without whoever withdrew from the item in hand, by its item or by its section', () => {
    const state = meeting(opened(), there('chair'), there('police'), item, interest('police', 'item-1'));
    expect([seated(state, 's-1'), seated(state)]).toEqual([['chair'], ['chair', 'police']]);
    expect(seated(meeting(opened(), there('chair'), anItem('1'), interest('chair', 's-1')), 's-1')).toEqual([]);
  });

  it('lets only voting seats vote', () => {
    const state = meeting(opened(), there('chair'), there('adviser'));
    expect(entitledToVote(state, now(state), null).map(({ person }) => person.personId)).toEqual(['chair']);
  });

  it('is presided over by whoever took the chair while they are there', () => {
    const presided = (...events: MeetingStreamEvent[]) => {
      const state = meeting(opened(), there('chair'), item, aParagraph('s-1', '1', null), chair('chair'), ...events);
      return presidingAt(state, now(state))?.personId ?? null;
    };
    expect(presided()).toBe('chair');
    expect(presided(left('chair', 'p-1'))).toBeNull();
  });

  it('is not presided over by somebody who withdrew from the item in hand, and is again in the next', () => {
    const inItem = [opened(), there('chair'), item, chair('chair'), interest('chair', 's-1')];
    const presided = (...events: MeetingStreamEvent[]) => {
      const state = meeting(...inItem, ...events);
      return presidingAt(state, now(state))?.personId ?? null;
    };
    expect(presided()).toBeNull();
    expect(presided(anItem('2'))).toBe('chair');
  });
});

describe('a quorum declared', () => {
  const three = ['chair', 'police', 'health'].map((who) => there(who));
  const taken = [item, aParagraph('s-1', '1', null), aParagraph('s-1', '2', 'p-1')];

  it('lost stands whatever the sum', () =>
    expect(quorumNow(meeting(opened(), ...three, ...taken, declared(false, 'p-1')))).toEqual({
      quorate: false,
      present: 3,
      of: 6,
      needed: 3,
      declared: true,
      explanation: 'declared: The quorum was lost (3 of 6 voting seats present, 3 needed)',
    }));

  it('lost lapses when the meeting resumes, from there on', () => {
    const state = meeting(
      opened(),
      ...three,
      ...taken.slice(0, 2),
      declared(false, null),
      { type: 'MeetingAdjourned', v: 1, data: { reason: 'No quorum', after: 'p-1' } },
      { type: 'MeetingResumed', v: 1, data: { after: 'p-1' } },
      aParagraph('s-1', '2', 'p-1'),
    );
    expect([0, 1].map((moment) => quorumAt(state, moment, null).quorate)).toEqual([false, true]);
  });

  it('does not stand against a sum that fails, and does where nobody knows how many are needed', () => {
    expect(quorumNow(meeting(opened(), there('chair'), ...taken, declared(true, 'p-1')))).toMatchObject({
      quorate: false,
      declared: false,
    });
    const lost = opened({ quorum: { kind: 'unknown', why: 'lost' } });
    expect(quorumNow(meeting(lost, ...three, ...taken, declared(true, 'p-1')))).toEqual({
      quorate: true,
      present: 3,
      of: 6,
      needed: null,
      declared: true,
      explanation: 'declared: There was a quorum (3 of 6 voting seats present; how many are needed is not known: lost)',
    });
  });
});

describe('a room in which seats and the chair change hands', () => {
  const elected = (to: object, who: string, seatId?: string): MeetingStreamEvent =>
    anElection({
      to: { kind: 'seat', name: 'Member', ...to },
      elected: [{ person: named(who), ...(seatId !== undefined && { seatId }) }],
      after: null,
    });
  const attending = [opened(), there('chair'), there('police', { as: 'in-attendance', seatId: undefined }), item];

  it('seats whoever was elected to a seat while in attendance, and nobody for an office or for the seat of another', () => {
    expect(seated(meeting(...attending, elected({}, 'police', 's-vacant')))).toContain('police');
    expect(seated(meeting(...attending, elected({ kind: 'office', office: 'vice-chair' }, 'police')))).toEqual(['chair']);
    expect(seated(meeting(...attending, elected({}, 'guest', 's-vacant')))).toEqual(['chair']);
  });

  it('is presided over by an officer until the chair is elected only while the officer is there', () => {
    const officer = [opened(), there('clerk', { as: 'in-attendance', seatId: undefined }), item, aParagraph('s-1', '1', null)];
    const until: MeetingStreamEvent = {
      type: 'ChairTaken',
      v: 1,
      data: { person: named('clerk'), reason: 'x', untilElected: true, after: null },
    };
    const presides = (...events: MeetingStreamEvent[]) => {
      const state = meeting(...officer, ...events);
      return officerPresides(state, now(state));
    };
    expect(presides(until)).toBe(true);
    expect(presides(chair('clerk'))).toBe(false);
    expect(presides(until, left('clerk', 'p-1'))).toBe(false);
  });
});

describe('whoever withdrew', () => {
  const withdrew = (declared: string, about: string) => {
    const lease: MeetingStreamEvent = { type: 'AgendaItemAdded', v: 1, data: { itemId: 'lease', number: '9', title: 'Lease', papers: [] } };
    const state = meeting(lease, opened(), there('chair'), item, interest('chair', declared));
    return hasWithdrawn(state, 'chair', about, now(state));
  };
  it('did so from the item, by its name on the agenda or by its section, taken already or not', () => {
    expect([withdrew('item-1', 's-1'), withdrew('s-1', 'item-1'), withdrew('s-1', 's-1'), withdrew('lease', 'lease')]).toEqual(
      Array(4).fill(true),
    );
    expect([withdrew('lease', 's-1'), withdrew('item-1', 'lease')]).toEqual([false, false]);
  });
  it('did not preside in that item, though they do in the next', () => {
    const state = meeting(
      opened(),
      there('chair'),
      item,
      chair('chair'),
      interest('chair', 's-1'),
      aParagraph('s-1', '1', null),
      anItem('2'),
      aParagraph('s-2', '2', 'p-1'),
    );
    expect([0, 1, 2].map((moment) => presidingAt(state, moment)?.personId)).toEqual([undefined, 'chair', 'chair']);
  });
});
