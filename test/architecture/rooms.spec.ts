import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLOORS } from '../support/reference.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

const under = (folder: string, rooms: readonly { readonly path: string }[]): string[] => rooms.map(({ path }) => `${folder}/${path}`);
const floors = FLOORS.floors.flatMap(({ path }) => {
  if (path === 'slices') return under('src/slices', FLOORS.slices);
  return path === 'across' ? under('src/across', FLOORS.across) : [`src/${path}`];
});
const insideMeetings = under('src/slices/meetings', FLOORS.meetings);

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What the project's own check says of a tree of these imports, each file by its path with the path it imports. */
function checked(
  imports: readonly (readonly [from: string, to: string])[],
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  const tree = mkdtempSync(join(tmpdir(), 'quorate-rooms-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json', 'src/floors.json']) {
      mkdirSync(dirname(join(tree, name)), { recursive: true });
      cpSync(join(PROJECT, name), join(tree, name));
    }
    symlinkSync(join(PROJECT, 'node_modules'), join(tree, 'node_modules'));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    };
    for (const [, to] of imports) write(to, 'export const there = 1;\n');
    for (const [from, to] of imports) {
      const specifier = relative(dirname(from), to).replace(/\.ts$/, '.js');
      write(from, `import { there } from '${specifier.startsWith('.') ? specifier : `./${specifier}`}';\nexport const here = there;\n`);
    }
    for (const [path, text] of Object.entries(files)) write(path, text);
    const depcruise = join(PROJECT, 'node_modules/.bin/depcruise');
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
    const output = run(depcruise, args, tree);
    const { summary } = JSON.parse(output) as { readonly summary: { readonly violations: readonly Violation[] } };
    return summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

const neighbours = (rooms: readonly string[]): (readonly [string, string])[] =>
  rooms.slice(1).map((higher, index) => [rooms[index]!, higher]);

