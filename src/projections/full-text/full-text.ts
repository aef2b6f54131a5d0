import { type QueryRunner } from 'typeorm';

/*
 * The index of words beside a table: SQLite's FTS5, case and accents ignored. It keeps no copy of the texts (`content=''`), since the rows
 * have them. What it knows a row by is the table's own number of it, `__row`, which a `VACUUM` leaves as it is.
 */

/** Holds the number of a row; only tables with an index of words have it. */
export const ROW_NUMBER = '__row';

/** The index of a table, live or being built: `search` has `search__words`. To be asked with `MATCH`; its `rowid` is the row's. */
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

/** The number of the last row there is; a new one gets a higher one. */
export async function lastRow(run: QueryRunner, table: string): Promise<number> {
  const [row] = (await run.query(`SELECT MAX("${ROW_NUMBER}") AS last FROM "${table}"`)) as { last: number | null }[];
  return row?.last ?? 0;
}

/** Takes up the words of the rows after one, which are new. One statement for all of them: FTS5 writes to disk after each. */
export async function takeUpNew(run: QueryRunner, table: string, columns: readonly string[], after: number): Promise<void> {
  await run.query(takeUp(table, columns, `"${ROW_NUMBER}" > ?`), [after]);
}

/** Takes up the words of rows that stood there before, and were forgotten. */
export async function takeUpAgain(run: QueryRunner, table: string, columns: readonly string[], key: string, keys: readonly string[]) {
  if (keys.length > 0) await run.query(takeUp(table, columns, named(key)), [JSON.stringify(keys)]);
}

/** To be done before the rows themselves change: their numbers are read from the table. */
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
