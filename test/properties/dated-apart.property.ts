import { mkdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueIdOf, changesBy } from '../../src/across/due/views/due-calendar/due-changes.js';
import {
  changedBy,
  dueDatings,
  dueProjections,
  dueCalendar,
  type DueSaid,
  redated,
} from '../../src/across/due/views/due-calendar/due-calendar.projection.js';
import { type DueFilter, ListDues, ListDuesHandler } from '../../src/across/due/views/due-calendar/due-list.query.js';
import { type DueShown } from '../../src/across/due/views/due-calendar/due-view.js';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { addDays } from '../../src/kernel/dates.js';
import { type Deadline, type RecordedHoliday } from '../../src/kernel/deadline.js';
import { type DomainEvent, type RecordedEvent } from '../../src/kernel/event.js';
import { type Refusal } from '../../src/kernel/refusal.js';
import { ProjectionRunner } from '../../src/projections/projection-runner.js';
import { type Page, ReadModel } from '../../src/projections/read-model.js';
import { ReadModels } from '../../src/projections/read-models.js';
import { SqliteDialect } from '../../src/projections/sqlite/sqlite-dialect.js';
import { type ActionRegisterRow, actionRegister } from '../../src/slices/actions/views/action-register/action-register.projection.js';
import { ActionRows } from '../../src/slices/actions/views/action-register/action-register.query.js';
import { type ActionView } from '../../src/slices/actions/views/action-register/action-view.js';
import { OverdueActions, OverdueActionsHandler } from '../../src/slices/actions/views/overdue/overdue.query.js';
import { dated, diaryOn } from '../../src/slices/calendars/calendars.words.js';
import { readDeadline } from '../../src/slices/calendars/read-deadline.js';
import { datingOver, PROJECTIONS } from '../support/action-tracker.js';
import { runs } from '../support/runs.js';
import { aDirectory } from '../support/directories.js';
import { anEvent } from '../support/events.js';

const BEGAN = '2026-03-02';
const WORDS = [
  'within 20 working days',
  'within 10 working days',
  'next meeting',
  'within a month of the next meeting',
  'the June meeting',
  'by 1 July 2026',
  'the next meeting of the other',
  'within 5 working days of the next meeting of the other',
];
const HOLIDAYS = ['2026-03-11', '2026-03-24', '2026-04-14'];
const MEETINGS = ['2026-03-20', '2026-04-20', '2026-06-10', '2026-06-24'];
const EVERYBODY = { drafts: '*', exempt: '*' } as const;
const BODIES = ['board', 'forum'];

type Step =
  | { readonly step: 'raise' | 'extend' | 'correct'; readonly of: number; readonly words: number; readonly old: boolean }
  | { readonly step: 'complete' | 'reopen'; readonly of: number }
  | { readonly step: 'holiday'; readonly at: number; readonly local: boolean; readonly withdrawn: boolean }
  | { readonly step: 'call' | 'open' | 'cancel'; readonly at: number; readonly in: number }
  | { readonly step: 'days'; readonly count: number };

const nth = (most: number) => fc.nat({ max: most - 1 });
const said = { of: nth(6), words: nth(WORDS.length), old: fc.boolean() };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ step: fc.constant('raise' as const), ...said }) },
    { weight: 2, arbitrary: fc.record({ step: fc.constantFrom('extend' as const, 'correct' as const), ...said }) },
    { weight: 3, arbitrary: fc.record({ step: fc.constantFrom('complete' as const, 'reopen' as const), of: nth(6) }) },
    {
      weight: 3,
      arbitrary: fc.record({ step: fc.constant('holiday' as const), at: nth(3), local: fc.boolean(), withdrawn: fc.boolean() }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ step: fc.constantFrom('call' as const, 'open' as const, 'cancel' as const), at: nth(4), in: nth(2) }),
    },
    { weight: 2, arbitrary: fc.record({ step: fc.constant('days' as const), count: fc.integer({ min: 1, max: 30 }) }) },
  ),
  { minLength: 1, maxLength: 60 },
);

