import { describe, expect, it } from '@jest/globals';
import { ask, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type PlanAdoptedData, type PlanItemDetails, type PlanRecordEvent } from './plan.events.js';
import { type PlanDecisionFacts, type PlanFacts, type PlanMeetingFacts } from './plan.facts.js';
import { planDecider, USUAL_SCALE } from './plan.decider.js';
import { planHistory } from './plan.state.js';
import {
  AddPlanItem,
  AdoptPlan,
  AmendPlanItem,
  ClosePlan,
  CompletePlanItem,
  CorrectPlan,
  DropPlanItem,
  ReopenPlan,
  ReopenPlanItem,
  ReportAchievement,
  ReviewPlan,
  SelfEvaluateItem,
  SupersedePlanItem,
} from './plans.commands.js';

const BODY = 'orkney-ijb';
const TARGET = `${BODY}/proposals`;
const named = { planId: TARGET, bodyId: BODY };
const item = (itemId: string) => ({ ...named, itemId });

const decision = (changes: Partial<PlanDecisionFacts> = {}): PlanDecisionFacts => ({
  decisionId: 'd-1',
  paragraph: '19',
  parts: ['a', 'b'].map((letter) => ({ letter, text: '' })),
  struck: false,
  ...changes,
});
const march: PlanMeetingFacts = { meetingId: `${BODY}/2019-03-27`, bodyId: BODY, date: '2019-03-27', decisions: [decision()] };
const byMarch = { meetingId: march.meetingId, paragraph: '19' };
const cited = { meetingId: march.meetingId, decisionId: 'd-1', paragraph: '19', meetingDate: '2019-03-27' };

const on = (date: string, meeting: PlanMeetingFacts | null = null, more: Partial<PlanFacts> = {}): Circumstances<PlanFacts> => ({
  facts: { timeZone: 'Europe/London', meetings: ['2019-03-27', '2019-06-26'], holidays: [], meeting, ...more },
  happenedAt: `${date}T14:00:00.000Z`,
});

const adoptedData: PlanAdoptedData = {
  ...named,
  on: '2019-03-27',
  title: 'Proposals',
  kind: 'external-review',
  adopted: { by: 'cited', words: 'Agenda item 19' },
  saidOn: '2019-02-04',
  scale: [...USUAL_SCALE],
  exempt: false,
};
const adopted: PlanRecordEvent = { type: 'PlanAdopted', v: 1, data: adoptedData };
const sixMonths: Deadline = {
  words: '6 months',
  kind: 'range',
  earliest: '2019-02-04',
  latest: '2019-08-04',
  explanation: '6 months from 4 February 2019: by 4 August 2019',
};
const yearly: Deadline = {
  words: 'By 1st April 2019 and thereafter each year by end March',
  kind: 'recurring',
  latest: '2019-04-01',
  recurrence: 'yearly',
  thereafter: { month: 3, day: 31 },
  explanation: 'recurs yearly',
};
const details = (changes: Partial<PlanItemDetails> = {}): PlanItemDetails => ({
  number: '1. (i)',
  text: 'Leadership development is shared.',
  leads: [],
  due: sixMonths,
  implications: [],
  links: [],
  ...changes,
});
const added = (itemId: string, changes: Partial<PlanItemDetails> = {}): PlanRecordEvent => ({
  type: 'PlanItemAdded',
  v: 1,
  data: { ...item(itemId), on: '2019-03-27', details: details(changes), plan: { title: 'Proposals', exempt: false } },
});
const group: PlanRecordEvent = {
  type: 'PlanGroupAdded',
  v: 1,
  data: { ...named, on: '2019-03-27', group: { groupId: '1', heading: 'One' } },
};
const completed: PlanRecordEvent = { type: 'PlanItemCompleted', v: 1, data: { ...item('1.i'), on: '2019-06-01', words: 'Done.' } };
const superseded: PlanRecordEvent = { type: 'PlanItemSuperseded', v: 1, data: { ...item('1.i'), on: '2019-06-01', by: 'an Act' } };
const dropped: PlanRecordEvent = { type: 'PlanItemDropped', v: 1, data: { ...item('1.i'), on: '2019-06-01', reason: 'Not needed.' } };
const closed: PlanRecordEvent = { type: 'PlanClosed', v: 1, data: { ...named, on: '2019-06-01', reason: 'Replaced.' } };

