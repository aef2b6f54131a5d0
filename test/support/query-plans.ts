import { QueryBus } from '@nestjs/cqrs';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { projectionsOf, ROOMS } from '../../src/app.module.js';
import { apiOf, caughtUp } from '../../src/cli/local-api.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { recordFiles } from '../../src/cli/demonstration.js';
import { ReadModels } from '../../src/projections/read-models.js';
import { ListDecisions } from '../../src/slices/meetings/decisions/views/decision-register/decision-register.query.js';
import { createTestApp, HandClock, type TestApp } from './app.js';
import { ASKED, type Asked } from './queries.js';
import { type Statement, ViewRecorder } from './view-recorder.js';

export interface Planned extends Pick<Statement, 'asked' | 'view'> {
  /** On one line, its lists cut short. */
  readonly text: string;
  readonly plan: readonly string[];
  /** The read models it reads from end to end, without an index. */
  readonly whole: readonly string[];
}

export interface QueryPlans {
  /** Each statement of each view once, by view and in the order of the table of questions. */
  readonly statements: readonly Planned[];
  /** Views, handlers and read models that no question of the table leads to. */
  readonly unasked: readonly string[];
}

const NOW = '2026-09-01T09:00:00.000Z';

/** Asks the demonstration every question of the table, and what SQLite would do for each statement that came of it. */
export async function queryPlans(): Promise<QueryPlans> {
  const app = await createTestApp({ clock: new HandClock(NOW) });
  try {
    for (const file of await recordFiles()) await importFile(apiOf(app.nest), commandSpecs(), file);
    await caughtUp(app.nest);
    return await plansIn(app);
  } finally {
    await app.close();
  }
}

async function plansIn(app: TestApp): Promise<QueryPlans> {
  const queries = app.nest.get(QueryBus);
  const { rows } = await queries.execute(new ListDecisions({ bodyId: 'cpp-strategic-board', drafts: true, exempt: true, limit: 1 }));
  const { reader } = app.nest.get(ReadModels);
  const recorder = new ViewRecorder(reader);
  const handled = new Set<string>();
  const hearing = queries.subscribe((query) => handled.add(query.constructor.name));
  try {
    for (const [name, asked] of Object.entries(ASKED(app, { decisionId: rows[0]!.decisionId })))
      await recorder.asking(name, () => askThrough(queries, asked));
  } finally {
    recorder.stop();
    hearing.unsubscribe();
  }
  const statements = new Map<string, Planned>();
  for (const { asked, view, text, parameters } of recorder.statements) {
    const line = shortened(text);
    const key = `${view}\n${line}`;
    if (statements.has(key)) continue;
    const steps = await reader.query<Step[]>(`EXPLAIN QUERY PLAN ${text}`, [...parameters]);
    statements.set(key, { asked, view, text: line, plan: indented(steps), whole: readWhole(text, steps) });
  }
  const order = Object.keys(ASKED(app, { decisionId: '' }));
  const found = [...statements.values()].sort(
    (a, b) => compare(a.view, b.view) || order.indexOf(a.asked) - order.indexOf(b.asked) || compare(a.text, b.text),
  );
  return { statements: found, unasked: unasked(found, handled) };
}

/** A question, and the page after its first where there is one. */
async function askThrough(queries: QueryBus, asked: Asked): Promise<void> {
  const answer = async (cursor?: string): Promise<unknown> => {
    const question = asked({ limit: 1, ...(cursor !== undefined && { cursor }) });
    return question instanceof Promise ? question : queries.execute(question);
  };
  const first = (await answer()) as { readonly next?: string | null; readonly json?: { readonly next?: string | null } } | null;
  const next = first?.next ?? first?.json?.next;
  if (typeof next === 'string') await answer(next);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Numbers are written into a statement; those that are of one record are left out. */
const shortened = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/IN \(\?(?:, ?\?)*\)/g, 'IN (?, …)')
    .replace(/(?<=rowid <= |OFFSET |\(\?, )\d+/g, '?')
    .trim();

interface Step {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

function indented(steps: readonly Step[]): readonly string[] {
  const depths = new Map<number, number>([[0, -1]]);
  return steps.map(({ id, parent, detail }) => {
    const depth = (depths.get(parent) ?? -1) + 1;
    depths.set(id, depth);
    return `${'  '.repeat(depth)}${detail}`;
  });
}

const READ_MODELS = new Set(projectionsOf(ROOMS).map(({ name }) => name));

/** A step names a table as the statement calls it. */
function readWhole(text: string, steps: readonly Step[]): readonly string[] {
  const called = new Map<string, string>();
  for (const [, table, as] of text.matchAll(/(?:FROM|JOIN|,)\s+"?(\w+)"?(?:\s+(?:AS\s+)?"?(\w+)"?)?/g))
    if (READ_MODELS.has(table!)) called.set(table!, table!).set(as ?? table!, table!);
  // SQLite begins nothing where a condition cannot hold.
  if (/WHERE 1 = 0\b/.test(text)) return [];
  const scanned = steps.flatMap(({ detail }) => (/ USING | VIRTUAL TABLE /.test(detail) ? [] : (/^SCAN (\w+)/.exec(detail)?.[1] ?? [])));
  return [...new Set(scanned.flatMap((name) => called.get(name) ?? []))];
}

const SOURCES = fileURLToPath(new URL('../../', import.meta.url));
const ASKS_ROWS = /@InjectReadModel\(|\.sql[<(]|\bregister\.(?:find|findMany|page|count)\(/;

/** By what the sources say of who asks: every file that does, every handler in it, and every read model there is. */
function unasked(found: readonly Planned[], handled: ReadonlySet<string>): readonly string[] {
  const views = new Set(found.map(({ view }) => view));
  const texts = found.map(({ text }) => text);
  const sources = globSync('src/{slices,across,pages,exchange}/**/*.ts', { cwd: SOURCES })
    .filter((path) => !path.endsWith('.spec.ts'))
    .map((path) => ({ path, text: readFileSync(`${SOURCES}${path}`, 'utf8') }))
    .filter(({ text }) => ASKS_ROWS.test(text));
  return [
    ...sources.flatMap(({ path }) => (views.has(path) ? [] : [`${path} asks a read model, and no question leads there`])),
    ...sources.flatMap(({ path, text }) =>
      [...text.matchAll(/@QueryHandler\((\w+)\)/g)].flatMap(([, name]) => (handled.has(name!) ? [] : [`${path}: nobody asks ${name}`])),
    ),
    ...[...READ_MODELS].flatMap((name) =>
      texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)) ? [] : [`The read model ${name} is in no statement`],
    ),
  ];
}
