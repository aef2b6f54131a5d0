/** A table whose rows are dated apart, and the datings of its rows, each called by one letter in the conditions of a query. */
interface DatedTable {
  /** `due_calendar d` */
  readonly rows: string;
  /** `due_dating x` */
  readonly datings: string;
  /** The key of the rows. */
  readonly key: string;
}

/** What a query selects from and how it names what follows from a dating; a row without a dating has its own. */
export interface DatedRead {
  readonly from: string;
  /** A column of the row, or the one of the dating that is there in its place. */
  readonly either: (own: string, ofDating: string) => string;
}

const aliasOf = (table: string): string => table.split(' ')[1]!;

/** SQL by which every row of such a table is read with the dates it has now: each query of it is made of this, or of {@link inDatedOrder}. */
export function datedRead({ rows, datings }: DatedTable): DatedRead {
  const [row, dating] = [aliasOf(rows), aliasOf(datings)];
  return {
    from: `${rows} LEFT JOIN ${datings} ON ${dating}.key = ${row}.dating`,
    either: (own, ofDating) => `CASE WHEN ${dating}.key IS NULL THEN ${row}.${own} ELSE ${dating}.${ofDating} END`,
  };
}

/** The order of a list: by a column that the dating has too, and then by columns of the row alone. */
interface DatedOrder {
  readonly by: { readonly own: string; readonly ofDating: string };
  readonly then: readonly string[];
}

interface DatedPage extends DatedOrder {
  /** Conditions for rows with dates of their own, and for those dated apart. */
  readonly own: readonly string[];
  readonly apart: readonly string[];
  readonly limit: number;
}

/** After every day and every id. */
const LAST = '~';

/**
 * SQL for the first rows in the order of their dates, read as a table `listed` of the columns they are ordered by: `listed.first`, and then the row's.
 * Rows with dates of their own come from an index of the row. Those dated apart come dating after dating, as their days follow one another,
 * and no further than the page can reach; only those of one day are sorted.
 */
export function inDatedOrder({ rows, datings, key }: DatedTable, { by, then, own, apart, limit }: DatedPage): string {
  const [row, dating] = [aliasOf(rows), aliasOf(datings)];
  const { from } = datedRead({ rows, datings, key });
  const columns = then.map((name) => `${row}.${name}`).join(', ');
  const beyond = `(SELECT CASE WHEN COUNT(*) < ${limit} THEN '${LAST}' ELSE MAX(o.first) END FROM own o)`;
  const [ownFirst, apartFirst] = [`${row}.${by.own}`, `${dating}.${by.ofDating}`];
  return `(WITH own AS MATERIALIZED (
      SELECT ${ownFirst} AS first, ${columns} FROM ${from} WHERE ${[`${row}.dating IS NULL`, ...own].join(' AND ')}
      ORDER BY ${ownFirst}, ${columns} LIMIT ${limit}),
    apart AS MATERIALIZED (
      SELECT ${apartFirst} AS first, ${columns} FROM ${datings} CROSS JOIN ${rows}
      WHERE ${[`${row}.dating = ${dating}.key`, `${apartFirst} <= ${beyond}`, ...apart].join(' AND ')}
      ORDER BY ${apartFirst}, ${columns} LIMIT ${limit})
    SELECT * FROM own UNION ALL SELECT * FROM apart ORDER BY first, ${then.join(', ')} LIMIT ${limit}) listed
    LEFT JOIN ${rows} ON ${row}.${key} = listed.${key} LEFT JOIN ${datings} ON ${dating}.key = ${row}.dating`;
}
