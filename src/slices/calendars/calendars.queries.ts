/** The queries that other rooms may ask of this slice. */
export { HolidaysFor, TodayIn } from './holidays-for.query.js';
