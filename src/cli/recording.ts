import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { COMMANDS } from '../app.module.js';
import { type CommandSpec, parametersOf } from '../kernel/command.js';
import { addressOf } from '../http/command-routes.js';
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
): Promise<string> {
  const headers = { ...(spec.creates === true ? {} : { 'if-match': ifMatch }), ...(key && { 'idempotency-key': key }) };
  return expectOk(await api.send('POST', commandPath(spec, target), { body: { ...data, ...(happenedAt && { happenedAt }) }, headers }));
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

/**
 * Records the commands of a file in order. Each command has a key made of the file's name and its place, so that a file imported again, or
 * after it stopped half-way, records nothing twice. Stops at the first command that is refused and says which.
 */
export async function importFile(api: Api, specs: ReadonlyMap<string, CommandSpec>, file: string): Promise<number> {
  const commands = await readCommands(file);
  for (const [index, command] of commands.entries()) {
    const spec = specs.get(command.command);
    const place = `${basename(file)} entry ${index + 1} (${command.command} ${command.target})`;
    if (!spec) throw new Misuse(`${place}: there is no such command`);
    try {
      await sendCommand(api, spec, command, { key: `import:${keyPart(basename(file))}:${index + 1}` });
    } catch (cause) {
      if (cause instanceof Refused) throw new Refused(cause.status, `${place}: ${cause.message}`);
      if (cause instanceof Misuse) throw new Misuse(`${place}: ${cause.message}`);
      throw cause;
    }
  }
  return commands.length;
}

/** A file's name as a key may hold it: no spaces, not too long. */
function keyPart(name: string): string {
  const safe = encodeURIComponent(name);
  return safe.length <= 150 ? safe : createHash('sha256').update(name).digest('hex');
}

export function specOf(specs: ReadonlyMap<string, CommandSpec>, type: string): CommandSpec {
  const spec = specs.get(type);
  if (!spec) throw new Misuse(`there is no command ${type}; quorate commands lists them`);
  return spec;
}
