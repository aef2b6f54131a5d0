import { join } from 'node:path';
import { type DataSourceOptions } from 'typeorm';
import { type ColumnType } from '../kernel/projection.js';

/*
 * Everything about the read-model database that belongs to its driver. The rest of the engine speaks TypeORM's Table API and the
 * SQL that SQLite and PostgreSQL share.
 */

export const READ_MODEL_FILE = 'readmodels.db';

/** Bind parameters one statement may carry. */
export const MAX_PARAMETERS = 32_766;

/** The nth parameter of a statement, counted from 1. */
export const parameter = (_n: number): string => '?';

/** Makes null sort before every value when ascending and after every value when descending; SQLite does so by itself. */
export const nullsSmallest = (_direction: 'ASC' | 'DESC'): 'NULLS FIRST' | 'NULLS LAST' | undefined => undefined;

const STORED_TYPES = {
  text: 'text',
  integer: 'integer',
  boolean: 'boolean',
  date: 'text',
  instant: 'text',
  json: 'text',
} as const satisfies Record<ColumnType, string>;

/** The column type of the database. Dates and instants are ISO text and compare as such. */
export const storedType = (type: ColumnType): (typeof STORED_TYPES)[ColumnType] => STORED_TYPES[type];

interface Pragmas {
  pragma(text: string): unknown;
}

/**
 * The writer. `synchronous=NORMAL` can lose the last transactions in a power cut, never part of one: rows and checkpoint share a
 * transaction, so both go back together and the lost events are projected again from the record, which is written with FULL.
 */
export const writerOptions = (directory: string): DataSourceOptions => ({
  type: 'better-sqlite3',
  database: join(directory, READ_MODEL_FILE),
  enableWAL: true,
  statementCacheSize: 1_000,
  prepareDatabase: (database: Pragmas) => {
    database.pragma('synchronous = NORMAL');
    database.pragma('cache_size = -32768');
    database.pragma('temp_store = MEMORY');
    // Every checkpoint waits for the disk; 8,000 pages (32 MiB) instead of 1,000 doubles the speed of a rebuild.
    database.pragma('wal_autocheckpoint = 8000');
  },
});

/** A reader: its own connection, so that WAL gives each statement a snapshot in which no half-written batch shows. */
export const readerOptions = (directory: string): DataSourceOptions => ({
  type: 'better-sqlite3',
  database: join(directory, READ_MODEL_FILE),
  readonly: true,
  fileMustExist: true,
  statementCacheSize: 1_000,
  prepareDatabase: (database: Pragmas) => {
    database.pragma('cache_size = -32768');
    database.pragma('mmap_size = 268435456');
  },
});

/** A scratch database for a replay; losing it at any moment does no harm. */
export const scratchOptions = (directory: string): DataSourceOptions => ({
  type: 'better-sqlite3',
  database: join(directory, 'scratch.db'),
  statementCacheSize: 1_000,
  prepareDatabase: (database: Pragmas) => {
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -32768');
  },
});
