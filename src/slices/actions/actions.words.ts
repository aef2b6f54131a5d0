/** The words, shapes and pure rules of this slice that other rooms may import. */
export { refuseAction } from './action.refusals.js';
export { actionTold } from './action.sentences.js';
export { type ActionStatus, ACTION_STATUSES } from './action-status.js';
export { type ActionView } from './views/action-register/action-view.js';
export { type ActionSheet } from './views/action-sheet/action-sheet.js';
export { sheetCsv } from './views/action-sheet/sheet-csv.js';
export { sheetText } from './views/action-sheet/sheet-text.js';
export { type Tally } from './views/over-time/over-time.js';
export { overdueCsv, overdueText } from './views/overdue/overdue-pages.js';
