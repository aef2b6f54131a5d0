import { type CommandSpec } from '../kernel/command.js';
import { type Api, Refused } from './api.js';
import { grantOf, setPassword } from './principal.js';
import { sendCommand, specOf } from './recording.js';

/** Registers a principal, gives it roles (`clerk@cpp-strategic-board`, `auditor@*`) and, if one is given, a password. */
export async function registerPrincipal(
  api: Api,
  specs: ReadonlyMap<string, CommandSpec>,
  login: string,
  {
    name,
    roles,
    password,
    key,
  }: { readonly name: string; readonly roles: readonly string[]; readonly password?: string | undefined; readonly key?: string },
): Promise<void> {
  const send = (command: string, data: object, step: string): Promise<string> =>
    sendCommand(api, specOf(specs, command), { command, target: login, data }, { key: key && `${key}:${step}` }).then(({ text }) => text);
  const grants = roles.map((held) => [held, grantOf(held)] as const);
  await send('RegisterPrincipal', { name }, 'register');
  try {
    for (const [held, grant] of grants) await send('GrantRole', grant, held);
    if (password !== undefined) await setPassword(api, login, password);
  } catch (error) {
    if (error instanceof Refused) throw new Refused(error.status, `${login} is registered, but then: ${error.message}`);
    throw error;
  }
}
