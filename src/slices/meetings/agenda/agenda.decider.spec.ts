import { describe, expect, it } from '@jest/globals';
import { aDecision } from '../../../../test/support/a-meeting.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { named, standing } from '../../../../test/support/a-room.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { meetingDecider } from '../meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import {
  AddAgendaItem,
  CallMeeting,
  CancelMeeting,
  ChangeOrderOfBusiness,
  CorrectAgendaItem,
  GiveNotice,
  RearrangeMeeting,
  WithdrawAgendaItem,
} from './agenda.commands.js';

const ID = 'board/2016-06-09';
const body = { bodyId: 'board', name: 'The Board', timeZone: 'Europe/London' };
const called: MeetingEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: {
    meetingId: ID,
    bodyId: 'board',
    title: 'The Board',
    date: '2016-06-09',
    time: '14:00',
    mode: 'in-person',
    timeZone: 'Europe/London',
  },
};
const item = (itemId: string, number: string): MeetingEvent => ({
  type: 'AgendaItemAdded',
  v: 1,
  data: { itemId, number, title: itemId.toUpperCase(), papers: [] },
});
const notice: MeetingEvent = {
  type: 'NoticeGiven',
  v: 1,
  data: { givenOn: '2016-06-03', by: 'The Clerk', clearDays: { required: 3, given: 5, short: false, latestDay: '2016-06-05' } },
};
const withAgenda = [called, item('apologies', '1'), item('minute', '4')];
const on = (...events: MeetingStreamEvent[]) => given(meetingHistory, events);

