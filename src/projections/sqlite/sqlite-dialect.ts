import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSourceOptions } from 'typeorm';
import { type ColumnType } from '../../kernel/projection.js';
import { type Dialect, type Scratch, type StoredType } from '../dialect.port.js';
import { foldsWords, SqliteWords } from './sqlite-words.js';

export const READ_MODEL_FILE = 'readmodels.db';

const STORED_TYPES = {
  text: 'text',
  integer: 'integer',
  boolean: 'boolean',
  date: 'text',
  instant: 'text',
  json: 'text',
} as const satisfies Record<ColumnType, StoredType>;

type Connection = Pragmas & Parameters<typeof foldsWords>[0];

interface Pragmas {
  pragma(text: string): unknown;
}

/** Read models in a file of the data directory, `readmodels.db`, which may be deleted: everything in it comes from the record. */
export class SqliteDialect implements Dialect {
  readonly place: string;
  readonly maxParameters = 32_766;
  readonly snapshot = 'BEGIN';
  readonly words = new SqliteWords();
  private readonly file: string;

  constructor(directory: string) {
    this.place = directory;
    this.file = join(directory, READ_MODEL_FILE);
  }

  /** SQLite makes the file itself. */
  async prepare(): Promise<void> {}

  async exists(): Promise<boolean> {
    return existsSync(this.file);
  }

  /**
   * `synchronous=NORMAL` can lose the last transactions in a power cut, never part of one: rows and checkpoint share a transaction, so both
   * go back together and the lost events are projected again from the record, which is written with FULL.
   */
  writer(): DataSourceOptions {
    return {
      type: 'better-sqlite3',
      database: this.file,
      enableWAL: true,
      statementCacheSize: 1_000,
      prepareDatabase: (database: Connection) => {
        foldsWords(database);
        database.pragma('synchronous = NORMAL');
        database.pragma('cache_size = -32768');
        database.pragma('temp_store = MEMORY');
        // Every checkpoint waits for the disk; 8,000 pages (32 MiB) instead of 1,000 doubles the speed of a rebuild.
        database.pragma('wal_autocheckpoint = 8000');
      },
    };
  }

  /** Its own connection, so that WAL gives each statement a snapshot in which no half-written batch shows. */
  reader(): DataSourceOptions {
    return {
      type: 'better-sqlite3',
      database: this.file,
      readonly: true,
      fileMustExist: true,
      statementCacheSize: 1_000,
      prepareDatabase: (database: Pragmas) => {
        database.pragma('cache_size = -32768');
        database.pragma('mmap_size = 268435456');
      },
    };
  }

  /** In the system's temporary directory. */
  async scratch(): Promise<Scratch> {
    const directory = await mkdtemp(join(tmpdir(), 'quorate-compare-'));
    return {
      options: {
        type: 'better-sqlite3',
        database: join(directory, 'scratch.db'),
        statementCacheSize: 1_000,
        prepareDatabase: (database: Connection) => {
          foldsWords(database);
          database.pragma('journal_mode = OFF');
          database.pragma('synchronous = OFF');
          database.pragma('cache_size = -32768');
        },
      },
      remove: () => rm(directory, { recursive: true, force: true }),
    };
  }

  parameter(): string {
    return '?';
  }

  nullsSmallest(): undefined {
    return undefined;
  }

  storedType(type: ColumnType): StoredType {
    return STORED_TYPES[type];
  }
}
