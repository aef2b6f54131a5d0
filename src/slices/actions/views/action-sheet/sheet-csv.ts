import { csv } from '../../../../http/csv.js';
import { type ActionSheet, cellsOf, COLUMN_TITLES } from './action-sheet.js';

/** One line per action, the group's heading in a first column MEETING. */
export const sheetCsv = (sheet: ActionSheet): string =>
  csv(
    sheet.groups.flatMap(({ heading, actions }) => actions.map((action) => [heading, ...cellsOf(action)])),
    ['MEETING', ...COLUMN_TITLES],
  );
