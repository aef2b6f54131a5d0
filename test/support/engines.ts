import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * The databases the application under test runs on. Without a word, the embedded ones; `QUORATE_TEST_STORE=postgres://…` (or `kurrentdb://…`)
 * and `QUORATE_TEST_READ_MODELS=postgres://…` name servers in which every data directory has a schema (or a name) of its own for its record
 * and its read models. `npm run test:postgres` and `npm run test:kurrentdb` run the scenarios so.
 */
const PLACES = [
  { setting: 'QUORATE_STORE', server: process.env.QUORATE_TEST_STORE, begins: 'r' },
  { setting: 'QUORATE_READ_MODELS', server: process.env.QUORATE_TEST_READ_MODELS, begins: 'm' },
] as const;

const schemaOf = (begins: string, directory: string): string =>
  `${begins}_${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`;

/** A place of that name on the server. */
export const within = (server: string, name: string): string =>
  `${server}${server.includes('?') ? '&' : '?'}${server.startsWith('kurrentdb') ? 'record' : 'schema'}=${name}`;

/** The settings of an application with this data directory. */
export const engineOf = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    PLACES.flatMap(({ setting, server, begins }) =>
      server === undefined ? [] : [[setting, within(server, schemaOf(begins, directory))] as const],
    ),
  );

/** Removes what lay elsewhere than in the data directory; what lies in KurrentDB goes with the server, which is the tests' own. */
export async function dropEngineOf(directory: string): Promise<void> {
  for (const { server, begins } of PLACES) {
    if (server === undefined || server.startsWith('kurrentdb')) continue;
    const client = new pg.Client(server);
    await client.connect();
    try {
      await client.query(`DROP SCHEMA IF EXISTS "${schemaOf(begins, directory)}" CASCADE`);
    } finally {
      await client.end();
    }
  }
}
