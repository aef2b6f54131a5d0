import { readdirSync, readFileSync } from 'node:fs';
import { COMMANDS, projectionsOf, ROOMS } from '../../src/app.module.js';
import { SETTINGS } from '../../src/config/config.js';
import { RIGHTS } from '../../src/kernel/rights.js';
import { addressOf } from '../../src/http/command-routes.js';
import { statusOf } from '../../src/http/refusal-status.js';
import { refusalCatalogue } from '../../src/kernel/refusal.js';
import { narrate } from '../../src/across/audit/narrate.js';
import { type DomainEvent } from '../../src/kernel/event.js';
import { commandTable, eventTable } from './field-tables.js';
import { fieldsOf } from './fields.js';
import { type DeclaredEvent, declaredEvents } from './shapes/declared-events.js';

/** The reference pages, made from the code that is loaded, so that they cannot drift from it. */
export function referencePages(): Readonly<Record<string, string>> {
  return { 'commands.md': commands(), 'refusals.md': refusals(), 'events.md': events(), 'rights.md': rights(), 'settings.md': settings() };
}

interface Listed {
  readonly path: string;
  readonly holds: string;
  readonly rule?: string;
}

/** The list of rooms that the architecture check reads too. */
export const FLOORS = JSON.parse(readFileSync(new URL('../../src/floors.json', import.meta.url), 'utf8')) as {
  readonly floors: readonly Listed[];
  readonly slices: readonly Listed[];
  readonly meetings: readonly Listed[];
  readonly across: readonly Listed[];
  readonly doors: readonly { readonly role: string; readonly holds: string }[];
};

const SECTION = /(<!-- floors -->\n)[\s\S]*(<!-- \/floors -->)/;

/** `docs/architecture.md` with its section of rooms as the list has them. */
export const withFloors = (architecture: string): string =>
  architecture.replace(SECTION, (_all, begin: string, end: string) => `${begin}\n${floors()}\n\n${end}`);

function floors(): string {
  const inside: Readonly<Record<string, readonly Listed[]>> = { slices: FLOORS.slices, across: FLOORS.across };
  const rooms = (indent: string, under: string, all: readonly Listed[]): readonly string[] =>
    all.flatMap(({ path, holds }) => [
      `${indent}- \`${under}/${path}\`: ${holds}`,
      ...rooms(`${indent}  `, `${under}/${path}`, path === 'meetings' ? FLOORS.meetings : []),
    ]);
  return [
    ...FLOORS.floors.flatMap(({ path, holds, rule }) => [
      `- **\`${path}\`**: ${holds} (${rule})`,
      ...rooms('  ', path, inside[path] ?? []),
    ]),
    '',
    'The doors of a slice, by the role of the file:',
    '',
    ...FLOORS.doors.map(({ role, holds }) => `- \`*.${role}.ts\`: ${holds}`),
  ].join('\n');
}

const page = (title: string, lead: string, lines: readonly string[]): string =>
  `# ${title}\n\n${lead} Made by \`npm run reference\`.\n\n${lines.join('\n')}\n`;
const cell = (text: string): string => text.replaceAll('|', '\\|');

const commands = (): string =>
  page(
    'Commands',
    'Every command, with its address below `/api/v1/`, the right it takes, its fields, and an example that runs.',
    COMMANDS.flatMap(({ spec }) => [
      `## ${spec.type}`,
      '',
      spec.summary,
      '',
      `\`POST ${addressOf(spec)}\` takes \`${spec.right}\``,
      '',
      ...commandTable(fieldsOf(spec.dto)),
      '',
      '```json',
      JSON.stringify(spec.example, null, 2),
      '```',
      '',
    ]),
  );

const refusals = (): string =>
  page('Refusals', 'Every reason a command or question is refused for, with the rule it upholds.', [
    '| code | status | rule | source |',
    '|---|---|---|---|',
    ...[...refusalCatalogue()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { rule, source }]) => `| \`${code}\` | ${statusOf(code)} | ${cell(rule)} | ${cell(source ?? '')} |`),
  ]);

const events = (): string =>
  page('Events and read models', 'Every type of event with its newest version and what it holds, and every read model with its version.', [
    ...declaredEvents().flatMap(eventSection),
    '## Read models',
    '',
    '| read model | version |',
    '|---|---|',
    ...projectionsOf(ROOMS).map(({ name, version }) => `| ${name} | ${version} |`),
  ]);

function eventSection({ type, v, meaning, data }: DeclaredEvent): readonly string[] {
  return [
    `## ${type}`,
    '',
    `Version ${v}. ${meaning}`.trim(),
    '',
    `In the history of its record, for example: ${narrate(storedExample(type, v)).replaceAll('\n', ' ')}`,
    '',
    ...eventTable(data),
    '',
  ];
}

const HISTORY = new URL('../history/', import.meta.url);
const STORED = new Map(
  readdirSync(HISTORY, { recursive: true, encoding: 'utf8' }).map((path) => [path.slice(path.lastIndexOf('/') + 1), path] as const),
);

/** An event of this shape as it was stored. */
function storedExample(type: string, v: number): DomainEvent {
  const path = STORED.get(`${type}.v${v}.json`);
  if (path === undefined) throw new Error(`No event of ${type} v${v} is kept in test/history.`);
  const content = JSON.parse(readFileSync(new URL(path, HISTORY), 'utf8')) as DomainEvent | readonly [DomainEvent];
  return 'type' in content ? content : content[0];
}

const rights = (): string =>
  page('Rights', 'What each right allows, and the roles that have it. Whatever is not listed is refused.', [
    '| right | allows | roles |',
    '|---|---|---|',
    ...Object.entries(RIGHTS).map(([right, { allows, roles }]) => `| \`${right}\` | ${cell(allows)} | ${roles.join(', ')} |`),
  ]);

const settings = (): string =>
  page('Settings', 'Every variable of the environment that the server and the command line read. An empty one counts as not set.', [
    '| variable | settles | is | usually |',
    '|---|---|---|---|',
    ...Object.values(SETTINGS).map(
      ({ name, meaning, rule, fallback, ...more }) =>
        `| \`${name}\` | ${cell(meaning)} | ${cell(rule)} | ${cell('usual' in more ? more.usual : `\`${String(fallback)}\``)} |`,
    ),
  ]);
