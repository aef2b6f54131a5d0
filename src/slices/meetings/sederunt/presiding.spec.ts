import { describe, expect, it } from '@jest/globals';
import { anElection, anItem, aParagraph } from '../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../test/support/a-room.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { type Constitution, type RollOffice } from '../../bodies/constitution.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { meetingDecider } from '../meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { TakeChair } from './sederunt.commands.js';

const ID = 'board/2016-03-03';
const called: MeetingEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: { meetingId: ID, bodyId: 'board', title: 'The Board', date: '2016-03-03', mode: 'in-person', timeZone: 'Europe/London' },
};
const opened = (
  order: Constitution['presiding']['order'],
  { substituteMayPreside = false, offices = [] as readonly RollOffice[] } = {},
): MeetingEvent => {
  const usual = standing({ presiding: { order, substituteMayPreside } });
  return { type: 'MeetingOpened', v: 1, data: { standing: { ...usual, offices: [...usual.offices, ...offices] } } };
};
const there = (who: string, more: object = {}): MeetingEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId: `s-${who}`, after: null, ...more },
});
const standsIn = (who: string, member: string) => there(who, { seatId: `s-${member}`, substituteFor: { person: named(member) } });
const on = (...events: readonly MeetingStreamEvent[]) => given(meetingHistory, events);
const take = (personId: string, more: object = {}) => ask(TakeChair, ID, { personId, reason: 'Absence', ...more });

describe('the chair', () => {
  it('is taken from the start where nothing is recorded yet, and then from where the record is', () => {
    on(called, opened(['chair']), there('chair'), anItem('1'))
      .when(meetingDecider, take('chair', { words: 'The Chair presided.' }))
      .then({ type: 'ChairTaken', v: 1, data: { person: named('chair'), reason: 'Absence', words: 'The Chair presided.', after: null } });
    on(called, opened(['chair']), there('chair'), anItem('1'), aParagraph('s-1', '1', null))
      .when(meetingDecider, take('chair'))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ after: 'p-1' }));
    on(called, opened(['chair']), there('chair'), anItem('1'), aParagraph('s-1', '1', null))
      .when(meetingDecider, take('chair', { afterParagraph: '7' }))
      .thenRefused('meeting.no-such-paragraph');
  });

  it('is taken by somebody present, and by nobody in attendance or with apologies', () => {
    for (const as of ['in-attendance', 'apologies'] as const)
      on(called, opened(['member-chosen']), there('vice', { as, seatId: undefined }))
        .when(meetingDecider, take('vice'))
        .thenRefused('chair.not-in-room', { field: 'personId' });
  });

  it('is not taken in an item by somebody who withdrew from it, though it may have been before', () => {
    const withdrew: MeetingEvent = {
      type: 'InterestDeclared',
      v: 1,
      data: { person: named('police'), itemId: 's-1', outcome: 'declared-and-withdrew', nature: 'Employer', after: 'p-2' },
    };
    const written = [aParagraph('s-1', '1', null), aParagraph('s-1', '2', 'p-1')];
    const room = [called, opened(['voting-member-chosen']), there('police'), there('health'), anItem('1'), ...written, withdrew];
    on(...room)
      .when(meetingDecider, take('police'))
      .thenRefused('chair.not-in-room', { detail: { person: 'POLICE', withdrewFrom: 's-1' } });
    on(...room)
      .when(meetingDecider, take('health'))
      .thenAccepted();
    on(...room, { ...withdrew, data: { ...withdrew.data, itemId: 's-2', after: null } }, anItem('2'))
      .when(meetingDecider, take('police', { afterParagraph: '1' }))
      .thenAccepted();
    on(...room)
      .when(meetingDecider, take('police', { afterParagraph: '1' }))
      .thenAccepted();
  });

  it('is taken by the order of the constitution: an office, a member with a vote, any member', () => {
    const by = (order: Constitution['presiding']['order'], who: string, more: Parameters<typeof opened>[1] = {}) =>
      on(called, opened(order, more), there(who)).when(meetingDecider, take(who));
    by(['vice-chair'], 'vice').thenAccepted();
    by(['vice-chair'], 'chair').thenRefused('chair.may-not-preside', { field: 'personId' });
    by(['chair'], 'vice').thenRefused('chair.may-not-preside');
    by(['voting-member-chosen'], 'adviser').thenRefused('chair.may-not-preside');
    by(['member-chosen'], 'adviser').thenAccepted();
    by(['clerk' as never], 'college', { offices: [{ office: 'clerk', holder: named('college') }] }).thenAccepted();
    by(['clerk' as never], 'college').thenRefused('chair.may-not-preside');
  });

  it('is taken by any member who is on the roll, and by nobody who has no seat there', () => {
    const without = { ...standing({ presiding: { order: ['member-chosen'], substituteMayPreside: false } }), roll: [] };
    on(called, opened(['member-chosen']), there('adviser'), {
      type: 'RollCorrected',
      v: 1,
      data: { standing: without, reason: 'It had ended' },
    })
      .when(meetingDecider, take('adviser'))
      .thenRefused('chair.may-not-preside');
  });

  it('of the chair is not taken by whoever comes in the chair’s place, unless that is the vice-chair or the constitution allows it', () => {
    const by = (who: string, member: string, substituteMayPreside = false) =>
      on(called, opened(['chair', 'vice-chair', 'voting-member-chosen'], { substituteMayPreside }), standsIn(who, member)).when(
        meetingDecider,
        take(who),
      );
    by('proxy', 'chair').thenRefused('chair.substitute-may-not-preside', { field: 'personId' });
    by('proxy', 'chair', true).thenAccepted();
    by('vice', 'chair').thenAccepted();
    by('deputy', 'police').thenAccepted();
  });
});

