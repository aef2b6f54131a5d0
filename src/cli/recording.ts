import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { COMMANDS } from '../app.module.js';
import { type CommandSpec, parametersOf } from '../kernel/command.js';
import { addressOf } from '../http/command-routes.js';
import { settledFor } from '../http/fields.js';
import { type Api, expectOk, Misuse, Refused } from './api.js';
import { parsed, textOf } from './json-input.js';
import { partsOf } from '../kernel/record-id.js';

/** One command of a file: its type, its target, its data, and when the thing recorded happened. */
export interface RecordedCommand {
  readonly command: string;
  readonly target: string;
  readonly happenedAt?: string;
  readonly data: object;
}

/** Every command there is, by its type. */
export const commandSpecs = (): ReadonlyMap<string, CommandSpec> => new Map(COMMANDS.map(({ spec }) => [spec.type, spec]));

/** `POST` address of a command on a target: `body/meeting` fills the scope's two parameters. */
export function commandPath(spec: CommandSpec, target: string): string {
  const parts = partsOf(target);
  const names = parametersOf(spec.scope);
  if (parts.length !== names.length || parts.includes(''))
    throw new Misuse(`${spec.type} is about ${spec.scope.target}; this is ${JSON.stringify(target)}`);
  return `/api/v1/${names.reduce((address, name, index) => address.replace(`:${name}`, encodeURIComponent(parts[index] ?? '')), addressOf(spec))}`;
}

export async function sendCommand(
  api: Api,
  spec: CommandSpec,
  { target, happenedAt, data }: RecordedCommand,
  { key, ifMatch = '*' }: { readonly key?: string | undefined; readonly ifMatch?: string | undefined },
): Promise<{ readonly text: string; readonly repeated: boolean }> {
  const headers = { ...(spec.creates === true ? {} : { 'if-match': ifMatch }), ...(key && { 'idempotency-key': key }) };
  const answer = await api.send('POST', commandPath(spec, target), { body: { ...data, ...(happenedAt && { happenedAt }) }, headers });
  return { text: expectOk(answer), repeated: answer.status === 200 };
}

/** Reads a file of commands: a JSON array of {@link RecordedCommand}. */
export async function readCommands(file: string): Promise<readonly RecordedCommand[]> {
  const content = parsed(await textOf(file), file);
  const whole = (one: unknown): one is RecordedCommand => {
    const { command, target, data } = (one ?? {}) as Partial<RecordedCommand>;
    return typeof command === 'string' && typeof target === 'string' && typeof data === 'object' && data !== null;
  };
  if (!Array.isArray(content)) throw new Misuse(`${file}: must be a list of commands`);
  const broken = content.findIndex((one) => !whole(one));
  if (broken >= 0) throw new Misuse(`${file}: entry ${broken + 1} must have command, target and data`);
  return content as RecordedCommand[];
}

/** How many commands of a file were recorded, and how many stood in the record already. */
export interface Imported {
  readonly recorded: number;
  readonly stood: number;
}

/**
 * Records the commands of a file in order. Each command has a key made of what it says: a file imported again, under another name, with
 * commands added, or after it stopped half-way, records nothing twice. Stops at the first command that is refused and says which.
 */
export async function importFile(api: Api, specs: ReadonlyMap<string, CommandSpec>, file: string): Promise<Imported> {
  const commands = (await readCommands(file)).map(inOneOrder);
  const keys = keysOf(commands, specs);
  let stood = 0;
  for (const [index, command] of commands.entries()) {
    const spec = specs.get(command.command);
    const place = `${basename(file)} entry ${index + 1} (${command.command} ${command.target})`;
    if (!spec) throw new Misuse(`${place}: there is no such command`);
    try {
      const { repeated } = await sendCommand(api, spec, command, { key: keys[index] });
      if (repeated) stood += 1;
    } catch (cause) {
      if (cause instanceof Refused) throw new Refused(cause.status, `${place}: ${cause.message}`);
      if (cause instanceof Misuse) throw new Misuse(`${place}: ${cause.message}`);
      throw cause;
    }
  }
  return { recorded: commands.length - stood, stood };
}

/**
 * A command's key: its target, its moment and its content as it is kept, and which it is of the equal ones of its file. Personal details are no part of
 * it, as they are none of a command's digest.
 */
export function keysOf(commands: readonly RecordedCommand[], specs: ReadonlyMap<string, CommandSpec>): string[] {
  const seen = new Map<string, number>();
  return commands.map(({ command, target, happenedAt, data }) => {
    const moment = happenedAt !== undefined && !Number.isNaN(Date.parse(happenedAt)) ? new Date(happenedAt).toISOString() : happenedAt;
    const spec = specs.get(command);
    const personal: readonly string[] = spec?.personal ?? [];
    const settled = (spec ? settledFor(spec.dto, data) : data) as object;
    const impersonal = Object.fromEntries(Object.entries(settled).filter(([name]) => !personal.includes(name)));
    const said = createHash('sha256')
      .update(JSON.stringify(inOneOrder([command, target, moment ?? null, impersonal])))
      .digest('base64url');
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    return `import:${said}:${nth}`;
  });
}

/** The same value with the fields of every object in one order: in which order a file has them says nothing. */
function inOneOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inOneOrder) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, one]) => [name, inOneOrder(one)])) as T;
}

export function specOf(specs: ReadonlyMap<string, CommandSpec>, type: string): CommandSpec {
  const spec = specs.get(type);
  if (!spec) throw new Misuse(`there is no command ${type}; quorate commands lists them`);
  return spec;
}
