import { describe, expect, it } from '@jest/globals';
import { ask, given } from '../../../test/support/decider-spec.js';
import { CreateSeat, EstablishBody, PlaceBodyUnder } from './bodies.commands.js';
import {
  AdoptDormancyRule,
  BeginBudgetPhase,
  BeginSabbatical,
  bodyLifeCommands,
  ChangeBudget,
  ChangeLocality,
  DefineLocality,
  DelegateBudget,
  DissolveBody,
  EndLocality,
  EndSabbatical,
  EvidenceCondition,
  NamePathfinder,
  PlaceSeatInSector,
  PlanConstitutionReview,
  ProposeBody,
  RecordDormant,
  RecordRemit,
  RelaunchBody,
  ReviewConstitution,
  ReviewPathfinder,
  ServeLocality,
  SetReadinessConditions,
  WithdrawEvidence,
} from './body-life.commands.js';
import { bodyDecider } from './body.decider.js';
import { type BodyEvent } from './body.events.js';
import { bodyHistory } from './body.state.js';
import { type LifeFacts } from './life.facts.js';

const BODY = 'eildon';
const proposed: BodyEvent = {
  type: 'BodyProposed',
  v: 1,
  data: { bodyId: BODY, name: 'Eildon', kind: 'locality-group', on: '2016-01-01', timeZone: 'Europe/London', source: 'Report' },
};
const established: BodyEvent = {
  type: 'BodyEstablished',
  v: 1,
  data: { bodyId: BODY, name: 'Eildon', kind: 'locality-group', on: '2016-07-01', timeZone: 'Europe/London' },
};
const group = given(bodyHistory, [established]);
const proposal = given(bodyHistory, [proposed]);
const launch = (on?: string, facts?: Partial<LifeFacts>) =>
  ask(EstablishBody, BODY, { name: 'Eildon', kind: 'locality-group', ...(on && { on }) }, { facts });
const held = (...days: readonly string[]) => ({ facts: { held: days } });
const meeting = {
  meetingId: 'board/2016-06-09',
  decisions: [
    { decisionId: 'd-1', paragraph: '4', parts: ['a', 'b'].map((letter) => ({ letter, text: '' })), struck: false },
    { decisionId: 'd-2', paragraph: '5', parts: [], struck: false },
    { decisionId: 'd-3', paragraph: '5', parts: [], struck: false },
    { decisionId: 'd-4', paragraph: '6', parts: [], struck: true },
  ],
};

