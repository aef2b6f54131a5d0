import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { EVENT_STORE, type EventStore, type EventToAppend } from '../../src/eventstore/event-store.port.js';
import { type Position } from '../../src/kernel/event.js';
import { ReadModels } from '../../src/projections/read-models.js';
import { addDays } from '../../src/kernel/dates.js';
import { newId } from '../../src/kernel/ids.js';
import { Reminding } from '../../src/across/reminders/reminding/reminding.module.js';
import { ProjectionEngine } from '../../src/projections/projection-engine.js';
import { type ActionRaisedData } from '../../src/slices/actions/action.events.js';
import { ListDues, type DueFilter } from '../../src/across/due/views/due-calendar/due-list.query.js';
import { countPeriod } from '../../src/slices/calendars/counting.js';
import { type Deadline } from '../../src/kernel/deadline.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

/** Times are milliseconds. */
export interface DueBench {
  readonly deadlines: number;
  readonly touched: number;
  readonly lists: readonly { readonly figure: string; readonly p50: number; readonly p99: number }[];
  /** Holidays, one after the other, that each touch a tenth: of deadlines said alike, ten to a dating, and of such as have one each. */
  readonly holidays: readonly (HolidayMoved & { readonly figure: string })[];
  /** A round of reminders for everybody who follows: the first, and the next day's. */
  readonly rounds: readonly { readonly raised: number; readonly ms: number }[];
  /** The same number of events appended to a bare store, 1,000 at a time: the raw limit. */
  readonly bareAppendMs: number;
}

const TODAY = '2026-03-02';
const IN_A_BODY = 500;
const BATCH = 5_000;

/** The days that are recorded as holidays: each lies in the time counted for one tenth of the deadlines. */
const ALIKE = '2026-03-11';
const ONE_EACH = '2026-05-13';
/** The last of the twenty days counted from the first of the five. */
const BUSIEST = '2026-03-30';

/**
 * Of each body's deadlines one in ten is counted in working days from one of five days, and one in ten from a later day and each by words
 * of its own; the others have a date. All are open.
 */
function dueOf(index: number, bodies: number): { readonly on: string; readonly due: Deadline } {
  const nth = Math.floor(index / bodies);
  if (nth % 5 !== 0) {
    const latest = addDays(TODAY, (index % 700) - 200);
    return { on: addDays(latest, -60), due: { words: 'by the date', kind: 'date', earliest: latest, latest, explanation: latest } };
  }
  const alike = nth % 10 === 0;
  const on = addDays(TODAY, -(Math.floor(nth / 10) % 5));
  const from = alike ? on : addDays(on, 60);
  const rule = '20 working days';
  const counted = countPeriod({ calendar: 'scottish-bank-holidays', rule, length: 20, from, starts: 'day-after', holidays: [] });
  const words = alike ? 'within 20 working days' : `within 20 working days of letter ${index}`;
  return { on, due: { words, kind: 'working-days', latest: counted.lastDay, explanation: counted.rule, counted } };
}

function raised(index: number, bodies: number): readonly [string, EventToAppend] {
  const bodyId = `body-${index % bodies}`;
  const actionId = `${bodyId}/a-${index}`;
  const { on, due } = dueOf(index, bodies);
  const instant = `${on}T14:00:00.000Z`;
  const data: ActionRaisedData = {
    actionId,
    bodyId,
    on,
    source: { kind: 'cited', paragraph: '4.4', heading: on, meetingDate: on },
    item: { number: '6.', title: 'Adaptations' },
    words: `AGREED that officer ${index} take forward the possibility of assisting with some minor adaptations as part of home safety visits.`,
    organisation: `Organisation ${index % 97}`,
    officers: [`Officer ${index % (bodies * 3)}`],
    due,
    exempt: index % 50 === 0,
  };
  return [`action-${actionId}`, recorded('ActionRaised', data, instant)];
}

function established(bodyId: string): readonly [string, EventToAppend] {
  const data = { bodyId, name: bodyId, kind: 'board', timeZone: 'Europe/London' };
  return [`body-${bodyId}`, recorded('BodyEstablished', data, '2020-01-01T12:00:00.000Z')];
}

