import { describe, expect, it } from '@jest/globals';
import { aDecision, anOpenMeeting, aParagraph, aStanding } from '../../../../test/support/a-meeting.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { type StandingItem } from '../../bodies/bodies.words.js';
import { renderMinuteText } from '../document/minute-text.js';
import { assembleMinute } from '../document/assemble.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { AgreeNextMeeting, FillAgenda, ReceiveMinute } from './between.commands.js';
import { betweenDecider } from './between.decider.js';

const ID = 'board/2016-03-03';
const minuteOf = { meetingId: 'audit/2016-02-02', body: 'Audit Committee', date: '2016-02-02' };
const [called, ...opened] = anOpenMeeting();
const item = (itemId: string, more: object = {}): MeetingStreamEvent => ({
  type: 'AgendaItemAdded',
  v: 1,
  data: { itemId, number: itemId === 'audit' ? '1' : '2', title: 'Minute of the Audit Committee', papers: [], ...more },
});
const taken: MeetingStreamEvent = { type: 'ItemTaken', v: 1, data: { sectionId: 's-a', number: '1', heading: 'Minute', itemId: 'audit' } };
const begun = [called!, item('audit', { minuteOf }), item('roads'), ...opened];
const receiving = (...more: MeetingStreamEvent[]) => given(meetingHistory, [...begun, taken, ...more]);
const minuteText = (state: Meeting): string => renderMinuteText(assembleMinute(state));
const received = (more: object = {}): MeetingStreamEvent => ({
  type: 'MinuteReceived',
  v: 1,
  data: { itemId: 'audit', minuteOf, resolved: 'approved', after: null, sectionId: 's-a', ...more },
});

describe('the minute of another body', () => {
  const receive = (data: object) => ask(ReceiveMinute, ID, { itemId: 'audit', resolved: 'approved', ...data } as never);

  it('is received under its item, with what was resolved', () =>
    receiving()
      .when(betweenDecider, receive({ amendment: 'For June read July.' }))
      .then(received({ amendment: 'For June read July.' })));

  it('is noted, or not approved, without an amendment', () => {
    for (const resolved of ['noted', 'not-approved']) receiving().when(betweenDecider, receive({ resolved })).then(received({ resolved }));
  });

  it.each([
    [{}, 'The minute of the meeting of the Audit Committee held on 2 February 2016 was approved.'],
    [{ amendment: 'For June read July' }, 'was approved, subject to the undernoted amendment: For June read July.'],
    [{ resolved: 'noted' }, 'held on 2 February 2016 was noted.'],
    [{ resolved: 'not-approved' }, 'held on 2 February 2016 was not approved.'],
  ])('is told in the minute: %j', (more, words) =>
    expect(minuteText(receiving(received(more)).state).replace(/\s+/g, ' ')).toContain(words),
  );

  it('taken in private is told to nobody else', () => {
    const hidden = given(meetingHistory, [called!, item('audit', { minuteOf, exempt: { paragraph: '6' } }), ...opened, taken, received()]);
    expect(renderMinuteText(assembleMinute(hidden.state, { withoutExempt: true }))).not.toContain('Audit');
  });

  it('rests on a decision of the meeting that stands', () => {
    const decided = aDecision('d-1', { sectionId: 's-a', paragraphId: 'p-1', paragraph: '1', after: 'p-1' });
    receiving(aParagraph('s-a', '1', null, 'p-1'), decided)
      .when(betweenDecider, receive({ decisionId: 'd-1' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ decisionId: 'd-1', after: 'd-1' }));
    receiving()
      .when(betweenDecider, receive({ decisionId: 'd-1' }))
      .thenRefused('received.no-such-decision');
    const struck: MeetingStreamEvent = { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'Twice' } };
    for (const decisionId of ['d-1', 'p-1'])
      receiving(aParagraph('s-a', '1', null, 'p-1'), decided, struck)
        .when(betweenDecider, receive({ decisionId }))
        .thenRefused('received.no-such-decision', { field: 'decisionId' });
  });

  it.each([
    ['agenda.no-such-item', receiving(), { itemId: 'none' }],
    ['received.no-minute', receiving(), { itemId: 'roads' }],
    ['received.not-taken', given(meetingHistory, begun), {}],
    ['received.already', receiving(received()), {}],
    ['received.amendment-misfit', receiving(), { resolved: 'noted', amendment: 'x' }],
    ['meeting.not-open', given(meetingHistory, [called!]), {}],
    ['meeting.not-called', given(meetingHistory), {}],
  ])('is refused: %s', (code, so, data) => so.when(betweenDecider, receive(data)).thenRefused(code));
});

