import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Command } from '../../src/kernel/decider.js';
import { addDays, daysBetween } from '../../src/kernel/dates.js';
import { EstablishBody } from '../../src/slices/bodies/bodies.commands.js';
import {
  AdoptDormancyRule,
  BeginSabbatical,
  DissolveBody,
  EndSabbatical,
  EvidenceCondition,
  RecordDormant,
  RelaunchBody,
  SetReadinessConditions,
  WithdrawEvidence,
} from '../../src/slices/bodies/body-life.commands.js';
import { bodyDecider } from '../../src/slices/bodies/body.decider.js';
import { type BodyEvent } from '../../src/slices/bodies/body.events.js';
import { bodyHistory, type BodyState } from '../../src/slices/bodies/body.state.js';
import { type LifeOn, lifeOn } from '../../src/slices/bodies/life.js';
import { type LifeFacts } from '../../src/slices/bodies/life.facts.js';
import { nothingYet } from '../../src/slices/bodies/over-time.js';
import { type TreeNode, treeOn, type TreeRow } from '../../src/slices/bodies/views/tree/tree.js';
import { ask, folded, recorded } from '../support/decider-spec.js';
import { runs } from '../support/runs.js';

const BODY = 'group';
const START = '2016-01-31';
const DAYS = 600;
const day = (number: number): string => addDays(START, number);
const aDay = fc.integer({ min: 0, max: DAYS }).map(day);

/** Sabbaticals that do not overlap: gaps and lengths, one after another. */
const sabbaticals = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 120 })), { maxLength: 4 })
  .map((spans) => {
    let at = 0;
    return spans.map(([gap, length]) => {
      const from = day((at += gap));
      const lastDay = day((at += length) - 1);
      return { from, lastDay, reason: 'Recess' };
    });
  });

describe('dormancy', () => {
  it('comes when the days without a meeting, one by one and without sabbaticals, are as many as the months of the rule', () =>
    fc.assert(
      fc.property(sabbaticals, fc.array(aDay, { maxLength: 6 }), fc.integer({ min: 1, max: 14 }), aDay, (rests, met, months, date) => {
        const held = met.filter((one) => !rests.some(({ from, lastDay }) => from <= one && one <= lastDay));
        const overTime = { ...nothingYet, sabbaticals: rests, dormancyRules: [{ from: START, noMeetingForMonths: months, source: 'x' }] };
        const resting = (one: string) => rests.some(({ from, lastDay }) => from <= one && one <= lastDay);
        const lastSign = [START, ...held.filter((one) => one <= date)].sort().at(-1)!;
        const allowed = daysBetween(lastSign, Temporal.PlainDate.from(lastSign).add({ months }).toString());
        let counted = 0;
        for (let one = addDays(lastSign, 1); one <= date; one = addDays(one, 1)) if (!resting(one)) counted += 1;
        const expected = resting(date) ? 'sabbatical' : counted >= allowed ? 'dormant' : 'active';
        expect(lifeOn({ established: { on: START }, overTime, held }, date).state).toBe(expected);
      }),
      { numRuns: 150 },
    ));
});

/** A step somebody tries, so many days after the last that was taken; what is refused does not happen. */
const steps = fc.array(fc.record({ verb: fc.integer({ min: 0, max: 9 }), later: fc.integer({ min: -15, max: 60 }) }), {
  minLength: 5,
  maxLength: 25,
});

const commandOf = (verb: number, on: string, facts: Partial<LifeFacts>): Command => {
  const known = { facts };
  switch (verb) {
    case 0:
      return ask(EstablishBody, BODY, { name: 'Group', kind: 'locality-group', on }, known);
    case 1:
      return ask(BeginSabbatical, BODY, { from: on, reason: 'Recess' }, known);
    case 2:
      return ask(EndSabbatical, BODY, { lastDay: on }, known);
    case 3:
      return ask(RelaunchBody, BODY, { on }, known);
    case 4:
      return ask(DissolveBody, BODY, { on, reason: 'Ended' }, known);
    case 5:
      return ask(RecordDormant, BODY, { from: on, reason: 'Nobody led it' }, known);
    case 6:
      return ask(AdoptDormancyRule, BODY, { from: on, noMeetingForMonths: 2, source: 'x' }, known);
    case 7:
      return ask(SetReadinessConditions, BODY, { conditions: [{ conditionId: 'remit', title: 'A remit' }], on }, known);
    case 8:
      return ask(EvidenceCondition, BODY, { condition: 'remit', words: 'Seen', on }, known);
    default:
      return ask(WithdrawEvidence, BODY, { condition: 'remit', reason: 'Unclear', on }, known);
  }
};