describe('the check of rooms', () => {
  it('allows an import of the room below, by a door', () => {
    const pairs = [...neighbours(floors), ...neighbours(insideMeetings)];
    expect(
      checked(
        pairs
          .filter(([lower]) => !lower.endsWith('kernel'))
          .map(([lower, higher], index) => [`${higher}/a-${index}.query.ts`, `${lower}/b.words.ts`]),
      ),
    ).toEqual([]);
  });

  it('refuses the same import turned round, between each two neighbouring rooms', () => {
    const pairs = [...neighbours(floors), ...neighbours(insideMeetings)];
    const turned = pairs.map(([lower, higher], index) => [`${lower}/a-${index}.ts`, `${higher}/b.words.ts`] as const);
    const violations = checked(turned);
    for (const [from, to] of turned) expect(violations).toContain(`no-room-imports-one-above-it: ${from} -> ${to}`);
  });

  it('refuses a slice entered otherwise than by a door, and told something', () => {
    const imports = [
      ['src/slices/actions/a.ts', 'src/slices/bodies/body.state.ts'],
      ['src/slices/actions/b.ts', 'src/slices/bodies/bodies.commands.ts'],
      ['src/pages/tracker/c.ts', 'src/slices/actions/action.state.ts'],
      ['src/across/due/d.ts', 'src/slices/actions/action.state.ts'],
    ] as const;
    expect([...checked(imports)].sort()).toEqual([
      'a-slice-is-entered-by-its-door: src/slices/actions/a.ts -> src/slices/bodies/body.state.ts',
      'a-slice-is-entered-by-its-door: src/slices/actions/b.ts -> src/slices/bodies/bodies.commands.ts',
      'higher-floors-enter-by-doors-too: src/pages/tracker/c.ts -> src/slices/actions/action.state.ts',
      'rooms-across-enter-by-doors: src/across/due/d.ts -> src/slices/actions/action.state.ts',
    ]);
  });

  it('refuses a door of words that lets out what reads or writes, or that such a thing stands behind', () => {
    const roles = ['projection', 'query', 'queries', 'tables', 'module', 'commands', 'room', 'controller', 'port'];
    const direct = roles.map(
      (role) => [`src/slices/actions/a-${role}.words.ts`, `src/slices/actions/views/register/b.${role}.ts`] as const,
    );
    const behind = [
      ['src/slices/actions/far.words.ts', 'src/slices/actions/views/text.ts'],
      ['src/slices/actions/views/text.ts', 'src/slices/actions/views/rows.ts'],
      ['src/slices/actions/views/rows.ts', 'src/projections/read-model.ts'],
    ] as const;
    const pure = [['src/slices/actions/near.words.ts', 'src/slices/actions/views/plan-text.ts']] as const;
    expect([...checked([...behind, ...direct, ...pure])].sort()).toEqual(
      // What is found behind a door is told of the door alone.
      [...direct, ['src/slices/actions/far.words.ts', 'src/slices/actions/far.words.ts']]
        .map(([from, to]) => `words-are-words: ${from} -> ${to}`)
        .sort(),
    );
  });

  it('refuses a page that knows a table, and lets a room above the slice know it', () => {
    const tables = 'src/slices/actions/actions.tables.ts';
    const violations = checked([
      ['src/pages/tracker/a.ts', tables],
      ['src/slices/reports/views/b.query.ts', tables],
      ['src/across/due/views/c.query.ts', tables],
      ['src/app.ts', tables],
    ]);
    expect(violations).toEqual([`pages-know-no-tables: src/pages/tracker/a.ts -> ${tables}`]);
  });

  it('refuses a place that knows another, and a room that is in no list', () => {
    const violations = checked([
      ['src/pages/tracker/a.ts', 'src/pages/live/b.ts'],
      ['src/shed/c.ts', 'src/kernel/d.ts'],
      ['src/slices/meetings/shed/e.ts', 'src/slices/meetings/minutes/f.ts'],
    ]);
    expect([...violations].sort()).toEqual([
      'a-place-knows-no-other-place: src/pages/tracker/a.ts -> src/pages/live/b.ts',
      'every-room-is-in-the-list: src/shed/c.ts -> src/kernel/d.ts',
      'every-room-is-in-the-list: src/slices/meetings/shed/e.ts -> src/slices/meetings/minutes/f.ts',
    ]);
  });

  it('refuses what reads or writes in any file of a slice but those of the named roles', () => {
    const reads = ['src/eventstore/event-store.port.ts', 'src/projections/read-model.ts', 'src/config/config.ts', 'src/http/request.ts'];
    const violations = checked([
      ...reads.map((to, index) => [`src/slices/actions/anything-${index}.ts`, to] as const),
      ...reads.map((to, index) => [`src/slices/actions/gather-${index}.ts`, to] as const),
      ['src/slices/actions/http/a.ts', 'src/http/request.ts'],
      ['src/slices/meetings/motions/views/motions/a.query.ts', 'src/projections/read-model.ts'],
    ]);
    expect([...violations].sort()).toEqual(reads.map((to, index) => `slices-are-pure: src/slices/actions/anything-${index}.ts -> ${to}`));
  });

  it.each(['node:fs', 'node:timers/promises', '@nestjs/common', 'typeorm'])('refuses %s there, and digests it does not', (packaged) => {
    const files = { 'anything.ts': packaged, 'digest.ts': 'node:crypto' };
    const texts = Object.entries(files).map(([name, one]) => [`src/slices/actions/${name}`, `import '${one}';\n`]);
    const impure = checked([], Object.fromEntries(texts) as Record<string, string>).filter((one) => one.startsWith('slices-are-pure: '));
    expect(impure.map((one) => one.replace(/ -> .*/, ''))).toEqual(['slices-are-pure: src/slices/actions/anything.ts']);
  });
});

/** A room of the slice of meetings that outgrows this is two rooms. Specifications, comments and empty lines are not counted. */
const AT_MOST = { files: 22, lines: 1_800 };
const NOT_COUNTED = /^\s*(?:\/\*\*?|\*|\/\/|$)/;

describe('the rooms of meetings', () => {
  it.each(insideMeetings)('%s can be read at one go', (room) => {
    const files = globSync(`${room}/**/*.ts`, { cwd: PROJECT }).filter((path) => !path.endsWith('.spec.ts'));
    const lines = files.map(
      (path) =>
        readFileSync(join(PROJECT, path), 'utf8')
          .split('\n')
          .filter((line) => !NOT_COUNTED.test(line)).length,
    );
    expect(files.length).toBeLessThanOrEqual(AT_MOST.files);
    expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(AT_MOST.lines);
  });
});
