import { describe, expect, it } from '@jest/globals';
import { ask, folded, recorded } from '../../../test/support/decider-spec.js';
import { type DueChange } from '../../kernel/due.js';
import { EstablishBody, VacateSeat } from './bodies.commands.js';
import { DelegateBudget, DissolveBody, ProposeBody } from './body-life.commands.js';
import { bodyDecider } from './body.decider.js';
import { bodyDues } from './body.due.js';
import { type BodyEvent } from './body.events.js';
import { bodyLinks } from './body.links.js';
import { bodyHistory } from './body.state.js';

const BODY = 'board';
const until = { words: 'August 2022', kind: 'month', earliest: '2022-08-01', latest: '2022-08-31', explanation: '' } as const;

/** The clocks that run after these events, by name, with the last day of each. */
function running(events: readonly BodyEvent[]): Record<string, string | undefined> {
  const clocks: Record<string, string | undefined> = {};
  for (const event of events) {
    const changes = (bodyDues[event.type] as ((event: unknown) => readonly DueChange[]) | undefined)?.(recorded(event)) ?? [];
    for (const change of changes) {
      if (change.change === 'falls-due') clocks[change.clock] = change.deadline.latest;
      else if (change.change !== 'carried') delete clocks[change.clock];
      else if (change.clock in clocks) clocks[change.clock] = change.deadline?.latest;
    }
  }
  return clocks;
}

function decided(commands: readonly unknown[], events: BodyEvent[] = []): BodyEvent[] {
  for (const command of commands) {
    const decision = bodyDecider.decide(command as never, folded(bodyHistory, events));
    if (!decision.accepted) throw new Error(decision.code);
    events.push(...decision.events);
  }
  return events;
}

const joint: BodyEvent = {
  type: 'BodyEstablished',
  v: 1,
  data: { bodyId: BODY, name: 'Board', kind: 'joint-board', timeZone: 'Europe/London' },
};
const seat: BodyEvent = {
  type: 'SeatCreated',
  v: 1,
  data: { bodyId: BODY, seatId: 'nhs', label: 'NHS', voting: true, from: '2016-04-01' },
};
const filled = (from: string, termEnds?: string): BodyEvent => ({
  type: 'SeatFilled',
  v: 1,
  data: { bodyId: BODY, seatId: 'nhs', holder: { personId: 'ana', name: 'Ana' }, from, ...(termEnds && { termEnds }) },
});

describe('what falls due in a body', () => {
  it('is the end of a term, until the seat is taken anew or left', () => {
    expect(running([filled('2016-04-01', '2019-03-31')])).toEqual({ 'term-nhs': '2019-03-31' });
    expect(running([filled('2016-04-01', '2019-03-31'), filled('2019-04-01')])).toEqual({});
  });
  it('is a vacancy of a joint board, after six months, until the seat is filled', () => {
    const events = decided([ask(VacateSeat, BODY, { seatId: 'nhs', lastDay: '2017-12-31' })], [joint, seat, filled('2016-04-01')]);
    expect(running(events)).toEqual({ 'vacancy-nhs': '2018-07-01' });
    expect(running([...events, filled('2018-05-01')])).toEqual({});
    const team = { ...joint, data: { ...joint.data, kind: 'team' } } as BodyEvent;
    expect(running(decided([ask(VacateSeat, BODY, { seatId: 'nhs', lastDay: '2017-12-31' })], [team, seat, filled('2016-04-01')]))).toEqual(
      {},
    );
  });
  it('is the end of a sabbatical', () => {
    const begun: BodyEvent = { type: 'SabbaticalBegun', v: 1, data: { bodyId: BODY, from: '2022-06-01', until, reason: 'Recess' } };
    expect(running([begun])).toEqual({ sabbatical: '2022-08-31' });
    expect(running([begun, { type: 'BodyRelaunched', v: 1, data: { bodyId: BODY, on: '2022-10-01' } }])).toEqual({});
  });
  it('is the review of a pathfinder, put off while it is not yet time', () => {
    const named: BodyEvent = { type: 'PathfinderNamed', v: 1, data: { bodyId: BODY, gated: ['a'], on: '2022-01-01', reviewAt: until } };
    const review = (outcome: 'proceed' | 'not-yet', nextReview?: typeof until): BodyEvent => ({
      type: 'PathfinderReviewed',
      v: 1,
      data: { bodyId: BODY, on: '2022-08-01', outcome, findings: '', ...(nextReview && { nextReview }) },
    });
    expect(running([named])).toEqual({ 'pathfinder-review': '2022-08-31' });
    expect(running([named, review('not-yet', { ...until, latest: '2022-12-31' } as never)])).toEqual({ 'pathfinder-review': '2022-12-31' });
    expect(running([named, review('proceed')])).toEqual({});
  });
  it('is a phase of a budget: undated until the body is established, and dropped with it', () => {
    const proposed = decided([
      ask(ProposeBody, BODY, { name: 'Group', kind: 'locality-group', on: '2023-05-17' }),
      ask(DelegateBudget, BODY, {
        budgetId: 'b',
        title: 'Budget',
        toBeDefined: 'later',
        phases: [{ words: '12-18 months after each group is established' }],
        on: '2023-05-17',
      }),
    ]);
    expect(running(proposed)).toEqual({ 'budget-b-phase-1': undefined });
    const launched = decided([ask(EstablishBody, BODY, { name: 'Group', kind: 'locality-group', on: '2023-07-17' })], proposed);
    expect(running(launched)).toEqual({ 'budget-b-phase-1': '2025-01-17' });
    expect(running(decided([ask(DissolveBody, BODY, { on: '2024-01-01', reason: 'Ended' })], launched))).toEqual({});
  });
});

describe('what led to a body', () => {
  it('is the decision and the report that propose it', () => {
    const event: BodyEvent = {
      type: 'BodyProposed',
      v: 1,
      data: {
        bodyId: BODY,
        name: 'Board',
        kind: 'team',
        on: '2023-05-17',
        timeZone: 'Europe/London',
        report: 'ijb/cigs',
        decision: { meetingId: 'ijb/2023-05-17', decisionId: 'd-1', paragraph: '1' },
      },
    };
    expect(bodyLinks.BodyProposed!(recorded(event) as never)).toEqual([
      { from: 'ijb/2023-05-17#d-1', to: BODY, how: 'body proposed' },
      { from: 'report:ijb/cigs', to: BODY, how: 'body proposed' },
    ]);
  });
});
