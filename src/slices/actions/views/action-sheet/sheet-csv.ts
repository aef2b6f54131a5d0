import { stringify } from 'csv-stringify/sync';
import { type ActionSheet, cellsOf, COLUMN_TITLES } from './action-sheet.js';

/**
 * One line per action, the group's heading in a first column MEETING. Cells keep their text, but one that a spreadsheet would take for a
 * formula (beginning with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe before it.
 */
export const sheetCsv = (sheet: ActionSheet): string =>
  stringify(
    sheet.groups.flatMap(({ heading, actions }) => actions.map((action) => [heading, ...cellsOf(action)])),
    { header: true, columns: ['MEETING', ...COLUMN_TITLES], escape_formulas: true, record_delimiter: 'windows' },
  );
