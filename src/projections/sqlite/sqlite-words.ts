import { type QueryRunner } from 'typeorm';
import { type WordedTable, type Words, type WordSearch, type WordsFound } from '../full-text/words.port.js';
import { indexed } from '../full-text/fold.js';
import { matchOf } from './match.js';

/** Holds the number of a row, which a `VACUUM` leaves as it is. */
const ROW_NUMBER = '__row';

/** The index of a table, live or being built: `search` has `search__words`. To be asked with `MATCH`; its `rowid` is the row's. */
export const wordsOf = (table: string): string => `${table}__words`;

/** Fewer, larger merges than FTS5's own 4: a fifth off the time of a rebuild. */
const AUTOMERGE = 16;

/** The function of a connection that folds a text as what is asked is folded; see {@link foldsWords}. */
const FOLD = 'folded';

/**
 * Teaches a connection to fold words. FTS5 is given words that are folded already, with spaces between: what it counts as a word, and as
 * the same word, is then ours and not that of the Unicode of its day.
 */
export const foldsWords = (database: Database): unknown => database.function(FOLD, { deterministic: true }, indexed);

interface Database {
  function(name: string, options: { readonly deterministic: boolean }, run: (text: string | null) => string | null): unknown;
}

/** SQLite's FTS5. It keeps no copy of the texts (`content=''`), since the rows have them, and knows a row by its number. */
export class SqliteWords implements Words {
  readonly numberColumn = { name: ROW_NUMBER, type: 'integer', isPrimary: true } as const;

  /** The columns of the index have names here. */
  search(): WordSearch {
    return { row: 'rowid', found, match: matchOf };
  }

  async create(run: QueryRunner, { name, columns }: WordedTable): Promise<void> {
    const index = wordsOf(name);
    await run.query(`CREATE VIRTUAL TABLE "${index}" USING fts5(${listed(columns)}, content='', contentless_delete=1, tokenize="ascii")`);
    await run.query(`INSERT INTO "${index}" ("${index}", rank) VALUES ('automerge', ${AUTOMERGE})`);
  }

  exists(run: QueryRunner, table: string): Promise<boolean> {
    return run.hasTable(wordsOf(table));
  }

  async drop(run: QueryRunner, table: string): Promise<void> {
    await run.query(`DROP TABLE IF EXISTS "${wordsOf(table)}"`);
  }

  async rename(run: QueryRunner, from: string, to: string): Promise<void> {
    await run.query(`ALTER TABLE "${wordsOf(from)}" RENAME TO "${wordsOf(to)}"`);
  }

  /** Rows' numbers are read from the table, so this comes before the rows themselves change. */
  async forget(run: QueryRunner, { name, key }: WordedTable, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await run.query(`DELETE FROM "${wordsOf(name)}" WHERE rowid IN (SELECT "${ROW_NUMBER}" FROM "${name}" WHERE ${named(key)})`, [
      JSON.stringify(keys),
    ]);
  }

  /** One statement for all rows that stood there, and one for all that are new: FTS5 writes to disk after each. */
  async takeUp(run: QueryRunner, table: WordedTable, replaced: readonly string[], write: () => Promise<void>): Promise<void> {
    await this.forget(run, table, replaced);
    const last = await lastRow(run, table);
    await write();
    if (replaced.length > 0) await run.query(takeUpWhere(table, named(table.key)), [JSON.stringify(replaced)]);
    await run.query(takeUpWhere(table, `"${ROW_NUMBER}" > ?`), [last]);
  }
}

/** In this order: the index of words is asked first, and the rows it names are looked up. */
function found(table: string, as: string): WordsFound {
  const index = wordsOf(table);
  return {
    from: `${index} CROSS JOIN ${table} ${as} ON ${as}.rowid = ${index}.rowid`,
    where: `${index} MATCH :match`,
    score: (weights) => `bm25(${[index, ...weights.map((weight) => weight.toFixed(1))].join(', ')})`,
  };
}

/** A new row gets a higher number. */
async function lastRow(run: QueryRunner, { name }: WordedTable): Promise<number> {
  const [row] = (await run.query(`SELECT MAX("${ROW_NUMBER}") AS last FROM "${name}"`)) as { last: number | null }[];
  return row?.last ?? 0;
}

const takeUpWhere = ({ name, columns }: WordedTable, condition: string): string => {
  const list = listed(columns);
  const folded = columns.map((column) => `${FOLD}("${column}")`).join(', ');
  return `INSERT INTO "${wordsOf(name)}" (rowid, ${list}) SELECT "${ROW_NUMBER}", ${folded} FROM "${name}" WHERE ${condition} ORDER BY "${ROW_NUMBER}"`;
};
const listed = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
const named = (key: string): string => `"${key}" IN (SELECT value FROM json_each(?))`;
