import type pg from 'pg';
import { StoreFault } from '../event-store.port.js';
import { toFault } from './faults.js';

/** The driver, loaded only where PostgreSQL is chosen: it is an optional dependency. */
export type Driver = typeof pg;

export async function loadDriver(): Promise<Driver> {
  try {
    return (await import('pg')).default;
  } catch (cause) {
    throw new StoreFault('store.unavailable', 'PostgreSQL was chosen, and its driver is not installed: npm install pg.', { cause });
  }
}

/** Where the database is, and how long it is waited for. */
export interface Reached {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Milliseconds after which a call that was not answered is given up: the network may have swallowed it. 15,000 if absent. */
  readonly deadline?: number;
}
const USUAL_DEADLINE = 15_000;

/** Whole numbers of 64 bits are numbers here: positions stay far below 2^53. */
const INT8 = 20;

export const settingsOf = (driver: Driver, { url, deadline = USUAL_DEADLINE }: Reached, name: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: name,
  connectionTimeoutMillis: deadline,
  query_timeout: deadline,
  keepAlive: true,
  types: {
    getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => (oid === INT8 ? Number : driver.types.getTypeParser(oid, format)),
  },
});

/** A connection of its own. Its loss is told by `lost`, and never thrown into the process. */
export async function connected(driver: Driver, reached: Reached, name: string, lost: () => void): Promise<pg.Client> {
  const client = new driver.Client(settingsOf(driver, reached, name));
  client.on('error', () => undefined);
  try {
    await client.connect();
    client.once('error', lost);
    client.once('end', lost);
    return client;
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw toFault(cause);
  }
}

/** A server that keeps what it acknowledged, and keeps any text. Refuses with `store.misuse`, and says what to change. */
export async function requireServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; fsync: string; commit: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
       current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  );
  const { version = 0, encoding, fsync, commit } = rows[0] ?? {};
  if (version < OLDEST) throw new StoreFault('store.misuse', 'The event store needs PostgreSQL 14 or later.');
  if (encoding !== 'UTF8') throw new StoreFault('store.misuse', `The database is encoded as ${encoding}; the event store needs UTF8.`);
  if (fsync !== 'on')
    throw new StoreFault('store.misuse', 'PostgreSQL runs with fsync off: it would lose what it acknowledged. Turn it on.');
  if (commit === 'off' || commit === 'local') await client.query('SET synchronous_commit = on');
}
const OLDEST = 140_000;
