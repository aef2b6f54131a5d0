import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, aParagraph } from '../../../../test/support/a-meeting.js';
import { named, seat, standing } from '../../../../test/support/a-room.js';
import { ask, at, folded, given } from '../../../../test/support/decider-spec.js';
import { type Constitution } from '../../bodies/constitution.js';
import { type RecordAttendanceDto } from './sederunt.payloads.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { meetingDecider } from '../meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import {
  CorrectAttendance,
  CorrectRoll,
  DeclareInterest,
  DeclareQuorum,
  LeaveMeeting,
  RecordAttendance,
  RejoinMeeting,
  TakeChair,
} from './sederunt.commands.js';
import { now } from '../record/entries.js';
import { quorumNow, seatsPresent } from './room.js';

const ID = 'board/2016-03-03';
const called: MeetingEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: { meetingId: ID, bodyId: 'board', title: 'The Board', date: '2016-03-03', mode: 'in-person', timeZone: 'Europe/London' },
};
const opened = (more: Partial<Constitution> = {}): MeetingEvent => ({ type: 'MeetingOpened', v: 1, data: { standing: standing(more) } });
const there = (who: string, seatId = `s-${who}`): MeetingEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId, after: null },
});
const left = (who: string, after: string | null): MeetingEvent => ({ type: 'MemberLeft', v: 1, data: { person: named(who), after } });

/** Three voting members: just a quorum. Item 1 has paragraphs 1.1 and 1.2, each decided on. */
const taken: MeetingStreamEvent[] = [
  called,
  opened(),
  there('chair'),
  there('police'),
  there('health'),
  anItem('1', { itemId: 'item-1' }),
  aParagraph('s-1', '1.1', null),
  aDecision('d-1', { paragraphId: 'p-1.1', paragraph: '1.1', after: 'p-1.1' }),
  aParagraph('s-1', '1.2', 'd-1'),
  aDecision('d-2', { paragraphId: 'p-1.2', paragraph: '1.2', after: 'p-1.2' }),
];
const on = (...events: MeetingStreamEvent[]) => given(meetingHistory, events);
const present = (who: string, more: Partial<RecordAttendanceDto> = {}) =>
  ask(RecordAttendance, ID, { person: named(who), as: 'present', ...more });

describe('a person present', () => {
  it('sits in the seat they hold', () => on(called, opened()).when(meetingDecider, present('chair')).then(there('chair')));
  it('cannot be recorded before the meeting is opened, though apologies can', () => {
    on(called).when(meetingDecider, present('chair')).thenRefused('meeting.not-open');
    on(called)
      .when(meetingDecider, ask(RecordAttendance, ID, { person: named('vice'), as: 'apologies' }))
      .thenAccepted();
  });
  it('who sent apologies may come after all', () =>
    on(
      called,
      { type: 'AttendanceRecorded', v: 1, data: { person: named('chair'), as: 'apologies', how: 'in-room', after: null } },
      opened(),
    )
      .when(meetingDecider, present('chair'))
      .thenAccepted());
  it('is recorded once', () =>
    on(called, opened(), there('chair')).when(meetingDecider, present('chair')).thenRefused('attendance.recorded-already'));
  it('must be a member or an allowed substitute', () =>
    on(called, opened()).when(meetingDecider, present('stranger')).thenRefused('attendance.not-entitled', { field: 'person' }));
  it('sits in a seat of the roll', () =>
    on(called, opened())
      .when(meetingDecider, present('chair', { seatId: 's-nowhere' }))
      .thenRefused('attendance.no-such-seat', { field: 'seatId' }));
  it('in attendance has no seat', () =>
    on(called, opened())
      .when(meetingDecider, ask(RecordAttendance, ID, { person: named('officer'), as: 'in-attendance', seatId: 's-chair' }))
      .thenRefused('attendance.seat-for-present-only'));
  it('who arrives late is there from then on', () =>
    on(...taken)
      .when(meetingDecider, present('college'))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ after: 'd-2' })));
  it('may be written down late as there from the start, or from a paragraph on', () => {
    on(...taken)
      .when(meetingDecider, present('college', { fromTheStart: true }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ after: null }));
    on(...taken)
      .when(meetingDecider, present('college', { afterParagraph: '1.1' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ after: 'd-1' }));
    on(...taken)
      .when(meetingDecider, present('college', { afterParagraph: '9' }))
      .thenRefused('meeting.no-such-paragraph', { field: 'afterParagraph' });
  });
});