describe('the next meeting', () => {
  const agree = (data: object = {}) => ask(AgreeNextMeeting, ID, { date: '2016-06-09', ...data });
  const agreed = (more: object = {}): MeetingStreamEvent => ({
    type: 'NextMeetingAgreed',
    v: 1,
    data: { date: '2016-06-09', after: null, ...more },
  });

  it('is agreed with its day, time and place, and the minute has them', () => {
    given(meetingHistory, [...begun])
      .when(betweenDecider, agree({ time: '10:00', place: 'Town Hall' }))
      .then(agreed({ time: '10:00', place: 'Town Hall' }));
    const told = (more: object) => minuteText(given(meetingHistory, [...begun, agreed(more)]).state).replace(/\s+/g, ' ');
    expect(told({ time: '10:00', place: 'Town Hall' })).toContain(
      'The next meeting will be held in Town Hall on 9 June 2016 at 10.00 a.m.',
    );
    expect(told({})).toContain('The next meeting will be held on 9 June 2016.');
    expect(told({ words: 'Next: in June.' })).toContain('Next: in June.');
  });

  it('is later than the day on which the meeting last sat, and is told in the words said', () => {
    const sat = ['2016-03-10', '2016-03-17'].flatMap((date): MeetingStreamEvent[] => [
      { type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: null } },
      { type: 'MeetingResumed', v: 1, data: { date, standing: aStanding({ kind: 'number', atLeast: 3 }, date), after: null } },
    ]);
    const resumed = given(meetingHistory, [...begun, ...sat]);
    resumed.when(betweenDecider, agree({ date: '2016-03-17' })).thenRefused('next.not-later', { detail: { thisMeeting: '2016-03-17' } });
    resumed
      .when(betweenDecider, agree({ date: '2016-03-18', words: 'Next: tomorrow.' }))
      .then(agreed({ date: '2016-03-18', words: 'Next: tomorrow.' }));
  });

  it('is told where it was agreed, whatever the time of the next one', () => {
    const there = [...begun, taken, aParagraph('s-a', '1', null)];
    given(meetingHistory, there)
      .when(betweenDecider, agree({ time: '09:00' }))
      .then(agreed({ time: '09:00', after: 'p-1' }));
    given(meetingHistory, there)
      .when(betweenDecider, agree({ afterParagraph: '1' }))
      .then(agreed({ after: 'p-1' }));
  });

  it.each([
    ['next.not-later', given(meetingHistory, begun), { date: '2016-03-03' }],
    ['next.agreed-already', given(meetingHistory, [...begun, agreed()]), {}],
    ['meeting.no-such-paragraph', given(meetingHistory, begun), { afterParagraph: '9' }],
    ['meeting.not-open', given(meetingHistory, [called!]), {}],
  ])('is refused: %s', (code, so, data) => so.when(betweenDecider, agree(data)).thenRefused(code));
});

describe('an agenda', () => {
  const standingItems: readonly StandingItem[] = [
    { itemId: 'sederunt', title: 'Sederunt', minutes: 2 },
    { itemId: 'minute', title: 'Minute', brings: 'minutes' },
    { itemId: 'next', title: 'Date of Next Meeting', asked: 'Agree it.' },
  ];
  const may = { meetingId: 'board/2016-01-07', date: '2016-01-07' };
  const fill = (facts: object = {}) => ask(FillAgenda, ID, {}, { facts: { standingItems, minutes: [may], ...facts } });
  const added = (...data: object[]) => data.map((one) => ({ type: 'AgendaItemAdded', v: 1, data: { ...one, papers: [] } }));

  it('is filled with the standing items, and the minutes that wait are named', () => {
    given(meetingHistory, [called!])
      .when(betweenDecider, fill())
      .then(
        ...(added(
          { itemId: 'sederunt', title: 'Sederunt', minutes: 2, number: '1' },
          { itemId: 'minute-2016-01-07', title: 'Minute', asked: 'Approve the minute of the meeting of 7 January 2016.', number: '2' },
          { itemId: 'next', title: 'Date of Next Meeting', asked: 'Agree it.', number: '3' },
        ) as never[]),
      );
    const long = { meetingId: `board/${'x'.repeat(64)}`, date: '2016-01-07' };
    given(meetingHistory, [called!])
      .when(betweenDecider, fill({ standingItems: standingItems.slice(1, 2), minutes: [long] }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ itemId: `minute-${'x'.repeat(60)}` }));
    given(meetingHistory, [called!])
      .when(betweenDecider, fill({ minutes: [may, { meetingId: 'board/2016-02-04', date: '2016-02-04' }] }))
      .thenAccepted((events) =>
        expect(events.map(({ data }) => (data as { title: string }).title)).toEqual([
          'Sederunt',
          'Minute: 7 January 2016',
          'Minute: 4 February 2016',
          'Date of Next Meeting',
        ]),
      );
    given(meetingHistory, [called!])
      .when(betweenDecider, fill({ minutes: [] }))
      .thenAccepted((events) => expect(events).toHaveLength(2));
  });

  it('that has some of them is filled with the others, after its own', () =>
    given(meetingHistory, [called!, item('sederunt')])
      .when(betweenDecider, fill())
      .thenAccepted((events) => expect(events.map(({ data }) => (data as { number: string }).number)).toEqual(['3', '4'])));

  const notice: MeetingStreamEvent = {
    type: 'NoticeGiven',
    v: 1,
    data: { givenOn: '2016-02-26', by: 'Clerk', clearDays: { required: 3, given: 5, short: false, latestDay: '2016-02-28' } },
  };
  it.each([
    ['standing-items.none', given(meetingHistory, [called!]), fill({ standingItems: [] })],
    ['standing-items.none', given(meetingHistory, [called!]), ask(FillAgenda, ID, {})],
    ['standing-items.all-there', given(meetingHistory, [called!, item('sederunt'), item('next')]), fill({ minutes: [] })],
    ['agenda.closed', given(meetingHistory, [called!, notice]), fill()],
    ['meeting.opened-already', given(meetingHistory, begun), fill()],
  ])('is not filled: %s', (code, so, command) => so.when(betweenDecider, command).thenRefused(code));
});