describe('an officer who presides until the chair is elected', () => {
  const officer = (who: string, more: object = {}): MeetingEvent => there(who, { as: 'in-attendance', seatId: undefined, ...more });
  const election = (electionId: string, office: string, who: string, after: string | null, sectionId = 's-1'): MeetingStreamEvent =>
    anElection({ electionId, sectionId, to: { kind: 'office', name: office, office }, elected: [{ person: named(who) }], after });
  const sits = [called, opened(['chair']), there('chair'), there('vice'), officer('clerk')];
  const until = (who: string, more: object = {}) => take(who, { untilElected: true, ...more });

  it('is said to be, and a chair who is elected is not', () => {
    on(...sits)
      .when(meetingDecider, until('clerk'))
      .then({ type: 'ChairTaken', v: 1, data: { person: named('clerk'), reason: 'Absence', untilElected: true, after: null } });
    on(...sits)
      .when(meetingDecider, take('chair', { untilElected: false }))
      .then({ type: 'ChairTaken', v: 1, data: { person: named('chair'), reason: 'Absence', after: null } });
  });

  it('is in the room', () => {
    const gone: MeetingEvent = { type: 'MemberLeft', v: 1, data: { person: named('clerk'), after: null } };
    for (const events of [[...sits, gone], sits.slice(0, -1), [...sits.slice(0, -1), officer('clerk', { as: 'apologies' })]])
      on(...events)
        .when(meetingDecider, until('clerk'))
        .thenRefused('chair.not-in-room', { field: 'personId' });
  });

  it('is no member: neither on the roll, nor in the place of one who is', () => {
    for (const member of [officer('police'), there('proxy', { seatId: 's-police', substituteFor: { person: named('police') } })])
      on(...sits, member)
        .when(meetingDecider, until(member.data && 'person' in member.data ? member.data.person.personId : ''))
        .thenRefused('chair.officer-is-member', { field: 'untilElected' });
  });

  it('presides no more where the chair was elected by then; the vice-chair may be', () => {
    const held = [...sits, anItem('1'), aParagraph('s-1', '1', null)];
    on(...held, election('e-1', 'vice-chair', 'vice', 'p-1'))
      .when(meetingDecider, until('clerk'))
      .thenAccepted();
    const elected = [
      ...held,
      election('e-1', 'chair', 'chair', 'p-1'),
      election('e-2', 'chair', 'vice', 'e-1'),
      aParagraph('s-1', '2', 'e-2'),
    ];
    on(...elected)
      .when(meetingDecider, until('clerk'))
      .thenRefused('chair.elected-already', { field: 'untilElected', detail: { chair: 'VICE' } });
    on(...elected)
      .when(meetingDecider, until('clerk', { afterParagraph: '1' }))
      .thenRefused('chair.elected-already');
    const later = [...held, aParagraph('s-1', '2', 'p-1'), election('e-1', 'chair', 'chair', 'p-2')];
    on(...later)
      .when(meetingDecider, until('clerk', { afterParagraph: '1' }))
      .thenAccepted();
    const next = [...sits, anItem('1'), aParagraph('s-1', '1', null), anItem('2'), election('e-1', 'chair', 'chair', 'p-1', 's-2')];
    on(...next)
      .when(meetingDecider, until('clerk', { afterParagraph: '1' }))
      .thenAccepted();
  });
});
