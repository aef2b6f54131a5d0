import { type QueryRunner } from 'typeorm';
import { wordsIn } from '../full-text/fold.js';
import { type WordedTable, type Words, type WordsAsked, type WordSearch, type WordsFound } from '../full-text/words.port.js';

const ROW_NUMBER = '__row';

/** The words of a table, live or being built: `search` has `search__words`. */
const wordsOf = (table: string): string => `${table}__words`;

/** PostgreSQL tells four kinds of words in a row apart: the columns, in their order. */
const LABELS = ['A', 'B', 'C', 'D'] as const;
/** Rows whose words are made at once. */
const AT_ONCE = 500;
/** PostgreSQL's own limits: a word has at most 2,046 bytes, a place is at most 16,383, a row's words have at most a megabyte. */
const LONGEST = 500;
const LAST_PLACE = 16_383;
const MOST_BYTES = 900_000;
/** No word has a hyphen. */
const NOTHING = "'-'";

const quoted = (word: string): string => `'${word.slice(0, LONGEST).replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/**
 * PostgreSQL's text search. It is given words with their places, folded already: what counts as a word, and as the same word, is ours and
 * not that of its dictionaries.
 */
export class PostgresWords implements Words {
  readonly numberColumn = {
    name: ROW_NUMBER,
    type: 'bigint',
    isPrimary: true,
    isGenerated: true,
    generationStrategy: 'increment',
  } as const;

  search(columns: readonly string[]): WordSearch {
    return { row: ROW_NUMBER, found, match: (asked) => asked.map((one) => `(${conditionOf(one, columns)})`).join(' & ') };
  }

  async create(run: QueryRunner, { name, columns }: WordedTable): Promise<void> {
    if (columns.length > LABELS.length) throw new Error(`At most ${LABELS.length} columns of ${name} can have their words indexed.`);
    await run.query(`ALTER TABLE "${name}" ADD COLUMN IF NOT EXISTS "${ROW_NUMBER}" bigserial`);
    await run.query(`CREATE TABLE "${wordsOf(name)}" ("${ROW_NUMBER}" bigint PRIMARY KEY, words tsvector NOT NULL)`);
    await run.query(`CREATE INDEX ON "${wordsOf(name)}" USING gin (words)`);
  }

  async exists(run: QueryRunner, table: string): Promise<boolean> {
    const [row] = (await run.query('SELECT to_regclass($1)::text AS found', [`"${wordsOf(table)}"`])) as { found: string | null }[];
    return (row?.found ?? null) !== null;
  }

  async drop(run: QueryRunner, table: string): Promise<void> {
    await run.query(`DROP TABLE IF EXISTS "${wordsOf(table)}"`);
  }

  async rename(run: QueryRunner, from: string, to: string): Promise<void> {
    await run.query(`ALTER TABLE "${wordsOf(from)}" RENAME TO "${wordsOf(to)}"`);
  }

  async forget(run: QueryRunner, { name, key }: WordedTable, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await run.query(
      `DELETE FROM "${wordsOf(name)}" WHERE "${ROW_NUMBER}" IN (SELECT "${ROW_NUMBER}" FROM "${name}" WHERE "${key}" = ANY($1::text[]))`,
      [keys],
    );
  }

  async takeUp(run: QueryRunner, table: WordedTable, replaced: readonly string[], write: () => Promise<void>): Promise<void> {
    const { name, columns, key } = table;
    const [last] = (await run.query(`SELECT coalesce(max("${ROW_NUMBER}"), 0) AS last FROM "${name}"`)) as { last: number }[];
    await write();
    const list = columns.map((column) => `"${column}"`).join(', ');
    let after = 0;
    for (;;) {
      const rows = (await run.query(
        `SELECT "${ROW_NUMBER}" AS row, ${list} FROM "${name}"
         WHERE "${ROW_NUMBER}" > $1 AND ("${ROW_NUMBER}" > $2 OR "${key}" = ANY($3::text[])) ORDER BY "${ROW_NUMBER}" LIMIT ${AT_ONCE}`,
        [after, last?.last ?? 0, replaced],
      )) as ({ row: number } & Readonly<Record<string, string | null>>)[];
      if (rows.length === 0) return;
      await run.query(
        `INSERT INTO "${wordsOf(name)}" ("${ROW_NUMBER}", words) SELECT * FROM unnest($1::bigint[], $2::text[]::tsvector[])
         ON CONFLICT ("${ROW_NUMBER}") DO UPDATE SET words = excluded.words`,
        [rows.map(({ row }) => row), rows.map((row) => vectorOf(columns.map((column) => row[column] ?? null)))],
      );
      after = rows.at(-1)!.row;
    }
  }
}

function found(table: string, as: string): WordsFound {
  const words = wordsOf(table);
  return {
    from: `${words} JOIN ${table} ${as} ON ${as}.${ROW_NUMBER} = ${words}.${ROW_NUMBER}`,
    where: `${words}.words @@ CAST(:match AS tsquery)`,
    score: (weights) => {
      const [a = 0, b = 0, c = 0, d = 0] = scaled(weights);
      return `-ts_rank('{${[d, c, b, a].join(', ')}}', ${words}.words, CAST(:match AS tsquery))`;
    },
  };
}

/** As `tsquery` takes it. A word has no quotes in it, and nothing in quotes is an operator. */
function conditionOf(asked: WordsAsked, columns: readonly string[]): string {
  const labels = (asked.columns ?? []).map((name) => LABELS[columns.indexOf(name)] ?? '').join('');
  const phrase = (words: readonly string[], open: boolean): string => {
    const marked = words.map((word, at) => {
      const ending = `${open && at === words.length - 1 ? '*' : ''}${labels}`;
      return `${quoted(word)}${ending && `:${ending}`}`;
    });
    return marked.length === 0 ? NOTHING : `(${marked.join(' <-> ')})`;
  };
  return 'all' in asked
    ? asked.all.map(({ words, open }) => phrase(words, open)).join(' & ')
    : asked.any.map((text) => phrase(wordsIn(text), false)).join(' | ') || NOTHING;
}

/** The words of a row with their places, as PostgreSQL writes them: `'lamp':1A,7B 'shelf':2A`. Between two columns nothing adjoins. */
export function vectorOf(texts: readonly (string | null)[]): string {
  const places = new Map<string, string[]>();
  let [place, bytes] = [0, 0];
  for (const [column, text] of texts.entries()) {
    for (const word of text === null ? [] : wordsIn(text)) {
      place += 1;
      if (place > LAST_PLACE || bytes > MOST_BYTES) break;
      const lexeme = quoted(word);
      const known = places.get(lexeme);
      const at = `${place}${LABELS[column]}`;
      if (known) known.push(at);
      else places.set(lexeme, [at]);
      bytes += known ? 2 : 2 + 4 * lexeme.length;
    }
    place += 1;
  }
  return [...places].map(([lexeme, at]) => `${lexeme}:${at.join(',')}`).join(' ');
}

/** Weights from 0 to 1, each as much of the greatest as it was. */
const scaled = (weights: readonly number[]): number[] => {
  const most = Math.max(...weights, Number.MIN_VALUE);
  return weights.map((weight) => weight / most);
};