describe('a substitute', () => {
  it('named for a seat takes it without being told which', () =>
    on(called, opened())
      .when(meetingDecider, present('deputy'))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ seatId: 's-police', substituteFor: { person: named('police') } })));
  it('whom the organisation sends takes its seat', () =>
    on(called, opened())
      .when(meetingDecider, present('other', { organisation: 'nhs  Borders' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ seatId: 's-health', substituteFor: { person: named('health') } })));
  it('of an organisation with several free seats names one', () => {
    on(called, opened())
      .when(meetingDecider, present('other', { organisation: 'Council' }))
      .thenRefused('attendance.seat-unclear', { field: 'seatId' });
    on(called, opened(), there('chair'))
      .when(meetingDecider, present('other', { organisation: 'Council' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ seatId: 's-vice' }));
    on(called, opened())
      .when(meetingDecider, present('other', { organisation: 'Council', substituteFor: { person: named('vice') } }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ seatId: 's-vice' }));
  });
  it.each([
    ['from elsewhere', {}, { seatId: 's-health', organisation: 'Police Scotland' }, 'substitute.other-organisation'],
    ['where none is allowed', { substitutes: { allowed: 'none', who: 'named' } }, { seatId: 's-police' }, 'substitute.not-allowed'],
    [
      'who is not named where they must be',
      { substitutes: { allowed: 'full', who: 'named' } },
      { seatId: 's-health' },
      'substitute.not-named',
    ],
    [
      'for no item where it is for one only',
      { substitutes: { allowed: 'one-item', who: 'named' } },
      { seatId: 's-police' },
      'substitute.item-needed',
    ],
    ['for a vacancy', {}, { seatId: 's-vacant', organisation: 'Housing' }, 'attendance.seat-vacant'],
    [
      'for somebody who does not hold the seat',
      {},
      { seatId: 's-health', substituteFor: { person: named('police') } },
      'attendance.seat-unclear',
    ],
  ] as const)('does not sit %s', (_, rules, more, code) =>
    on(called, opened(rules)).when(meetingDecider, present('other', more)).thenRefused(code),
  );
  it('sits only while the member is not there, and the member displaces nobody twice', () => {
    on(called, opened(), there('police')).when(meetingDecider, present('deputy')).thenRefused('substitute.member-present');
    on(called, opened())
      .when(meetingDecider, present('deputy'))
      .and(meetingDecider, present('other', { seatId: 's-police' }))
      .thenRefused('attendance.seat-taken');
  });
  it('is not what a member is in their own seat', () =>
    on(called, opened())
      .when(meetingDecider, present('police', { substituteFor: { person: named('police') } }))
      .thenRefused('attendance.holder-is-member', { field: 'substituteFor' }));
  it('for one item sits while the member has stepped out of it, and one at a time', () => {
    const item = anItem('1', { itemId: 'item-1' });
    const withdrew: MeetingEvent = {
      type: 'InterestDeclared',
      v: 1,
      data: { person: named('police'), itemId: 'item-1', outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
    };
    const sitIn = (who: string, itemId?: string) =>
      present(who, { seatId: 's-police', substituteFor: { person: named('police'), itemId }, organisation: 'Police Scotland' });
    on(called, opened(), item, there('police')).when(meetingDecider, sitIn('deputy', 'item-1')).thenAccepted();
    const out = on(called, opened(), item, there('police'), withdrew);
    out.when(meetingDecider, sitIn('deputy')).thenRefused('substitute.member-present');
    const sits = out.when(meetingDecider, sitIn('deputy', 'item-1'));
    sits.thenAccepted(([event]) =>
      expect(event?.data).toMatchObject({ seatId: 's-police', substituteFor: { person: named('police'), itemId: 'item-1' } }),
    );
    sits.and(meetingDecider, sitIn('other', 'item-1')).thenRefused('attendance.seat-taken');
    const away = on(called, opened(), item);
    away.when(meetingDecider, sitIn('deputy', 'item-1')).and(meetingDecider, sitIn('other', 'item-2')).thenAccepted();
    away.when(meetingDecider, sitIn('deputy')).thenAccepted(([event]) => expect(event?.data).not.toHaveProperty('substituteFor.itemId'));
  });
  it('for one item holds the seat for that item, whoever came first, and the member holds it for the others', () => {
    const item = anItem('1', { itemId: 'item-1' });
    const deputy: MeetingEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: {
        person: named('deputy'),
        as: 'present',
        how: 'in-room',
        seatId: 's-police',
        substituteFor: { person: named('police'), itemId: 'item-1' },
        after: null,
      },
    };
    for (const came of [
      [there('police'), deputy],
      [deputy, there('police')],
    ]) {
      const meeting = folded(meetingHistory, [called, opened(), item, ...came]);
      const holds = (sectionId: string | null) =>
        seatsPresent(meeting, now(meeting), sectionId).map(({ person, as }) => [person.personId, as]);
      expect(holds('s-1')).toEqual([['deputy', 'substitute']]);
      expect(holds(null)).toEqual([['police', 'member']]);
    }
  });
  it('sits in a seat again that was left', () =>
    on(...taken, left('police', 'd-2'))
      .when(meetingDecider, present('deputy'))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ seatId: 's-police' })));
  it('is one of those named where they must be, for an item where it is for one only', () => {
    on(called, opened({ substitutes: { allowed: 'full', who: 'named' } }))
      .when(meetingDecider, present('deputy'))
      .thenAccepted();
    on(called, opened({ substitutes: { allowed: 'one-item', who: 'named' } }), anItem('1', { itemId: 'item-1' }))
      .when(meetingDecider, present('deputy', { substituteFor: { person: named('police'), itemId: 'item-1' } }))
      .thenAccepted();
  });
  it('is sent by no organisation where none may be, nor to a vacancy, nor to a seat of nobody', () => {
    const sent = (organisation: string) => present('other', { organisation });
    on(called, opened({ substitutes: { allowed: 'none', who: 'any-from-organisation' } }))
      .when(meetingDecider, sent('NHS Borders'))
      .thenRefused('attendance.not-entitled');
    on(called, opened({ substitutes: { allowed: 'full', who: 'named' } }))
      .when(meetingDecider, sent('NHS Borders'))
      .thenRefused('attendance.not-entitled');
    on(called, opened()).when(meetingDecider, sent('Housing')).thenRefused('attendance.not-entitled');
    on(called, opened())
      .when(meetingDecider, sent(' NHS Borders '))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ seatId: 's-health' }));
    const roll = standing().roll.map((one) => (one.seatId === 's-health' ? { ...one, organisation: undefined } : one));
    on(called, { type: 'MeetingOpened', v: 1, data: { standing: { ...standing(), roll } } })
      .when(meetingDecider, present('other', { seatId: 's-health', organisation: 'NHS Borders' }))
      .thenRefused('substitute.other-organisation');
  });
  it('comes for a member who holds a seat, whatever seat they might sit in themselves', () => {
    for (const [who, more] of [
      ['deputy', {}],
      ['other', { organisation: 'NHS Borders' }],
    ] as const)
      on(called, opened())
        .when(meetingDecider, present(who, { ...more, substituteFor: { person: named('nobody') } }))
        .thenRefused('attendance.not-entitled', { field: 'person' });
    on(called, opened())
      .when(meetingDecider, present('other', { seatId: 's-vacant', substituteFor: { person: named('police') } }))
      .thenRefused('attendance.seat-vacant', { detail: { seatId: 's-vacant' } });
  });
  it('of a seat of no organisation is one of those named for it', () => {
    const own = [seat('s-own', 'citizen', '', { organisation: undefined, substitutes: [named('neighbour')] }), ...standing().roll];
    const citizens = on(called, { type: 'MeetingOpened', v: 1, data: { standing: { ...standing(), roll: own } } });
    const sits = (who: string) => citizens.when(meetingDecider, present(who, { substituteFor: { person: named('citizen') } }));
    sits('neighbour').thenAccepted(([event]) => expect(event?.data).toMatchObject({ seatId: 's-own' }));
    sits('other').thenRefused('substitute.other-organisation', { field: 'organisation' });
    citizens.when(meetingDecider, present('other')).thenRefused('attendance.not-entitled');
  });
  it('counts for the quorum as the member does', () => {
    const three = [called, opened(), there('chair'), there('health')] as const;
    expect(quorumNow(on(...three).state).quorate).toBe(false);
    const { state } = on(...three, {
      type: 'AttendanceRecorded',
      v: 1,
      data: {
        person: named('deputy'),
        as: 'present',
        how: 'in-room',
        seatId: 's-police',
        substituteFor: { person: named('police') },
        after: null,
      },
    });
    expect(quorumNow(state)).toMatchObject({ quorate: true, present: 3, of: 6, needed: 3 });
  });
});

