import { expect } from 'expect';
import { format } from 'node:util';

/**
 * What specifications import as `@jest/globals` while mutants are tried: it collects them instead of running them, so that the runner may
 * run one test as often as it likes. It knows as much of jest as the specifications of rules use.
 */
type Body = (...args: readonly unknown[]) => unknown;
type Hook = () => unknown;

export interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
  readonly before: readonly Hook[];
  readonly after: readonly Hook[];
}

interface Group {
  readonly names: readonly string[];
  readonly before: Hook[];
  readonly after: Hook[];
  readonly once: Hook[];
}

const group = (): Group => ({ names: [], before: [], after: [], once: [] });
let current = group();
let tests: CollectedTest[] = [];

/** The tests collected since it was last asked. A `beforeAll` runs before each test of its group: a test may be run alone. */
export function takeCollected(): readonly CollectedTest[] {
  const taken = tests;
  tests = [];
  current = group();
  return taken;
}

function describeGroup(name: string, body: () => void): void {
  const outer = current;
  current = { names: [...outer.names, name], before: [...outer.before], after: [...outer.after], once: [...outer.once] };
  body();
  current = outer;
}

function collect(name: string, run: () => unknown): void {
  const { names, before, after, once } = current;
  tests.push({
    name: [...names, name].join(' '),
    run,
    get before() {
      return [...once, ...before];
    },
    after,
  });
}

const each =
  (register: (name: string, body: () => void) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const row of rows) {
      const args: readonly unknown[] = Array.isArray(row) ? row : [row];
      register(format(name, ...args.slice(0, name.match(/%[a-z]/g)?.length ?? 0)), () => body(...args));
    }
  };

export const describe = Object.assign(describeGroup, { each: each(describeGroup) });
export const it = Object.assign(collect, { each: each(collect) });
export const test = it;
export const beforeAll = (hook: Hook): void => void current.once.push(hook);
export const beforeEach = (hook: Hook): void => void current.before.push(hook);
export const afterAll = (hook: Hook): void => void current.after.push(hook);
export const afterEach = (hook: Hook): void => void current.after.push(hook);
export { expect };