describe('a body that is proposed', () => {
  const propose = (data: object = {}, facts?: Partial<LifeFacts>) =>
    ask(ProposeBody, BODY, { name: 'Eildon', kind: 'team', ...data }, { facts });
  it('is not established yet, and names the decision that proposes it', () =>
    given(bodyHistory)
      .when(bodyDecider, propose({ on: '2016-06-09', decision: { meetingId: 'board/2016-06-09', paragraph: '4', part: 'b' } }, { meeting }))
      .then({
        type: 'BodyProposed',
        v: 1,
        data: {
          bodyId: BODY,
          name: 'Eildon',
          kind: 'team',
          on: '2016-06-09',
          timeZone: 'Europe/London',
          decision: { meetingId: 'board/2016-06-09', decisionId: 'd-1', paragraph: '4', part: 'b' },
        },
      }));
  it.each([
    [{ meetingId: 'board/2016-06-09' }, 'body.decision-unnamed'],
    [{ meetingId: 'board/2016-06-09', paragraph: '9' }, 'body.decision-unknown'],
    [{ meetingId: 'board/2016-06-09', decisionId: 'd-4' }, 'body.decision-unknown'],
    [{ meetingId: 'board/2016-06-09', paragraph: '5' }, 'body.decision-ambiguous'],
    [{ meetingId: 'board/2016-06-09', decisionId: 'd-1', part: 'c' }, 'body.part-unknown'],
  ])('names a decision there is: %j', (decision, code) =>
    given(bodyHistory).when(bodyDecider, propose({ decision }, { meeting })).thenRefused(code),
  );
  it('sits in a time zone there is', () =>
    given(bodyHistory)
      .when(bodyDecider, propose({ timeZone: 'Europe/Atlantis' }))
      .thenRefused('body.time-zone-unknown'));
  it('is not called as the address of the tree is', () => {
    given(bodyHistory)
      .when(bodyDecider, ask(ProposeBody, 'tree', { name: 'Tree', kind: 'team' }))
      .thenRefused('body.id-taken');
    given(bodyHistory)
      .when(bodyDecider, ask(EstablishBody, 'tree', { name: 'Tree', kind: 'team' }))
      .thenRefused('body.id-taken');
  });
  it('has its place, its readiness and its budget, and no seats', () => {
    proposal
      .when(bodyDecider, ask(PlaceBodyUnder, BODY, { parentId: 'board', from: '2016-01-01' }, { facts: { parentExists: true, above: [] } }))
      .thenAccepted();
    proposal.when(bodyDecider, ask(CreateSeat, BODY, { label: 'NHS' })).thenRefused('body.not-established');
    proposal.when(bodyDecider, ask(RelaunchBody, BODY, { on: '2016-07-01' })).thenRefused('body.not-established');
  });
  it('is established, not before it was proposed, and once', () => {
    proposal.when(bodyDecider, launch('2016-07-01')).then(established);
    proposal.when(bodyDecider, launch('2015-12-31')).thenRefused('body.dates-out-of-order');
    proposal.when(bodyDecider, launch('2016-07-01')).and(bodyDecider, launch('2016-08-01')).thenRefused('body.established-already');
    proposal.when(bodyDecider, launch()).thenAccepted(([event]) => expect(event?.data).toMatchObject({ on: '2016-03-03' }));
  });
  it('is not established once its proposal is dropped', () =>
    proposal
      .when(bodyDecider, ask(DissolveBody, BODY, { on: '2016-02-01', reason: 'Dropped' }))
      .and(bodyDecider, launch('2016-07-01'))
      .thenRefused('body.dissolved'));
  it('waits for the review of its pathfinder to say proceed', () => {
    const gate = (proceedOn: string | null) => ({ gates: [{ pathfinderId: 'p', proceedOn, reviewAt: 'in September' }] });
    proposal.when(bodyDecider, launch('2016-07-01', gate(null))).thenRefused('body.gated');
    proposal.when(bodyDecider, launch('2016-07-01', gate('2016-07-02'))).thenRefused('body.gated');
    proposal.when(bodyDecider, launch('2016-07-01', gate('2016-07-01'))).thenAccepted();
  });
});

describe('the readiness of a body', () => {
  const conditions = [
    { conditionId: 'remit', title: 'A remit' },
    { conditionId: 'leader', title: 'A leader' },
  ];
  const set = ask(SetReadinessConditions, BODY, { conditions, on: '2016-02-01' });
  const seen = (condition: string, on = '2016-03-01') => ask(EvidenceCondition, BODY, { condition, words: 'Seen', on });
  const gone = (on: string) => ask(WithdrawEvidence, BODY, { condition: 'remit', reason: 'Unclear', on });

  it('keeps it from being launched while a condition lacks evidence, and names which', () => {
    const lacks = (...ids: readonly string[]) => ({
      detail: { lacking: conditions.filter(({ conditionId }) => ids.includes(conditionId)) },
    });
    proposal.when(bodyDecider, set).and(bodyDecider, launch('2016-07-01')).thenRefused('body.not-ready', lacks('remit', 'leader'));
    const one = proposal.when(bodyDecider, set).and(bodyDecider, seen('remit'));
    one.and(bodyDecider, launch('2016-07-01')).thenRefused('body.not-ready', lacks('leader'));
    const both = one.and(bodyDecider, seen('leader'));
    both.and(bodyDecider, launch('2016-07-01')).thenAccepted();
    both.and(bodyDecider, launch('2016-02-29')).thenRefused('body.not-ready');
    both.and(bodyDecider, gone('2016-06-01')).and(bodyDecider, launch('2016-07-01')).thenRefused('body.not-ready', lacks('remit'));
  });
  it('has conditions with ids of their own, which keep their evidence when they are laid down anew', () => {
    proposal
      .when(bodyDecider, ask(SetReadinessConditions, BODY, { conditions: [conditions[0]!, conditions[0]!] }))
      .thenRefused('condition.twice', { field: 'conditions.1.conditionId' });
    proposal
      .when(bodyDecider, set)
      .and(bodyDecider, seen('remit'))
      .and(bodyDecider, ask(SetReadinessConditions, BODY, { conditions: [conditions[0]!] }))
      .and(bodyDecider, launch('2016-07-01'))
      .thenAccepted();
  });
  it('is evidenced once until that is withdrawn', () => {
    const one = proposal.when(bodyDecider, set).and(bodyDecider, seen('remit'));
    one.and(bodyDecider, seen('remit')).thenRefused('condition.evidenced-already');
    proposal.when(bodyDecider, seen('remit')).thenRefused('condition.unknown');
    proposal.when(bodyDecider, gone('2016-06-01')).thenRefused('condition.unknown');
    proposal.when(bodyDecider, set).and(bodyDecider, gone('2016-06-01')).thenRefused('condition.not-evidenced');
    one.and(bodyDecider, gone('2016-02-01')).thenRefused('condition.not-evidenced');
    one.and(bodyDecider, gone('2016-06-01')).and(bodyDecider, seen('remit', '2016-06-02')).thenAccepted();
  });
});

