import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { findMutants, type Mutant } from './finding.js';
import { type CollectedTest } from './jest-globals.js';
import { Loader } from './loading.js';
import { REMEMBERING } from './scope.js';
import { suitesFor } from './suites.js';
import { switched } from './switched.js';
import { LATE, Watch } from './watch.js';

export type Fate = 'killed' | 'timed out' | 'survived' | 'not reached';

export interface Trial {
  readonly mutant: Mutant;
  readonly fate: Fate;
  /** The test that saw it. */
  readonly by?: string;
}

interface Timed {
  readonly suite: string;
  readonly index: number;
  readonly test: CollectedTest;
  readonly milliseconds: number;
}

declare global {
  var mutantLives: (id: number) => boolean;
  var mutantTest: (() => unknown) | undefined;
}

/** Milliseconds of work a test is given besides ten times what it takes with no mutant alive. */
const PATIENCE = 300;
/** However little a test works, after this long it is waiting for what never comes. */
const LAST_WAIT = 30_000;

/** Which mutant lives; which were asked about since `asked` was last emptied. */
let alive = -1;
let asked = new Set<number>();

const PASSED = 'passed';
type Outcome = typeof PASSED | 'failed' | 'timed out';

const watch = new Watch();

async function outcome({ run, before, after }: CollectedTest, milliseconds: number): Promise<Outcome> {
  for (const step of [...before, run, ...after]) {
    globalThis.mutantTest = step;
    try {
      const promised = runInThisContext('mutantTest()', { timeout: milliseconds }) as unknown;
      if (promised instanceof Promise && (await watch.within(() => promised, milliseconds)) === LATE) return 'timed out';
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'timed out' : 'failed';
    }
  }
  return PASSED;
}

/** The machine may be busy with other things: what is tried is late when it has worked too long, not when it has waited. */
async function patiently<T>(attempt: (milliseconds: number) => Promise<T | 'timed out'>, patience: number): Promise<T | 'timed out'> {
  for (let wait = patience; ; wait *= 2) {
    const before = process.cpuUsage();
    const result = await attempt(wait);
    const { user, system } = process.cpuUsage(before);
    if (result !== 'timed out' || (user + system) / 1000 >= patience / 2 || wait > LAST_WAIT) return result;
  }
}

/** Milliseconds for what takes so many with no mutant alive. */
const patienceFor = (milliseconds: number): number => PATIENCE + Math.ceil(10 * milliseconds);

const unseen = (mutant: Mutant, tests: readonly Timed[]): Trial => ({ mutant, fate: tests.length === 0 ? 'not reached' : 'survived' });
const isSeen = ({ fate }: Trial): boolean => fate === 'killed' || fate === 'timed out';

/** Tries the mutants of some files, of one slice, against the suites of that slice and the laws. */
export class Trials {
  readonly mutants: readonly Mutant[];
  readonly suites: readonly string[];
  /** Suites that do not pass with no mutant alive; they kill nothing. */
  readonly unfit: string[] = [];
  private readonly loader: Loader;
  private readonly tests: Timed[] = [];
  private readonly reaching = new Map<number, Timed[]>();
  /** Mutants that are asked about while modules load, and by which suites; other tests may reach them all the same. */
  private readonly whenLoaded = new Map<number, Set<string>>();
  /** Milliseconds each suite took to load. */
  private readonly loading = new Map<string, number>();

  constructor(root: string, files: readonly string[], slice: string, laws: string) {
    const mutants: Mutant[] = [];
    const rewritten = new Map<string, string>();
    for (const file of files) {
      const text = readFileSync(resolve(root, file), 'utf8');
      const found = findMutants(file, text, mutants.length);
      mutants.push(...found.mutants);
      rewritten.set(resolve(root, file), switched(text, found.places));
    }
    this.mutants = mutants;
    this.suites = suitesFor(root, files, slice, laws);
    this.loader = new Loader(root, rewritten);
    globalThis.mutantLives = (id) => {
      asked.add(id);
      return id === alive;
    };
    // The same cases for every mutant; and the first that fails is enough.
    fc.configureGlobal({ seed: 20160303, endOnFailure: true });
  }

