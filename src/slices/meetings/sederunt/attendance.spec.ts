import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, aParagraph } from '../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../test/support/a-room.js';
import { ask, at, given } from '../../../../test/support/decider-spec.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { meetingDecider } from '../meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { CorrectAttendance, DeclareInterest, LeaveMeeting, RecordAttendance, RejoinMeeting } from './sederunt.commands.js';

const ID = 'board/2016-03-03';
const called: MeetingEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: { meetingId: ID, bodyId: 'board', title: 'The Board', date: '2016-03-03', mode: 'in-person', timeZone: 'Europe/London' },
};
const opened: MeetingEvent = { type: 'MeetingOpened', v: 1, data: { standing: standing() } };
const there = (who: string, more: object = {}): MeetingEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId: `s-${who}`, after: null, ...more },
});
const left = (who: string, after: string | null): MeetingEvent => ({ type: 'MemberLeft', v: 1, data: { person: named(who), after } });
const back = (who: string, after: string | null): MeetingEvent => ({
  type: 'MemberRejoined',
  v: 1,
  data: { person: named(who), how: 'in-room', after },
});
/** Paragraphs 1.1 to 1.3 with a decision on each. */
const business: MeetingStreamEvent[] = [1, 2, 3].flatMap((nth) => [
  aParagraph('s-1', `1.${nth}`, nth === 1 ? null : `d-${nth - 1}`),
  aDecision(`d-${nth}`, { paragraphId: `p-1.${nth}`, paragraph: `1.${nth}`, after: `p-1.${nth}` }),
]);
const taken = [called, opened, there('chair'), there('police'), there('health'), there('college'), anItem('1'), ...business];
const on = (...events: readonly MeetingStreamEvent[]) => given(meetingHistory, events);
/** Nobody is in any decision's quorum but as it was: what is recorded is looked at alone. */
const first = (events: readonly { readonly data: object }[]) => events[0]?.data;

describe('an attendance', () => {
  const record = (data: object) => ask(RecordAttendance, ID, { person: named('guest'), as: 'in-attendance', ...data });

  it('is kept with organisation, role, note, time and how', () => {
    const said = { organisation: 'Police Scotland', role: 'Inspector', sederuntNote: '(items 1 and 2)' };
    on(called, opened)
      .when(meetingDecider, record({ ...said, how: 'remote', time: '14:05' }))
      .then({
        type: 'AttendanceRecorded',
        v: 1,
        data: { person: named('guest'), as: 'in-attendance', how: 'remote', ...said, time: '14:05', after: null },
      });
    on(called)
      .when(meetingDecider, record({ ...said, as: 'apologies', how: 'remote' }))
      .then({ type: 'AttendanceRecorded', v: 1, data: { person: named('guest'), as: 'apologies', how: 'remote', ...said, after: null } });
    on(called)
      .when(meetingDecider, record({ as: 'apologies' }))
      .then({ type: 'AttendanceRecorded', v: 1, data: { person: named('guest'), as: 'apologies', how: 'in-room', after: null } });
  });

  it.each(['apologies', 'in-attendance'] as const)('as %s takes no seat and no place of a member, and is recorded once', (as) => {
    on(called, opened)
      .when(meetingDecider, record({ as, seatId: 's-police' }))
      .thenRefused('attendance.seat-for-present-only', { field: 'seatId' });
    on(called, opened)
      .when(meetingDecider, record({ as, substituteFor: { person: named('police') } }))
      .thenRefused('attendance.seat-for-present-only', { field: 'substituteFor' });
    on(called, opened)
      .when(meetingDecider, record({ as }))
      .and(meetingDecider, record({ as }))
      .thenRefused('attendance.recorded-already', { field: 'person' });
  });

  it('that ends is kept with the words of the minute', () =>
    on(...taken)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health', words: 'Health left.', time: '15:10', sederuntNote: '(part)' }))
      .thenAccepted((events) =>
        expect(first(events)).toEqual({
          person: named('health'),
          after: 'd-3',
          words: 'Health left.',
          time: '15:10',
          sederuntNote: '(part)',
        }),
      ));

  it('of apologies does not end, since it never began', () =>
    on(called, opened, there('vice', { as: 'apologies', seatId: undefined }))
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'vice' }))
      .thenRefused('attendance.not-in-room'));
});

