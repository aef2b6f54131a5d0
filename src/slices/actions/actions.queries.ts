/** The queries that other rooms may ask of this slice. */
export { ActionsRaisedAt, type RaisedHere } from './raised-at.query.js';
export { ActionsRaisedBy, type RaisedAction } from './raised-by.query.js';
export { ActionRevision } from './views/action-register/action-revision.query.js';
export { ActionAsAt, type ActionStory } from './views/action-register/action-story.query.js';
export { ActionSheetAsAt } from './views/action-sheet/action-sheet.query.js';
export { type MattersArising, MattersArisingFor } from './views/matters-arising/matters-arising.query.js';
export { ActionsOverTime } from './views/over-time/over-time.query.js';
export { OverdueActions } from './views/overdue/overdue.query.js';