describe('a member who leaves', () => {
  it('was there for everything decided on the paragraph named', () =>
    on(...taken)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health', afterParagraph: '1.2', sederuntNote: '' }))
      .then({ type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'd-2', sederuntNote: '' } }));
  it('recorded late takes the quorum from the decisions after', () =>
    on(...taken)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health', afterParagraph: '1.1' }))
      .thenAccepted((events) => {
        expect(events.map(({ type }) => type)).toEqual(['MemberLeft', 'DecisionStandingFound']);
        expect(events[1]?.data).toMatchObject({ decisionId: 'd-2', standing: 'informal', quorum: { present: 2, needed: 3 } });
      }));
  it('is placed by the time given, against what happened that day', () => {
    const timed = taken.map((event, index) => at({ happenedAt: `2016-03-03T14:${String(10 + index)}:00.000Z` }, event));
    on(...timed)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health', time: '14:17' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ after: 'd-1', time: '14:17' }));
    on(...timed)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health' }, { happenedAt: '2016-03-03T14:16:30.000Z' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ after: 'p-1.1' }));
    const writtenUpNextDay = taken.map((event) => at({ happenedAt: '2016-03-04T09:00:00.000Z' }, event));
    on(...writtenUpNextDay)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health', time: '14:17' }, { happenedAt: '2016-03-04T09:10:00.000Z' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ after: 'd-2' }));
  });
  it('must be there, and does not leave before arriving', () => {
    on(...taken)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'college' }))
      .thenRefused('attendance.not-recorded');
    on(...taken, left('health', 'd-2'))
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health' }))
      .thenRefused('attendance.not-in-room');
    on(...taken)
      .when(meetingDecider, present('college'))
      .and(meetingDecider, ask(LeaveMeeting, ID, { personId: 'college', afterParagraph: '1.1' }))
      .thenRefused('attendance.before-arrival');
  });
  it('may rejoin, and only then', () => {
    on(...taken)
      .when(meetingDecider, ask(RejoinMeeting, ID, { personId: 'health' }))
      .thenRefused('attendance.in-room-already');
    on(...taken, left('health', 'd-2'))
      .when(meetingDecider, ask(RejoinMeeting, ID, { personId: 'health', how: 'remote' }))
      .then({ type: 'MemberRejoined', v: 1, data: { person: named('health'), how: 'remote', after: 'd-2' } });
    on(...taken, left('health', 'd-2'))
      .when(meetingDecider, ask(RejoinMeeting, ID, { personId: 'health', afterParagraph: '1.1' }))
      .thenRefused('attendance.before-arrival');
  });
});

