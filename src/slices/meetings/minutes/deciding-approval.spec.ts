import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { aDecision, anItem, anOpenMeeting, aParagraph, aStanding, concluded, person } from '../../../../test/support/a-meeting.js';
import { ask, at, folded, given } from '../../../../test/support/decider-spec.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { type DecisionRecordedData } from '../events/decision.events.js';
import { minuteDecider } from './minute.decider.js';
import {
  Annotate,
  ApproveMinute,
  CirculateMinute,
  CorrectParagraph,
  CorrectSignedMinute,
  RecordParagraph,
  SignMinute,
  StrikeEntry,
} from './minutes.commands.js';

const MEETING = 'board/2016-03-03';
const LATER = 'board/2016-06-09';
const earlier: MeetingStreamEvent[] = [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null), concluded];

const laterWith = (more: Partial<DecisionRecordedData> = {}, extra: readonly MeetingStreamEvent[] = []): Meeting =>
  folded(
    meetingHistory,
    [
      ...anOpenMeeting({ date: '2016-06-09' }),
      anItem('1'),
      aParagraph('s-1', '1', null),
      aDecision('d-9', { meetingId: LATER, meetingDate: '2016-06-09', verb: 'APPROVED', words: 'APPROVED the Minute.', ...more }),
      ...extra,
    ].map((event) => at({ happenedAt: '2016-06-09T13:00:00.000Z' }, event)),
  );

const later = laterWith();
const approve = (facts: Meeting | null, data: object = {}) =>
  ask(
    ApproveMinute,
    MEETING,
    { atMeeting: LATER, decisionId: 'd-9', ...data },
    { facts: { later: facts }, happenedAt: '2016-06-09T13:30:00.000Z' },
  );
const SIGNED_AT = '2016-06-09T13:30:00.000Z';
const sign = (signedBy: string, facts: Meeting | null = later, happenedAt = SIGNED_AT) =>
  ask(SignMinute, MEETING, { atMeeting: LATER, signedBy }, { facts: { later: facts }, happenedAt });
const correct = (
  facts: Meeting | null = later,
  correction: { paragraph?: string; words: string } = { paragraph: '1', words: 'For A read B.' },
) =>
  ask(
    CorrectSignedMinute,
    MEETING,
    { atMeeting: LATER, decisionId: 'd-9', correction },
    { facts: { later: facts }, happenedAt: SIGNED_AT },
  );
const on = given(meetingHistory, earlier);
const approved = () => on.when(minuteDecider, approve(later));
const signedTooEarly = ask(
  SignMinute,
  MEETING,
  { atMeeting: LATER, signedBy: 'a' },
  { facts: { later }, happenedAt: '2016-03-02T12:00:00.000Z' },
);
const signed = () => approved().and(minuteDecider, sign('a'));

