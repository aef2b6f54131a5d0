import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMANDS, ROOMS, vocabularyOf } from '../../src/app.module.js';
import { ROOT } from '../support/built.js';
import { anchorOf, links, named, page, pages, prose, quoted, section } from '../support/markdown.js';
import { FLOORS } from '../support/reference.js';

const ALL = pages();
const THERE = named();
const isThere = new Set(THERE);
const architecture = page('docs/architecture.md');
const readme = page('README.md');
const project = JSON.parse(page('package.json')) as {
  readonly version: string;
  readonly license: string;
  readonly scripts: Readonly<Record<string, string>>;
};
const rowsOf = (table: string): readonly string[] => [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
const twice = (names: readonly string[]): readonly string[] => names.filter((name, at) => names.indexOf(name) !== at);

describe('a page', () => {
  it.each(ALL.map((one) => [one.path, one] as const))('%s links to what is there', (_path, one) => {
    const dead = links(one).filter(({ to, part }) => {
      if (!isThere.has(to)) return true;
      if (part === '' || !to.endsWith('.md')) return false;
      return ![...prose(page(to)).matchAll(/^#+ (.*)$/gm)].some(([, heading = '']) => anchorOf(heading) === part);
    });
    expect(dead).toEqual([]);
  });

  it.each(ALL.map((one) => [one.path, one] as const))('%s names files that are there', (path, one) => {
    expect(quoted(one.text).filter((words) => looksLikeAFile(words, path) && !namesAFile(words, path))).toEqual([]);
  });

  it.each(ALL.map((one) => [one.path, one] as const))('%s names scripts that package.json has', (_path, { text }) => {
    const scripts = [...text.matchAll(/\bnpm run (?:-s )?([a-z][a-z:]*)/g)].map(([, name = '']) => name);
    expect(scripts.filter((name) => !(name in project.scripts))).toEqual([]);
  });
});

/** `src/...` and the other folders anywhere; in the README of a room, also `refs.ts`, `views/search`, `reminding/`. */
const looksLikeAFile = (words: string, page: string): boolean =>
  /^\.?(?:src|test|docs|docker|\.vscode)\/[^ ]+$/.test(words) ||
  (page.startsWith('src/') && /^[\w<>*./-]+$/.test(words) && /\.(?:ts|njk|json)$|^views\/|^[\w-]+\/$/.test(words));

function namesAFile(words: string, page: string): boolean {
  const name = words.replace(/\/$/, '');
  const pattern = name
    .split('/')
    .map((part) =>
      part
        .replaceAll(/<[^>]+>/g, '*')
        .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '[^/]*'),
    )
    .join('/');
  const room = dirname(page);
  const [whole, below] = [new RegExp(`^${pattern}$`), new RegExp(`^${room}/(?:.*/)?${pattern}$`)];
  // Another room is named from its floor; what every room has, by a pattern.
  const elsewhere = new RegExp(/[*<]/.test(words) ? `^src/(?:.*/)?${pattern}$` : `^src/(?:slices/|slices/meetings/)?${pattern}$`);
  return THERE.some((path) => whole.test(path) || (page.startsWith('src/') && (below.test(path) || elsewhere.test(path))));
}

describe('docs/architecture.md', () => {
  const decisions = THERE.filter((path) => /^docs\/adr\/.+\.md$/.test(path)).sort();

  it('lists every decision record once, in order', () => {
    const listed = links({ path: 'docs/architecture.md', text: section(architecture, '## Decision records') }).map(({ to }) => to);
    expect(listed).toEqual(decisions);
  });

  it.each(decisions)('has, in %s, a record with its number, its day and what came of it', (path) => {
    const [title = '', , day = ''] = page(path).split('\n');
    expect(title).toMatch(new RegExp(`^# ${Number(/\d{4}/.exec(path)?.[0])}\\. `));
    expect(day).toMatch(/^\d{4}-\d\d-\d\d\. (Accepted|Replaced by)/);
    for (const part of ['**Rejected.**', '**What hurt.**']) expect(page(path)).toContain(part);
  });

  it('names every kind of stream there is, and no other', () => {
    const categories = ROOMS.flatMap(({ histories }) => Object.keys(histories));
    const listed = rowsOf(section(architecture, '## Streams')).map((name) => name.replace(/-<.*$/, '').replace(/-scotland$/, ''));
    expect([...listed].sort()).toEqual([...categories].sort());
  });

  it('names every file of a data directory once', () => {
    const made = THERE.filter((path) => /^src\/.*(?<!\.spec)\.ts$/.test(path)).flatMap((path) =>
      [...page(path).matchAll(/^(?:export )?const [A-Z_]+ = '([\w.-]+\.(?:db|lock))';$/gm)].map(([, name = '']) => name),
    );
    expect(made.length).toBeGreaterThan(5);
    expect([...rowsOf(section(architecture, '## Files of a data directory'))].sort()).toEqual([...made].sort());
  });

  it('follows one command from form to page in ten lines', () => {
    const lines = [...section(architecture, '## One command, followed').matchAll(/^\d+\. (.*(?:\n {3}.*)*)/gm)].map(
      ([, line = '']) => line,
    );
    expect(lines).toHaveLength(10);
    for (const line of lines) expect(line).toMatch(/`src\/[^`]+\.(ts|njk)`/);
  });
});

describe('the README', () => {
  it('has a row for every floor, and for what stands beside them', () => {
    const rows = rowsOf(section(readme, '## How it works'));
    expect(rows).toEqual([...FLOORS.floors.map(({ path }) => `src/${path}`), 'test/', 'docs/', 'docker/']);
    expect(twice(rows)).toEqual([]);
  });

  it('leads to every page of docs that is no record, runbook or guide, and to the files of a repository', () => {
    const to = new Set(links({ path: 'README.md', text: readme }).map((link) => link.to));
    const expected = [
      ...THERE.filter((path) => /^docs\/[^/]+\.md$/.test(path)),
      ...['docs/adr', 'docs/guides', 'docs/reference', 'docs/runbooks', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'SECURITY.md'],
    ];
    expect(expected.filter((path) => !to.has(path))).toEqual([]);
  });

  it('says of commands that no page has what is so', () => {
    const limit = section(readme, '## Limits, honestly')
      .split(/^- /m)
      .find((one) => one.includes('The pages'));
    const commands = quoted(limit ?? '');
    const onPages = THERE.filter((path) => /^src\/pages\/.*(?<!\.spec)\.ts$/.test(path))
      .map(page)
      .join('\n');
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.filter((name) => !COMMANDS.some(({ spec }) => spec.type === name))).toEqual([]);
    expect(commands.filter((name) => new RegExp(`\\b${name}\\b`).test(onPages))).toEqual([]);
  });
});

describe('every slice, and every room across them', () => {
  const rooms = [...FLOORS.slices.map(({ path }) => `src/slices/${path}`), ...FLOORS.across.map(({ path }) => `src/across/${path}`)];
  it.each(rooms)('%s says in a README what it is', (room) => expect(isThere.has(`${room}/README.md`)).toBe(true));
});

describe('the domain in twelve events', () => {
  const text = page('docs/a-meeting-in-twelve-events.md');
  const told = [...text.matchAll(/\(`([A-Z][A-Za-z]+)`\)/g)].map(([, type = '']) => type);

  it('is told through twelve, each once', () => {
    expect(told).toHaveLength(12);
    expect(twice(told)).toEqual([]);
  });

  it('names events that are recorded', () => {
    const types = Object.keys(vocabularyOf(ROOMS).versions);
    const names = quoted(text).filter((words) => /^[A-Z][a-z]+[A-Z][A-Za-z]+$/.test(words));
    expect(names.filter((name) => !types.includes(name))).toEqual([]);
  });

  it('has no code', () => expect(text).not.toMatch(/^```/m));
});

describe('what people expect to find', () => {
  it('is a licence, the same as package.json says', () => {
    expect(project.license).toBe('MIT');
    expect(page('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) 2026 The Quorate authors\n/);
  });

  it('is a changelog that has what is coming and the version there is', () => {
    const [next = '', newest = ''] = [...page('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(next).toBe('Unreleased');
    expect(newest).toMatch(new RegExp(`^${project.version.replaceAll('.', '\\.')} - \\d{4}-\\d\\d-\\d\\d$`));
  });

  it('is a version that the image can say: package.json is beside the program there', () => {
    expect(page('docker/Dockerfile')).toMatch(/^COPY --from=build \/app\/package\.json \.\/$/m);
    expect(page('docker/Dockerfile')).toMatch(/^COPY --from=build \/app\/dist \.\/dist$/m);
  });

  it('is settings for editors that are JSON', () => {
    for (const name of ['.vscode/settings.json', '.vscode/extensions.json'])
      expect(JSON.parse(readFileSync(join(ROOT, name), 'utf8'))).toBeInstanceOf(Object);
  });
});