describe('a correction of the sederunt', () => {
  const correct = (kind: 'not-present' | 'arrived' | 'left' | 'did-not-leave' | 'details', more: object = {}) =>
    ask(CorrectAttendance, ID, { personId: 'health', kind, reason: 'Misread', ...more });
  it('finds again how every decision stands, there and back', () =>
    on(...taken)
      .when(meetingDecider, correct('left', { afterParagraph: '1.1' }))
      .and(meetingDecider, correct('did-not-leave'))
      .thenAccepted((events) => {
        expect(events).toHaveLength(2);
        expect(events[1]?.data).toMatchObject({ decisionId: 'd-2', standing: 'quorate', because: 'the sederunt was corrected: Misread' });
      }));
  it('that somebody was not there touches all of it', () =>
    on(...taken)
      .when(meetingDecider, correct('not-present'))
      .thenAccepted((events) =>
        expect(events.map(({ type }) => type)).toEqual(['AttendanceCorrected', 'DecisionStandingFound', 'DecisionStandingFound']),
      ));
  it('that changes only the sum of a quorum is found at each decision, with how it stands left', () =>
    on(...taken.slice(0, 5), there('vice'), ...taken.slice(5))
      .when(meetingDecider, correct('left', { afterParagraph: '1.1' }))
      .thenAccepted((events) => {
        expect(events.map(({ type }) => type)).toEqual(['AttendanceCorrected', 'DecisionQuorumFound']);
        expect(events[1]?.data).toMatchObject({
          decisionId: 'd-2',
          quorum: { quorate: true, present: 3, of: 6, needed: 3 },
          because: 'the sederunt was corrected: Misread',
        });
      }));
  it('of a name changes no decision', () =>
    on(...taken)
      .when(meetingDecider, correct('details', { name: 'Dr Health' }))
      .then({
        type: 'AttendanceCorrected',
        v: 1,
        data: { personId: 'health', person: named('health'), correction: { kind: 'details', name: 'Dr Health' }, reason: 'Misread' },
      }));
  it('says when, and changes something', () => {
    on(...taken)
      .when(meetingDecider, correct('left'))
      .thenRefused('attendance.place-missing');
    on(...taken)
      .when(meetingDecider, correct('did-not-leave'))
      .thenRefused('meeting.nothing-changed');
    on(...taken)
      .when(meetingDecider, correct('details', { name: 'HEALTH' }))
      .thenRefused('meeting.nothing-changed');
  });
  it('finds when somebody arrived, and which of their times in the room it is about', () => {
    on(...taken)
      .when(meetingDecider, correct('arrived', { afterParagraph: '1.1' }))
      .thenAccepted((events) => {
        expect(events[0]?.data).toMatchObject({ correction: { kind: 'arrived', after: 'd-1' } });
        expect(events[1]?.data).toMatchObject({ decisionId: 'd-1', standing: 'informal' });
      });
    const back: MeetingEvent = { type: 'MemberRejoined', v: 1, data: { person: named('health'), how: 'in-room', after: 'd-2' } };
    const twice = [...taken, left('health', 'd-1'), back];
    on(...twice)
      .when(meetingDecider, correct('left', { spell: 1, afterParagraph: '1.2' }))
      .thenAccepted((events) => {
        expect(events[0]?.data).toMatchObject({ correction: { kind: 'left', after: 'd-2', spell: 1 } });
      });
    on(...twice)
      .when(meetingDecider, correct('arrived', { fromTheStart: true }))
      .thenRefused('attendance.before-arrival');
    on(...twice)
      .when(meetingDecider, correct('left', { spell: 3, afterParagraph: '1.2' }))
      .thenRefused('attendance.no-such-spell');
    on(...taken)
      .when(meetingDecider, correct('arrived'))
      .thenRefused('attendance.place-missing');
  });
  it('cannot belie a vote: it is corrected first', () => {
    const voted: MeetingStreamEvent[] = [
      ...taken,
      { type: 'MotionMoved', v: 1, data: { motionId: 'm-1', sectionId: 's-1', text: 'That', movedBy: named('chair') } },
      {
        type: 'VoteTaken',
        v: 1,
        data: {
          voteId: 'v-1',
          motionId: 'm-1',
          sectionId: 's-1',
          method: 'roll-call',
          counts: { yes: 3, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
          votes: ['chair', 'police', 'health'].map((who) => ({ person: named(who), option: 'yes', weight: 1, role: 'member' })),
          entitled: [named('chair'), named('police'), named('health')],
          result: 'carried',
          decidedBy: 'majority',
          quorate: true,
          constitutionVersion: 'v1',
        },
      },
    ];
    on(...voted)
      .when(meetingDecider, correct('not-present'))
      .thenRefused('attendance.voted', { detail: { voteId: 'v-1', people: ['HEALTH'] } });
    on(...voted)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health', afterParagraph: '1.1' }))
      .thenRefused('attendance.voted');
    on(...voted)
      .when(
        meetingDecider,
        ask(DeclareInterest, ID, {
          personId: 'health',
          itemId: 'item-1',
          outcome: 'declared-and-withdrew',
          nature: 'Employer',
          fromTheStart: true,
        }),
      )
      .thenRefused('attendance.voted');
    const shown = voted.map((event) =>
      event.type === 'VoteTaken' ? { ...event, data: { ...event.data, method: 'show-of-hands' as const, votes: [] } } : event,
    );
    on(...shown)
      .when(meetingDecider, correct('not-present'))
      .thenRefused('attendance.votes-outnumber', { detail: { counted: 3, entitled: 2 } });
  });
  it('of the roll takes the record of the body again', () => {
    const smaller = { ...standing(), roll: standing().roll.filter(({ seatId }) => seatId !== 's-health') };
    on(...taken)
      .when(meetingDecider, ask(CorrectRoll, ID, { reason: 'The seat had ended' }, { facts: { standing: smaller } }))
      .thenAccepted((events) =>
        expect(events.map(({ type }) => type)).toEqual(['RollCorrected', 'DecisionStandingFound', 'DecisionStandingFound']),
      );
    on(...taken)
      .when(meetingDecider, ask(CorrectRoll, ID, { reason: 'None' }, { facts: { standing: standing() } }))
      .thenRefused('roll.unchanged');
  });
});

describe('the chair', () => {
  const take = (personId: string, more: object = {}) => ask(TakeChair, ID, { personId, reason: 'In the absence of the Chairman', ...more });
  it('is taken by a voting member where those before are absent, and kept with the reason', () =>
    on(...taken)
      .when(meetingDecider, take('police', { afterParagraph: '1.1' }))
      .then({ type: 'ChairTaken', v: 1, data: { person: named('police'), reason: 'In the absence of the Chairman', after: 'd-1' } }));
  it('may be taken though the chair is there', () =>
    on(...taken)
      .when(meetingDecider, take('health'))
      .thenAccepted());
  it('is not taken by somebody who is not in the room', () => {
    on(...taken)
      .when(meetingDecider, take('vice'))
      .thenRefused('chair.not-in-room');
    on(...taken, left('health', 'd-2'))
      .when(meetingDecider, take('health'))
      .thenRefused('chair.not-in-room');
  });
  it('is not taken by a member without a vote where the constitution says so', () =>
    on(called, opened(), there('adviser')).when(meetingDecider, take('adviser')).thenRefused('chair.may-not-preside'));
  it("is not taken by the chair's substitute unless the constitution says so", () => {
    const proxy: MeetingEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: {
        person: named('proxy'),
        as: 'present',
        how: 'in-room',
        seatId: 's-chair',
        substituteFor: { person: named('chair') },
        after: null,
      },
    };
    on(called, opened(), proxy).when(meetingDecider, take('proxy')).thenRefused('chair.substitute-may-not-preside');
    on(called, opened({ presiding: { order: ['chair'], substituteMayPreside: true } }), proxy)
      .when(meetingDecider, take('proxy'))
      .thenAccepted();
  });
});