describe('somebody who comes back', () => {
  const rejoin = (personId: string, data: object = {}) => ask(RejoinMeeting, ID, { personId, ...data });

  it('joins as they were there last, at the time said', () => {
    const remote: MeetingEvent = { type: 'MemberRejoined', v: 1, data: { person: named('health'), how: 'remote', after: 'd-1' } };
    on(...taken, left('health', 'd-1'), remote, left('health', 'd-2'))
      .when(meetingDecider, rejoin('health', { time: '15:30' }))
      .then({ type: 'MemberRejoined', v: 1, data: { person: named('health'), how: 'remote', time: '15:30', after: 'd-3' } });
    on(...taken, left('health', 'd-2'))
      .when(meetingDecider, rejoin('health', { afterParagraph: '7' }))
      .thenRefused('meeting.no-such-paragraph');
    on(...taken, left('health', 'd-2'))
      .when(meetingDecider, rejoin('health', { afterParagraph: '1.2' }))
      .thenAccepted((events) => expect(first(events)).toMatchObject({ after: 'd-2', how: 'in-room' }));
  });

  it('joins remotely again who was there remotely before', () =>
    on(called, opened, there('health', { how: 'remote' }), anItem('1'), ...business, left('health', 'd-1'))
      .when(meetingDecider, rejoin('health'))
      .thenAccepted((events) => expect(first(events)).toMatchObject({ how: 'remote' })));

  const sits = (who: string, itemId?: string) =>
    there(who, { seatId: 's-police', substituteFor: { person: named('police'), ...(itemId !== undefined && { itemId }) }, after: 'd-3' });
  const council = [called, opened, there('chair'), there('health'), there('college'), anItem('1'), ...business];

  it('as a substitute finds the seat free, or taken by another for the same business', () => {
    on(...council, sits('deputy'), left('deputy', 'd-3'), sits('other'))
      .when(meetingDecider, rejoin('deputy'))
      .thenRefused('attendance.seat-taken', { detail: { seatId: 's-police', by: 'OTHER' } });
    on(...council, sits('deputy'), left('deputy', 'd-3'))
      .when(meetingDecider, rejoin('deputy'))
      .thenAccepted();
    on(...council, sits('deputy', 'item-1'), left('deputy', 'd-3'), sits('other', 'item-2'))
      .when(meetingDecider, rejoin('deputy'))
      .thenAccepted();
  });

  it('as the member takes their own seat, whoever sits there meanwhile', () =>
    on(...taken, left('police', 'd-3'), sits('deputy'))
      .when(meetingDecider, rejoin('police'))
      .thenAccepted());
});

