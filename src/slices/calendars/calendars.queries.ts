/** What may be asked of this slice. */
export { HolidaysFor, TodayIn } from './holidays-for.query.js';
