/** The tables of this slice that other rooms join in SQL, and what makes tables of theirs that follow the calendar and the diary. */
export { type Again, type DatedApart, datedApart, UNDATED } from './dating/dated-apart.projection.js';
export { datings, type DeadlineSaid } from './dating/datings.projection.js';
export { EXEMPT_SOURCE, exemptAt } from './exempt/views/exempt-source/exempt-source.projection.js';