describe('a correction of an attendance', () => {
  const correct = (kind: 'not-present' | 'arrived' | 'left' | 'did-not-leave' | 'details', more: object = {}, personId = 'health') =>
    ask(CorrectAttendance, ID, { personId, kind, reason: 'Misread', ...more });

  it.each(['not-present', 'did-not-leave', 'details'] as const)('%s is of no one time in the room', (kind) =>
    on(...taken, left('health', 'd-3'))
      .when(meetingDecider, correct(kind, { spell: 1 }))
      .thenRefused('attendance.no-such-spell', { field: 'spell', detail: { spells: 1 } }),
  );

  it('names a time in the room that there was, and keeps its number', () => {
    on(...taken)
      .when(meetingDecider, correct('arrived', { spell: 1, afterParagraph: '1.1' }))
      .thenAccepted((events) => expect(first(events)).toMatchObject({ correction: { kind: 'arrived', after: 'd-1', spell: 1 } }));
    on(...taken, left('health', 'd-2'))
      .when(meetingDecider, correct('left', { spell: 1, afterParagraph: '1.1' }))
      .thenAccepted((events) => expect(first(events)).toMatchObject({ correction: { kind: 'left', after: 'd-1', spell: 1 } }));
    on(...taken)
      .when(meetingDecider, correct('arrived', { afterParagraph: '1.1' }))
      .thenAccepted((events) => expect(first(events)).not.toHaveProperty('correction.spell'));
    on(...taken)
      .when(meetingDecider, correct('arrived', { spell: 2, afterParagraph: '1.1' }))
      .thenRefused('attendance.no-such-spell');
  });

  it('of one named, not of the last, where there were several', () => {
    const twice = [...taken, left('health', 'd-1'), back('health', 'd-2'), left('health', 'd-3')];
    on(...twice)
      .when(meetingDecider, correct('arrived', { spell: 1, fromTheStart: true }))
      .thenAccepted();
    on(...twice)
      .when(meetingDecider, correct('arrived', { spell: 1, afterParagraph: '1.2' }))
      .thenRefused('attendance.before-arrival');
    on(...twice)
      .when(meetingDecider, correct('arrived', { afterParagraph: '1.3' }))
      .thenAccepted();
    on(...twice)
      .when(meetingDecider, correct('left', { spell: 1, afterParagraph: '1.3' }))
      .thenRefused('attendance.before-arrival');
    on(...twice)
      .when(meetingDecider, correct('left', { spell: 1, afterParagraph: '1.2' }))
      .thenAccepted();
  });

  it('lets nobody arrive before they had left before, or after they left', () => {
    const twice = [...taken, left('health', 'd-2'), back('health', 'd-3')];
    on(...twice)
      .when(meetingDecider, correct('arrived', { afterParagraph: '1.1' }))
      .thenRefused('attendance.before-arrival');
    on(...twice)
      .when(meetingDecider, correct('arrived', { afterParagraph: '1.2' }))
      .thenAccepted();
    const once = [...taken, left('health', 'd-2')];
    on(...once)
      .when(meetingDecider, correct('arrived', { afterParagraph: '1.3' }))
      .thenRefused('attendance.before-arrival');
    on(...once)
      .when(meetingDecider, correct('arrived', { afterParagraph: '1.2' }))
      .thenAccepted();
  });

  it('is made before the meeting is opened of whoever sent apologies; nobody has left it by then', () => {
    const apologies = there('health', { as: 'apologies', seatId: undefined });
    on(called, apologies)
      .when(meetingDecider, correct('details', { name: 'Dr Health' }))
      .thenAccepted();
    on(called, apologies)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'health' }))
      .thenRefused('meeting.not-open');
  });

  it('is about somebody who was in the room', () => {
    const absent = [...taken, there('vice', { as: 'apologies', seatId: undefined })];
    for (const kind of ['arrived', 'left'] as const)
      on(...absent)
        .when(meetingDecider, correct(kind, { afterParagraph: '1.1' }, 'vice'))
        .thenRefused('attendance.not-in-room', { field: 'personId' });
    on(...absent)
      .when(meetingDecider, correct('did-not-leave', {}, 'vice'))
      .thenRefused('meeting.nothing-changed');
    on(...taken)
      .when(meetingDecider, correct('left', { afterParagraph: '1.1' }, 'vice'))
      .thenRefused('attendance.not-recorded');
  });

  it('has a place in the record, by a paragraph or by a time', () => {
    for (const kind of ['arrived', 'left'] as const) {
      on(...taken)
        .when(meetingDecider, correct(kind, { afterParagraph: '7' }))
        .thenRefused('meeting.no-such-paragraph', { field: 'afterParagraph' });
      on(...taken)
        .when(meetingDecider, correct(kind))
        .thenRefused('attendance.place-missing', { field: 'afterParagraph' });
      const timed = taken.map((event, index) => at({ happenedAt: `2016-03-03T14:${10 + index}:00.000Z` }, event));
      on(...timed)
        .when(meetingDecider, correct(kind, { time: '14:19' }))
        .thenAccepted((events) => expect(first(events)).toMatchObject({ correction: { kind, after: 'p-1.2', time: '14:19' } }));
    }
  });

  it('of the details says one that was otherwise, whichever it is', () => {
    const there_ = there('guest', { as: 'in-attendance', seatId: undefined, organisation: 'NHS', role: 'Clerk', sederuntNote: '(part)' });
    const details = (more: object) => on(called, opened, there_).when(meetingDecider, correct('details', more, 'guest'));
    for (const more of [{ name: 'A Guest' }, { organisation: 'Council' }, { role: 'Officer' }, { sederuntNote: '' }])
      details(more).thenAccepted((events) => expect(first(events)).toMatchObject({ correction: { kind: 'details', ...more } }));
    details({ name: 'GUEST', organisation: 'NHS', role: 'Clerk', sederuntNote: '(part)' }).thenRefused('meeting.nothing-changed');
    details({}).thenRefused('meeting.nothing-changed');
  });
});