describe('an interest', () => {
  const declare = (
    personId: string,
    itemId = 'item-1',
    outcome: 'declared-and-stayed' | 'declared-and-withdrew' = 'declared-and-withdrew',
    place: { readonly fromTheStart?: boolean; readonly afterParagraph?: string } = {},
  ) => ask(DeclareInterest, ID, { personId, itemId, outcome, nature: 'Employer', ...place });
  const found =
    (...expected: readonly string[]) =>
    (events: readonly { readonly type: string; readonly data: object }[]) =>
      expect(events.flatMap(({ data }) => ('decisionId' in data ? [data.decisionId] : []))).toEqual(expected);
  it('of somebody who withdrew takes them from the quorum of that item from where it is declared, and of no other', () => {
    on(...taken)
      .when(meetingDecider, declare('health'))
      .thenAccepted(found());
    on(...taken)
      .when(meetingDecider, declare('health', 'item-1', 'declared-and-withdrew', { afterParagraph: '1.1' }))
      .thenAccepted(found('d-2'));
    on(...taken)
      .when(meetingDecider, declare('health', 'item-1', 'declared-and-withdrew', { fromTheStart: true }))
      .thenAccepted(found('d-1', 'd-2'));
  });
  it('that is written down when its item is over, without a place, holds for the whole item', () =>
    on(...taken, anItem('2'))
      .when(meetingDecider, declare('health'))
      .thenAccepted(found('d-1', 'd-2')));
  it('of somebody who came back to the item holds until then', () =>
    on(...taken)
      .when(meetingDecider, declare('health', 'item-1', 'declared-and-withdrew', { afterParagraph: '1.1' }))
      .and(meetingDecider, declare('health', 'item-1', 'declared-and-stayed'))
      .thenAccepted(found()));
  it('of somebody who stayed changes nothing', () =>
    on(...taken)
      .when(meetingDecider, declare('health', 's-1', 'declared-and-stayed'))
      .thenAccepted((events) => expect(events).toHaveLength(1)));
  it('is declared once, by somebody who attends, in an item of this meeting', () => {
    on(...taken)
      .when(meetingDecider, declare('college'))
      .thenRefused('interest.not-attending');
    on(...taken)
      .when(meetingDecider, declare('health', 'item-9'))
      .thenRefused('agenda.no-such-item');
    on(...taken)
      .when(meetingDecider, declare('health'))
      .and(meetingDecider, declare('health'))
      .thenRefused('interest.declared-already');
  });
});

