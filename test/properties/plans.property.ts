import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/kernel/dates.js';
import { type Recorded } from '../../src/kernel/event.js';
import { changesBy, dueIdOf } from '../../src/across/due/views/due-calendar/due-changes.js';
import { type Deadline } from '../../src/kernel/deadline.js';
import { dutyAfter, occurrenceOf } from '../../src/slices/plans/duty.schedule.js';
import { planDecider } from '../../src/slices/plans/plan.decider.js';
import { type PlanItemEvent, type PlanRecordEvent } from '../../src/slices/plans/plan.events.js';
import { type PlanFacts } from '../../src/slices/plans/plan.facts.js';
import { type Plan, planHistory } from '../../src/slices/plans/plan.state.js';
import { itemOn } from '../../src/slices/plans/plan-item.state.js';
import { itemStatusOn, type PlanItemStatus } from '../../src/slices/plans/plan-item-status.js';
import { planCommands } from '../../src/slices/plans/plans.commands.js';
import { occurrenceAfter, occurrencesUntil } from '../../src/slices/plans/recurrence.js';
import { planItems, type PlanItemRow } from '../../src/slices/plans/views/plan-item/plan-item.projection.js';
import { fellOverdueOn } from '../../src/slices/plans/views/progress/progress.js';
import { ask, recorded } from '../support/decider-spec.js';
import { runs } from '../support/runs.js';

const ADOPTED_ON = '2016-03-03';
const DAYS = 900;
const PLAN = 'board/plan';

const STEPS = [
  'AmendPlanItem',
  'ReportAchievement',
  'SelfEvaluateItem',
  'CompletePlanItem',
  'MeetOccurrence',
  'ReopenPlanItem',
  'SupersedePlanItem',
  'DropPlanItem',
  'ClosePlan',
  'ReopenPlan',
] as const;
type Step = (typeof STEPS)[number];

const DUE = fc.constantFrom(
  '6 months',
  '3 - 6 months',
  '9 June 2016',
  'from July 2016 onwards',
  'June 2016',
  'each year by end March',
  'By 1st April 2016 and thereafter each year by end March',
  'quarterly',
  'in due course',
  'To start by: July 2016',
  'once the review is published',
  '',
);

/** A step somebody tries, so many days after the last one; what is refused does not happen. */
const steps = fc.array(fc.record({ type: fc.constantFrom(...STEPS), later: fc.integer({ min: -20, max: 120 }), due: DUE }), {
  minLength: 1,
  maxLength: 14,
});
type Tried = { readonly type: Step; readonly later: number; readonly due: string };

interface Told {
  readonly events: readonly PlanRecordEvent[];
  readonly refused: readonly { readonly step: Step; readonly before: Plan; readonly on: string; readonly accepted: boolean }[];
}

function tell(tried: readonly Tried[]): Told {
  let state: Plan | null = null;
  let day = ADOPTED_ON;
  const events: PlanRecordEvent[] = [];
  const refused: Told['refused'][number][] = [];
  const attempt = (type: string, data: object, date: string): boolean => {
    const command = planCommands.find(({ spec }) => spec.type === type)!;
    const facts: PlanFacts = { timeZone: 'Europe/London', meetings: [], holidays: [], meeting: null };
    const asked = ask(command as never, PLAN, data, { facts, happenedAt: `${date}T12:00:00.000Z` }) as never;
    const decision = planDecider.decide(asked, state);
    if (!decision.accepted) return false;
    for (const event of decision.events) {
      state = planHistory.evolve(state, recorded(event, events.length));
      events.push(event);
    }
    return true;
  };
  attempt('AdoptPlan', { title: 'A plan', kind: 'action-list', cited: 'Said so' }, ADOPTED_ON);
  attempt('AddPlanItem', { items: [{ itemId: 'one', text: 'Mend roads.', leads: [], due: tried[0]?.due }] }, ADOPTED_ON);
  for (const { type, later, due } of tried) {
    const on = addDays(day, later);
    const item = { item: 'one', words: 'Word.', reason: 'Because.', by: 'an Act', rating: 'established' };
    const before = state!;
    const occurrence = before.items[0] && occurrenceAfter(before.items[0].due, [...before.items[0].met].sort().at(-1) ?? '');
    const data: Record<Step, object> = {
      AmendPlanItem: { item: 'one', due, reason: 'Because.' },
      ReportAchievement: item,
      SelfEvaluateItem: item,
      CompletePlanItem: item,
      MeetOccurrence: { ...item, occurrence: occurrence ?? on },
      ReopenPlanItem: item,
      SupersedePlanItem: item,
      DropPlanItem: item,
      ClosePlan: { reason: 'Because.', openItems: later % 2 ? 'dropped' : 'superseded' },
      ReopenPlan: { reason: 'Because.' },
    };
    const accepted = attempt(type === 'MeetOccurrence' ? 'CompletePlanItem' : type, data[type], on);
    refused.push({ step: type, before, on, accepted });
    if (accepted && on > day) day = on;
  }
  return { events, refused };
}