/** What is said in the steps, as events, and the deadlines as they are where each is dated by itself whenever anything is recorded. */
class Course {
  day = BEGAN;
  readonly rows = new Map<string, DueSaid>();
  private readonly standing = new Map<number, 'open' | 'complete'>();
  private readonly holidays = new Map<string, RecordedHoliday & { readonly calendar: string }>();
  private readonly meetings = new Map<string, { readonly bodyId: string; readonly date: string; readonly opened: boolean }>();

  private deadline(words: number, old: boolean, bodyId: string): Deadline {
    const other = BODIES.find((one) => one !== bodyId)!;
    const said = WORDS[words]!.endsWith('other');
    const of = said ? { of: { named: 'other', bodyId: other } } : {};
    const { hangsOn, ...deadline } = readDeadline(WORDS[words]!, { saidOn: this.day, meetings: [], ...of });
    if (said) return { ...deadline, hangsOn: hangsOn! };
    // An earlier version did not keep what a deadline hangs on.
    return hangsOn && !old ? { ...deadline, hangsOn } : deadline;
  }

  /** The stream and the event of a step that can be taken; the days pass without one. */
  event(step: Step): readonly [string, DomainEvent] | null {
    const event = (type: string, data: object): DomainEvent => ({ type, v: 1, data });
    switch (step.step) {
      case 'raise':
      case 'extend':
      case 'correct': {
        const known = this.standing.has(step.of);
        if (known === (step.step === 'raise')) return null;
        if (step.step === 'extend' && this.standing.get(step.of) !== 'open') return null;
        if (!known) this.standing.set(step.of, 'open');
        const bodyId = BODIES[step.of % 2]!;
        const named = { actionId: `${bodyId}/a-${step.of}`, bodyId, on: this.day };
        const due = this.deadline(step.words, step.old && step.step !== 'correct', bodyId);
        const stream = `action-${named.actionId}`;
        if (step.step === 'extend') return [stream, event('ActionExtended', { ...named, due, reason: 'Late.' })];
        if (step.step === 'correct') return [stream, event('ActionCorrected', { ...named, changes: { due }, reason: 'Wrong.' })];
        const source = { kind: 'cited', paragraph: '4', heading: 'A meeting' };
        const more = { source, item: { title: `Item ${step.of}` }, words: 'AGREED.', officers: [`Officer ${step.of % 3}`], exempt: false };
        return [stream, event('ActionRaised', { ...named, ...more, organisation: `NHS ${step.of % 2}`, due })];
      }
      case 'complete':
      case 'reopen': {
        const before = step.step === 'complete' ? 'open' : 'complete';
        if (this.standing.get(step.of) !== before) return null;
        this.standing.set(step.of, before === 'open' ? 'complete' : 'open');
        const bodyId = BODIES[step.of % 2]!;
        const named = { actionId: `${bodyId}/a-${step.of}`, bodyId, on: this.day };
        const type = before === 'open' ? 'ActionReportedComplete' : 'ActionReopened';
        return [`action-${named.actionId}`, event(type, { ...named, words: 'Done.', reason: 'Not done.' })];
      }
      case 'holiday': {
        const calendar = step.local ? 'board' : 'scotland';
        const named = { calendar, ...(step.local ? { bodyId: 'board' } : {}), date: HOLIDAYS[step.at]! };
        if (step.withdrawn !== this.holidays.has(`${calendar} ${named.date}`)) return null;
        if (step.withdrawn) this.holidays.delete(`${calendar} ${named.date}`);
        else this.holidays.set(`${calendar} ${named.date}`, { ...named, title: 'A day', kept: true });
        const type = step.withdrawn ? 'HolidayWithdrawn' : 'HolidayRecorded';
        return [`calendar-${calendar}`, event(type, { ...named, title: 'A day', kept: true, reason: 'None.' })];
      }
      case 'call':
      case 'open':
      case 'cancel': {
        const bodyId = BODIES[step.in]!;
        const date = MEETINGS[step.at]!;
        const meetingId = `${bodyId}/${date}`;
        const known = this.meetings.get(meetingId);
        if ((step.step === 'call') !== (known === undefined) || known?.opened) return null;
        if (step.step === 'cancel') this.meetings.delete(meetingId);
        else this.meetings.set(meetingId, { bodyId, date, opened: step.step === 'open' });
        const type = { call: 'MeetingCalled', open: 'MeetingOpened', cancel: 'MeetingCancelled' }[step.step];
        const data =
          step.step === 'call' ? { meetingId, bodyId, title: 'A meeting', date, mode: 'in-person', timeZone: 'Europe/London' } : {};
        return [`meeting-${meetingId}`, event(type, { ...data, reason: 'None.', standing: { asOf: this.day } })];
      }
      case 'days':
        return null;
    }
  }