describe('a meeting that is called', () => {
  it("bears its body's name and time zone", () =>
    on()
      .when(meetingDecider, ask(CallMeeting, ID, { date: '2016-06-09', time: '14:00' }, { facts: { body } }))
      .then(called));
  it('is a meeting of a body that is there', () =>
    on()
      .when(meetingDecider, ask(CallMeeting, ID, { date: '2016-06-09' }, { facts: { body: null } }))
      .thenRefused('meeting.no-such-body'));
  it.each(['board', 'board/', '/2016', 'a/b/c'])('is not named %s', (target) =>
    on()
      .when(meetingDecider, ask(CallMeeting, target, { date: '2016-06-09' }, { facts: { body } }))
      .thenRefused('meeting.reference-malformed'),
  );
  it('is called once', () =>
    on(called)
      .when(meetingDecider, ask(CallMeeting, ID, { date: '2016-06-09' }, { facts: { body } }))
      .thenRefused('meeting.called-already'));
  it('is called on a day when its body is still in being', () => {
    const dissolved = (dissolvedOn: string) =>
      on().when(meetingDecider, ask(CallMeeting, ID, { date: '2016-06-09', time: '14:00' }, { facts: { body: { ...body, dissolvedOn } } }));
    dissolved('2016-06-08').thenRefused('meeting.body-dissolved', { field: 'date' });
    dissolved('2016-06-09').thenRefused('meeting.body-dissolved', { field: 'date', detail: { dissolvedOn: '2016-06-09' } });
    dissolved('2016-06-10').then(called);
  });
  it('says on whose requisition it is called, and is not called on one that is not there', () => {
    const asked = { askedBy: [named('police'), named('health')], receivedOn: '2016-05-20', business: 'To consider the fire' };
    const requisitioned = (requisition: object | null) =>
      on().when(
        meetingDecider,
        ask(CallMeeting, ID, { date: '2016-06-09', time: '14:00', requisition: 'r-1' }, { facts: { body, requisition } }),
      );
    requisitioned({ ...asked, bodyId: 'board', enough: true, ended: false }).then({
      ...called,
      data: { ...called.data, requisition: { requisitionId: 'r-1', ...asked } },
    });
    requisitioned(null).thenRefused('meeting.no-such-requisition', { field: 'requisition' });
  });
  it('of several bodies is called after each, and not with one that is not in the record', () => {
    const others = [{ bodyId: 'park', name: 'Friends of the Park', timeZone: 'Europe/London' }];
    const jointly = (facts: object) =>
      on().when(meetingDecider, ask(CallMeeting, ID, { date: '2016-06-09', jointlyWith: ['park'] }, { facts: { body, ...facts } }));
    jointly({ others }).thenAccepted(([event]) =>
      expect(event?.data).toMatchObject({ title: 'Joint Meeting of the Board and the Friends of the Park' }),
    );
    jointly({}).thenRefused('meeting.no-such-body', { field: 'jointlyWith.0' });
  });
  it('says by when notice has to be given, by which rule', () =>
    on()
      .when(meetingDecider, ask(CallMeeting, ID, { date: '2016-06-09' }, { facts: { body, standing: standing() } }))
      .thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({
          notice: { clearDays: 3, latestDay: '2016-06-05', source: '1973 Act Sch 7', counted: { source: '1973 Act Sch 7' } },
        }),
      ));
  it('is rearranged in all that is said, and in nothing that it is already', () => {
    const rearranged: MeetingEvent = {
      type: 'MeetingRearranged',
      v: 1,
      data: { time: '15:00', place: 'Room 2', mode: 'hybrid', reason: 'Taken' },
    };
    on(called)
      .when(meetingDecider, ask(RearrangeMeeting, ID, { time: '15:00', place: 'Room 2', mode: 'hybrid', reason: 'Taken' }))
      .then(rearranged);
    for (const same of [{ time: '15:00' }, { place: 'Room 2' }, { mode: 'hybrid' } as const])
      on(called, rearranged)
        .when(meetingDecider, ask(RearrangeMeeting, ID, { ...same, reason: 'Again' }))
        .thenRefused('meeting.nothing-changed');
    on(called)
      .when(meetingDecider, ask(RearrangeMeeting, ID, { mode: 'remote', reason: 'Snow' }))
      .then({ type: 'MeetingRearranged', v: 1, data: { mode: 'remote', reason: 'Snow' } });
  });
  it('is cancelled, with the reason, until it is opened', () => {
    const cancel = ask(CancelMeeting, ID, { reason: 'No business' });
    on(called)
      .when(meetingDecider, cancel)
      .then({ type: 'MeetingCancelled', v: 1, data: { reason: 'No business' } });
    on(called, { type: 'MeetingOpened', v: 1, data: { standing: standing() } })
      .when(meetingDecider, cancel)
      .thenRefused('meeting.opened-already');
  });
  it('can be rearranged before it is opened, if something changes', () => {
    on(called)
      .when(meetingDecider, ask(RearrangeMeeting, ID, { place: 'Room 2', reason: 'Taken' }))
      .then({ type: 'MeetingRearranged', v: 1, data: { place: 'Room 2', reason: 'Taken' } });
    on(called)
      .when(meetingDecider, ask(RearrangeMeeting, ID, { time: '14:00', reason: 'None' }))
      .thenRefused('meeting.nothing-changed');
    on(called, { type: 'MeetingOpened', v: 1, data: { standing: standing() } })
      .when(meetingDecider, ask(RearrangeMeeting, ID, { time: '15:00', reason: 'Late' }))
      .thenRefused('meeting.opened-already');
  });
  it('keeps its time when only its place is rearranged', () => {
    const { state } = on(called, { type: 'MeetingRearranged', v: 1, data: { place: 'Room 2', reason: 'Taken' } });
    expect(state).toMatchObject({ time: '14:00', place: 'Room 2', mode: 'in-person' });
  });
  it('has nothing more recorded of it once cancelled', () =>
    on(called)
      .when(meetingDecider, ask(CancelMeeting, ID, { reason: 'No business' }))
      .and(meetingDecider, ask(AddAgendaItem, ID, { title: 'More' }))
      .thenRefused('meeting.cancelled'));
  it('must be called before anything else', () =>
    on()
      .when(meetingDecider, ask(AddAgendaItem, ID, { title: 'More' }))
      .thenRefused('meeting.not-called'));
});