describe('a pathfinder', () => {
  const name = (gated = ['tweeddale'], facts?: Partial<LifeFacts>) =>
    ask(NamePathfinder, BODY, { gated, reviewAt: 'in September 2016', on: '2016-03-01' }, { facts });
  const review = (data: object = {}) =>
    ask(ReviewPathfinder, BODY, { on: '2016-09-20', outcome: 'proceed' as const, findings: 'It works', source: 'Minute', ...data });
  it('is named once, for other bodies there are', () => {
    proposal.when(bodyDecider, name()).and(bodyDecider, name()).thenRefused('pathfinder.named-already');
    proposal.when(bodyDecider, name([BODY])).thenRefused('pathfinder.gates-itself');
    proposal
      .when(bodyDecider, name(['x'], { unknownBodies: ['x'] }))
      .thenRefused('pathfinder.body-unknown', { detail: { unknown: ['x'] } });
  });
  it('is reviewed by the meeting that month', () =>
    proposal
      .when(
        bodyDecider,
        ask(
          NamePathfinder,
          BODY,
          { gated: ['a'], reviewAt: 'the September 2016 meeting', on: '2016-03-01' },
          { facts: { meetings: ['2016-09-21'] } },
        ),
      )
      .thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({ reviewAt: { latest: '2016-09-21', words: 'the September 2016 meeting' } }),
      ));
  it('is reviewed until the review says proceed, on grounds', () => {
    const named = proposal.when(bodyDecider, name());
    named
      .and(bodyDecider, review({ outcome: 'not-yet', nextReview: 'in January 2017' }))
      .and(bodyDecider, review())
      .thenAccepted();
    named.and(bodyDecider, review()).and(bodyDecider, review()).thenRefused('pathfinder.reviewed-already');
    named.and(bodyDecider, review({ on: '2016-02-28' })).thenRefused('body.dates-out-of-order');
    named.and(bodyDecider, review({ source: undefined })).thenRefused('body.grounds-missing');
    proposal.when(bodyDecider, review()).thenRefused('pathfinder.not-named');
  });
});