describe('a quorum declared', () => {
  it('lost late makes what was resolved after it informal', () =>
    on(...taken)
      .when(meetingDecider, ask(DeclareQuorum, ID, { quorate: false, words: 'Inquorate.', afterParagraph: '1.1' }))
      .thenAccepted((events) => {
        expect(events[0]?.data).toEqual({ quorate: false, words: 'Inquorate.', after: 'd-1' });
        expect(events[1]?.data).toMatchObject({ decisionId: 'd-2', standing: 'informal', quorum: { declared: true } });
      }));
  it('lost earlier in the record does not undo that it was regained later, whichever was written down first', () => {
    const { state } = on(
      ...taken,
      { type: 'QuorumDeclared', v: 1, data: { quorate: true, words: 'Regained.', after: 'd-2' } },
      { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: 'p-1.1' } },
    );
    expect(quorumNow(state)).toMatchObject({ quorate: true });
  });
});

describe('a signed minute', () => {
  it('is added to by nothing but a later meeting', () =>
    on(...taken, {
      type: 'MinuteSigned',
      v: 1,
      data: { signedBy: named('chair'), atMeeting: 'board/2016-06-09', text: 'x', hash: 'x', algorithm: 'sha-256' },
    })
      .when(meetingDecider, present('college'))
      .thenRefused('minute.signed'));
});

describe('a seat', () => {
  it('that its holder comes to later is theirs', () => {
    const { state } = on(
      called,
      opened(),
      {
        type: 'AttendanceRecorded',
        v: 1,
        data: {
          person: named('deputy'),
          as: 'present',
          how: 'in-room',
          seatId: 's-police',
          substituteFor: { person: named('police') },
          after: null,
        },
      },
      there('police'),
    );
    expect(quorumNow(state)).toMatchObject({ present: 1 });
    expect(seat('s', null, 'o').holder).toBeNull();
  });
});