describe('an agenda', () => {
  it('numbers its items on', () =>
    on(...withAgenda)
      .when(meetingDecider, ask(AddAgendaItem, ID, { itemId: 'tracker', title: 'Action Tracker', minutes: 2 }))
      .then({ type: 'AgendaItemAdded', v: 1, data: { itemId: 'tracker', number: '5', title: 'Action Tracker', papers: [], minutes: 2 } }));
  it('gives out ids that a repeated command gives out again', () => {
    const asked = ask(AddAgendaItem, ID, { title: 'Action Tracker' }, { commandId: 'c-1' });
    expect(on(called).when(meetingDecider, asked).decision).toEqual(on(called).when(meetingDecider, asked).decision);
  });
  it('has every id and every number once', () => {
    on(...withAgenda)
      .when(meetingDecider, ask(AddAgendaItem, ID, { itemId: 'minute', title: 'Minute' }))
      .thenRefused('agenda.item-exists', { field: 'itemId' });
    on(...withAgenda)
      .when(meetingDecider, ask(AddAgendaItem, ID, { number: '4', title: 'Other' }))
      .thenRefused('agenda.number-taken', { field: 'number' });
    on(...withAgenda)
      .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'minute', number: '1', reason: 'x' }))
      .thenRefused('agenda.number-taken');
  });
  it('numbers on after the greatest whole number, whatever letters others bear', () =>
    on(...withAgenda, item('annex', 'A'))
      .when(meetingDecider, ask(AddAgendaItem, ID, { itemId: 'tracker', title: 'Action Tracker' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ number: '5' })));
  it('gives the number of a withdrawn item to another', () =>
    on(...withAgenda, { type: 'AgendaItemWithdrawn', v: 1, data: { itemId: 'minute', reason: 'Not ready' } })
      .when(meetingDecider, ask(AddAgendaItem, ID, { itemId: 'other', number: '4', title: 'Other' }))
      .thenAccepted());
  it('keeps all that is said of an item', () => {
    const said = {
      itemId: 'fire',
      title: 'The fire',
      asked: 'To note the report',
      minutes: 10,
      exempt: { paragraph: '6' },
      late: { reason: 'Report received late' },
      remit: 'remit-1',
      minuteOf: { body: 'Joint Board', date: '2016-05-05' },
    };
    const more = { number: '5', papers: [] };
    const facts = { remit: { bodyId: 'board', exempt: true } };
    on(...withAgenda)
      .when(meetingDecider, ask(AddAgendaItem, ID, said, { facts }))
      .then({ type: 'AgendaItemAdded', v: 1, data: { ...said, ...more } });
    const urgent = { itemId: 'flood', title: 'The flood', urgent: { reason: 'Flooding', ruledBy: named('chair') } };
    on(...withAgenda, notice)
      .when(meetingDecider, ask(AddAgendaItem, ID, urgent))
      .then({ type: 'AgendaItemAdded', v: 1, data: { ...urgent, ...more } });
  });
  it('has no item on a remit that is not there or is exempt where the item is not, nor with a minute of nobody', () => {
    const add = (data: object, facts?: object) =>
      on(...withAgenda).when(meetingDecider, ask(AddAgendaItem, ID, { title: 'More', ...data }, { facts }));
    add({ remit: 'remit-9' }, { remit: null }).thenRefused('agenda.no-such-remit', { field: 'remit' });
    add({ remit: 'remit-1' }, { remit: { bodyId: 'board', exempt: true } }).thenRefused('agenda.remit-exempt', { field: 'exempt' });
    add({ remit: 'remit-1' }, { remit: { bodyId: 'board', exempt: false } }).thenAccepted();
    add({ minuteOf: { body: 'Joint Board' } }).thenRefused('agenda.minute-of-nobody', { field: 'minuteOf' });
  });
  it('takes no ordinary item once notice is given', () => {
    on(...withAgenda, notice)
      .when(meetingDecider, ask(AddAgendaItem, ID, { title: 'More' }))
      .thenRefused('agenda.closed');
    on(...withAgenda, notice)
      .when(meetingDecider, ask(AddAgendaItem, ID, { title: 'More', late: { reason: 'Report received late' } }))
      .thenAccepted();
    on(...withAgenda, notice)
      .when(meetingDecider, ask(AddAgendaItem, ID, { title: 'More', urgent: { reason: 'Flooding', ruledBy: named('chair') } }))
      .thenAccepted();
  });
  it('has papers whose pages run forwards', () =>
    on(called)
      .when(meetingDecider, ask(AddAgendaItem, ID, { title: 'Minute', papers: [{ title: 'Minute', pages: { first: 8, last: 1 } }] }))
      .thenRefused('agenda.pages-out-of-order', { field: 'papers.0.pages' }));
  it('has papers of one page, and without pages, and says which is the first whose pages run backwards', () => {
    const papers = (...pages: ({ readonly first: number; readonly last: number } | undefined)[]) =>
      pages.map((one) => ({ title: 'Minute', ...(one && { pages: one }) }));
    on(called)
      .when(meetingDecider, ask(AddAgendaItem, ID, { title: 'Minute', papers: papers(undefined, { first: 3, last: 3 }) }))
      .thenAccepted();
    on(...withAgenda)
      .when(
        meetingDecider,
        ask(CorrectAgendaItem, ID, {
          itemId: 'minute',
          papers: papers(undefined, { first: 8, last: 1 }, { first: 9, last: 2 }),
          reason: 'x',
        }),
      )
      .thenRefused('agenda.pages-out-of-order', { field: 'papers.1.pages' });
  });
  it('is corrected in what changes, and only that is recorded', () => {
    on(...withAgenda)
      .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'minute', number: '4', title: 'Minutes', reason: 'Misprint' }))
      .then({ type: 'AgendaItemCorrected', v: 1, data: { itemId: 'minute', changes: { title: 'Minutes' }, reason: 'Misprint' } });
    on(...withAgenda)
      .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'minute', title: 'MINUTE', reason: 'x' }))
      .thenRefused('meeting.nothing-changed');
    on(...withAgenda)
      .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'nothing', title: 'x', reason: 'x' }))
      .thenRefused('agenda.no-such-item');
  });
  it('is found not to be exempt, or to be, and its decisions with it', () => {
    const exempt: MeetingEvent = {
      type: 'AgendaItemCorrected',
      v: 1,
      data: { itemId: 'minute', changes: { exempt: { paragraph: '6' } }, reason: 'x' },
    };
    const taken: MeetingStreamEvent[] = [
      { type: 'ItemTaken', v: 1, data: { sectionId: 's-1', number: '1', heading: 'Minute', itemId: 'minute' } },
      aDecision('d-1', { paragraphId: null, after: null, exempt: true }),
    ];
    on(...withAgenda, exempt, ...taken)
      .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'minute', notExempt: true, reason: 'Published since' }))
      .then(
        { type: 'AgendaItemCorrected', v: 1, data: { itemId: 'minute', changes: {}, notExempt: true, reason: 'Published since' } },
        { type: 'DecisionExemptionFound', v: 1, data: { decisionId: 'd-1', exempt: false, because: 'Published since' } },
      );
    const open = aDecision('d-2', { paragraphId: null, after: 'd-1' });
    const elsewhere: MeetingStreamEvent[] = [
      { type: 'ItemTaken', v: 1, data: { sectionId: 's-2', number: '2', heading: 'Apologies', itemId: 'apologies' } },
      aDecision('d-3', { sectionId: 's-2', paragraphId: null, after: 'd-2' }),
    ];
    on(...withAgenda, ...taken, open, ...elsewhere)
      .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'minute', exempt: { paragraph: '6' }, reason: 'Names somebody' }))
      .then(
        {
          type: 'AgendaItemCorrected',
          v: 1,
          data: { itemId: 'minute', changes: { exempt: { paragraph: '6' } }, reason: 'Names somebody' },
        },
        { type: 'DecisionExemptionFound', v: 1, data: { decisionId: 'd-2', exempt: true, because: 'Names somebody' } },
      );
    for (const before of [[], [exempt]])
      on(...withAgenda, ...before, ...taken, open)
        .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'minute', title: 'Minutes', reason: 'Misprint' }))
        .then({ type: 'AgendaItemCorrected', v: 1, data: { itemId: 'minute', changes: { title: 'Minutes' }, reason: 'Misprint' } });
    on(...withAgenda)
      .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'minute', notExempt: true, reason: 'x' }))
      .thenRefused('meeting.nothing-changed');
    on(...withAgenda)
      .when(meetingDecider, ask(CorrectAgendaItem, ID, { itemId: 'minute', notExempt: true, exempt: { paragraph: '6' }, reason: 'x' }))
      .thenRefused('agenda.exempt-or-not');
  });
  it('has no item withdrawn that the meeting has taken up', () => {
    const took: MeetingStreamEvent = {
      type: 'ItemTaken',
      v: 1,
      data: { sectionId: 's-1', number: '4', heading: 'Minute', itemId: 'minute' },
    };
    on(...withAgenda, took)
      .when(meetingDecider, ask(WithdrawAgendaItem, ID, { itemId: 'minute', reason: 'Not ready' }))
      .thenRefused('agenda.item-taken', { field: 'itemId' });
    on(...withAgenda, took)
      .when(meetingDecider, ask(WithdrawAgendaItem, ID, { itemId: 'apologies', reason: 'Nobody is away' }))
      .then({ type: 'AgendaItemWithdrawn', v: 1, data: { itemId: 'apologies', reason: 'Nobody is away' } });
  });
  it('is taken in another order though the first item stays first', () =>
    on(...withAgenda, item('tracker', '5'))
      .when(meetingDecider, ask(ChangeOrderOfBusiness, ID, { order: ['apologies', 'tracker'], reason: 'To suit' }))
      .then({ type: 'OrderOfBusinessChanged', v: 1, data: { order: ['apologies', 'tracker'], reason: 'To suit' } }));
  it('keeps a withdrawn item, marked, and withdraws it once', () =>
    on(...withAgenda)
      .when(meetingDecider, ask(WithdrawAgendaItem, ID, { itemId: 'minute', reason: 'Not ready' }))
      .and(meetingDecider, ask(WithdrawAgendaItem, ID, { itemId: 'minute', reason: 'Again' }))
      .thenRefused('agenda.item-withdrawn'));
  it('is taken in another order, the items not named after those that are', () => {
    on(...withAgenda)
      .when(meetingDecider, ask(ChangeOrderOfBusiness, ID, { order: ['minute'], reason: 'To suit' }))
      .thenAccepted();
    const { state } = on(...withAgenda, { type: 'OrderOfBusinessChanged', v: 1, data: { order: ['minute'], reason: 'To suit' } });
    expect(state.agenda.map(({ itemId }) => itemId)).toEqual(['minute', 'apologies']);
    on(...withAgenda)
      .when(meetingDecider, ask(ChangeOrderOfBusiness, ID, { order: ['apologies'], reason: 'x' }))
      .thenRefused('meeting.nothing-changed');
    on(...withAgenda)
      .when(meetingDecider, ask(ChangeOrderOfBusiness, ID, { order: ['minute', 'minute'], reason: 'x' }))
      .thenRefused('agenda.order-repeats', { field: 'order.1' });
    on(...withAgenda)
      .when(meetingDecider, ask(ChangeOrderOfBusiness, ID, { order: ['__proto__'], reason: 'x' }))
      .thenRefused('agenda.no-such-item', { field: 'order.0' });
  });
});