const itemEvents = (events: readonly PlanRecordEvent[]): PlanItemEvent[] =>
  events.filter((event): event is PlanItemEvent => 'itemId' in event.data);

/** The same told plainly and slowly: every day of every occurrence is looked at. */
function statusFolded(events: readonly PlanItemEvent[], date: string): { status: PlanItemStatus; daysOverdue: number } | null {
  const known = events.filter(({ data }) => data.on <= date);
  let due: Deadline | null = null;
  let standing: PlanItemStatus | 'open' = 'open';
  let begun = false;
  let met: string[] = [];
  for (const event of known) {
    if (event.type === 'PlanItemAdded') due = event.data.details.due;
    if (event.type === 'PlanItemAmended' && event.data.changes.due) [due, met] = [event.data.changes.due, []];
    if (event.type === 'PlanItemOccurrenceMet') met.push(event.data.occurrence);
    if (event.type === 'PlanItemCompleted') standing = 'achieved';
    if (event.type === 'PlanItemSuperseded') standing = 'superseded';
    if (event.type === 'PlanItemDropped') standing = 'dropped';
    if (event.type === 'PlanItemReopened') standing = 'open';
    begun ||= !['PlanItemAdded', 'PlanItemAmended', 'PlanItemDropped', 'PlanItemReopened'].includes(event.type);
  }
  if (!due) return null;
  if (standing !== 'open') return { status: standing, daysOverdue: 0 };
  const plainly = (status: PlanItemStatus) => ({ status, daysOverdue: 0 });
  if (due.starts && begun) return plainly('ongoing');
  const lastMet = [...met].sort().at(-1);
  let latest = due.latest;
  if (lastMet !== undefined)
    for (latest = addDays(lastMet, 1); !occurrencesUntil(due, latest).includes(latest);) latest = addDays(latest, 1);
  if (latest !== undefined && date > latest) return { status: 'overdue', daysOverdue: daysBetween(latest, date) };
  const endless = due.kind === 'recurring' || due.kind === 'onward';
  if (endless) return plainly(due.earliest !== undefined && date < due.earliest && !begun ? 'not-started' : 'ongoing');
  if (begun) return plainly('in-progress');
  return plainly(latest === undefined && due.earliest === undefined ? 'undated' : 'not-started');
}

describe('the status of a plan’s item', () => {
  it('read from its row for any day is what its events up to that day make it', () =>
    fc.assert(
      fc.property(steps, fc.integer({ min: -5, max: DAYS }), (tried, days) => {
        const events = itemEvents(tell(tried).events);
        const date = addDays(ADOPTED_ON, days);
        const row = events.reduce<PlanItemRow | undefined>((before, event, index) => {
          const reduce = planItems.on[event.type] as (row: unknown, event: Recorded<PlanItemEvent>, key: string) => PlanItemRow;
          return JSON.parse(JSON.stringify(reduce(before, recorded(event, index), `${PLAN}#one`))) as PlanItemRow;
        }, undefined)!;
        const item = itemOn(row.updates, date);
        expect(item && itemStatusOn(item, date)).toEqual(statusFolded(events, date));
      }),
      { numRuns: runs(125, 500) },
    ));

  it('became overdue on exactly the days on which it had not been so the day before', () =>
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 400 }), (tried, after, length) => {
        const events = itemEvents(tell(tried).events);
        const from = addDays(ADOPTED_ON, after);
        const days = Array.from({ length }, (_, index) => addDays(from, index));
        const overdue = (day: string): boolean => statusFolded(events, day)?.status === 'overdue';
        const expected = days.filter((day) => overdue(day) && !overdue(addDays(day, -1)));
        expect(fellOverdueOn(events, from, addDays(from, length - 1))).toEqual(expected);
      }),
      { numRuns: 150 },
    ));
});