describe('the life of a body', () => {
  const proposed: BodyEvent = {
    type: 'BodyProposed',
    v: 1,
    data: { bodyId: BODY, name: 'Group', kind: 'locality-group', on: START, timeZone: 'Europe/London' },
  };
  const established: BodyEvent = {
    type: 'BodyEstablished',
    v: 1,
    data: { bodyId: BODY, name: 'Group', kind: 'locality-group', on: START, timeZone: 'Europe/London' },
  };
  const lived = ({ established, overTime }: BodyState, held: readonly string[], date: string): LifeOn =>
    lifeOn({ established, overTime, held }, date);

  it('never does on any path what the law of its states refuses', () =>
    fc.assert(
      fc.property(steps, fc.boolean(), fc.array(aDay, { maxLength: 2 }), fc.option(aDay, { nil: null }), (tried, there, met, proceedOn) => {
        const held = [...met].sort();
        const facts = { held, gates: [{ pathfinderId: 'p', proceedOn, reviewAt: 'later' }] };
        const events: BodyEvent[] = there ? [proposed, established] : [proposed];
        let on = START;
        let state = folded(bodyHistory, events);
        for (const { verb, later } of tried) {
          const tries = addDays(on, later);
          const decision = bodyDecider.decide(commandOf(verb, tries, facts) as never, state);
          if (!decision.accepted) continue;
          if (later > 0) on = tries;
          const before = state;
          for (const event of decision.events) {
            state = bodyHistory.evolve(state, recorded(event, events.length));
            events.push(event);
          }
          for (const { type, data } of decision.events) {
            if (type === 'BodyEstablished' || type === 'BodyRelaunched') {
              const launched = data.on!;
              expect(proceedOn !== null && proceedOn <= launched).toBe(true);
              const evidence = before.overTime.conditions.every((one) =>
                one.evidence.some((seen) => seen.on <= launched && (seen.withdrawn === undefined || launched < seen.withdrawn)),
              );
              expect(evidence).toBe(true);
              expect(['active', 'dissolved']).toContain(lived(state, held, launched).state);
            }
            if (type === 'BodyDissolved') expect(held.some((one) => one >= data.on)).toBe(false);
            if (type === 'DormancyRecorded') expect(held.includes(data.from.latest!)).toBe(false);
          }
        }
        const { sabbaticals: rests, dissolved, relaunches } = state.overTime;
        rests.forEach((one, index) => {
          expect(one.lastDay === undefined || one.lastDay >= one.from).toBe(true);
          const next = rests[index + 1];
          if (next) expect(one.lastDay! < next.from).toBe(true);
        });
        if (dissolved) {
          expect(events.filter(({ type }) => type === 'BodyDissolved')).toHaveLength(1);
          expect([...relaunches.map(({ on }) => on), ...rests.map(({ from }) => from)].every((one) => one < dissolved.on)).toBe(true);
          expect(lived(state, held, '2199-12-31').state).toBe('dissolved');
        }
        expect(events.filter(({ type }) => type === 'BodyEstablished').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs(250, 1_000) },
    ));
});

describe('a tree of bodies', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const rows = fc.array(fc.array(fc.tuple(fc.constantFrom(...ids, 'nobody'), aDay), { maxLength: 3 }), {
    minLength: ids.length,
    maxLength: ids.length,
  });
  const active: LifeOn = { state: 'active', since: null, explanation: '', lastMeeting: null, dormantFrom: null };
  const flat = (nodes: readonly TreeNode[]): string[] => nodes.flatMap((node) => [node.bodyId, ...flat(node.children)]);

  it('has every body once whatever the record says, and is drawn without end never', () =>
    fc.assert(
      fc.property(rows, aDay, (placements, date) => {
        const all: TreeRow[] = ids.map((bodyId, index) => ({
          bodyId,
          name: bodyId,
          kind: 'team',
          placements: placements[index]!.map(([parentId, from]) => ({ parentId, from })).sort((x, y) => (x.from < y.from ? -1 : 1)),
        }));
        const tree = treeOn(all, new Map(ids.map((id) => [id, active])), date)!;
        expect(flat(tree.roots).sort()).toEqual(ids);
      }),
    ));
});
