import { type Database } from 'better-sqlite3';
import { StoreFault } from '../event-store.port.js';

export const EVENTS_FILE = 'events.db';

/** "Quor" in ASCII: marks the file's header as a store of this program. */
const APPLICATION_ID = 0x51756f72;
const SCHEMA_VERSION = 1;

/**
 * `body` is the whole event as JSON, its names and place included; the other columns are for ordering and proving it.
 *
 * - Positions are dense here, so a missing one is damage.
 * - `previous` is the position of the event before it in its stream, 0 for none. It stands in for an index by stream, which
 *   would dirty a page for every stream in a commit.
 * - `part` of `parts` is an event's place within its append.
 * - `crc` runs on from `crc_before`, the `crc` of the event ahead: many events are checked in one go, or each by itself.
 * - `digest` is SHA-256 over the digest ahead and the whole row; only `verify` reads it.
 * - `event_ids` and the ends in `streams` cover the events up to `head.indexed`; see tail.ts for the rest.
 * - `head.position` is the last event's, so that the record cannot end early unnoticed.
 *
 * The short columns stand before the long one: they are read without following overflow pages.
 */
const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    crc_before INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    digest BLOB NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE event_ids (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    last_revision INTEGER NOT NULL,
    last_position INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE head (
    position INTEGER NOT NULL,
    indexed INTEGER NOT NULL
  ) STRICT;
  INSERT INTO head (position, indexed) VALUES (0, 0);
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Durable at every commit: in WAL mode only `synchronous=FULL` survives a power cut. */
export function prepareForWriting(db: Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  db.pragma('wal_autocheckpoint = 4000');
  db.pragma('journal_size_limit = 67108864');
}

/** True for a file in which no table was ever made, or whose making was cut short. */
export function isEmpty(db: Database): boolean {
  const { tables } = db.prepare<[], { tables: number }>('SELECT count(*) AS tables FROM sqlite_schema').get() ?? { tables: 0 };
  return tables === 0 && db.pragma('application_id', { simple: true }) === 0;
}

/** Makes all tables or none: a crash here leaves an empty file. */
export function createTables(db: Database): void {
  db.transaction(() => db.exec(SCHEMA)).immediate();
}

/** Refuses a file that is not a store of this program, before anything is read from it or written to it. */
export function requireStore(db: Database, file: string): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new StoreFault('store.damaged', `${file} is not a Quorate event store.`);
  }
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version !== SCHEMA_VERSION) {
    throw new StoreFault('store.misuse', `${file} has layout ${version}; this program knows layout ${SCHEMA_VERSION}.`);
  }
}
