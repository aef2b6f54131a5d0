import { type QueryRunner } from 'typeorm';

/*
 * The index of words beside a table: SQLite's FTS5, case and accents ignored. The index keeps no copy of the texts (`content=''`), since
 * the rows have them. The index knows a row by the table's own number, `__row`, which a `VACUUM` leaves as it is.
 */

/** The column of a row's number; only tables with an index of words have this column. */
export const ROW_NUMBER = '__row';

/** The index of a table, live or being built: `search` has `search__words`. Queried with `MATCH`; its `rowid` is the row's number. */
export const wordsOf = (table: string): string => `${table}__words`;

/** Fewer, larger merges than FTS5's own 4: a fifth off the time of a rebuild. */
const AUTOMERGE = 16;

export async function createWords(run: QueryRunner, table: string, columns: readonly string[]): Promise<void> {
  const index = wordsOf(table);
  const list = columns.map((column) => `"${column}"`).join(', ');
  await run.query(
    `CREATE VIRTUAL TABLE "${index}" USING fts5(${list}, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2")`,
  );
  await run.query(`INSERT INTO "${index}" ("${index}", rank) VALUES ('automerge', ${AUTOMERGE})`);
}

export const dropWords = (run: QueryRunner, table: string): Promise<unknown> => run.query(`DROP TABLE IF EXISTS "${wordsOf(table)}"`);

export const renameWords = (run: QueryRunner, table: string, to: string): Promise<unknown> =>
  run.query(`ALTER TABLE "${wordsOf(table)}" RENAME TO "${wordsOf(to)}"`);

/** The greatest row number in the table; a new row gets a greater one. */
export async function lastRow(run: QueryRunner, table: string): Promise<number> {
  const [row] = (await run.query(`SELECT MAX("${ROW_NUMBER}") AS last FROM "${table}"`)) as { last: number | null }[];
  return row?.last ?? 0;
}

/**
 * Indexes the words of all rows numbered after `after`, which must be new. One statement for all of them: FTS5 writes to disk after each.
 */
export async function takeUpNew(run: QueryRunner, table: string, columns: readonly string[], after: number): Promise<void> {
  await run.query(takeUp(table, columns, `"${ROW_NUMBER}" > ?`), [after]);
}

/** Indexes again the words of changed rows, after {@link forgetWords}. */
export async function takeUpAgain(run: QueryRunner, table: string, columns: readonly string[], key: string, keys: readonly string[]) {
  if (keys.length > 0) await run.query(takeUp(table, columns, named(key)), [JSON.stringify(keys)]);
}

/** Removes the words of rows. Must run before the rows themselves change: their numbers are read from the table. */
export async function forgetWords(run: QueryRunner, table: string, key: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await run.query(`DELETE FROM "${wordsOf(table)}" WHERE rowid IN (SELECT "${ROW_NUMBER}" FROM "${table}" WHERE ${named(key)})`, [
    JSON.stringify(keys),
  ]);
}

const takeUp = (table: string, columns: readonly string[], condition: string): string => {
  const list = columns.map((column) => `"${column}"`).join(', ');
  return `INSERT INTO "${wordsOf(table)}" (rowid, ${list}) SELECT "${ROW_NUMBER}", ${list} FROM "${table}" WHERE ${condition} ORDER BY "${ROW_NUMBER}"`;
};
const named = (key: string): string => `"${key}" IN (SELECT value FROM json_each(?))`;
