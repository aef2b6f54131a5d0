import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CommandRunner } from '../../src/eventstore/command-runner.js';
import { BusCommand, type CommandClass } from '../../src/kernel/command.js';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { addDays } from '../../src/kernel/dates.js';
import { newId } from '../../src/kernel/ids.js';
import { directionDecider } from '../../src/slices/directions/direction.decider.js';
import { type DirectionEvent } from '../../src/slices/directions/direction.events.js';
import { type DirectionFacts } from '../../src/slices/directions/direction.facts.js';
import {
  type Direction,
  directionOf,
  type Directions,
  directionsHistory,
  isLive,
  statusOf,
} from '../../src/slices/directions/direction.state.js';
import { directionsCommands } from '../../src/slices/directions/directions.commands.js';
import {
  directionRegister,
  type DirectionRegisterRow,
} from '../../src/slices/directions/views/direction-register/direction-register.projection.js';
import { referenceKey } from '../../src/slices/directions/references.js';
import { ask, CLERK, recorded } from '../support/decider-spec.js';
import { runs } from '../support/runs.js';

const START = '2023-05-17';
const decision = (decisionId: string, standing: 'quorate' | 'informal' | 'not-stated', struck = false) => ({
  decisionId,
  paragraph: '1',
  parts: [],
  exempt: false,
  struck,
  standing,
  quorum: 'the sum',
});
const factsOn = (date: string): DirectionFacts => ({
  timeZone: 'Europe/London',
  meetings: [],
  format: 'IJB-{ddmmyy}-{seq}',
  meeting: {
    meetingId: `ijb/${date}`,
    bodyId: 'ijb',
    date,
    decisions: [
      decision('good', 'quorate'),
      decision('informal', 'informal'),
      decision('unsaid', 'not-stated'),
      decision('struck', 'quorate', true),
    ],
  },
});

const IDS = ['a', 'b', 'c'] as const;
/** More of what leads on than of what ends. */
const TYPES = directionsCommands.flatMap(({ spec: { type } }) => {
  if (type === 'ApproveDirection' || type === 'IssueDirection' || type === 'AcknowledgeDirection')
    return [type, type, type, type, type, type];
  return type === 'WithdrawDraft' || type === 'DraftDirection' ? [type] : [type, type];
});
const step = fc.record({
  type: fc.constantFrom(...TYPES),
  direction: fc.constantFrom(...IDS),
  before: fc.option(fc.constantFrom(...IDS), { nil: undefined }),
  kind: fc.constantFrom('supersedes', 'revises', 'revokes'),
  recipient: fc.constantFrom('council', 'nhs', 'council', 'nhs', 'other'),
  decisionId: fc.constantFrom('good', 'good', 'good', 'good', 'informal', 'unsaid', 'struck'),
  later: fc.integer({ min: -1, max: 12 }),
  back: fc.constantFrom(0, 0, 0, 1, 2, 5, -2),
});
type Tried = typeof step extends fc.Arbitrary<infer T> ? T : never;
const led: Omit<Tried, 'type' | 'recipient'> = {
  direction: 'a',
  before: undefined,
  kind: 'revises',
  decisionId: 'good',
  later: 0,
  back: 0,
};
/** How far the first direction has come before anything is tried: from a draft to being in force. */
const COURSE: readonly Tried[] = [
  { ...led, type: 'DraftDirection', recipient: 'nhs' },
  { ...led, type: 'ApproveDirection', recipient: 'nhs' },
  { ...led, type: 'IssueDirection', recipient: 'nhs' },
  { ...led, type: 'IssueDirection', recipient: 'council' },
  { ...led, type: 'AcknowledgeDirection', recipient: 'nhs' },
  { ...led, type: 'AcknowledgeDirection', recipient: 'council' },
];
/** The first, two drafts that may replace it, and what is tried with all of them. */
const steps = fc
  .tuple(
    fc.integer({ min: 1, max: COURSE.length }),
    fc.constantFrom(undefined, 'a', 'a', 'a'),
    fc.constantFrom(undefined, 'a', 'a', 'b'),
    fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }),
  )
  .map(([far, second, third, more]): readonly Tried[] => [
    ...COURSE.slice(0, far),
    { ...led, type: 'DraftDirection', recipient: 'nhs', direction: 'b', before: second },
    { ...led, type: 'DraftDirection', recipient: 'nhs', direction: 'c', before: third, kind: 'supersedes' },
    ...more,
  ]);