describe('an interest declared', () => {
  const item: MeetingEvent = { type: 'AgendaItemAdded', v: 1, data: { itemId: 'lease', number: '9', title: 'Lease', papers: [] } };
  const declare = (personId: string, more: object = {}) =>
    ask(DeclareInterest, ID, { personId, itemId: 's-1', outcome: 'declared-and-stayed', nature: 'Employer', ...more });

  it('is one of somebody who attends, and not of somebody who sent apologies', () =>
    on(...taken, there('vice', { as: 'apologies', seatId: undefined }))
      .when(meetingDecider, declare('vice'))
      .thenRefused('interest.not-attending', { field: 'personId' }));

  it('may be in an item that is still to come', () => {
    on(...taken, item)
      .when(meetingDecider, declare('health', { itemId: 'lease' }))
      .then({
        type: 'InterestDeclared',
        v: 1,
        data: {
          person: named('health'),
          itemId: 'lease',
          outcome: 'declared-and-stayed',
          nature: 'Employer',
          after: 'd-3',
        },
      });
    on(...taken, item)
      .when(meetingDecider, declare('health', { itemId: 'other' }))
      .thenRefused('agenda.no-such-item', { field: 'itemId' });
  });

  it('is the same only where person, item, outcome and nature are', () => {
    const declared = on(...taken, item).when(meetingDecider, declare('health'));
    declared.and(meetingDecider, declare('health')).thenRefused('interest.declared-already');
    declared.and(meetingDecider, declare('police')).thenAccepted();
    declared.and(meetingDecider, declare('health', { itemId: 'lease' })).thenAccepted();
    declared.and(meetingDecider, declare('health', { nature: 'Brother' })).thenAccepted();
    declared.and(meetingDecider, declare('health', { outcome: 'connection-only' })).thenAccepted();
  });

  it('is declared now where no place is said, whenever it is said to have been', () => {
    const timed = taken.map((event, index) => at({ happenedAt: `2016-03-03T14:${10 + index}:00.000Z` }, event));
    on(...timed)
      .when(
        meetingDecider,
        ask(
          DeclareInterest,
          ID,
          { personId: 'health', itemId: 's-1', outcome: 'declared-and-stayed', nature: 'Employer' },
          { happenedAt: '2016-03-03T14:18:00.000Z' },
        ),
      )
      .thenAccepted((events) => expect(first(events)).toMatchObject({ after: 'd-3' }));
  });

  it('is placed by a paragraph of the record', () =>
    on(...taken)
      .when(meetingDecider, declare('health', { afterParagraph: '7' }))
      .thenRefused('meeting.no-such-paragraph'));
});