describe('a sabbatical', () => {
  const begin = (from: string, more: object = {}) => ask(BeginSabbatical, BODY, { from, reason: 'Recess', ...more });
  const end = (lastDay: string) => ask(EndSabbatical, BODY, { lastDay });
  const resting = group.when(bodyDecider, begin('2022-06-01', { until: 'August 2022' }));
  it('begins with what was planned for its end', () =>
    resting.thenAccepted(([event]) => expect(event?.data).toMatchObject({ until: { words: 'August 2022', latest: '2022-08-31' } })));
  it('ends once, not before it began', () => {
    resting.and(bodyDecider, end('2022-08-31')).and(bodyDecider, end('2022-09-30')).thenRefused('body.not-on-sabbatical');
    resting.and(bodyDecider, end('2022-05-31')).thenRefused('body.dates-out-of-order');
    group.when(bodyDecider, end('2022-08-31')).thenRefused('body.not-on-sabbatical');
  });
  it('is the only one at a time', () => {
    resting.and(bodyDecider, begin('2022-07-01')).thenRefused('body.on-sabbatical');
    resting.and(bodyDecider, end('2022-08-31')).and(bodyDecider, begin('2022-08-31')).thenRefused('body.on-sabbatical');
    resting.and(bodyDecider, end('2022-08-31')).and(bodyDecider, begin('2022-09-01')).thenAccepted();
  });
  it('is not planned to end before it begins, and is a body’s that there is', () => {
    group.when(bodyDecider, begin('2022-06-01', { until: 'by 1 May 2022' })).thenRefused('body.dates-out-of-order');
    group
      .when(bodyDecider, begin('2022-06-01', { untilDates: { earliest: '2022-09-01', latest: '2022-08-01' } }))
      .thenRefused('body.dates-out-of-order');
    group.when(bodyDecider, begin('2016-06-30')).thenRefused('body.before-its-day');
  });
  it('ends with a relaunch', () =>
    resting
      .and(bodyDecider, ask(RelaunchBody, BODY, { on: '2022-10-01' }))
      .and(bodyDecider, end('2022-10-31'))
      .thenRefused('body.not-on-sabbatical'));
});

describe('a body that is dormant', () => {
  const sleep = (from: string, facts = held()) => ask(RecordDormant, BODY, { from, reason: 'Nobody led it' }, facts);
  const relaunch = (on: string, facts?: Partial<LifeFacts>) => ask(RelaunchBody, BODY, { on }, { facts });
  const rule = (from: string, noMeetingForMonths?: number) =>
    ask(AdoptDormancyRule, BODY, { from, source: 'Standing orders', ...(noMeetingForMonths && { noMeetingForMonths }) });
  it('became so by the record, while it held no meetings', () => {
    group.when(bodyDecider, sleep('late 2017')).thenAccepted();
    group.when(bodyDecider, sleep('late 2017', held('2017-06-01'))).thenAccepted();
    group.when(bodyDecider, sleep('late 2017', held('2018-01-10'))).thenRefused('body.meets', { detail: { met: ['2018-01-10'] } });
    group.when(bodyDecider, sleep('2015')).thenRefused('body.before-its-day');
    group.when(bodyDecider, sleep('late 2017')).and(bodyDecider, sleep('in 2018')).thenRefused('body.dormant-already');
    group
      .when(bodyDecider, ask(RecordDormant, BODY, { from: 'x', fromDates: { earliest: '2018-02-01', latest: '2018-01-01' }, reason: 'x' }))
      .thenRefused('body.dates-out-of-order');
  });
  it('was not on a sabbatical', () =>
    group
      .when(bodyDecider, ask(BeginSabbatical, BODY, { from: '2017-06-01', reason: 'Recess' }))
      .and(bodyDecider, sleep('late 2017'))
      .thenRefused('body.on-sabbatical'));
  it('is relaunched, and only then', () => {
    const asleep = group.when(bodyDecider, sleep('late 2017'));
    asleep.and(bodyDecider, relaunch('2023-07-17')).then({ type: 'BodyRelaunched', v: 1, data: { bodyId: BODY, on: '2023-07-17' } });
    asleep.and(bodyDecider, relaunch('2017-06-01')).thenRefused('body.nothing-to-relaunch');
    asleep.and(bodyDecider, relaunch('2023-07-17')).and(bodyDecider, relaunch('2023-08-01')).thenRefused('body.nothing-to-relaunch');
    asleep
      .and(bodyDecider, relaunch('2023-07-17', { gates: [{ pathfinderId: 'p', proceedOn: null, reviewAt: '' }] }))
      .thenRefused('body.gated');
    group.when(bodyDecider, relaunch('2023-07-17')).thenRefused('body.nothing-to-relaunch');
  });
  it('may be so by its rule, until it meets', () => {
    const ruled = group.when(bodyDecider, rule('2016-07-01', 6));
    ruled.and(bodyDecider, relaunch('2017-01-02', { held: [] })).thenAccepted();
    ruled.and(bodyDecider, relaunch('2017-01-01', { held: [] })).thenRefused('body.nothing-to-relaunch');
    ruled.and(bodyDecider, relaunch('2017-01-02', { held: ['2016-12-01'] })).thenRefused('body.nothing-to-relaunch');
    ruled.and(bodyDecider, rule('2016-07-01', 3)).thenRefused('dormancy.same-day');
    ruled
      .and(bodyDecider, rule('2016-10-01'))
      .and(bodyDecider, relaunch('2018-01-01', { held: [] }))
      .thenRefused('body.nothing-to-relaunch');
  });
  it('is not relaunched within a sabbatical that is over before it ends', () =>
    group
      .when(bodyDecider, ask(BeginSabbatical, BODY, { from: '2022-06-01', reason: 'Recess' }))
      .and(bodyDecider, ask(EndSabbatical, BODY, { lastDay: '2022-08-31' }))
      .and(bodyDecider, relaunch('2022-08-01'))
      .thenRefused('body.on-sabbatical'));
});