function recorded(type: string, data: object, instant: string): EventToAppend {
  const id = newId();
  const by = { principalId: 'clerk', name: 'The Clerk', role: 'clerk' };
  const ids = { correlationId: 'bench', causationId: id, commandId: id, commandDigest: 'bench' };
  return { id, type, v: 1, data, happenedAt: instant, recordedAt: instant, by, ...ids };
}

async function fill(directory: string, deadlines: number, bodies: number): Promise<void> {
  const store = await SqliteEventStore.open({ directory });
  const all = Array.from({ length: bodies }, (_, at) => established(`body-${at}`));
  await Promise.all(all.map(([stream, event]) => store.append(stream, 'none', [event])));
  for (let from = 0; from < deadlines; from += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, deadlines - from) }, (_, at) => raised(from + at, bodies));
    await Promise.all(some.map(([stream, event]) => store.append(stream, 'none', [event])));
  }
  await store.close();
}

async function bareAppend(directory: string, events: number): Promise<number> {
  const store = await SqliteEventStore.open({ directory });
  const all = Array.from({ length: events }, (_, at) => raised(at, 2_000));
  const start = performance.now();
  for (let from = 0; from < events; from += 1_000)
    await Promise.all(all.slice(from, from + 1_000).map(([stream, event]) => store.append(stream, 'none', [event])));
  const took = performance.now() - start;
  await store.close();
  return took;
}

