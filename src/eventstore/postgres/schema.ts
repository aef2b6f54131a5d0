import type pg from 'pg';
import { StoreFault } from '../event-store.port.js';
import { NO_CRC, NO_DIGEST } from '../proof.js';

/** Raised when tables change in a way that a program before cannot read. */
const LAYOUT = 1;

/** Whoever makes the tables holds this lock meanwhile. */
const MAKING = 7_186_022_407;

/** Where subscriptions listen. Each append rings it with the name of its schema. */
export const CHANNEL = 'quorate_record';

/** The name of a schema as SQL. Small letters, digits and underscores, from a letter on. */
export function schemaNamed(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(name))
    throw new StoreFault('store.misuse', `"${name}" is no name of a schema: small letters, digits and underscores, from a letter on.`);
  return `"${name}"`;
}

/**
 * `head` is one row, and whoever appends locks it until its commit: so the order of commits is the order of positions, and a reader that has
 * seen a position has seen every one ahead of it. A place drawn from a sequence would not be so.
 */
const tables = (schema: string, name: string): string => `
  CREATE SCHEMA IF NOT EXISTS ${schema};
  CREATE TABLE IF NOT EXISTS ${schema}.head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    layout integer NOT NULL,
    position bigint NOT NULL,
    crc bigint NOT NULL,
    digest bytea NOT NULL
  );
  CREATE TABLE IF NOT EXISTS ${schema}.events (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    id text COLLATE "C" NOT NULL,
    part integer NOT NULL,
    parts integer NOT NULL,
    crc_before bigint NOT NULL,
    crc bigint NOT NULL,
    digest bytea NOT NULL,
    body text NOT NULL,
    CONSTRAINT events_stream_revision UNIQUE (stream, revision),
    CONSTRAINT events_id UNIQUE (id)
  );
  INSERT INTO ${schema}.head (layout, position, crc, digest) VALUES (${LAYOUT}, 0, ${NO_CRC}, '\\x${NO_DIGEST}') ON CONFLICT DO NOTHING;
  CREATE OR REPLACE FUNCTION ${schema}.ring() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_notify('${CHANNEL}', '${name}'); RETURN NULL; END $$;
  CREATE OR REPLACE TRIGGER ring AFTER INSERT ON ${schema}.events FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.ring();
`;

/** Whether the schema holds a record. */
export async function hasRecord(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>('SELECT to_regclass($1)::text AS found', [`${schemaNamed(name)}.head`]);
  return rows[0]?.found !== null;
}

/** Makes the tables where there are none, all or nothing, whoever else does so at the same time. */
export async function makeTables(client: pg.Client, name: string): Promise<void> {
  if (await hasRecord(client, name)) return;
  await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${MAKING}); ${tables(schemaNamed(name), name)} COMMIT`);
}

/** Refuses tables of another layout, before anything is read from them or written to them. */
export async function requireLayout(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ layout: number }>(`SELECT layout FROM ${schemaNamed(name)}.head`);
  const layout = rows[0]?.layout;
  if (layout !== LAYOUT)
    throw new StoreFault('store.misuse', `The schema ${name} has layout ${layout ?? 'of no record'}; this program knows layout ${LAYOUT}.`);
}
