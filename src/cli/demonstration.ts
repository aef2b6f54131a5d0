import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Vault } from '../slices/people/people.queries.js';
import { EVENT_STORE, type EventStore } from '../eventstore/event-store.port.js';
import { type Demonstration } from '../serve.js';
import { expectOk } from './api.js';
import { apiOf } from './local-api.js';
import { registerPrincipal } from './principals.js';
import { commandSpecs, importFile } from './recording.js';

/** The real record of a board, transcribed as commands. */
export const RECORDS = fileURLToPath(new URL('../../test/records/', import.meta.url));

const BODY = 'cpp-strategic-board';
const PASSWORD = 'quorate-demonstration';

const PRINCIPALS = [
  { login: 'administrator', name: 'Demonstration administrator', roles: ['administrator@*'] },
  { login: 'clerk', name: 'Demonstration clerk', roles: ['clerk@*'] },
  { login: 'chair', name: 'Demonstration chair', roles: [`chair@${BODY}`] },
  { login: 'member', name: 'Demonstration member', roles: [`member@${BODY}`] },
  { login: 'officer', name: 'Demonstration officer', roles: ['officer@*'] },
  { login: 'auditor', name: 'Demonstration auditor', roles: ['auditor@*'] },
] as const;

/**
 * Records the demonstration if nothing at all is recorded yet: the sign-ins first, then every file of commands in the order of the files'
 * names. If the record is the demonstration's own, every command is sent again with its key: a demonstration that a crash had cut short is
 * finished, and nothing is recorded twice. Any other record is left alone.
 */
export const recordDemonstration: Demonstration = async (app) => {
  const store = app.get<EventStore>(EVENT_STORE);
  const begun = (await store.head()) !== null;
  if (begun && !(await isDemonstration(store))) return [];
  const operator = apiOf(app);
  const vault = app.get(Vault);
  const specs = commandSpecs();
  try {
    for (const { login, name, roles } of PRINCIPALS)
      await registerPrincipal(operator, specs, login, {
        name,
        roles,
        ...((await vault.hasPassword(login)) ? {} : { password: PASSWORD }),
        key: `demonstration:${login}`,
      });
    const [bodies = '', ...records] = await recordFiles();
    await importFile(apiOf(app, await signIn(app, 'administrator')), specs, bodies);
    const clerk = apiOf(app, await signIn(app, 'clerk'));
    for (const file of records) await importFile(clerk, specs, file);
  } catch (error) {
    // A later edition of the demonstration may word a command differently; what the first one recorded stands.
    if (!begun) throw error;
  }
  return PRINCIPALS.map(({ login, roles }) => ({ login, password: PASSWORD, role: roles.join(', ') }));
};

/** Signs in for recording: an administrator records the bodies, a clerk the meetings and actions, as they would in a real body. */
async function signIn(app: NestFastifyApplication, login: string): Promise<string> {
  const answer = await apiOf(app).send('POST', '/api/v1/sign-in', { body: { login, password: PASSWORD } });
  return (JSON.parse(expectOk(answer)) as { token: string }).token;
}

/** The files of the demonstration, in order. */
export async function recordFiles(): Promise<string[]> {
  const names = await readdir(RECORDS);
  return names
    .filter((name) => /^\d+.*\.json$/.test(name))
    .sort()
    .map((name) => join(RECORDS, name));
}

async function isDemonstration(store: EventStore): Promise<boolean> {
  for await (const { type, data } of store.readAll({ limit: 1 }))
    return type === 'PrincipalRegistered' && (data as { name?: string }).name === PRINCIPALS[0].name;
  return false;
}