const plan = (...events: PlanRecordEvent[]) => given(planHistory, [adopted, group, added('1.i', { groupId: '1' }), ...events]);
const adopting = { title: 'Proposals', kind: 'external-review' as const, cited: 'Agenda item 19' };

describe('a plan', () => {
  describe('being adopted', () => {
    const adopt = (data: object, circumstances = on('2019-03-27', march)) =>
      given(planHistory).when(planDecider, ask(AdoptPlan, TARGET, { ...adopting, ...data }, circumstances));

    it('cites what is not in the system, and counts from the day it was said', () =>
      adopt({ saidOn: '2019-02-04' }).then({ type: 'PlanAdopted', v: 1, data: adoptedData }));

    it('stands on a decision of the body, found by its paragraph, from the day of the meeting', () =>
      adopt({ cited: undefined, decision: { ...byMarch, part: 'a' } }, on('2019-05-01', march)).thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({
          on: '2019-03-27',
          saidOn: '2019-03-27',
          adopted: { by: 'decision', decision: { ...cited, part: 'a' } },
        }),
      ));

    it('may be said to be exempt by itself, and says when it is reviewed', () =>
      adopt({ cited: undefined, decision: byMarch, review: 'in two years', exempt: true }, on('2019-03-27', march)).thenAccepted(
        ([event]) => expect(event?.data).toMatchObject({ exempt: true, review: { words: 'in two years', latest: '2021-03-27' } }),
      ));

    it.each([
      ['plan.body-unknown', {}, on('2019-03-27', null, { timeZone: null })],
      ['plan.adoption-missing', { cited: undefined }, on('2019-03-27')],
      ['plan.adoption-twice', { decision: byMarch }, on('2019-03-27', march)],
      ['plan.meeting-unknown', { cited: undefined, decision: byMarch }, on('2019-03-27')],
      ['plan.decision-of-another-body', { cited: undefined, decision: byMarch }, on('2019-03-27', { ...march, bodyId: 'nhs' })],
      ['plan.decision-missing', { cited: undefined, decision: { meetingId: march.meetingId } }, on('2019-03-27', march)],
      ['plan.decision-unknown', { cited: undefined, decision: { ...byMarch, paragraph: '20' } }, on('2019-03-27', march)],
      [
        'plan.decision-struck',
        { cited: undefined, decision: byMarch },
        on('2019-03-27', { ...march, decisions: [decision({ struck: true })] }),
      ],
      [
        'plan.decision-ambiguous',
        { cited: undefined, decision: byMarch },
        on('2019-03-27', { ...march, decisions: [decision(), decision({ decisionId: 'd-2' })] }),
      ],
      ['plan.part-unknown', { cited: undefined, decision: { ...byMarch, part: 'z' } }, on('2019-03-27', march)],
      ['plan.before-its-decision', { cited: undefined, decision: byMarch, on: '2019-03-26' }, on('2019-03-27', march)],
      ['plan.later-than-now', { on: '2019-03-28' }, on('2019-03-27')],
      ['plan.scale-repeats', { scale: ['low', 'low'] }, on('2019-03-27')],
    ])('is refused: %s', (code, data, circumstances) => adopt(data, circumstances).thenRefused(code));
  });

  describe('getting items', () => {
    const add = (data: object) => plan().when(planDecider, ask(AddPlanItem, TARGET, { items: [], ...data }, on('2019-04-01')));
    const one = { itemId: '1.ii', text: 'Relationships improve.', leads: [] };

    it('adds headings and several items at once, each with the deadline its words give from the plan’s day', () =>
      add({
        groups: [
          { groupId: '2', heading: 'Two' },
          { groupId: '2.1', heading: 'Under two', within: '2' },
        ],
        items: [
          { ...one, group: '2.1', due: '6 months', links: [{ item: '2.i', words: 'see 2 (i)' }] },
          { ...one, itemId: '2.i', due: '3 - 6 months', dueSaidOn: '2019-03-27' },
        ],
      }).thenAccepted((events) => {
        expect(events.map(({ type }) => type)).toEqual(['PlanGroupAdded', 'PlanGroupAdded', 'PlanItemAdded', 'PlanItemAdded']);
        expect(events[2]?.data).toMatchObject({ details: { groupId: '2.1', due: sixMonths }, plan: { title: 'Proposals' } });
        expect(events[3]?.data).toMatchObject({ details: { due: { earliest: '2019-06-27', latest: '2019-09-27' } } });
      }));

    it('has no deadline where nothing is said, and the clerk’s dates where they are given', () =>
      add({ items: [one, { ...one, itemId: 'x', due: 'in due course', dueDates: { latest: '2019-12-31' } }] }).thenAccepted((events) => {
        expect(events[0]?.data).toMatchObject({ details: { due: { words: '', kind: 'none' } } });
        expect(events[1]?.data).toMatchObject({ details: { due: { words: 'in due course', latest: '2019-12-31' } } });
      }));

    it.each([
      ['plan-item.exists', { items: [{ ...one, itemId: '1.i' }] }, 'items.0.itemId'],
      ['plan-item.exists', { items: [one, one] }, 'items.1.itemId'],
      ['plan.group-exists', { groups: [{ groupId: '1', heading: 'Again' }], items: [one] }, 'groups.0.groupId'],
      ['plan.group-unknown', { groups: [{ groupId: '2', heading: 'Two', within: '9' }], items: [one] }, 'groups.0.within'],
      ['plan.group-unknown', { items: [{ ...one, group: '9' }] }, 'items.0.group'],
      ['plan-item.link-unknown', { items: [{ ...one, links: [{ item: '9', words: 'see 9' }] }] }, 'items.0.links.0.item'],
      ['plan-item.link-unknown', { items: [{ ...one, links: [{ item: '1.ii', words: 'itself' }] }] }, 'items.0.links.0.item'],
      [
        'plan.dates-reversed',
        { items: [{ ...one, dueDates: { earliest: '2020-01-01', latest: '2019-01-01' } }] },
        'items.0.dueDates.latest',
      ],
      ['plan.before-adoption', { items: [one], on: '2019-03-26' }, 'on'],
      ['plan.later-than-now', { items: [one], on: '2019-04-02' }, 'on'],
    ])('is refused: %s', (code, data, field) => add(data).thenRefused(code, { field }));

    it('is refused before the plan is adopted', () =>
      given(planHistory)
        .when(planDecider, ask(AddPlanItem, TARGET, { items: [one] }, on('2019-04-01')))
        .thenRefused('plan.not-adopted'));
  });

  describe('being reviewed, closed and reopened', () => {
    it('is reviewed by a decision and says when again', () =>
      plan()
        .when(
          planDecider,
          ask(ReviewPlan, TARGET, { outcome: 'It stands.', nextReview: 'in one year', decision: byMarch }, on('2019-05-01', march)),
        )
        .thenAccepted(([event]) =>
          expect(event).toMatchObject({
            type: 'PlanReviewed',
            data: { on: '2019-03-27', decision: cited, nextReview: { latest: '2020-03-27' }, plan: { title: 'Proposals' } },
          }),
        ));

    it('takes its open items with it', () =>
      plan()
        .when(
          planDecider,
          ask(ClosePlan, TARGET, { reason: 'Replaced.', openItems: 'superseded', supersededBy: 'the new plan' }, on('2019-06-01')),
        )
        .then({ type: 'PlanItemSuperseded', v: 1, data: { ...item('1.i'), on: '2019-06-01', by: 'the new plan' } }, closed));

    it('may drop them instead, and leaves alone what is achieved', () => {
      plan(added('1.ii'), completed)
        .when(planDecider, ask(ClosePlan, TARGET, { reason: 'Replaced.', openItems: 'dropped' }, on('2019-06-01')))
        .then({ type: 'PlanItemDropped', v: 1, data: { ...item('1.ii'), on: '2019-06-01', reason: 'Replaced.' } }, closed);
      plan(completed)
        .when(planDecider, ask(ClosePlan, TARGET, { reason: 'Replaced.' }, on('2019-06-01')))
        .then(closed);
    });

    it('is not closed over open items without a word on them', () =>
      plan()
        .when(planDecider, ask(ClosePlan, TARGET, { reason: 'Replaced.' }, on('2019-06-01')))
        .thenRefused('plan.items-open', { field: 'openItems', detail: { items: ['1.i'] } }));

    it('is not closed before the last step of an item that is open', () =>
      plan(completed, { type: 'PlanItemReopened', v: 1, data: { ...item('1.i'), on: '2019-06-02', reason: 'No.' } })
        .when(planDecider, ask(ClosePlan, TARGET, { reason: 'Replaced.', openItems: 'dropped' }, on('2019-06-01')))
        .thenRefused('plan-item.before-its-last-step', {
          detail: { on: '2019-06-01', addedOn: '2019-03-27', lastStepOn: '2019-06-02', item: '1.i' },
        }));

    it('is refused everything else once closed, until it is reopened', () => {
      const one = { itemId: 'x', text: 'More.', leads: [] };
      for (const command of [
        ask(AddPlanItem, TARGET, { items: [one] }, on('2019-07-01')),
        ask(ReviewPlan, TARGET, { outcome: 'It stands.' }, on('2019-07-01')),
        ask(ClosePlan, TARGET, { reason: 'Again.' }, on('2019-07-01')),
        ask(ReportAchievement, TARGET, { item: '1.i', words: 'More.' }, on('2019-07-01')),
        ask(ReopenPlanItem, TARGET, { item: '1.i', reason: 'More.' }, on('2019-07-01')),
      ])
        plan(dropped, closed).when(planDecider, command).thenRefused('plan.closed');
      plan(dropped, closed)
        .when(planDecider, ask(ReopenPlan, TARGET, { reason: 'By mistake.' }, on('2019-07-01')))
        .and(planDecider, ask(ReopenPlanItem, TARGET, { item: '1.i', reason: 'More.' }, on('2019-07-01')))
        .thenAccepted();
    });

    it('is not reopened while open, nor before it was closed; reviews keep the order of their days', () => {
      plan()
        .when(planDecider, ask(ReopenPlan, TARGET, { reason: 'No.' }, on('2019-07-01')))
        .thenRefused('plan.open-already');
      plan(dropped, closed)
        .when(planDecider, ask(ReopenPlan, TARGET, { reason: 'No.' }, on('2019-05-01')))
        .thenRefused('plan.before-its-last-step');
      plan({ type: 'PlanReviewed', v: 1, data: { ...named, on: '2019-06-01', outcome: 'It stands.', plan: { title: 'P', exempt: false } } })
        .when(planDecider, ask(ReviewPlan, TARGET, { outcome: 'Again.', on: '2019-05-31' }, on('2019-07-01')))
        .thenRefused('plan.before-its-last-step');
    });

    it('is corrected with a reason, and names its items so that their deadlines follow', () => {
      plan()
        .when(planDecider, ask(CorrectPlan, TARGET, { exempt: true, reason: 'Taken in private.' }, on('2019-07-01')))
        .then({
          type: 'PlanCorrected',
          v: 1,
          data: { ...named, on: '2019-07-01', changes: { exempt: true }, itemIds: ['1.i'], reason: 'Taken in private.' },
        });
      plan()
        .when(planDecider, ask(CorrectPlan, TARGET, { reason: 'Nothing.' }, on('2019-07-01')))
        .thenRefused('plan.nothing-given');
    });
  });
});

