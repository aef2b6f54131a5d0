import { type QueryRunner, type TableColumnOptions } from 'typeorm';
import { type AskedPhrase } from './asked-words.js';

/** A table whose words are indexed, live or being built; its columns and its key as the database calls them. */
export interface WordedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: string;
}

/** What must stand in a row: all of the phrases, or one of the texts whole; in these columns, or anywhere. */
export type WordsAsked = { readonly columns?: readonly string[] } & (
  { readonly all: readonly AskedPhrase[] } | { readonly any: readonly string[] }
);

/** Parts of a statement that looks for words. */
export interface WordsFound {
  /** The table and its index, for `FROM`. */
  readonly from: string;
  /** Holds for the rows that {@link WordSearch.match} asks for, handed in as the parameter `:match`. */
  readonly where: string;
  /** To order by, the best first; how much a word weighs in each of the columns that are indexed, in their order. */
  readonly score: (weights: readonly number[]) => string;
}

/** How a view asks for words; a read model has it as `words`. */
export interface WordSearch {
  /** The number of a row within its table: a row made later has a higher one. */
  readonly row: string;
  /** `as` is what the statement calls the table. */
  found(table: string, as: string): WordsFound;
  /** All that is asked, at once. */
  match(asked: readonly WordsAsked[]): string;
}

/** The index of words beside a table, case and accents ignored. It changes in the transaction of its rows. */
export interface Words {
  /** How a table whose words of these columns are indexed is asked; the columns as the database calls them, in their order. */
  search(columns: readonly string[]): WordSearch;
  /** Numbers the rows; only tables with an index of words have it. */
  readonly numberColumn: TableColumnOptions;
  /** For a table that stands; rows already in it are not taken up. */
  create(run: QueryRunner, table: WordedTable): Promise<void>;
  exists(run: QueryRunner, table: string): Promise<boolean>;
  /** Nothing where there is none. */
  drop(run: QueryRunner, table: string): Promise<void>;
  /** For a table that has been renamed. */
  rename(run: QueryRunner, from: string, to: string): Promise<void>;
  /** To be done before the rows are removed. */
  forget(run: QueryRunner, table: WordedTable, keys: readonly string[]): Promise<void>;
  /** Takes up the words of what is written; `replaced` are the keys of the rows that stood there before. */
  takeUp(run: QueryRunner, table: WordedTable, replaced: readonly string[], write: () => Promise<void>): Promise<void>;
}
