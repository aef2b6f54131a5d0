export { DeadlinesSpanning, type SpanningDue } from './views/due-calendar/deadlines-spanning.query.js';
export { type DueFilter, type DueReader, ListDues, OneDue } from './views/due-calendar/due-list.query.js';
export { DueSoon, type DueSoonView } from './views/due-calendar/due-soon.query.js';
export { type DueShown } from './views/due-calendar/due-view.js';