describe('a body that is dissolved', () => {
  const dissolve = (on: string, facts = held()) => ask(DissolveBody, BODY, { on, reason: 'Ended' }, facts);
  it('ends with every clock it still has', () =>
    group
      .when(bodyDecider, ask(BeginSabbatical, BODY, { from: '2022-06-01', until: 'August 2022', reason: 'Recess' }))
      .and(
        bodyDecider,
        ask(DelegateBudget, BODY, { budgetId: 'b', title: 'B', toBeDefined: 'later', phases: [{ words: 'in 2030' }], on: '2022-06-01' }),
      )
      .and(bodyDecider, dissolve('2022-07-01'))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ clocks: ['sabbatical', 'budget-b-phase-1'] })));
  it('is so once, not before it is there, and not while it lives', () => {
    group.when(bodyDecider, dissolve('2022-07-01')).and(bodyDecider, dissolve('2022-08-01')).thenRefused('body.dissolved');
    group.when(bodyDecider, dissolve('2016-06-30')).thenRefused('body.before-its-day');
    group.when(bodyDecider, dissolve('2022-07-01', held('2022-07-01'))).thenRefused('body.meets');
    group
      .when(bodyDecider, ask(BeginSabbatical, BODY, { from: '2022-06-01', reason: 'Recess' }))
      .and(bodyDecider, dissolve('2022-06-01'))
      .thenRefused('body.later-facts');
  });
  it('has nothing begun on that day or later, and what began before still recorded', () => {
    const gone = group.when(bodyDecider, dissolve('2022-07-01'));
    gone.and(bodyDecider, ask(CreateSeat, BODY, { label: 'NHS', from: '2022-07-01' })).thenRefused('body.dissolved', { field: 'from' });
    gone.and(bodyDecider, ask(CreateSeat, BODY, { label: 'NHS', from: '2022-06-30' })).thenAccepted();
    gone.and(bodyDecider, ask(RelaunchBody, BODY, { on: '2022-07-02' })).thenRefused('body.dissolved', { field: 'on' });
  });
});