  private dated = (row: DueSaid): DueSaid => {
    if (row.standing !== 'live') return row;
    const diaryOf = (of: string) =>
      diaryOn(
        [...this.meetings.values()].filter(({ bodyId }) => bodyId === of).sort((a, b) => (a.date < b.date ? -1 : 1)),
        this.day,
      );
    const of = (calendar: string) =>
      [...this.holidays.values()].filter((one) => one.calendar === calendar).sort((a, b) => (a.date < b.date ? -1 : 1));
    const others = Object.fromEntries(BODIES.map((bodyId) => [bodyId, diaryOf(bodyId)]));
    const facts = { holidays: [...of('scotland'), ...of(row.bodyId)], ...diaryOf(row.bodyId), others };
    return redated(row, (deadline, saidOn) => dated(deadline, saidOn, facts));
  };

  happened(event: RecordedEvent): void {
    for (const key of new Set(changesBy(event).map(dueIdOf))) {
      const row = changedBy(this.rows.get(key), event, key);
      if (row) this.rows.set(key, row);
    }
    this.again();
  }

  again(): void {
    for (const [key, row] of this.rows) this.rows.set(key, this.dated(row));
  }

  /** The deadlines that a filter asks for, in the order of the list. */
  listed(wanted: (row: DueSaid) => boolean): readonly string[] {
    const order = ({ latest, bodyId, orderKey, dueId }: DueSaid): readonly string[] => [latest ?? bodyId, orderKey, dueId];
    const compare = (a: DueSaid, b: DueSaid): number => {
      const [one, other] = [order(a), order(b)];
      const at = one.findIndex((value, index) => value !== other[index]);
      return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
    };
    return [...this.rows.values()]
      .filter(wanted)
      .sort(compare)
      .map(({ dueId }) => dueId);
  }
}

let directory: Awaited<ReturnType<typeof aDirectory>>;
beforeEach(async () => {
  directory = await aDirectory();
});
afterEach(() => directory.remove());

let courses = 0;

