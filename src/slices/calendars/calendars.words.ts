/** The words, shapes and pure rules of this slice that other rooms may import. */
export { BODY_NOUN, type BodyNamed, bodyNamedIn, type NamedDiary } from './body-named.js';
export { calendarHistory } from './calendar.state.js';
export { refuseCalendar } from './calendar.refusals.js';
export { daysOf } from './calendars.js';
export { countPeriod, dayInWords, explainPeriod } from './counting.js';
export { datedRead, inDatedOrder } from './dated-order.js';
export { dated, datesWithoutWords, diaryOn, lapsedOn, lookedAt, restsOn, withDatesOf } from './dating.js';
export { daysShown, occurrences } from './occurrences.js';
export { deadlineFrom, readDeadline } from './read-deadline.js';