async function quantiles(ask: (at: number) => Promise<unknown>): Promise<{ readonly p50: number; readonly p99: number }> {
  for (let at = 0; at < 20; at += 1) await ask(at * 7);
  const times: number[] = [];
  for (let at = 0; at < 500; at += 1) {
    const start = performance.now();
    await ask(at);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  return { p50: quantile(0.5), p99: quantile(0.99) };
}

/** No projection behind, none being built. */
async function everythingCaughtUp(app: INestApplicationContext): Promise<void> {
  const engine = app.get(ProjectionEngine);
  while ((await engine.status()).some(({ behind, rebuilding }) => behind || rebuilding))
    await new Promise((resolve) => setTimeout(resolve, 250));
}

/** A record of so many deadlines with every list built, made once in `home`: it takes far longer than what is measured on it. */
async function built(home: string, deadlines: number, bodies: number): Promise<void> {
  const whole = join(home, `whole-${deadlines}`);
  if (existsSync(whole)) return;
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await fill(home, deadlines, bodies);
  const app = await createTestApp({ directory: home, clock: new HandClock(`${TODAY}T09:00:00.000Z`) });
  try {
    await everythingCaughtUp(app.nest);
  } finally {
    await app.close();
  }
  await writeFile(whole, '');
}

/**
 * The due calendar over so many live deadlines, 500 to a body, and a holiday that touches a tenth of them. `directory` gives empty ones.
 * `kept` is where the record it begins from is made, and found by the next run; without it the record is made for this run alone.
 */
export async function benchDue(directory: (name: string) => string, deadlines: number, kept?: string): Promise<DueBench> {
  const bodies = Math.max(1, Math.round(deadlines / IN_A_BODY));
  const touched = deadlines / 10;
  const home = directory('due');
  await built(kept ?? home, deadlines, bodies);
  if (kept !== undefined) await cp(kept, home, { recursive: true });
  // What was written so far is on the disk before anything is timed: an fsync would wait for gigabytes of it.
  execFileSync('sync');
  const clock = new HandClock(`${TODAY}T09:00:00.000Z`);
  const app = await createTestApp({ directory: home, clock });
  try {
    const queries = app.nest.get(QueryBus);
    await everythingCaughtUp(app.nest);
    const everybody = { drafts: '*', exempt: '*' } as const;
    const list = (filter: Partial<DueFilter>) =>
      queries.execute(new ListDues({ standing: 'live', ...filter }, TODAY, everybody, { limit: 50 }));
    const until = addDays(TODAY, 14);
    const lists = [
      { figure: 'due in the next fourteen days', ...(await quantiles(() => list({ from: TODAY, until }))) },
      { figure: 'overdue', ...(await quantiles(() => list({ standing: 'overdue' }))) },
      { figure: 'due, of a body', ...(await quantiles((at) => list({ bodyId: `body-${(at * 13) % bodies}` }))) },
      { figure: 'due, of an officer', ...(await quantiles((at) => list({ officer: `Officer ${(at * 13) % (bodies * 3)}` }))) },
      { figure: 'due, of an organisation', ...(await quantiles((at) => list({ organisation: `Organisation ${at % 97}`, from: TODAY }))) },
      { figure: 'due, on the day most are counted to', ...(await quantiles(() => list({ from: BUSIEST, until: BUSIEST }))) },
      { figure: 'due, of a kind', ...(await quantiles(() => list({ kind: 'action', from: TODAY }))) },
    ];
    const rounds = await remind(app, clock, bodies);
    const later = addDays(TODAY, 1);
    const holidays = [
      { figure: 'ten to a dating', ...(await holiday(app, clock, `${later}T11:00:00.000Z`, ALIKE)) },
      { figure: 'each in words of its own', ...(await holiday(app, clock, `${later}T12:00:00.000Z`, ONE_EACH)) },
    ];
    return { deadlines, touched, lists, rounds, holidays, bareAppendMs: await bareAppend(directory('bare'), touched) };
  } finally {
    await app.close();
  }
}

const FOLLOWERS = 100;

/** Every body is followed by somebody. */
async function remind(app: TestApp, clock: HandClock, bodies: number): Promise<DueBench['rounds']> {
  for (let at = 0; at < FOLLOWERS; at += 1) {
    const followed = Array.from({ length: bodies }, (_, body) => `body-${body}`).filter((_, body) => body % FOLLOWERS === at);
    await app.principal(`clerk-${at}`, 'clerk');
    const asked = { address: `clerk-${at}@example.org`, names: [], bodies: followed };
    await app.record(`principals/clerk-${at}/reminders/follow-reminders`, asked);
  }
  const rounds: { raised: number; ms: number }[] = [];
  for (const day of [TODAY, addDays(TODAY, 1)]) {
    clock.set(`${day}T10:00:00.000Z`);
    const start = performance.now();
    const { raised } = await app.nest.get(Reminding).round('http://127.0.0.1');
    rounds.push({ raised, ms: performance.now() - start });
  }
  return rounds;
}

interface HolidayMoved {
  readonly moved: number;
  /** From the holiday's acknowledgement until every deadline it touches is dated anew and the lists show it. */
  readonly holidayMs: number;
  /** Commands answered while the deadlines were moved: how many, and how long each waited. */
  readonly meanwhile: { readonly commands: number; readonly p50: number; readonly p99: number };
  /** Events of deadlines written by it. */
  readonly events: number;
}

/** From the holiday's acknowledgement until the list shows every deadline it moves, while somebody goes on recording. */
async function holiday(app: TestApp, clock: HandClock, recordedAt: string, date: string): Promise<HolidayMoved> {
  const engine = app.nest.get(ProjectionEngine);
  const store = app.nest.get<EventStore>(EVENT_STORE);
  clock.set(recordedAt);
  const start = performance.now();
  const { position } = await app.record('calendars/scotland/record-holiday', { date, title: 'A day proclaimed for the bench' });
  let shown = false;
  const names = ['due_calendar', 'due_dating', 'action_register', 'action_dating'];
  const waiting = engine.waitFor(position as Position, { names, timeoutMs: 120_000 }).then(() => {
    shown = true;
    return performance.now() - start;
  });
  const times: number[] = [];
  for (let at = 0; !shown; at += 1) {
    const asked = performance.now();
    await app.record(`bodies/body-0/actions/a-0/report-progress`, { words: `Progress ${at}.` });
    times.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const holidayMs = await waiting;
  times.sort((a, b) => a - b);
  const quantile = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  let events = 0;
  for await (const { type } of store.readAll({ after: position as Position })) if (type.endsWith('DueRecounted')) events += 1;
  const [row] = await app.nest
    .get(ReadModels)
    .reader.query<{ moved: number }[]>(
      'SELECT COUNT(*) AS moved FROM due_calendar d JOIN due_dating x ON x.key = d.dating WHERE x.dated_at >= ?',
      [recordedAt],
    );
  return {
    moved: Number(row?.moved ?? 0),
    holidayMs,
    meanwhile: { commands: times.length, p50: quantile(0.5), p99: quantile(0.99) },
    events,
  };
}
