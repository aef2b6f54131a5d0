import { describe, expect, it } from '@jest/globals';
import { ask, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { requisitionRuleOf } from '../bodies/bodies.words.js';
import { deadlineOf, requisitionDecider, sumOf } from './requisition.decider.js';
import { type RequisitionEvent } from './requisition.events.js';
import { type RequisitionFacts } from './requisition.facts.js';
import { type Requisition, requisitionHistory, standingOf } from './requisition.state.js';
import { AnswerRequisition, EndRequisition, JoinRequisition, ReceiveRequisition, ReopenRequisition } from './requisitions.commands.js';

const TARGET = 'council/bridge';
const named = { requisitionId: TARGET, bodyId: 'council' };
const person = (personId: string) => ({ personId, name: `Councillor ${personId}` });
const [ada, ben, cat] = [person('ada'), person('ben'), person('cat')];
const rule = requisitionRuleOf({}, 'committee');
const members = ['ada', 'ben', 'cat', 'dan', 'eve', 'fay'].map((personId) => ({ personId, voting: personId !== 'fay' }));
const on = (date: string, facts: Partial<RequisitionFacts> = {}): Circumstances<RequisitionFacts> => ({
  facts: { timeZone: 'Europe/London', asked: { rule, members }, meeting: null, ...facts },
  happenedAt: `${date}T14:00:00.000Z`,
});

const business = 'To consider the bridge.';
const received: RequisitionEvent = {
  type: 'RequisitionReceived',
  v: 1,
  data: {
    ...{ ...named, on: '2026-03-03', askedBy: [ada, ben], business, rule },
    sum: { asked: 2, of: 6, needed: 2, enough: true, notCounted: [] },
    due: deadlineOf(rule, '2026-03-03'),
  },
};
const { due: _due, ...without } = received.data;
const tooFew: RequisitionEvent = {
  ...received,
  data: { ...without, askedBy: [ada], sum: { asked: 1, of: 6, needed: 2, enough: false, notCounted: [] } },
};
const answered = (how: 'called' | 'held', meets: boolean): RequisitionEvent => ({
  type: 'RequisitionAnswered',
  v: 1,
  data: { ...named, on: '2026-03-10', atMeeting: 'council/2026-03-10', how, meets },
});
const ended: RequisitionEvent = { type: 'RequisitionEnded', v: 1, data: { ...named, on: '2026-03-05', reason: 'Withdrawn.' } };
const reopened: RequisitionEvent = { type: 'RequisitionReopened', v: 1, data: { ...named, on: '2026-03-11', reason: 'Cancelled.' } };
const history = (...events: RequisitionEvent[]) => given(requisitionHistory, events);
const standing = (...events: RequisitionEvent[]) => standingOf(history(...events).state as Requisition);

describe('a requisition', () => {
  const receive = (data: object, circumstances = on('2026-03-03')) =>
    history().when(requisitionDecider, ask(ReceiveRequisition, TARGET, { askedBy: [ada, ben], business, ...data }, circumstances));

  it('of a quarter of the members has fourteen days until the meeting is held', () => {
    receive({}).then(received);
    expect(received.data).toMatchObject({ due: { latest: '2026-03-17' } });
  });

  it('of too few is recorded and flagged, and no clock runs', () => {
    receive({ askedBy: [ada] }).then(tooFew);
    receive({ askedBy: [ada, person('stranger')] }).thenAccepted(([event]) =>
      expect(event?.data).toMatchObject({ sum: { asked: 1, enough: false, notCounted: ['Councillor stranger'] } }),
    );
    receive({}, on('2026-03-03', { asked: { rule, members: [] } })).thenAccepted(([event]) =>
      expect(event?.data).toMatchObject({ sum: { asked: 0, of: 0, enough: false } }),
    );
    expect(standing(tooFew)).toBe('too-few');
  });

  it('of a joint board takes two thirds of those who vote, and the meeting is called within seven days', () => {
    const board = requisitionRuleOf({}, 'joint-board');
    const asked = [ada, ben, cat, person('fay')];
    expect(sumOf(asked, board, members)).toEqual({ asked: 3, of: 5, needed: 4, enough: false, notCounted: ['Councillor fay'] });
    expect(deadlineOf(board, '2026-03-03')).toMatchObject({ latest: '2026-03-10', explanation: expect.stringContaining('SSI 2014/285') });
    expect(requisitionRuleOf({ requisition: rule }, 'joint-board')).toBe(rule);
  });

  it('is joined, and the clock begins with the day on which enough have signed', () => {
    const join = ask(JoinRequisition, TARGET, { askedBy: [ben] }, on('2026-03-06'));
    const sum = { asked: 2, of: 6, needed: 2, enough: true, notCounted: [] };
    const joined: RequisitionEvent = {
      type: 'RequisitionJoined',
      v: 1,
      data: { ...named, on: '2026-03-06', askedBy: [ben], sum, due: deadlineOf(rule, '2026-03-06') },
    };
    history(tooFew).when(requisitionDecider, join).then(joined);
    expect(history(tooFew, joined).state).toMatchObject({ askedBy: [ada, ben], due: { latest: '2026-03-20' } });
    history(received)
      .when(requisitionDecider, ask(JoinRequisition, TARGET, { askedBy: [cat] }, on('2026-03-06')))
      .thenAccepted(([event]) => {
        expect(event?.data).not.toHaveProperty('due');
        expect(history(received, event as RequisitionEvent).state).toMatchObject({ due: { latest: '2026-03-17' } });
      });
  });

  it('is met when the meeting is held; where the rule asks that it be called, when it is called', () => {
    const answer = (how: 'called' | 'held', opened: boolean, date: string) =>
      ask(AnswerRequisition, TARGET, { atMeeting: 'council/2026-03-10', how }, on(date, { meeting: { date: '2026-03-10', opened } }));
    history(received)
      .when(requisitionDecider, answer('called', false, '2026-03-10'))
      .then(answered('called', false));
    history(received, answered('called', false))
      .when(requisitionDecider, answer('held', true, '2026-03-12'))
      .then(answered('held', true));
    const board: RequisitionEvent = { ...received, data: { ...received.data, rule: requisitionRuleOf({}, 'joint-board') } };
    history(board)
      .when(requisitionDecider, answer('called', false, '2026-03-10'))
      .then(answered('called', true));
    expect([standing(received), standing(received, answered('called', false)), standing(received, answered('held', true))]).toEqual([
      'waiting',
      'called',
      'met',
    ]);
  });

  it('is reopened when the meeting is cancelled, or the requisition had not ended', () => {
    history(received, answered('called', false))
      .when(requisitionDecider, ask(ReopenRequisition, TARGET, { reason: 'Cancelled.' }, on('2026-03-11')))
      .then(reopened);
    expect([standing(received, answered('called', false), reopened), standing(received, ended, reopened)]).toEqual(['waiting', 'waiting']);
    history(received)
      .when(requisitionDecider, ask(EndRequisition, TARGET, { reason: 'Withdrawn.' }, on('2026-03-05')))
      .then(ended);
    expect(standing(received, ended)).toBe('ended');
  });

  it('is enough where one asks of whom one is enough, and is joined by those who do not count without a clock', () => {
    expect(sumOf([ada], rule, members.slice(0, 4))).toMatchObject({ asked: 1, needed: 1, enough: true });
    history(tooFew)
      .when(requisitionDecider, ask(JoinRequisition, TARGET, { askedBy: [person('stranger')] }, on('2026-03-06')))
      .thenAccepted(([event]) =>
        expect(event?.data).toEqual({
          ...named,
          on: '2026-03-06',
          askedBy: [person('stranger')],
          sum: { asked: 1, of: 6, needed: 2, enough: false, notCounted: ['Councillor stranger'] },
        }),
      );
  });

  it('names who signed twice, the first of them', () => {
    receive({ askedBy: [ada, ada, ben, ben] }).thenRefused('requisition.signed-twice', { field: 'askedBy.1.personId' });
    history(received)
      .when(requisitionDecider, ask(JoinRequisition, TARGET, { askedBy: [ben] }, on('2026-03-06')))
      .thenRefused('requisition.signed-twice', { field: 'askedBy.0.personId' });
  });

  it('ends on the day on which it was received at the earliest, and is reopened once it ended', () => {
    history(received)
      .when(requisitionDecider, ask(EndRequisition, TARGET, { reason: 'Withdrawn.' }, on('2026-03-03')))
      .thenAccepted();
    history(received, ended)
      .when(requisitionDecider, ask(ReopenRequisition, TARGET, { reason: 'Cancelled.' }, on('2026-03-11')))
      .then(reopened);
  });

  it('is answered on the day of a meeting that was held, and on the day it is said where one was called', () => {
    const answeredOn = (how: 'called' | 'held') => {
      const facts = on('2026-03-12', { meeting: { date: '2026-03-10', opened: true } });
      let day: unknown;
      history(received)
        .when(requisitionDecider, ask(AnswerRequisition, TARGET, { atMeeting: 'council/2026-03-10', how }, facts))
        .thenAccepted(([event]) => (day = (event?.data as { on: string }).on));
      return day;
    };
    expect([answeredOn('held'), answeredOn('called')]).toEqual(['2026-03-10', '2026-03-12']);
  });

  it('stays what it is for what is joined to it, and is none where it was not received', () => {
    const join = ask(JoinRequisition, TARGET, { askedBy: [cat] }, on('2026-03-06'));
    history(received)
      .when(requisitionDecider, join)
      .thenState((state) => expect(state).toMatchObject({ ...named, receivedOn: '2026-03-03', business, rule, askedBy: [ada, ben, cat] }));
    expect(history(ended).state).toBeNull();
  });

  const held = { meeting: { date: '2026-03-10', opened: true } };
  const answer = (facts: Partial<RequisitionFacts>, how: 'called' | 'held' = 'held') =>
    ask(AnswerRequisition, TARGET, { atMeeting: 'council/2026-03-10', how }, on('2026-03-10', facts));
  it.each<[string, ReturnType<typeof history>, ReturnType<typeof ask>]>([
    ['requisition.no-rule', history(), ask(ReceiveRequisition, TARGET, { askedBy: [ada], business }, on('2026-03-03', { timeZone: null }))],
    ['requisition.no-rule', history(), ask(ReceiveRequisition, TARGET, { askedBy: [ada], business }, on('2026-03-03', { asked: null }))],
    ['requisition.no-rule', history(received), ask(JoinRequisition, TARGET, { askedBy: [cat] }, on('2026-03-06', { asked: null }))],
    ['requisition.received-already', history(received), ask(ReceiveRequisition, TARGET, { askedBy: [ada], business }, on('2026-03-03'))],
    ['requisition.signed-twice', history(), ask(ReceiveRequisition, TARGET, { askedBy: [ada, ada], business }, on('2026-03-03'))],
    ['requisition.signed-twice', history(received), ask(JoinRequisition, TARGET, { askedBy: [cat, ben] }, on('2026-03-06'))],
    [
      'requisition.later-than-now',
      history(),
      ask(ReceiveRequisition, TARGET, { askedBy: [ada], business, on: '2026-03-04' }, on('2026-03-03')),
    ],
    ['requisition.not-received', history(), ask(EndRequisition, TARGET, { reason: 'x' }, on('2026-03-05'))],
    [
      'requisition.before-it-was-received',
      history(received),
      ask(EndRequisition, TARGET, { reason: 'x', on: '2026-03-02' }, on('2026-03-05')),
    ],
    ['requisition.open-already', history(received), ask(ReopenRequisition, TARGET, { reason: 'x' }, on('2026-03-05'))],
    ['requisition.ended', history(received, ended), ask(EndRequisition, TARGET, { reason: 'x' }, on('2026-03-06'))],
    ['requisition.met-already', history(received, answered('held', true)), answer(held)],
    ['requisition.meeting-unknown', history(received), answer({})],
    ['requisition.meeting-not-held', history(received), answer({ meeting: { date: '2026-03-10', opened: false } })],
    ['requisition.too-few', history(tooFew), answer(held)],
  ])('is refused: %s', (code, so, command) => so.when(requisitionDecider, command).thenRefused(code));
});
