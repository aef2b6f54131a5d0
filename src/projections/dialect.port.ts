import { type DataSourceOptions } from 'typeorm';
import { type ColumnType } from '../kernel/projection.js';
import { type Words } from './full-text/words.port.js';

/**
 * The database the read models lie in, as far as its driver has a say in it. The engine itself speaks TypeORM's Table API and the SQL that
 * SQLite and PostgreSQL share; `test/contracts/read-model.suite.ts` is what every dialect upholds.
 */
export interface Dialect {
  /** Where the read models lie, as whoever operates them would say. */
  readonly place: string;
  /** Bind parameters one statement may carry. */
  readonly maxParameters: number;
  /** The statement that begins a transaction in which every table is seen as it stands at one moment. */
  readonly snapshot: string;
  readonly words: Words;
  /** Makes whatever the database needs before its first table; throws, in one sentence, where it is not fit. */
  prepare(): Promise<void>;
  /** Whether there are read models there yet. */
  exists(): Promise<boolean>;
  /** The one connection that writes. It may make the database. */
  writer(): DataSourceOptions;
  /** A connection that reads whole transactions only, each statement as they stood when it began, and holds up no writer. */
  reader(): DataSourceOptions;
  /** An empty database to replay into; it may be lost at any moment. */
  scratch(): Promise<Scratch>;
  /** The nth parameter of a statement, counted from 1; of a type, where the statement does not tell it. */
  parameter(n: number, type?: StoredType): string;
  /** Makes null sort before every value when ascending and after every value when descending; `undefined` where it does so by itself. */
  nullsSmallest(direction: 'ASC' | 'DESC'): 'NULLS FIRST' | 'NULLS LAST' | undefined;
  /** The column type of the database. Dates and instants are ISO text and compare as such, text by its bytes. */
  storedType(type: ColumnType): StoredType;
}

export type StoredType = 'text' | 'integer' | 'bigint' | 'boolean' | 'smallint';

export interface Scratch {
  readonly options: DataSourceOptions;
  /** To be done when its connections are closed. */
  remove(): Promise<void>;
}
