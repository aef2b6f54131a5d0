import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/decider-spec.js';
import { type Recorded } from '../../kernel/event.js';
import { DECIDED_IN_PRIVATE } from '../../kernel/exempt.js';
import { type BodyLifeEvent } from './body-life.events.js';
import { tellingWithout } from './life-in-private.js';

const decision = { meetingId: 'board/2016-03-03', decisionId: 'd-1', paragraph: '4' };
const exempt = new Set(['board/2016-03-03#d-1']);
const body = { bodyId: 'group' };
const told = (...events: BodyLifeEvent[]): object[] => {
  const telling = tellingWithout(exempt);
  return events.map((event) => telling(at({}, event) as Recorded<BodyLifeEvent>).data);
};

describe('a step of a body’s life that rests on an exempt decision', () => {
  it('tells that it was taken and when, and none of its words', () => {
    const until = { words: 'when Ann is back', kind: 'none', explanation: 'when Ann is back' } as const;
    expect(told({ type: 'SabbaticalBegun', v: 1, data: { ...body, from: '2016-03-03', until, reason: 'Secret', decision } })).toEqual([
      { ...body, from: '2016-03-03', reason: DECIDED_IN_PRIVATE },
    ]);
    const remit = {
      ...body,
      kind: 'plan',
      words: 'Secret',
      link: 'https://secret',
      from: '2016-03-03',
      decision,
      source: 'Secret',
    } as const;
    expect(told({ type: 'RemitRecorded', v: 1, data: remit })).toEqual([
      { ...body, kind: 'plan', words: DECIDED_IN_PRIVATE, from: '2016-03-03' },
    ]);
  });

  it('tells neither of what it began nor how much money it is of', () => {
    const deadline = { words: 'Secret', kind: 'month', earliest: '2016-04-01', latest: '2016-04-30', explanation: 'Secret' } as const;
    const amount = { pence: 123_456, currency: 'GBP' } as const;
    const events = told(
      {
        type: 'BudgetDelegated',
        v: 1,
        data: { ...body, budgetId: 'b', title: 'Secret', on: '2016-03-03', amount, phases: [{ phaseId: 'p', deadline, amount }], decision },
      },
      {
        type: 'BudgetChanged',
        v: 1,
        data: { ...body, budgetId: 'b', on: '2016-03-04', changes: { amount }, dropped: ['p'], reason: 'Secret' },
      },
      { type: 'BudgetPhaseDated', v: 1, data: { ...body, budgetId: 'b', phaseId: 'p', deadline } },
    );
    expect(JSON.stringify(events)).not.toMatch(/Secret|123456|2016-04/);
    expect(events[1]).toMatchObject({ changes: { toBeDefined: DECIDED_IN_PRIVATE }, dropped: ['p'] });
  });

  it('leaves what a public decision began anew as it is', () => {
    const conditions = [{ conditionId: 'c', title: 'A remit' }];
    const set = { ...body, on: '2016-03-03', conditions };
    const shown = { ...body, condition: 'c', words: 'Written', on: '2016-03-04' };
    const [, hidden, again, open] = told(
      { type: 'ReadinessConditionsSet', v: 1, data: { ...set, decision } },
      { type: 'ConditionEvidenced', v: 1, data: shown },
      { type: 'ReadinessConditionsSet', v: 1, data: set },
      { type: 'ConditionEvidenced', v: 1, data: shown },
    );
    expect(hidden).toMatchObject({ words: DECIDED_IN_PRIVATE });
    expect([again, open]).toEqual([set, shown]);
  });
});