const NOT_WHEN: Readonly<Record<Exclude<Step, 'ClosePlan' | 'ReopenPlan'>, readonly string[]>> = {
  AmendPlanItem: ['achieved', 'superseded', 'dropped'],
  ReportAchievement: ['superseded', 'dropped'],
  SelfEvaluateItem: ['superseded', 'dropped'],
  CompletePlanItem: ['achieved', 'superseded', 'dropped'],
  MeetOccurrence: ['achieved', 'superseded', 'dropped'],
  ReopenPlanItem: ['open'],
  SupersedePlanItem: ['achieved', 'superseded', 'dropped'],
  DropPlanItem: ['achieved', 'superseded', 'dropped'],
};
/** What is said of an item need not be said in order; every other step does. */
const ANY_DAY: readonly Step[] = ['ReportAchievement', 'SelfEvaluateItem'];

describe('every reachable path of a plan', () => {
  it('refuses what the law refuses and accepts the rest', () =>
    fc.assert(
      fc.property(steps, (tried) => {
        for (const { step, before, on, accepted } of tell(tried).refused) {
          const [item] = before.items;
          const inTime = on >= ADOPTED_ON;
          let law: boolean;
          if (step === 'ReopenPlan') law = before.closed !== undefined && on >= before.settledOn;
          else if (before.closed) law = false;
          else if (step === 'ClosePlan') law = on >= before.settledOn && (item!.standing !== 'open' || on >= item!.settledOn);
          else law = !NOT_WHEN[step].includes(item!.standing) && (ANY_DAY.includes(step) || on >= item!.settledOn);
          if (step === 'MeetOccurrence' && law && inTime) {
            const { due, met } = item!;
            const next = occurrenceAfter(due, [...met].sort().at(-1) ?? '');
            law = next !== undefined && [...occurrencesUntil(due, on), occurrenceAfter(due, on)].includes(next);
          }
          expect({ step, on, accepted }).toEqual({ step, on, accepted: law && inTime });
        }
      }),
      { numRuns: runs(125, 500) },
    ));

  it('leaves in the calendar of deadlines exactly the items that are open, with what is due next', () =>
    fc.assert(
      fc.property(steps, (tried) => {
        const { events } = tell(tried);
        const live = new Map<string, { standing: boolean; latest?: string }>();
        for (const event of events) {
          for (const change of changesBy(recorded(event))) {
            const id = dueIdOf(change);
            if (change.change === 'falls-due') live.set(id, { standing: true, latest: change.deadline.latest });
            else if (change.change === 'carried') {
              const was = live.get(id);
              if (was && change.deadline) live.set(id, { ...was, latest: change.deadline.latest });
            } else {
              const was = live.get(id);
              if (was) live.set(id, { ...was, standing: change.change === 'live-again' });
            }
          }
        }
        const plan = events.reduce<Plan | null>((state, event) => planHistory.evolve(state, recorded(event)), null)!;
        const [item] = plan.items;
        const last = [...item!.met].sort().at(-1);
        expect(live.get(`plan:${PLAN}#item-one`)).toEqual({
          standing: item!.standing === 'open',
          latest: last === undefined ? item!.due.latest : occurrenceAfter(item!.due, last),
        });
      }),
      { numRuns: runs(75, 300) },
    ));
});

describe('a duty', () => {
  const date = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const schedule = fc.record({
    everyYears: fc.integer({ min: 1, max: 6 }),
    first: fc.oneof(
      date.map((day) => ({ by: 'date' as const, date: day })),
      fc.record({ by: fc.constant('year-end' as const), yearEnd: date, months: fc.integer({ min: 0, max: 24 }) }),
    ),
  });

  it('falls due in order, so many years apart, and next on the first such day after any other', () =>
    fc.assert(
      fc.property(schedule, date, (one, day) => {
        const days = Array.from({ length: 60 }, (_, place) => occurrenceOf(one, place));
        expect(days).toEqual([...days].sort());
        expect(new Set(days.map((due) => Number(due.slice(0, 4)) % one.everyYears)).size).toBe(1);
        expect(dutyAfter(one, day)).toBe(days.find((due) => due > day));
      }),
      { numRuns: runs(75, 300) },
    ));
});
