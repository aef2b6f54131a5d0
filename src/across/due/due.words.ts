/** What other rooms use of this one without a query: its words, shapes and pure rules. */
export { type DueThen } from './datings.js';
export { againOn, dueCsv, explanationOf } from './views/due-calendar/due-text.js';
export { orderOfDue } from './views/due-calendar/due-order.js';
export { type DueShown } from './views/due-calendar/due-view.js';
export { addressOfDue, KIND_NAMES, titleOfDue } from './views/due-calendar/due-words.js';