describe('a minute', () => {
  it('is not signed before the day of its meeting', () =>
    approved()
      .and(minuteDecider, signedTooEarly)
      .thenRefused('minute.before-meeting', { detail: { date: '2016-03-03' } }));

  it('is not signed before the last day on which its meeting sat, and may be on that day', () => {
    const [called, opened, ...rest] = earlier;
    const tenth = aStanding({ kind: 'number', atLeast: 3 }, '2016-03-10');
    const sat = given(meetingHistory, [
      called!,
      opened!,
      ...rest.slice(0, -1),
      { type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: 'p-1' } },
      { type: 'MeetingResumed', v: 1, data: { date: '2016-03-10', standing: tenth, after: 'p-1' } },
      concluded,
    ]).when(minuteDecider, approve(later));
    sat
      .and(minuteDecider, sign('a', later, '2016-03-09T12:00:00.000Z'))
      .thenRefused('minute.before-meeting', { detail: { date: '2016-03-10' } });
    sat.and(minuteDecider, sign('a', later, '2016-03-10T12:00:00.000Z')).thenRefused('minute.later-meeting-to-come');
    sat.and(minuteDecider, sign('a')).thenAccepted();
    given(meetingHistory, [
      called!,
      opened!,
      ...rest.slice(0, -1),
      ...['2016-03-10', '2016-03-17'].flatMap((day): MeetingStreamEvent[] => [
        { type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: 'p-1' } },
        { type: 'MeetingResumed', v: 1, data: { date: day, standing: aStanding({ kind: 'number', atLeast: 3 }, day), after: 'p-1' } },
      ]),
      concluded,
    ])
      .when(minuteDecider, approve(later))
      .and(minuteDecider, sign('a', later, '2016-03-16T12:00:00.000Z'))
      .thenRefused('minute.before-meeting', { detail: { date: '2016-03-17' } });
  });

  it('is signed at a meeting whose day has come, whenever that was opened', () => {
    const early = { ...later, openedAt: '2016-06-01T10:00:00.000Z' };
    approved()
      .and(minuteDecider, sign('a', early, '2016-06-08T12:00:00.000Z'))
      .thenRefused('minute.later-meeting-to-come');
    approved().and(minuteDecider, sign('a', early)).thenAccepted();
  });

  it('is approved by the decision of a later meeting, with corrections or without', () => {
    approved().thenAccepted(([event]) =>
      expect(event).toMatchObject({
        type: 'MinuteApproved',
        data: { by: { meetingId: LATER, decisionId: 'd-9' }, atMeeting: LATER, corrections: [] },
      }),
    );
    on.when(minuteDecider, approve(later, { corrections: [{ paragraph: '1', words: 'For A read B.' }] })).thenAccepted(([event]) =>
      expect(event).toMatchObject({ data: { corrections: [{ paragraph: '1', words: 'For A read B.' }] } }),
    );
    on.when(minuteDecider, approve(later, { corrections: [{ words: 'x' }, { paragraph: '9', words: 'x' }] })).thenRefused(
      'minute.no-such-paragraph',
      {
        field: 'corrections.1.paragraph',
      },
    );
  });

  it('is approved at a meeting of the same body, later, and in the record', () => {
    on.when(minuteDecider, approve(null)).thenRefused('minute.later-meeting-not-found');
    on.when(minuteDecider, approve({ ...later, bodyId: 'other' })).thenRefused('minute.later-meeting-other-body');
    on.when(minuteDecider, approve({ ...later, date: '2016-02-01' })).thenRefused('minute.later-meeting-not-later');
    on.when(minuteDecider, approve({ ...later, openedAt: undefined })).thenRefused('minute.later-meeting-not-later');
    on.when(minuteDecider, approve({ ...later, status: 'unknown' })).thenRefused('minute.later-meeting-not-found');
    on.when(minuteDecider, approve({ ...later, openedAt: '2016-03-03T13:59:59.000Z' })).thenRefused('minute.later-meeting-not-later');
    on.when(minuteDecider, approve({ ...later, date: '2016-03-03', openedAt: on.state.openedAt })).thenAccepted();
    on.when(minuteDecider, approve(on.state, { atMeeting: MEETING })).thenRefused('minute.later-meeting-not-later');
  });

  it('is approved by a decision that says so, of this minute, still in force', () => {
    on.when(minuteDecider, approve(later, { decisionId: 'd-8' })).thenRefused('minute.decision-not-found');
    on.when(minuteDecider, approve(laterWith({ verb: 'NOTED', words: 'NOTED.' }))).thenRefused('minute.decision-no-approval');
    on.when(minuteDecider, approve(laterWith({ outcome: { kind: 'minute-approved', meetingId: 'board/2015-11-26' } }))).thenRefused(
      'minute.decision-of-another-minute',
    );
    on.when(minuteDecider, approve(laterWith({ outcome: { kind: 'minute-approved', meetingId: MEETING } }))).thenAccepted();
    on.when(minuteDecider, approve(laterWith({ outcome: { kind: 'minute-approved' } }))).thenAccepted();
    const superseded = later.decisions.map((one) => ({ ...one, supersededBy: { meetingId: LATER, decisionId: 'd-10' } }));
    on.when(minuteDecider, approve({ ...later, decisions: superseded })).thenRefused('minute.decision-no-approval');
    const struck = laterWith({}, [{ type: 'EntryStruck', v: 1, data: { entryId: 'd-9', reason: 'x' } }]);
    on.when(minuteDecider, approve(struck)).thenRefused('minute.decision-not-found');
    const by = { meetingId: LATER, decisionId: 'd-10' };
    const rescinded = laterWith({}, [
      {
        type: 'MeetingCalled',
        v: 1,
        data: { meetingId: LATER, bodyId: 'board', title: 'Board', date: '2016-06-09', mode: 'in-person', timeZone: 'Europe/London' },
      },
      { type: 'DecisionRescinded', v: 1, data: { decision: { meetingId: LATER, decisionId: 'd-9' }, by } },
    ]);
    on.when(minuteDecider, approve(rescinded)).thenRefused('minute.decision-no-approval');
  });

  it('cannot be approved informally', () => {
    on.when(minuteDecider, approve(laterWith({ standing: 'informal' }))).thenRefused('minute.approved-informally');
    on.when(minuteDecider, approve(laterWith({ standing: 'not-stated' }))).thenAccepted();
    const ratified = { later: laterWith({ standing: 'informal' }), ratified: true };
    on.when(
      minuteDecider,
      ask(ApproveMinute, MEETING, { atMeeting: LATER, decisionId: 'd-9' }, { facts: ratified, happenedAt: '2016-06-09T13:30:00.000Z' }),
    ).thenAccepted();
  });

  it('is approved when its meeting is over, and once', () => {
    given(meetingHistory, earlier.slice(0, -1)).when(minuteDecider, approve(later)).thenRefused('minute.meeting-not-concluded');
    approved().and(minuteDecider, approve(later)).thenRefused('minute.approved-already');
    approved()
      .and(minuteDecider, approve(later, { corrections: [{ words: 'That A was present.' }] }))
      .thenRefused('minute.approved-already', { detail: { decisionId: 'd-9' } });
  });

  it('is approved otherwise by another decision before it is signed', () => {
    const again = laterWith({}, [aDecision('d-10', { meetingId: LATER, verb: 'AGREED', after: 'd-9' })]);
    approved()
      .and(minuteDecider, approve(again, { decisionId: 'd-10' }))
      .thenRefused('minute.approved-already');
    approved()
      .and(minuteDecider, approve(again, { decisionId: 'd-10', corrections: [{ words: 'That A was present.' }] }))
      .thenAccepted();
  });

  it('is signed by whoever presided there, with the hash of exactly the text signed', () => {
    signed().thenAccepted(([event]) => {
      const { text, hash, ...rest } = event?.data as { text: string; hash: string };
      expect(rest).toEqual({ signedBy: person('a'), atMeeting: LATER, algorithm: 'sha-256' });
      expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
      expect(text).toContain('Paragraph 1.');
      expect(text.trimEnd().endsWith('APPROVED at the meeting of 9 June 2016.')).toBe(true);
    });
    approved().and(minuteDecider, sign('b')).thenRefused('minute.signer-did-not-preside', { field: 'signedBy' });
    approved().and(minuteDecider, sign('z')).thenRefused('minute.signer-did-not-preside');
  });

  it('is signed by the chair in office where nobody is recorded to have taken the chair', () => {
    const plain = { ...later, chairs: [] };
    approved().and(minuteDecider, sign('a', plain)).thenAccepted();
    approved().and(minuteDecider, sign('b', plain)).thenRefused('minute.signer-did-not-preside');
    approved()
      .and(minuteDecider, sign('a', { ...plain, attendances: [] }))
      .thenRefused('minute.signer-did-not-preside');
  });

  it('is signed by the chair of any part of the meeting, and by no other officer', () => {
    const { standing, ...rest } = later.standings[0]!;
    const offices = [{ office: 'vice-chair', holder: person('b') } as const, ...standing.offices];
    const parts = [
      { ...rest, standing: { ...standing, offices } },
      { ...rest, standing: { ...standing, offices: [] } },
    ];
    const plain = { ...later, chairs: [], standings: parts };
    approved().and(minuteDecider, sign('a', plain)).thenAccepted();
    approved().and(minuteDecider, sign('b', plain)).thenRefused('minute.signer-did-not-preside');
    const taken = later.chairs.map((one) => ({ ...one, person: person('b') }));
    approved()
      .and(minuteDecider, sign('a', { ...later, chairs: taken }))
      .thenRefused('minute.signer-did-not-preside');
  });

  it('is signed under the name the sederunt has, else the one under which the chair was taken', () => {
    const renamed = later.attendances.map((one) => ({ ...one, person: { ...one.person, name: `Dr ${one.person.name}` } }));
    const signer = (facts: Meeting) => {
      const { decision } = approved().and(minuteDecider, sign('a', facts));
      return decision.accepted && (decision.events[0]!.data as { signedBy: unknown }).signedBy;
    };
    expect(signer({ ...later, attendances: renamed })).toEqual({ personId: 'a', name: 'Dr Councillor A' });
    expect(signer({ ...later, attendances: [] })).toEqual(person('a'));
  });

  it('is not signed at a meeting that is not there, or not later', () => {
    approved().and(minuteDecider, sign('a', null)).thenRefused('minute.later-meeting-not-found');
    approved()
      .and(minuteDecider, sign('a', { ...later, date: '2016-02-01' }))
      .thenRefused('minute.later-meeting-not-later');
  });

  it('is not signed before it is approved, nor when something was recorded since', () => {
    on.when(minuteDecider, sign('a')).thenRefused('minute.not-approved');
    const changed: MeetingStreamEvent = {
      type: 'MemberLeft',
      v: 1,
      data: { person: person('e'), after: 'p-1', words: 'Councillor E left.' },
    };
    const events = approved().decision;
    if (!events.accepted) throw new Error('refused');
    given(meetingHistory, [...earlier, ...events.events, changed])
      .when(minuteDecider, sign('a'))
      .thenRefused('minute.changed-since-approved');
  });

  it('that is approved is no longer written in; one that is signed, never', () => {
    const recordings = [
      ask(RecordParagraph, MEETING, { text: 'x' }),
      ask(CorrectParagraph, MEETING, { paragraph: '1', text: 'x', reason: 'x' }),
      ask(StrikeEntry, MEETING, { entryId: 'p-1', reason: 'x' }),
      ask(Annotate, MEETING, { heading: 'X', text: 'x' }),
      ask(CirculateMinute, MEETING, {}),
    ];
    for (const recording of recordings) {
      approved().and(minuteDecider, recording).thenRefused('minute.approved');
      signed().and(minuteDecider, recording).thenRefused('minute.signed');
    }
    signed().and(minuteDecider, approve(later)).thenRefused('minute.signed');
    signed().and(minuteDecider, sign('a')).thenRefused('minute.signed');
  });

  it('that is signed is corrected only by a later meeting that decided so with a quorum', () => {
    signed()
      .and(minuteDecider, correct())
      .then({
        type: 'SignedMinuteCorrected',
        v: 1,
        data: { by: { meetingId: LATER, decisionId: 'd-9' }, atMeeting: LATER, correction: { paragraph: '1', words: 'For A read B.' } },
      });
    signed()
      .and(minuteDecider, correct(later, { words: 'That A was present.' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ correction: { words: 'That A was present.' } }));
    approved().and(minuteDecider, correct()).thenRefused('minute.not-signed');
    signed()
      .and(minuteDecider, correct(laterWith({ standing: 'informal' })))
      .thenRefused('minute.approved-informally');
    signed().and(minuteDecider, correct(null)).thenRefused('minute.later-meeting-not-found');
    signed()
      .and(minuteDecider, correct(later, { paragraph: '4', words: 'x' }))
      .thenRefused('minute.no-such-paragraph');
  });
});