describe('a notice', () => {
  const give = (givenOn: string, datedAsWritten?: string) =>
    on(...withAgenda).when(
      meetingDecider,
      ask(GiveNotice, ID, { givenOn, by: 'The Clerk', datedAsWritten }, { facts: { standing: standing() } }),
    );
  it('is counted in clear days, and keeps the date it says, however odd', () =>
    give('2016-06-03', '3 June 2015').then({
      type: 'NoticeGiven',
      v: 1,
      data: {
        givenOn: '2016-06-03',
        by: 'The Clerk',
        datedAsWritten: '3 June 2015',
        clearDays: {
          ...{ required: 3, given: 5, short: false, latestDay: '2016-06-05', source: '1973 Act Sch 7' },
          counted: {
            calendar: 'every-day',
            rule: '3 clear days before the meeting',
            source: '1973 Act Sch 7',
            ...{ length: 3, from: '2016-06-09', starts: 'clear-days-before', firstDay: '2016-06-08', skipped: [], lastDay: '2016-06-05' },
          },
        },
      },
    }));
  it.each([
    ['2016-06-06', 2],
    ['2016-06-12', 0],
  ])('given on %s is short, which is flagged and not refused', (givenOn, days) =>
    give(givenOn).thenAccepted(([event]) => expect(event?.data).toMatchObject({ clearDays: { given: days, short: true } })),
  );
  it('may be given before any constitution applies', () =>
    on(called)
      .when(meetingDecider, ask(GiveNotice, ID, { givenOn: '2016-06-08', by: 'The Clerk' }, { facts: { standing: null } }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ clearDays: { required: 0, short: false } })));
});
