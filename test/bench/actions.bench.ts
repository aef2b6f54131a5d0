import { addDays } from '../../src/kernel/dates.js';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { datingOver, PROJECTIONS } from '../support/action-tracker.js';
import { ProjectionRunner } from '../../src/projections/projection-runner.js';
import { ReadModel } from '../../src/projections/read-model.js';
import { ReadModels } from '../../src/projections/read-models.js';
import { ReadTable } from '../../src/projections/read-table.js';
import { SqliteDialect } from '../../src/projections/sqlite/sqlite-dialect.js';
import { type ActionEvent } from '../../src/slices/actions/action.events.js';
import { type Action, type ActionUpdate, evolveAction } from '../../src/slices/actions/action.state.js';
import {
  actionRegister,
  type ActionRegisterRow,
  rowOf,
} from '../../src/slices/actions/views/action-register/action-register.projection.js';
import { ActionRows } from '../../src/slices/actions/views/action-register/action-register.query.js';
import { actionOfficers } from '../../src/slices/actions/views/action-register/action-side.projections.js';
import { buildSheet, onSheet } from '../../src/slices/actions/views/action-sheet/action-sheet.js';
import { OverdueActions, OverdueActionsHandler, type OverdueFilter } from '../../src/slices/actions/views/overdue/overdue.query.js';

/** Times are milliseconds for one answer, without HTTP. */
export interface TrackerFigure {
  readonly figure: string;
  readonly actions: number;
  readonly p50: number;
  readonly p99: number;
}

export interface TrackerBench {
  readonly figures: readonly TrackerFigure[];
  /** For each figure, its median with the most actions over its median with the fewest; a p99 is too unsteady to be divided. */
  readonly ratios: Readonly<Record<string, number>>;
}

const ACTIONS_IN_A_BODY = 500;
const TODAY = '2026-06-09';
const SOME = 500;
const BATCH = 5_000;

/** Of a hundred actions, ninety were noted complete; of the ten on the tracker three are overdue, and one is reported complete. */
function anAction(index: number, bodies: number): ActionRegisterRow {
  const bodyId = `body-${index % bodies}`;
  const actionId = `${bodyId}/a-${index}`;
  const kind = Math.floor(index / bodies) % 100;
  const open = kind < 10;
  const raisedOn = addDays(TODAY, -(open ? 20 + (index % 400) : 500 + (index % 1500)));
  const latest = kind < 3 ? addDays(TODAY, -1 - (index % 300)) : addDays(TODAY, index % 200);
  const named = { actionId, bodyId };
  const due = { words: 'by the date', kind: 'date', earliest: latest, latest, explanation: latest } as const;
  const events: ActionEvent[] = [
    {
      type: 'ActionRaised',
      v: 1,
      data: {
        ...named,
        on: raisedOn,
        source: {
          kind: 'decision',
          decision: { meetingId: `${bodyId}/${raisedOn}`, decisionId: `d-${index}` },
          paragraph: '4.4',
          heading: raisedOn,
          meetingDate: raisedOn,
        },
        item: { number: '6.', title: 'Adaptations' },
        words: `AGREED that officer ${index} take forward the possibility of the Fire and Rescue Service assisting with some minor adaptations as part of home safety visits.`,
        organisation: `Organisation ${index % 97}`,
        officers: [`Officer ${index % (bodies * 3)}`],
        due,
        exempt: index % 50 === 0,
      },
    },
    {
      type: 'ProgressReported',
      v: 1,
      data: { ...named, on: addDays(raisedOn, 10), words: 'A meeting has been arranged and a report is being written.' },
    },
  ];
  if (!open || kind === 9)
    events.push({ type: 'ActionReportedComplete', v: 1, data: { ...named, on: addDays(raisedOn, 15), words: 'Completed.' } });
  if (!open)
    events.push({ type: 'ActionNotedComplete', v: 1, data: { ...named, on: addDays(raisedOn, 90), atMeeting: `${bodyId}/later` } });
  const stamp = {
    happenedAt: `${raisedOn}T14:00:00.000Z`,
    recordedAt: `${raisedOn}T15:00:00.000Z`,
    by: { name: 'The Clerk', role: 'clerk' },
  };
  const updates = events.map(({ type, data }) => ({ type, data, ...stamp }) as ActionUpdate);
  return rowOf({ record: events.reduce<Action | null>(evolveAction, null)!, updates });
}

