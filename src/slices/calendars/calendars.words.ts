/** What others read of this slice without asking it: its words, shapes and pure rules. */
export { holidaysBetween } from './bank-holidays.js';
export { refuseCalendar } from './calendar.refusals.js';
export { countPeriod, explainPeriod, recountDeadline } from './counting.js';
export { monthSpan } from './deadline-words.js';
export { occurrences } from './occurrences.js';
export { deadlineFrom, readDeadline } from './read-deadline.js';
