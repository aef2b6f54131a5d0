import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type DataSourceOptions } from 'typeorm';
import { type ColumnType } from '../../kernel/projection.js';
import { type Dialect, type Scratch, type StoredType } from '../dialect.port.js';
import { PostgresWords } from './postgres-words.js';

export interface PostgresPlace {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** The schema that holds the read models, and nothing else; it may be dropped: everything in it comes from the record. */
  readonly schema?: string;
}

const USUAL_SCHEMA = 'quorate_read_models';
const READERS = 8;
/** Bytes of order: everything is sorted as `C` sorts it, as the keys of pages and the embedded database do. */
const COLLATIONS = ['C', 'POSIX', 'C.UTF-8', 'C.utf8'];

const STORED_TYPES = {
  text: 'text',
  integer: 'bigint',
  // Partial indexes and the SQL of views say `= 1`.
  boolean: 'smallint',
  date: 'text',
  instant: 'text',
  json: 'text',
} as const satisfies Record<ColumnType, StoredType>;

/** Read models in a schema of a PostgreSQL database. */
export class PostgresDialect implements Dialect {
  readonly place: string;
  readonly maxParameters = 65_535;
  readonly snapshot = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
  readonly words = new PostgresWords();
  private readonly url: string;
  private readonly schema: string;

  constructor({ url, schema = USUAL_SCHEMA }: PostgresPlace) {
    if (!/^[a-z][a-z0-9_]{0,40}$/.test(schema))
      throw new Error(`"${schema}" is no name of a schema: small letters, digits and underscores.`);
    this.url = url;
    this.schema = schema;
    const { host, pathname } = new URL(url);
    this.place = `the schema ${schema} of ${host}${pathname}`;
  }

  async prepare(): Promise<void> {
    await this.asking(async (client) => {
      const { rows } = await client.query<{ collation: string; encoding: string }>(
        `SELECT datcollate AS collation, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`,
      );
      const { collation = '', encoding = '' } = rows[0] ?? {};
      if (!COLLATIONS.includes(collation) || encoding !== 'UTF8')
        throw new Error(
          `The read models need a database that sorts by C and keeps UTF8; this one has ${collation} and ${encoding}. ` +
            "Make one: CREATE DATABASE quorate TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'.",
        );
      await client.query(`CREATE SCHEMA IF NOT EXISTS "${this.schema}"`);
    });
  }

  exists(): Promise<boolean> {
    return this.asking(async (client) => {
      const { rows } = await client.query<{ found: string | null }>('SELECT to_regclass($1)::text AS found', [
        `"${this.schema}".projection_state`,
      ]);
      return rows[0]?.found !== null;
    });
  }

  /**
   * A commit is not waited for until it is on the disk: rows and checkpoint share a transaction, so after a power cut both go back together
   * and the events are projected again from the record.
   */
  writer(): DataSourceOptions {
    return this.options(this.schema, 'quorate projecting', 1, ['synchronous_commit=off']);
  }

  reader(): DataSourceOptions {
    return this.options(this.schema, 'quorate reading', READERS, ['default_transaction_read_only=on']);
  }

  /** In a schema of its own beside the read models. */
  async scratch(): Promise<Scratch> {
    const schema = `${this.schema}_scratch_${randomBytes(4).toString('hex')}`;
    await this.asking((client) => client.query(`CREATE SCHEMA "${schema}"`));
    return {
      options: this.options(schema, 'quorate comparing', 1, ['synchronous_commit=off']),
      remove: () => this.asking(async (client) => void (await client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`))),
    };
  }

  parameter(n: number, type?: StoredType): string {
    return type === undefined ? `$${n}` : `$${n}::${type}`;
  }

  nullsSmallest(direction: 'ASC' | 'DESC'): 'NULLS FIRST' | 'NULLS LAST' {
    return direction === 'ASC' ? 'NULLS FIRST' : 'NULLS LAST';
  }

  storedType(type: ColumnType): StoredType {
    return STORED_TYPES[type];
  }

  private options(schema: string, name: string, connections: number, settings: readonly string[]): DataSourceOptions {
    const all = [`search_path=${schema}`, ...settings];
    return {
      type: 'postgres',
      url: this.url,
      applicationName: name,
      parseInt8: true,
      poolSize: connections,
      extra: { options: all.map((one) => `-c ${one}`).join(' '), keepAlive: true },
    };
  }

  private async asking<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const { Client } = (await import('pg')).default;
    const client = new Client({ connectionString: this.url, application_name: 'quorate opening' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