  /** Runs every test with no mutant alive: how long it takes, and which mutants it reaches. */
  async rehearse(): Promise<void> {
    await watch.begin();
    alive = -1;
    for (const suite of this.suites) {
      this.loader.begin();
      asked = new Set();
      const begun = performance.now();
      const tests = await this.loader.load(suite);
      this.loading.set(suite, performance.now() - begun);
      for (const id of asked) this.whenLoaded.set(id, (this.whenLoaded.get(id) ?? new Set()).add(suite));
      for (const [index, test] of tests.entries()) {
        asked = new Set();
        const begun = performance.now();
        if ((await outcome(test, 60_000)) !== PASSED) {
          this.unfit.push(`${suite}: ${test.name}`);
          continue;
        }
        const timed = { suite, index, test, milliseconds: performance.now() - begun };
        this.tests.push(timed);
        for (const id of asked) this.reaching.set(id, [...(this.reaching.get(id) ?? []), timed]);
      }
    }
    for (const tests of this.reaching.values()) tests.sort((one, other) => one.milliseconds - other.milliseconds);
  }

  async try(mutant: Mutant): Promise<Trial> {
    const tests = this.reaching.get(mutant.id) ?? [];
    const whenLoaded = this.whenLoaded.get(mutant.id);
    const remembered = REMEMBERING.includes(mutant.file);
    const suites = remembered ? new Set([...(whenLoaded ?? []), ...tests.map(({ suite }) => suite)]) : whenLoaded;
    const running = remembered ? unseen(mutant, []) : await this.tryTests(mutant, tests);
    const trial = isSeen(running) || !suites ? running : await this.tryFromLoading(mutant, suites);
    alive = -1;
    return trial.fate === 'not reached' ? running : trial;
  }

  private async tryTests(mutant: Mutant, tests: readonly Timed[]): Promise<Trial> {
    alive = mutant.id;
    for (const { test, milliseconds } of tests) {
      const last = await patiently((wait) => outcome(test, wait), patienceFor(milliseconds));
      if (last !== PASSED) return { mutant, fate: last === 'failed' ? 'killed' : last, by: test.name };
    }
    return unseen(mutant, tests);
  }

  /** What is worked out while modules load needs them loaded anew, with the mutant alive. */
  private async tryFromLoading(mutant: Mutant, suites: ReadonlySet<string>): Promise<Trial> {
    for (const suite of this.nearestFirst(mutant, suites)) {
      alive = mutant.id;
      const loaded = await patiently((wait) => this.loadAnew(suite, wait), patienceFor(this.loading.get(suite)!));
      if (loaded === 'failed' || loaded === 'timed out')
        return { mutant, fate: loaded === 'failed' ? 'killed' : loaded, by: `${suite} as it is loaded` };
      const again = this.tests.flatMap((timed) =>
        timed.suite === suite && loaded[timed.index] ? [{ ...timed, test: loaded[timed.index]! }] : [],
      );
      const trial = await this.tryTests(mutant, again);
      if (isSeen(trial)) return trial;
    }
    return { mutant, fate: suites.size === 0 ? 'not reached' : 'survived' };
  }

  private async loadAnew(suite: string, milliseconds: number): Promise<readonly CollectedTest[] | 'failed' | 'timed out'> {
    this.loader.begin();
    try {
      const loaded = await watch.within(() => this.loader.load(suite), milliseconds);
      return loaded === LATE ? 'timed out' : loaded;
    } catch {
      return 'failed';
    }
  }

  /** The suite named like the file sees most of it; of the others, the quickest first. */
  private nearestFirst({ file }: Mutant, suites: ReadonlySet<string>): readonly string[] {
    const own = file.replace(/(\.decider)?\.ts$/, '');
    const seconds = (suite: string) =>
      suite.startsWith(own) ? 0 : this.tests.reduce((sum, test) => sum + (test.suite === suite ? test.milliseconds : 0), 1);
    return [...suites].sort((one, other) => seconds(one) - seconds(other));
  }
}
