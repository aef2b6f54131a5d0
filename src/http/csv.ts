import { stringify } from 'csv-stringify/sync';

export type Cell = string | number;

/**
 * A table as CSV (RFC 4180), its first line the columns. Cells keep their text, but one that a spreadsheet would take for a formula
 * (beginning with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe before it.
 */
export const csv = (rows: readonly (readonly Cell[])[], columns: readonly string[]): string =>
  stringify(
    rows.map((row) => [...row]),
    {
      header: true,
      columns: [...columns],
      escape_formulas: true,
      // A line end within a cell must be quoted too.
      quoted_match: /[\r\n]/,
      record_delimiter: 'windows',
    },
  );
