import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Mutant } from './finding.js';
import { type Explained, idle, isExplained, page, resultOf, type RoomResult, survivorLines, table } from './report.js';
import { type Trial, Trials } from './running.js';
import { EXAMPLE, LAWS, type RoomOfRules, SCOPE } from './scope.js';

/**
 * `npm run mutants`: every room whole, written down. `-- --room=meetings/sederunt` (any end of a room's path) one room;
 * `-- --file=quorum.ts` the files so named, `-- --sample=50` so many of each room, always the same: neither is written down.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const at = (path: string): string => resolve(ROOT, path);
const json = <T>(path: string): T => JSON.parse(readFileSync(at(path), 'utf8')) as T;
const RESULTS = 'test/mutants/results.json';
const PAGE = 'docs/mutants.md';

const { values: options } = parseArgs({
  options: { room: { type: 'string' }, file: { type: 'string' }, sample: { type: 'string' }, json: { type: 'boolean' } },
});
const { room: asked, file, sample, json: asJson = false } = options;

/** Mulberry32: the same sample every time. */
function sampled(mutants: readonly Mutant[], size: number): readonly Mutant[] {
  let state = 20160303;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const drawn = mutants.map((mutant) => ({ mutant, lot: next() })).sort((one, other) => one.lot - other.lot);
  return drawn
    .slice(0, size)
    .map(({ mutant }) => mutant)
    .sort((one, other) => one.id - other.id);
}

async function tryRoom({ room, files, suites }: RoomOfRules): Promise<RoomResult | null> {
  const chosen = files.filter((path) => file === undefined || path.endsWith(`/${file}`));
  if (chosen.length === 0) return null;
  const begun = performance.now();
  const trials = new Trials(ROOT, chosen, suites, LAWS);
  await trials.rehearse();
  const mutants = sample === undefined ? trials.mutants : sampled(trials.mutants, Number(sample));
  const done: Trial[] = [];
  for (const mutant of mutants) done.push(await trials.try(mutant));
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stderr.write(`${room}: ${mutants.length} mutants, ${trials.suites.length} suites, ${seconds} s\n`);
  // Every test passes outside: one that does not pass here is a fault of the runner.
  if (trials.unfit.length > 0) process.exitCode = 1;
  for (const unfit of trials.unfit) process.stderr.write(`  does not pass here, so it kills nothing: ${unfit}\n`);
  return resultOf(room, new Date().toISOString().slice(0, 10), done);
}

const explained = json<readonly Explained[]>('test/mutants/explained.json');
const rooms = asked === EXAMPLE.room ? [EXAMPLE] : SCOPE.filter(({ room }) => asked === undefined || `/${room}`.endsWith(`/${asked}`));
if (rooms.length === 0) throw new Error(`No such room: ${asked}. There are ${SCOPE.map(({ room }) => room).join(', ')}.`);

if (file !== undefined && !rooms.some(({ files }) => files.some((path) => path.endsWith(`/${file}`))))
  throw new Error(`No rules are tried in a file named ${file}.`);

const writes = file === undefined && sample === undefined && asked !== EXAMPLE.room;
const results: RoomResult[] = [];
for (const one of rooms) {
  const result = await tryRoom(one);
  if (!result) continue;
  results.push(result);
  if (writes) writeDown();
}
if (asJson) process.stdout.write(`${JSON.stringify(results)}\n`);
else process.stdout.write(`${[...survivorLines(results, explained), '', table(results, explained)].join('\n')}\n`);

const tried = new Set(rooms.flatMap((one) => one.files).filter((path) => file === undefined || path.endsWith(`/${file}`)));
if (sample === undefined)
  for (const { file, was, becomes } of idle(explained, results, tried))
    process.stderr.write(`explained, yet it does not survive: ${file} ${was} → ${becomes}\n`);
if (results.some(({ survivors }) => survivors.some((one) => !isExplained(explained, one)))) process.exitCode = 1;

/** Rooms that were not tried keep what was written of them. */
function writeDown(): void {
  const known = existsSync(at(RESULTS)) ? json<readonly RoomResult[]>(RESULTS) : [];
  const all = SCOPE.flatMap(({ room }) => results.find((one) => one.room === room) ?? known.find((one) => one.room === room) ?? []);
  writeFileSync(at(RESULTS), `${JSON.stringify(all, null, 2)}\n`);
  const text = readFileSync(at(PAGE), 'utf8');
  const generated = page(all, explained);
  writeFileSync(
    at(PAGE),
    text.replace(/(<!-- mutants: .* -->)[^]*(<!-- \/mutants -->)/, (_, from, to) => `${from}\n\n${generated}\n\n${to}`),
  );
}
