import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { projectionsOf, ROOMS } from '../../src/app.module.js';
import { recordFiles } from '../../src/cli/demonstration.js';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { type RecordedEvent } from '../../src/kernel/event.js';
import { TestApp } from '../support/app.js';
import { benchTracker } from './actions.bench.js';
import { benchDue } from './deadlines.bench.js';
import { copyRecord } from './big-record.js';
import { benchEventStore } from './event-store.bench.js';
import { benchHttp } from './http.bench.js';
import { benchPages } from './pages.bench.js';
import { type RebuildMeasured } from './projections.bench.js';
import { startProcess } from './server-process.js';

/**
 * Every speed target, each beside the raw limit measured in the same run. `--quick` takes a tenth of the sizes; `--only=pages` (or
 * store, http, tracker, due, record) measures that part alone and leaves the other lines of the table as they were. `--kept=DIR` keeps the record of a million
 * deadlines there, so that the next run begins from it.
 * The result is printed and kept in docs/benchmarks.md, where what the figures mean is written by hand below the table.
 */
const run = promisify(execFile);
const inThisFolder = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const quick = process.argv.includes('--quick');
const valueOf = (option: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${option}=`))?.slice(`--${option}=`.length);
const only = valueOf('only');
const asked = (part: string): boolean => only === undefined || only === part;
const size = (full: number): number => (quick ? full / 10 : full);
const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const percent = (ratio: number): string => `${Math.round(ratio * 100)}%`;

interface Line {
  readonly figure: string;
  readonly size: string;
  readonly raw: string;
  readonly ours: string;
  readonly ratio: string;
  readonly target: string;
  readonly met: boolean;
}
const lines: Line[] = [];
const note = (line: Line): void => {
  lines.push(line);
  process.stdout.write(
    `${line.met ? 'met   ' : 'MISSED'} ${line.figure} (${line.size}): ${line.ours} beside ${line.raw}, ${line.ratio}; target ${line.target}\n`,
  );
};

const directory = await mkdtemp(join(tmpdir(), 'quorate-bench-'));
const fresh = (name: string): string => {
  const path = join(directory, name);
  mkdirSync(path);
  return path;
};

const PARTS = {
  async store() {
    for (const { figure, raw, ours, ratio, target } of await benchEventStore(fresh('store'), {
      single: size(4_000),
      concurrent: size(64_000),
      read: size(200_000),
    })) {
      note({
        figure,
        size: 'events of about 700 bytes',
        raw: `${whole(raw)}/s`,
        ours: `${whole(ours)}/s`,
        ratio: percent(ratio),
        target: `at least ${percent(target)}`,
        met: ratio >= target,
      });
    }
  },
  async http() {
    for (const { figure, raw, ours, ratio, target, p99 } of await benchHttp(quick ? 3 : 8)) {
      note({
        figure,
        size: '64 connections',
        raw: `${whole(raw)}/s`,
        ours: `${whole(ours)}/s, p99 ${Math.round(p99)} ms`,
        ratio: percent(ratio),
        target: `at least ${percent(target)}`,
        met: ratio >= target,
      });
    }
  },
  async tracker() {
    const { figures, ratios } = await benchTracker((actions) => fresh(`tracker-${actions}`), [size(100_000), size(1_000_000)]);
    for (const { figure, actions, p50, p99 } of figures.filter((one) => one.actions === size(1_000_000))) {
      const growth = ratios[figure] ?? NaN;
      note({
        figure,
        size: `${whole(actions)} actions in ${whole(actions / 500)} bodies`,
        raw: 'a tenth of the actions',
        ours: `p50 ${p50} ms, p99 ${p99} ms`,
        ratio: `${growth} times (p50)`,
        target: 'p99 under 10 ms, at most 1.3 times',
        met: p99 < 10 && growth <= 1.3,
      });
    }
  },
  async due() {
    const due = await benchDue(fresh, size(1_000_000), valueOf('kept'));
    for (const { figure, p50, p99 } of due.lists)
      note({
        figure,
        size: `${whole(due.deadlines)} live deadlines in ${whole(due.deadlines / 500)} bodies`,
        raw: 'none',
        ours: `p50 ${p50} ms, p99 ${p99} ms`,
        ratio: '',
        target: 'p99 under 10 ms',
        met: p99 < 10,
      });
    for (const { figure, moved, holidayMs, events, meanwhile } of due.holidays) {
      note({
        figure: `a holiday moves what it touches, ${figure}`,
        size: `${whole(moved)} of ${whole(due.deadlines)} live deadlines`,
        raw: `${whole(due.bareAppendMs)} ms (as many events appended bare)`,
        ours: `${(holidayMs / 1_000).toFixed(2)} s, ${events} events written`,
        ratio: `${(holidayMs / due.bareAppendMs).toFixed(1)} times`,
        target: 'under 5 s, no event',
        met: moved === due.touched && holidayMs < 5_000 && events === 0,
      });
      note({
        figure: `commands answered meanwhile, ${figure}`,
        size: `${whole(meanwhile.commands)} commands, one after another`,
        raw: 'none',
        ours: `p50 ${meanwhile.p50} ms, p99 ${meanwhile.p99} ms`,
        ratio: '',
        target: 'p99 under 100 ms',
        met: meanwhile.p99 < 100,
      });
    }
    due.rounds.forEach(({ raised, ms }, at) =>
      note({
        figure: at === 0 ? 'the first round of reminders' : "the next day's round of reminders",
        size: `${whole(due.deadlines)} live deadlines, 100 followers, ${whole(raised)} raised`,
        raw: 'none',
        ours: `${(ms / 1_000).toFixed(2)} s`,
        ratio: '',
        target: 'under 2 s',
        met: ms < 2_000,
      }),
    );
  },
  async pages() {
    const pages = await benchPages(fresh, size(1_000));
    const recorded = `${whole(pages.meetings)} meetings and ${whole(pages.actions)} actions in ${pages.bodies} bodies`;
    const slowest = pages.pages.reduce((one, other) => (other.p95 > one.p95 ? other : one));
    const over = pages.pages.filter(({ p95 }) => p95 >= 50);
    note({
      figure: 'a page, the slowest of them',
      size: `${recorded}; ${pages.pages.length} pages, ${slowest.page} to the ${slowest.who}`,
      raw: `p95 ${pages.bare.p95} ms (an empty answer)`,
      ours: `p50 ${slowest.p50} ms, p95 ${slowest.p95} ms; median page p95 ${median(pages.pages.map(({ p95 }) => p95))} ms`,
      ratio: `${over.length} of ${pages.pages.length} over 50 ms`,
      target: 'p95 under 50 ms',
      met: over.length === 0,
    });
    note({
      figure: 'a key press to its entry in the live meeting',
      size: `${pages.keyPress.presses} paragraphs typed in a browser`,
      raw: 'none',
      ours: `p50 ${pages.keyPress.p50} ms, p95 ${pages.keyPress.p95} ms`,
      ratio: '',
      target: 'p95 under 150 ms',
      met: pages.keyPress.p95 < 150,
    });
    note({
      figure: 'weight of a first view, the heaviest page',
      size: pages.heaviest.page,
      raw: 'none',
      ours: `${pages.heaviest.kilobytes} kB`,
      ratio: '',
      target: 'under 200 kB',
      met: pages.heaviest.kilobytes < 200,
    });
    note({
      figure: 'everybody who watches a live meeting is up to date',
      size: `${pages.watchers.watching} watching, ${pages.watchers.entries} entries`,
      raw: 'none',
      ours: `p50 ${pages.watchers.p50} ms, at most ${pages.watchers.most} ms`,
      ratio: '',
      target: 'within 1 s',
      met: pages.watchers.most < 1_000,
    });
  },
  record: () => bigRecord(size(1_000_000)),
} as const;

try {
  for (const [part, measure] of Object.entries(PARTS)) if (asked(part)) await measure();
} finally {
  await rm(directory, { recursive: true, force: true });
}
keep();

/** Rebuild of every read model, and start to ready, on a record of so many events. */
async function bigRecord(events: number): Promise<void> {
  const home = fresh('record');
  const store = await SqliteEventStore.open({ directory: home });
  const stored = await copyRecord(await demonstration(), 'cpp-strategic-board', store, events);
  await store.close();
  const { stdout } = await run(process.execPath, [
    '--import',
    inThisFolder('../support/run-typescript.js'),
    inThisFolder('rebuilding.ts'),
    home,
    String(stored),
  ]);
  const rebuilt = JSON.parse(stdout) as RebuildMeasured & { readonly rawPerSecond: number };
  const ratio = rebuilt.eventsPerSecond / rebuilt.rawPerSecond;
  const megabytes = Math.round(rebuilt.peakRssBytes / 1e6);
  note({
    figure: 'rebuild of every read model',
    size: `${whole(stored)} events, ${projectionsOf(ROOMS).length} read models`,
    raw: `${whole(rebuilt.rawPerSecond)}/s`,
    ours: `${whole(rebuilt.eventsPerSecond)}/s, peak ${megabytes} MB`,
    ratio: percent(ratio),
    target: 'at least 25%, under 600 MB',
    met: ratio >= 0.25 && megabytes < 600,
  });
  const bare = await startProcess('empty-post.ts', {});
  await bare.stop();
  const server = await startProcess('../../dist/main.js', {
    QUORATE_DATA_DIR: home,
    PORT: '0',
    QUORATE_LOG_LEVEL: 'info',
  });
  const ready = await fetch(`${server.address}/health/ready`);
  await server.stop();
  note({
    figure: 'start to ready',
    size: `${whole(stored)} events`,
    raw: `${whole(bare.took)} ms (an empty application)`,
    ours: `${whole(server.took)} ms`,
    ratio: `${(server.took / bare.took).toFixed(1)} times`,
    target: 'under 2 s',
    met: ready.status === 200 && server.took < 2_000,
  });
}

/** The real record's own events, without the sign-ins. */
async function demonstration(): Promise<RecordedEvent[]> {
  const app = await TestApp.open();
  try {
    for (const file of await recordFiles()) await importFile(apiOf(app.nest), commandSpecs(), file);
    const events: RecordedEvent[] = [];
    for await (const event of app.nest.get<EventStore>(EVENT_STORE).readAll())
      if (event.stream.includes('cpp-strategic-board')) events.push(event);
    return events;
  } finally {
    await app.close();
  }
}

function keep(): void {
  const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
  const text = readFileSync(file, 'utf8');
  const [processor] = cpus();
  const table = [
    '<!-- figures: made by npm run bench -->',
    '',
    `${cpus().length} cores${processor ? ` (${processor.model.trim()})` : ''}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}${quick ? '; a tenth of the sizes' : ''}. One run; read the ratios.`,
    '',
    '| figure | size | raw limit | measured | ratio | target | |',
    '|---|---|---|---|---|---|---|',
    ...others(text),
    ...lines.map(
      ({ figure, size: of, raw, ours, ratio, target, met }) =>
        `| ${figure} | ${of} | ${raw} | ${ours} | ${ratio} | ${target} | ${met ? 'met' : '**missed**'} |`,
    ),
    '',
    '<!-- end of figures -->',
  ].join('\n');
  writeFileSync(
    file,
    text.replace(/<!-- figures[\s\S]*end of figures -->/, () => table),
  );
}

/** The lines of the table that this run did not measure. */
function others(text: string): string[] {
  if (only === undefined) return [];
  const table = /<!-- figures[\s\S]*end of figures -->/.exec(text)?.[0] ?? '';
  const measured = new Set(lines.map(({ figure }) => figure));
  return table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (figure|-)/.test(line))
    .filter((line) => !measured.has(line.split('|')[1]?.trim() ?? ''));
}