describe('a locality', () => {
  const define = (data: object = {}) => ask(DefineLocality, BODY, { localityId: 'north', name: 'North', ...data });
  const area = group.when(bodyDecider, define());
  const change = (data: object) => ask(ChangeLocality, BODY, { localityId: 'north', from: '2017-01-01', reason: 'Estimate', ...data });
  const end = (lastDay: string, localityId = 'north') => ask(EndLocality, BODY, { localityId, lastDay, reason: 'Redrawn' });
  it('begins with its body where nothing else is said, and may be of any size', () =>
    group.when(bodyDecider, define({ population: 35_000 })).then({
      type: 'LocalityDefined',
      v: 1,
      data: { bodyId: BODY, localityId: 'north', name: 'North', population: 35_000, from: '2016-07-01' },
    }));
  it('is defined once, of a body that is there', () => {
    area.and(bodyDecider, define()).thenRefused('locality.exists');
    group.when(bodyDecider, define({ from: '2016-06-30' })).thenRefused('body.before-its-day');
  });
  it('changes in something, once a day, in its days', () => {
    area.and(bodyDecider, change({ population: 100 })).thenAccepted();
    area.and(bodyDecider, change({ name: 'North' })).thenRefused('locality.unchanged');
    area
      .and(bodyDecider, change({ population: 1 }))
      .and(bodyDecider, change({ population: 2 }))
      .thenRefused('locality.unchanged');
    area.and(bodyDecider, change({ population: 1, from: '2016-06-30' })).thenRefused('locality.outside-its-days');
    area.and(bodyDecider, change({ localityId: 'south' })).thenRefused('locality.unknown');
  });
  it('ends once, after what is told of it', () => {
    area.and(bodyDecider, end('2020-01-01')).and(bodyDecider, end('2021-01-01')).thenRefused('locality.ended-already');
    area.and(bodyDecider, end('2016-06-30')).thenRefused('locality.outside-its-days');
    area.and(bodyDecider, end('2020-01-01', 'south')).thenRefused('locality.unknown');
    area
      .and(bodyDecider, end('2020-01-01'))
      .and(bodyDecider, change({ population: 1, from: '2020-01-02' }))
      .thenRefused('locality.outside-its-days');
  });
  it('is served by a group once, in its days', () => {
    const facts = { facts: { localities: [{ localityId: 'north', from: '2016-07-01', lastDay: '2020-01-01' }] } };
    const serve = (from: string, localityId = 'north') => ask(ServeLocality, BODY, { localityId, areaBodyId: 'area', from }, facts);
    group.when(bodyDecider, serve('2016-07-01')).and(bodyDecider, serve('2017-01-01')).thenRefused('locality.served-already');
    group.when(bodyDecider, serve('2020-01-02')).thenRefused('locality.outside-its-days');
    group.when(bodyDecider, serve('2016-07-01', 'south')).thenRefused('locality.unknown');
  });
});