async function follow(taken: readonly Step[], sizes: number): Promise<void> {
  const store = new MemoryEventStore();
  const projections = [...dueProjections, ...PROJECTIONS];
  courses += 1;
  const place = `${directory.path}/${courses}`;
  await mkdir(place);
  const models = await ReadModels.open({ dialect: new SqliteDialect(place), projections });
  const course = new Course();
  const now = () => `${course.day}T09:00:00.000Z`;
  const runner = await ProjectionRunner.open({ store, models, clock: { now }, liveBatchSize: 5 });
  await runner.start();
  try {
    const dues = new ListDuesHandler(new ReadModel(models, dueCalendar));
    const actions = new ActionRows(new ReadModel<ActionRegisterRow>(models, actionRegister), datingOver(store, models));
    const list = async (filter: Partial<DueFilter>): Promise<DueShown[]> => {
      const all: DueShown[] = [];
      for (let cursor: string | undefined; ;) {
        const page = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
        const { rows, next } = await dues.execute(new ListDues({ standing: 'live', ...filter }, course.day, EVERYBODY, page));
        all.push(...rows);
        if (next === null) return all;
        cursor = next;
      }
    };
    const ids = async (filter: Partial<DueFilter>) => (await list(filter)).map(({ dueId }) => dueId);
    const before = new Map<string, DueShown>();
    const compared = async (): Promise<void> => {
      await runner.waitFor((await store.head())!, { timeoutMs: 20_000 });
      const shown = [...(await list({ standing: 'all' })), ...(await list({ undated: true }))];
      for (const one of shown) {
        const expected = course.rows.get(one.dueId)!;
        expect([one.dueId, one.standing, one.deadline]).toEqual([expected.dueId, expected.standing, expected.deadline]);
        const then = before.get(one.dueId);
        if (then) expect(one.sequence).toBeGreaterThanOrEqual(then.sequence);
        if (then && (then.deadline.latest !== one.deadline.latest || then.standing !== one.standing))
          expect(one.sequence).toBeGreaterThan(then.sequence);
        before.set(one.dueId, one);
      }
      const live = ({ standing, latest }: DueSaid) => standing === 'live' && latest !== null;
      expect(await ids({})).toEqual(course.listed(live));
      expect(await ids({ undated: true })).toEqual(course.listed(({ standing, latest }) => standing === 'live' && latest === null));
      expect(await ids({ standing: 'all' })).toEqual(course.listed(({ latest }) => latest !== null));
      expect(await ids({ standing: 'overdue' })).toEqual(course.listed((row) => live(row) && row.latest! < course.day));
      expect(await ids({ bodyId: 'board' })).toEqual(course.listed((row) => live(row) && row.bodyId === 'board'));
      expect(await ids({ kind: 'action' })).toEqual(course.listed(live));
      expect(await ids({ organisation: 'NHS 1' })).toEqual(course.listed((row) => live(row) && row.organisation === 'NHS 1'));
      expect(await ids({ officer: 'Officer 1' })).toEqual(course.listed((row) => live(row) && row.officers.includes('Officer 1')));
      const [from, until] = ['2026-03-15', '2026-06-15'];
      expect(await ids({ from, until })).toEqual(course.listed((row) => live(row) && row.latest! >= from && row.latest! <= until));
      for (const bodyId of BODIES)
        for (const { actionId, due, dueLatest } of await actions.raised({ bodyId })) {
          const { deadline, latest } = course.rows.get(`action:${actionId}#due`)!;
          expect([actionId, due, dueLatest]).toEqual([actionId, deadline, latest]);
        }
      const overdue = (await new OverdueActionsHandler(actions).execute(new OverdueActions(course.day, {}, '*', { limit: 50 }))) as Exclude<
        Page<ActionView> | Refusal,
        Refusal
      >;
      const late = [...course.rows.values()].filter((row) => live(row) && row.latest! < course.day);
      expect(overdue.rows.map(({ actionId, due }) => [due.latest, actionId])).toEqual(
        late.map(({ latest, recordId }) => [latest, recordId]).sort(([a, b], [c, d]) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1)),
      );
    };
    let since = 0;
    for (const step of taken) {
      if (step.step === 'days') {
        for (let days = 0; days < step.count; days += 1) {
          course.day = addDays(course.day, 1);
          course.again();
        }
        const head = await store.head();
        if (head !== null) await runner.waitFor(head, { timeoutMs: 20_000 });
        continue;
      }
      const made = course.event(step);
      if (!made) continue;
      const [stream, { type, v, data }] = made;
      const appended = await store.append(stream, 'any', [anEvent({ type, v, data, happenedAt: now(), recordedAt: now() })]);
      if (!appended.accepted) throw new Error('not appended');
      for await (const event of store.readAll()) if (event.position === appended.position) course.happened(event);
      since += 1;
      if (since % sizes === 0) await compared();
    }
    if (since > 0) await compared();
    const different: unknown[] = [];
    for await (const one of runner.compare()) different.push(one);
    expect(different).toEqual([]);
    for (const name of [dueCalendar.name, dueDatings.name]) await runner.rebuild(name);
    expect(await runner.settled(20_000)).toBe(true);
    if (since > 0) await compared();
  } finally {
    await runner.stop();
    await models.close();
  }
}

describe('deadlines that are dated apart', () => {
  it('have in every list the dates they have where each is dated by itself, and a sequence that never goes down', async () => {
    await fc.assert(fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), follow), { numRuns: runs(60, 1_000) });
  }, 300_000);
});