describe('an item of a plan', () => {
  const july = on('2019-07-01', march);
  const one = { item: '1.i' };

  it('is amended by a decision or for a reason, its deadline counted from that day', () => {
    plan()
      .when(planDecider, ask(AmendPlanItem, TARGET, { ...one, due: '3 months', text: 'Anew.', decision: byMarch, on: '2019-07-01' }, july))
      .thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({ changes: { text: 'Anew.', due: { latest: '2019-10-01' } }, decision: cited }),
      );
    plan()
      .when(planDecider, ask(AmendPlanItem, TARGET, { ...one, due: '3 months', dueSaidOn: '2019-06-01', reason: 'Late.' }, july))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ changes: { due: { latest: '2019-09-01' } }, reason: 'Late.' }));
  });

  it('keeps its earlier wording', () =>
    plan()
      .when(planDecider, ask(AmendPlanItem, TARGET, { ...one, text: 'Anew.', measure: 'Counted.', reason: 'Clearer.' }, july))
      .thenAccepted((events) =>
        expect(plan(...(events as PlanRecordEvent[])).state?.items[0]).toMatchObject({
          text: 'Anew.',
          amendments: [{ was: { text: 'Leadership development is shared.' }, reason: 'Clearer.' }],
        }),
      ));

  it.each([
    ['plan-item.reason-missing', { ...one, text: 'Anew.' }],
    ['plan.nothing-given', { ...one, reason: 'Nothing.' }],
    ['plan.group-unknown', { ...one, group: '9', reason: 'Moved.' }],
    ['plan-item.link-unknown', { ...one, links: [{ item: '9', words: 'see 9' }], reason: 'Linked.' }],
    ['plan.dates-reversed', { ...one, dueDates: { earliest: '2020-01-01', latest: '2019-01-01' }, reason: 'Late.' }],
    ['plan-item.unknown', { item: '9', text: 'Anew.', reason: 'No.' }],
  ])('is not amended: %s', (code, data) =>
    plan()
      .when(planDecider, ask(AmendPlanItem, TARGET, data as never, july))
      .thenRefused(code),
  );

  it('is reported on and evaluated on the plan’s scale', () => {
    plan()
      .when(planDecider, ask(ReportAchievement, TARGET, { ...one, words: 'An audit.', reportedBy: 'Sally Shaw', on: '2019-06-30' }, july))
      .then({
        type: 'PlanItemAchievementReported',
        v: 1,
        data: { ...item('1.i'), on: '2019-06-30', words: 'An audit.', reportedBy: 'Sally Shaw' },
      });
    plan()
      .when(planDecider, ask(SelfEvaluateItem, TARGET, { ...one, rating: 'established', evidence: 'Joint.' }, july))
      .then({ type: 'PlanItemSelfEvaluated', v: 1, data: { ...item('1.i'), on: '2019-07-01', rating: 'established', evidence: 'Joint.' } });
    plan()
      .when(planDecider, ask(SelfEvaluateItem, TARGET, { ...one, rating: 'perfect' }, july))
      .thenRefused('plan-item.rating-unknown', { detail: { scale: [...USUAL_SCALE] } });
  });

  it('is met for one occurrence, past or the next, and then falls due at the following one', () => {
    const recurring = () => given(planHistory, [adopted, added('1.i', { due: yearly })]);
    const met = (occurrence: string) => ask(CompletePlanItem, TARGET, { ...one, words: 'Done.', occurrence }, july);
    recurring()
      .when(planDecider, met('2019-04-01'))
      .then({
        type: 'PlanItemOccurrenceMet',
        v: 1,
        data: {
          ...item('1.i'),
          on: '2019-07-01',
          occurrence: '2019-04-01',
          words: 'Done.',
          next: { ...yearly, first: '2019-04-01', latest: '2020-03-31' },
        },
      });
    recurring()
      .when(planDecider, met('2020-03-31'))
      .and(planDecider, met('2019-04-01'))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ next: { latest: '2021-03-31' } }));
    recurring().when(planDecider, met('2020-03-31')).and(planDecider, met('2020-03-31')).thenRefused('plan-item.occurrence-met');
    recurring().when(planDecider, met('2020-04-01')).thenRefused('plan-item.occurrence-unknown', { field: 'occurrence' });
    recurring().when(planDecider, met('2021-03-31')).thenRefused('plan-item.occurrence-unknown');
    plan().when(planDecider, met('2019-08-04')).thenRefused('plan-item.occurrence-unknown');
  });

  it('does not supersede itself', () =>
    plan()
      .when(planDecider, ask(SupersedePlanItem, TARGET, { ...one, by: 'itself', ref: `plan:${TARGET}#1.i` }, july))
      .thenRefused('plan-item.supersedes-itself', { field: 'ref' }));

  const steps = {
    ReportAchievement: ask(ReportAchievement, TARGET, { ...one, words: 'More.' }, july),
    SelfEvaluateItem: ask(SelfEvaluateItem, TARGET, { ...one, rating: 'established' }, july),
    AmendPlanItem: ask(AmendPlanItem, TARGET, { ...one, text: 'Anew.', reason: 'Clearer.' }, july),
    CompletePlanItem: ask(CompletePlanItem, TARGET, { ...one, words: 'Done.', decision: byMarch, on: '2019-07-01' }, july),
    SupersedePlanItem: ask(SupersedePlanItem, TARGET, { ...one, by: 'an Act', words: 'Superseded.' }, july),
    DropPlanItem: ask(DropPlanItem, TARGET, { ...one, reason: 'Not needed.' }, july),
    ReopenPlanItem: ask(ReopenPlanItem, TARGET, { ...one, reason: 'Not done.' }, july),
  };
  const LAW: readonly (readonly [string, readonly PlanRecordEvent[], Readonly<Record<string, string>>])[] = [
    ['open', [], { ReopenPlanItem: 'plan-item.open-already' }],
    [
      'achieved',
      [completed],
      Object.fromEntries(
        ['AmendPlanItem', 'CompletePlanItem', 'SupersedePlanItem', 'DropPlanItem'].map((step) => [step, 'plan-item.achieved']),
      ),
    ],
    [
      'superseded',
      [superseded],
      Object.fromEntries(
        Object.keys(steps)
          .filter((step) => step !== 'ReopenPlanItem')
          .map((step) => [step, 'plan-item.superseded']),
      ),
    ],
    [
      'dropped',
      [dropped],
      Object.fromEntries(
        Object.keys(steps)
          .filter((step) => step !== 'ReopenPlanItem')
          .map((step) => [step, 'plan-item.dropped']),
      ),
    ],
  ];

  it.each(LAW)('that is %s may be done to what the law allows, and nothing else', (_standing, events, refused) => {
    for (const [step, command] of Object.entries(steps)) {
      const then = plan(...events).when(planDecider, command);
      if (refused[step]) then.thenRefused(refused[step]);
      else then.thenAccepted();
    }
  });

  it('has nothing happen to it before it was added, and its steps in the order of their days', () => {
    plan(completed)
      .when(planDecider, ask(ReopenPlanItem, TARGET, { ...one, reason: 'No.', on: '2019-05-31' }, july))
      .thenRefused('plan-item.before-its-last-step', { field: 'on' });
    given(planHistory, [{ ...adopted, data: { ...adoptedData, on: '2019-01-01' } }, added('1.i')])
      .when(planDecider, ask(ReportAchievement, TARGET, { ...one, words: 'Early.', on: '2019-03-26' }, july))
      .thenRefused('plan-item.before-it-was-added', { field: 'on' });
  });
});
