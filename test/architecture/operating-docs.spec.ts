import { describe, expect, it } from '@jest/globals';
import { type Command } from 'commander';
import { buildProgram } from '../../src/cli/program.js';
import { statusOf } from '../../src/http/refusal-status.js';
import { fences, named, page, pages, quoted, section } from '../support/markdown.js';

const PAGES = pages();
const RUNBOOKS = PAGES.filter(({ path }) => /^docs\/runbooks\/(?!README)/.test(path));
const sources = named()
  .filter((path) => /^src\/.*(?<!\.spec)\.(?:ts|njk)$/.test(path))
  .map(page)
  .join('\n');
const elsewhere = ['package.json', 'docker/Dockerfile', 'jest.config.js', ...named().filter((path) => /^test\/.*\.[jt]s$/.test(path))]
  .map(page)
  .join('\n');

/** Command lines of the program in the fenced blocks of a page, without comments. */
const commandLines = (text: string): readonly string[] =>
  fences(text)
    .filter(({ info }) => info === '' || info === 'sh')
    .flatMap(({ text: block }) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/(^|\s)# .*$/, ''))
    .flatMap((line) =>
      [...line.matchAll(/(?:^\s*|\()(?:npm run -s quorate --|quorate)\s+([^|;<)]*)/g)].map(([, words = '']) => words.trim()),
    );

/** What of a command line the program does not have: a verb or an option. */
function unknownIn(line: string): string | null {
  const words = line.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  let command: Command = buildProgram(() => undefined);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.startsWith('--')) {
      const option = [command, ...ancestors(command)].flatMap(({ options }) => options).find(({ long }) => long === word);
      if (word === '--help') continue;
      if (!option) return word;
      if (option.required || option.optional) at += 1;
    } else if (command.commands.length > 0) {
      const verb = command.commands.find((one) => one.name() === word);
      if (!verb) return word;
      command = verb;
    }
  }
  return null;
}

const ancestors = (command: Command): readonly Command[] => (command.parent ? [command.parent, ...ancestors(command.parent)] : []);

describe('a page', () => {
  const calling = PAGES.map(({ path, text }) => [path, commandLines(text)] as const).filter(([, lines]) => lines.length > 0);

  it.each(calling)('%s calls the program by verbs and options it has', (_path, lines) => {
    expect(lines.map((line) => [line, unknownIn(line)]).filter(([, unknown]) => unknown !== null)).toEqual([]);
  });

  it.each(PAGES.map(({ path, text }) => [path, text] as const))('%s names settings and metrics that there are', (_path, text) => {
    const names = [...text.matchAll(/\b(?:QUORATE_[A-Z_]+|quorate_[a-z_]+)\b/g)].map(([name]) => name);
    expect(names.filter((name) => !sources.includes(name) && !elsewhere.includes(name))).toEqual([]);
  });
});

describe('the settings', () => {
  it('are each told on a page', () => {
    const settings = [...page('src/config/config.ts').matchAll(/name: '([A-Z_]+)'/g)].map(([, name = '']) => name);
    expect(settings.length).toBeGreaterThan(10);
    const told = PAGES.map(({ text }) => text).join('\n');
    expect(settings.filter((name) => !new RegExp(`\\b${name}\\b`).test(told))).toEqual([]);
  });
});

describe('a runbook', () => {
  it('is listed by what is seen', () => {
    const index = page('docs/runbooks/README.md');
    expect(RUNBOOKS.length).toBeGreaterThan(7);
    for (const { path } of RUNBOOKS) expect(index).toContain(`(${path.replace('docs/runbooks/', '')})`);
  });

  it.each(RUNBOOKS.map(({ path, text }) => [path, text] as const))(
    '%s says what is seen, what it means, what to do and how to see that it worked',
    (_path, text) => {
      for (const heading of ['## Seen', '## Means', '## Do', '## Worked when']) expect(section(text, heading).trim()).not.toBe('');
    },
  );

  it.each(RUNBOOKS.map(({ path, text }) => [path, text] as const))(
    '%s quotes the log and names faults as the program does',
    (_path, text) => {
      const messages = [...text.matchAll(/"msg":"([^"]+)"/g)].map(([, message = '']) => message);
      expect(messages.filter((message) => !sources.includes(`'${message}'`))).toEqual([]);
      const codes = quoted(text).filter((words) => /^store\.[a-z-]+$/.test(words));
      expect(codes.filter((code) => statusOf(code) === 422)).toEqual([]);
    },
  );
});