const dataOf = ({ type, direction, before, kind, recipient, decisionId, back }: Tried, date: string): object => {
  const named = { direction };
  const on = addDays(date, -back);
  const decided = { ...named, decision: { meetingId: `ijb/${date}`, decisionId } };
  switch (type) {
    case 'DraftDirection':
      return {
        ...named,
        title: 'A direction',
        recipients: [
          { recipient: 'council', name: 'Council' },
          { recipient: 'nhs', name: 'NHS' },
        ],
        text: 'Do it.',
        timeframes: 'by 31 July 2023',
        ...(before && { relation: { kind, direction: before } }),
      };
    case 'AmendDraft':
      return { ...named, title: 'Amended', ...(before ? { relation: { kind, direction: before } } : { without: ['relation'] }) };
    case 'WithdrawDraft':
      return { ...named, reason: 'Because.' };
    case 'ApproveDirection':
      return decided;
    case 'RevokeDirection':
      return { ...decided, reason: 'Because.' };
    case 'IssueDirection':
      return { ...named, by: 'The Chief Officer', on, to: [recipient] };
    case 'AcknowledgeDirection':
      return { ...named, recipient, on };
    case 'ReportOnDirection':
      return { ...named, recipient, words: 'Done.', on, timeframeMet: back % 2 === 0 };
    case 'CompleteDirection':
      return { ...named, words: 'Done.', on };
    case 'ReviewDirection':
      return { ...named, words: 'Reviewed.', on, next: 'in March 2024' };
    case 'CorrectDirection':
      return { ...named, title: `Corrected ${back}`, reason: 'A slip.' };
  }
};

interface Walked {
  readonly tried: Tried;
  readonly before: Directions;
  readonly after: Directions;
  readonly events: readonly DirectionEvent[];
  readonly refused?: string;
}

function walk(all: readonly Tried[]): readonly Walked[] {
  let state = directionsHistory.initial;
  let date = START;
  return all.map((tried) => {
    date = addDays(date, tried.later);
    const type = directionsCommands.find(({ spec }) => spec.type === tried.type)! as CommandClass;
    const command = ask(type, 'ijb', dataOf(tried, date), { facts: factsOn(date), happenedAt: `${date}T12:00:00.000Z` });
    const decided = directionDecider.decide(command as never, state);
    const before = state;
    if (!decided.accepted) return { tried, before, after: state, events: [], refused: decided.code };
    for (const event of decided.events) state = directionsHistory.evolve(state, recorded(event));
    return { tried, before, after: state, events: decided.events };
  });
}

