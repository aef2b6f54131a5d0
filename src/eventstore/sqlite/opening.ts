import Database from 'better-sqlite3';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StoreFault } from '../event-store.port.js';
import { causeCode } from '../cause.js';
import { toOpeningFault } from './faults.js';
import { lockDirectory } from './lock.js';
import { createTables, EVENTS_FILE, isEmpty, prepareForWriting, requireStore } from './schema.js';

export interface OpenedFile {
  readonly db: Database.Database;
  /** Closes the file and lets go of the directory. */
  close(): void;
}

/** Opens the directory's store for writing, making it if there is none; this process alone writes to it until it is closed. */
export function openForWriting(directory: string, pageLimit: number | undefined): OpenedFile {
  const opened: { db?: Database.Database; lock?: { release(): void } } = {};
  const close = (): void => {
    opened.db?.close();
    opened.lock?.release();
  };
  try {
    // The directory also holds passwords and tokens: only the account that runs the program may open it.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    const file = join(directory, EVENTS_FILE);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    opened.lock = lockDirectory(directory);
    const db = (opened.db = new Database(file));
    const empty = isEmpty(db);
    if (!empty) requireStore(db, file);
    prepareForWriting(db);
    if (pageLimit !== undefined) db.pragma(`max_page_count = ${pageLimit}`);
    if (empty) createTables(db);
    return { db, close };
  } catch (cause) {
    close();
    throw toOpeningFault(cause, directory);
  }
}

/** Opens the directory's store to read; needs no lock, and another process may go on writing. */
export function openForReading(directory: string): OpenedFile {
  const file = join(directory, EVENTS_FILE);
  let db: Database.Database | undefined;
  try {
    if (existsSync(directory) && !statSync(directory).isDirectory())
      throw new StoreFault('store.misuse', `${directory} is not a directory.`);
    if (!existsSync(file)) throw new StoreFault('store.unavailable', `There is no event store in ${directory}.`);
    accessSync(file, constants.R_OK);
    db = openReadable(file);
    requireStore(db, file);
    const readable = db;
    return { db, close: () => void readable.close() };
  } catch (cause) {
    db?.close();
    throw toOpeningFault(cause, directory);
  }
}

/** On a read-only medium SQLite cannot make its side files; if no write-ahead log was left behind, the file is whole without them. */
function openReadable(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    db.pragma('schema_version');
    return db;
  } catch (cause) {
    db.close();
    const unwritable = /^SQLITE_(CANTOPEN|READONLY)/.test(causeCode(cause));
    if (!unwritable || existsSync(`${file}-wal`)) throw cause;
    return new Database(`${pathToFileURL(file).href}?immutable=1`, { readonly: true });
  }
}
