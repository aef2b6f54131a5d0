/** What other rooms may ask of this one. */
export { type Chain, ChainOf } from './chain.query.js';
export { requireAudit } from './http/require-audit.js';
export { type HistoryEntry, HistoryOf, type RecordHistory } from './history-of.query.js';
export { type Clock, CLOCKS, type Difference, DifferenceOf } from './views/difference/difference.query.js';
export { DiscrepanciesOf } from './views/discrepancies/discrepancies.query.js';
export { NamesThatMayBeOne } from './views/names/names-offered.query.js';
export { RecordersIn } from './views/search/recorders.query.js';
export { type FoundEntry, MOST_COUNTED, SEARCH_SORTS, type SearchFound, SearchRecord } from './views/search/search.query.js';
