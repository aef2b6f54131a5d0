/** What other rooms may ask of this one. */
export { DuesThen, MovesOf } from './datings.query.js';
export { DueFiles, readerFor } from './views/due-calendar/due-files.js';
export { type DueFilter, type DueReader, ListDues, OneDue } from './views/due-calendar/due-list.query.js';
export { DueNamed, DueNames, type NameWritten } from './views/due-calendar/due-names.query.js';
export { ListDuesThen } from './views/due-calendar/due-then.query.js';
export { DueSoon } from './views/due-calendar/due-soon.query.js';