/** The indexes are made once the rows are there: a million rows take minutes otherwise. */
async function seed(models: ReadModels, actions: number, bodies: number): Promise<void> {
  const register = new ReadTable(actionRegister, actionRegister.name, models.dialect);
  const officers = new ReadTable(actionOfficers, actionOfficers.name, models.dialect);
  const indexes = await models.transaction(async (run) => {
    const made = (await run.query(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('action_register', 'action_officer')",
    )) as { name: string; sql: string }[];
    for (const { name } of made) await run.query(`DROP INDEX "${name}"`);
    return made;
  });
  for (let from = 0; from < actions; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, actions - from) }, (_, at) => anAction(from + at, bodies));
    const held = rows.flatMap(({ actionId, record: { officers: list } }) =>
      list.map((officer) => ({ key: `${actionId}#${officer}`, officer, actionId })),
    );
    await models.transaction(async (run) => {
      await register.upsert(
        run,
        rows.map((row) => register.codec.encode({ ...row })),
      );
      await officers.upsert(
        run,
        held.map((row) => officers.codec.encode(row)),
      );
    });
  }
  for (const { sql } of indexes) await models.transaction((run) => run.query(sql));
}

async function measured(figure: string, actions: number, ask: (at: number) => Promise<unknown>): Promise<TrackerFigure> {
  for (let at = 0; at < 20; at += 1) await ask(at * 7);
  const times: number[] = [];
  for (let at = 0; at < SOME; at += 1) {
    const start = performance.now();
    await ask(at);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  return { figure, actions, p50: quantile(0.5), p99: quantile(0.99) };
}

/** Measures the overdue list across bodies and a body's action sheet with so many actions, 500 to a body, in a directory that is empty. */
export async function benchTrackerOf(directory: string, actions: number): Promise<TrackerFigure[]> {
  const bodies = Math.max(1, Math.round(actions / ACTIONS_IN_A_BODY));
  const models = await ReadModels.open({ dialect: new SqliteDialect(directory), projections: PROJECTIONS });
  const store = new MemoryEventStore();
  const runner = await ProjectionRunner.open({ store, models });
  try {
    await seed(models, actions, bodies);
    const rows = new ActionRows(new ReadModel<ActionRegisterRow>(models, actionRegister), datingOver(store, models));
    const overdue = new OverdueActionsHandler(rows);
    const list = async (filter: OverdueFilter, pages = 1) => {
      let cursor: string | undefined;
      for (let read = 0; read < pages; read += 1) {
        const page = await overdue.execute(new OverdueActions(TODAY, filter, [], { limit: 50, cursor }));
        if ('code' in page) throw new Error(page.code);
        cursor = page.next ?? undefined;
      }
    };
    const sheet = async (bodyId: string) => {
      const read = await rows.tracker(bodyId, TODAY, []);
      const facts = await rows.facts(read, TODAY);
      return buildSheet(onSheet(read, TODAY, facts.get(bodyId)), TODAY, { bodyId, bodyName: bodyId, parentName: null });
    };
    return [
      await measured('overdue, first page', actions, () => list({})),
      await measured('overdue, of a body', actions, (at) => list({ bodyId: `body-${(at * 13) % bodies}` })),
      await measured('overdue, of an officer', actions, (at) => list({ officer: `Officer ${(at * 13) % (bodies * 3)}` })),
      await measured('overdue, of an organisation', actions, (at) => list({ organisation: `Organisation ${at % 97}` })),
      await measured('action sheet of a body', actions, (at) => sheet(`body-${(at * 13) % bodies}`)),
    ];
  } finally {
    await runner.stop();
    await models.close();
  }
}

/** `directory` gives an empty directory for each size. */
export async function benchTracker(
  directory: (actions: number) => Promise<string> | string,
  sizes: readonly number[] = [100_000, 1_000_000],
): Promise<TrackerBench> {
  const figures: TrackerFigure[] = [];
  for (const actions of sizes) figures.push(...(await benchTrackerOf(await directory(actions), actions)));
  const of = (figure: string, actions: number | undefined) =>
    figures.find((one) => one.figure === figure && one.actions === actions)?.p50 ?? NaN;
  const names = [...new Set(figures.map(({ figure }) => figure))];
  return {
    figures,
    ratios: Object.fromEntries(names.map((name) => [name, Math.round((of(name, sizes.at(-1)) / of(name, sizes[0])) * 100) / 100])),
  };
}
