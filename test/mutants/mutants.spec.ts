import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { type RoomResult } from './report.js';
import { findMutants } from './finding.js';
import { SCOPE } from './scope.js';
import { switched } from './switched.js';

const ROOT = new URL('../..', import.meta.url);
const run = (...options: string[]) =>
  spawnSync(process.execPath, ['--import', './test/support/run-typescript.js', 'test/mutants/mutants.ts', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 120_000,
  });

describe('a run of mutants', () => {
  let result: RoomResult | undefined;
  beforeAll(() => {
    [result] = JSON.parse(run('--room=example', '--json').stdout) as RoomResult[];
  });

  it('names what a weak specification lets live, and nothing else', () => {
    const survivors = result!.survivors.map(({ was, becomes, reached }) => `${was} → ${becomes}${reached ? '' : ', reached by no test'}`);
    expect(survivors).toEqual([
      'castingVote && yes > 0 → yes > 0',
      'yes > 0 → yes > 1',
      'yes > no → yes >= no',
      'count.yes >= 1 → count.yes > 1, reached by no test',
      'count.yes >= 1 → count.yes < 1, reached by no test',
      'count.yes >= 1 → count.yes >= 2, reached by no test',
    ]);
  });

  it('stops what never ends: in a test, after it has awaited something, and while a suite loads', () => {
    const neverEnds = ['left - 1 → left + 1', 'left / 2 → left * 2', 'left > 0 → true', 'left -= 1; → nothing', 'left -= 1 → left += 1'];
    expect(result).toMatchObject({ mutants: 41, killed: 30, timedOut: neverEnds.length });
  });

  it('changes nothing while no mutant lives, and one place while one does', () => {
    const text = 'const said = []; if (value > 1) said.push("more"); else said.push("less"); return said;';
    const { mutants, places } = findMutants('x.ts', text);
    const source = switched(text, places).replaceAll('globalThis.mutantLives', 'lives');
    const said = (value: number, alive: string) =>
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      new Function('value', 'lives', source)(value, (id: number) => mutants[id]?.becomes === alive) as unknown;
    expect([said(1, ''), said(2, '')]).toEqual([['less'], ['more']]);
    expect([said(1, 'value >= 1'), said(2, 'false'), said(2, 'nothing')]).toEqual([['more'], ['less'], []]);
  });

  it('asks of what may be left unsaid only what can be told', () => {
    const asked = (text: string) => findMutants('x.ts', text).mutants.map(({ becomes }) => becomes);
    const guarded = 'day !== undefined && day < first';
    expect(asked(`const early = ${guarded};`)).toEqual(['day !== undefined', 'day === undefined', 'day <= first', 'day >= first']);
    expect(asked('const kept = { ...(day !== undefined && { day }) };')).not.toContain('{ day }');
    expect(asked('const kept = { ...(recess && { recess }) };')).toContain('{ recess }');
    expect(asked('const early = day !== undefined && other < first;')).toContain('other < first');
  });

  it('leaves out no decider and no fold', () => {
    const rules = globSync('src/**/{*.decider,deciding-*,evolve-*}.ts', { cwd: ROOT }).filter((file) => !file.endsWith('.spec.ts'));
    const tried = SCOPE.flatMap(({ files }) => files);
    expect(rules.filter((file) => !tried.includes(file))).toEqual([]);
    expect(tried.filter((file) => globSync(file, { cwd: ROOT }).length === 0)).toEqual([]);
  });
});