describe('a delegated budget', () => {
  const words = '12-18 months after each group is established';
  const delegate = (data: object = {}) =>
    ask(DelegateBudget, BODY, { budgetId: 'b', title: 'Budget', on: '2016-07-01', amount: { pence: 1_000 }, ...data });
  const change = (data: object) => ask(ChangeBudget, BODY, { budgetId: 'b', on: '2016-08-01', reason: 'Agreed', ...data });
  const begin = (data: object = {}) => ask(BeginBudgetPhase, BODY, { budgetId: 'b', phaseId: 'phase-1', on: '2017-07-01', ...data });
  const phased = group.when(bodyDecider, delegate({ phases: [{ words, amount: { pence: 400 } }] }));
  it('falls due from the day the group is established', () => {
    const dates = { earliest: '2017-07-01', latest: '2018-01-01', words };
    phased.thenAccepted(([event]) => expect(event?.data).toMatchObject({ phases: [{ phaseId: 'phase-1', deadline: dates }] }));
    proposal
      .when(bodyDecider, delegate({ phases: [{ words }, { words: 'once the review is complete' }] }))
      .and(bodyDecider, launch('2016-07-01'))
      .thenAccepted((events) => {
        expect(events.map(({ type }) => type)).toEqual(['BodyEstablished', 'BudgetPhaseDated']);
        expect(events[1]?.data).toMatchObject({ phaseId: 'phase-1', deadline: dates });
      });
  });
  it('has an amount, or words for it, and phases that add up', () => {
    group.when(bodyDecider, delegate({ amount: undefined })).thenRefused('budget.amount-or-words');
    group.when(bodyDecider, delegate({ toBeDefined: 'later' })).thenRefused('budget.amount-or-words');
    group.when(bodyDecider, delegate({ phases: [{ words, amount: { pence: 1_001 } }] })).thenRefused('budget.phases-exceed');
    group
      .when(
        bodyDecider,
        delegate({
          phases: [
            { words, phaseId: 'a' },
            { words, phaseId: 'a' },
          ],
        }),
      )
      .thenRefused('budget.phase-twice', { field: 'phases.1.phaseId' });
    phased.and(bodyDecider, delegate()).thenRefused('budget.exists');
  });
  it('changes in something', () => {
    phased.and(bodyDecider, change({ amount: { pence: 500 } })).thenAccepted();
    phased.and(bodyDecider, change({ amount: { pence: 300 } })).thenRefused('budget.phases-exceed');
    phased.and(bodyDecider, change({ amount: { pence: 500 }, toBeDefined: 'later' })).thenRefused('budget.amount-or-words');
    phased.and(bodyDecider, change({})).thenRefused('budget.unchanged');
    phased.and(bodyDecider, change({ budgetId: 'c' })).thenRefused('budget.unknown');
    phased
      .and(bodyDecider, change({ phases: [{ phaseId: 'other', words: 'in 2030' }] }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ dropped: ['phase-1'] }));
  });
  it('has phases that begin once, and stay', () => {
    phased.and(bodyDecider, begin()).and(bodyDecider, begin()).thenRefused('budget.phase-begun-already');
    phased
      .and(bodyDecider, begin())
      .and(bodyDecider, change({ phases: [] }))
      .thenRefused('budget.phase-begun-already');
    phased.and(bodyDecider, begin({ phaseId: 'phase-2' })).thenRefused('budget.phase-unknown');
    phased.and(bodyDecider, begin({ budgetId: 'c' })).thenRefused('budget.unknown');
    phased.and(bodyDecider, begin({ on: '2016-06-30' })).thenRefused('body.before-its-day');
    group
      .when(bodyDecider, delegate({ on: '2017-01-01', phases: [{ words }] }))
      .and(bodyDecider, begin({ on: '2016-12-31' }))
      .thenRefused('body.dates-out-of-order');
  });
});

describe('what a body is for', () => {
  it('is recorded as its remit', () =>
    group
      .when(bodyDecider, ask(RecordRemit, BODY, { words: 'To map services', from: '2016-07-01' }))
      .then({ type: 'RemitRecorded', v: 1, data: { bodyId: BODY, kind: 'remit', words: 'To map services', from: '2016-07-01' } }));
  it('is spoken for in its seats by sectors', () => {
    const place = (sector: string, from?: string) => ask(PlaceSeatInSector, BODY, { seatId: 'rsl', sector, ...(from && { from }) });
    const seat = group.when(bodyDecider, ask(CreateSeat, BODY, { seatId: 'rsl', label: 'RSL' }));
    seat.and(bodyDecider, place('housing')).and(bodyDecider, place('third-sector', '2018-01-01')).thenAccepted();
    seat.and(bodyDecider, place('housing')).and(bodyDecider, place('housing', '2018-01-01')).thenRefused('seat.sector-unchanged');
    seat.and(bodyDecider, place('housing', '2016-06-30')).thenRefused('seat.before-its-day');
    group.when(bodyDecider, place('housing')).thenRefused('seat.unknown');
  });
  it('is reviewed when that is planned', () => {
    const plan = ask(PlanConstitutionReview, BODY, { words: 'in two years', on: '2016-07-01' });
    const review = ask(ReviewConstitution, BODY, { on: '2018-07-01', findings: 'No change' });
    group.when(bodyDecider, plan).and(bodyDecider, review).and(bodyDecider, plan).thenAccepted();
    group.when(bodyDecider, plan).and(bodyDecider, plan).thenRefused('constitution.review-planned-already');
    group.when(bodyDecider, review).thenRefused('constitution.review-not-planned');
  });
});

describe('before there is a body', () => {
  it.each(bodyLifeCommands.filter((command) => command !== ProposeBody).map((command) => [command.spec.type, command] as const))(
    'there is no %s',
    (_type, command) =>
      given(bodyHistory)
        .when(bodyDecider, ask(command as never, BODY, command.spec.example))
        .thenRefused('body.not-established'),
  );
});