const LIVE = ['approved', 'issued', 'in-force'];
const OVER = ['completed', 'revised', 'superseded', 'revoked', 'withdrawn'];
/** What each step may lead to, from each state. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  drafted: ['drafted', 'approved', 'withdrawn'],
  approved: ['approved', 'issued', 'revised', 'superseded', 'revoked'],
  issued: ['issued', 'in-force', 'completed', 'revised', 'superseded', 'revoked'],
  'in-force': ['in-force', 'completed', 'revised', 'superseded', 'revoked'],
  ...Object.fromEntries(OVER.map((state) => [state, [state]])),
};

describe('every way a body’s directions can go', () => {
  it('is among what is tried', () => {
    const reached = new Set<string>();
    for (const all of fc.sample(steps, { numRuns: 300, seed: 26 }))
      for (const { after, refused } of walk(all)) {
        if (refused !== undefined) reached.add(refused);
        for (const direction of after.directions) reached.add(statusOf(direction));
      }
    const refusals = ['decision-without-quorum', 'predecessor-claimed', 'predecessor-not-live', 'over', 'not-issued', 'issued-already'];
    expect([...LIVE, ...OVER, ...refusals.map((code) => `direction.${code}`)].filter((one) => !reached.has(one))).toEqual([]);
  });

  it('refuses what the law refuses', () =>
    fc.assert(
      fc.property(steps, (all) => {
        for (const { tried, before, after, events, refused } of walk(all)) {
          for (const now of after.directions) {
            const was = directionOf(before, now.direction);
            if (was) expect(MAY[statusOf(was)]).toContain(statusOf(now));
            else expect(statusOf(now)).toBe('drafted');
            lawful(now, after);
          }
          const was = directionOf(before, tried.direction);
          if (was && OVER.includes(statusOf(was)) && tried.type !== 'CorrectDirection') expect(refused).toBeDefined();
          if (tried.type === 'RevokeDirection' || tried.type === 'ApproveDirection')
            expect(events.length === 0 || tried.decisionId === 'good').toBe(true);
          if (events.length) expect(events[0]!.data.direction).toBe(tried.direction);
        }
      }),
      { numRuns: runs(50, 150) },
    ));

  it('makes the same of its register, row by row, as its stream does', () =>
    fc.assert(
      fc.property(steps, (all) => {
        const walked = walk(all);
        const rows = new Map<string, DirectionRegisterRow>();
        for (const event of walked.flatMap(({ events }) => events)) {
          const reduce = directionRegister.on[event.type] as (
            row: DirectionRegisterRow | undefined,
            event: unknown,
          ) => DirectionRegisterRow;
          const key = directionRegister.key(recorded(event)) as string;
          rows.set(key, JSON.parse(JSON.stringify(reduce(rows.get(key), recorded(event)))) as DirectionRegisterRow);
        }
        const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect([...rows.values()].map(({ record }) => record)).toEqual(plain(walked.at(-1)?.after.directions ?? []));
      }),
      { numRuns: runs(40, 100) },
    ));
});

function lawful(direction: Direction, { directions }: Directions): void {
  const { approval, issues, reports, end, terms } = direction;
  if (issues.length) expect(approval).toBeDefined();
  for (const { on, acknowledged, recipient } of issues) {
    expect(on >= approval!.on).toBe(true);
    expect(terms.recipients.map((one) => one.recipient)).toContain(recipient);
    if (acknowledged) expect(acknowledged.on >= on).toBe(true);
  }
  expect(new Set(issues.map(({ recipient }) => recipient)).size).toBe(issues.length);
  for (const report of reports) expect(issues.some(({ recipient, on }) => recipient === report.recipient && on <= report.on)).toBe(true);
  if (end?.how === 'completed') expect(issues).toHaveLength(terms.recipients.length);
  if (end && end.how !== 'withdrawn') expect(end.on >= direction.settledOn).toBe(true);
  if (end?.by) expect(directionOf({ directions }, end.by.direction)?.terms.relation?.direction).toBe(direction.direction);
  const claims = directions.filter((one) => isLive(one) && one.terms.relation?.direction === direction.direction);
  expect(claims.length).toBeLessThanOrEqual(1);
  if (LIVE.includes(statusOf(direction))) expect(end).toBeUndefined();
  const references = directions.flatMap((one) => (one.approval ? [referenceKey(one.approval.reference)] : []));
  expect(new Set(references).size).toBe(references.length);
}

describe('approvals at the same time', () => {
  const commandOf = (type: string): CommandClass => directionsCommands.find(({ spec }) => spec.type === type)!;
  const send = (runner: CommandRunner, type: string, data: object) => {
    const id = newId();
    const envelope = { by: CLERK, correlationId: id, commandId: id, expected: 'current', happenedAt: `${START}T12:00:00.000Z` } as const;
    return runner.run(commandOf(type), directionDecider, new BusCommand('ijb', data, envelope), async () => factsOn(START));
  };
  const drafted = (direction: string, more: object = {}) => ({
    direction,
    title: 'A direction',
    recipients: [{ recipient: 'nhs', name: 'NHS' }],
    text: 'Do it.',
    ...more,
  });
  const approval = (direction: string, more: object = {}) => ({
    direction,
    decision: { meetingId: `ijb/${START}`, decisionId: 'good' },
    ...more,
  });

  it('give each direction a reference of its own, and one that is asked for to one of them', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 25 }), fc.integer({ min: 0, max: 4 }), async (count, asked) => {
        const runner = new CommandRunner(new MemoryEventStore(), { now: () => `${START}T18:00:00.000Z` });
        const ids = Array.from({ length: count }, (_, index) => `d-${index}`);
        await Promise.all(ids.map((id) => send(runner, 'DraftDirection', drafted(id))));
        const answers = await Promise.all(
          ids.map((id, index) => send(runner, 'ApproveDirection', approval(id, index < asked ? { reference: 'IJB-170523-2' } : {}))),
        );
        const given = answers.flatMap((answer) => (answer.accepted ? [answer.id] : []));
        expect(new Set(given).size).toBe(given.length);
        expect(given).toHaveLength(count - Math.max(0, Math.min(asked, count) - 1));
        const { directions } = (await runner.load(directionsHistory, 'ijb')).state;
        expect(directions.flatMap(({ approval: made }) => (made ? [made.reference] : [])).sort()).toEqual([...given].sort());
      }),
      { numRuns: 25 },
    ));

  it('let one direction alone replace another', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 12 }), async (count) => {
        const runner = new CommandRunner(new MemoryEventStore(), { now: () => `${START}T18:00:00.000Z` });
        await send(runner, 'DraftDirection', drafted('old'));
        await send(runner, 'ApproveDirection', approval('old'));
        const ids = Array.from({ length: count }, (_, index) => `d-${index}`);
        for (const id of ids) await send(runner, 'DraftDirection', drafted(id, { relation: { kind: 'supersedes', direction: 'old' } }));
        const answers = await Promise.all(ids.map((id) => send(runner, 'ApproveDirection', approval(id))));
        expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1);
        expect(answers.filter((answer) => !answer.accepted && answer.code === 'direction.predecessor-claimed')).toHaveLength(count - 1);
      }),
      { numRuns: 15 },
    ));
});
