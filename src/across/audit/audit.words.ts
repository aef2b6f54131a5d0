/** What other rooms use of this one without a query: its words, shapes and pure rules. */
export { refuseAudit } from './audit.refusals.js';
export { parseRef } from './refs.js';
export { renderChain } from './views/chain/render-chain.js';
export { type Change } from './views/difference/difference.js';
export { dateMovedTold, renderDifference } from './views/difference/render-difference.js';
export { fieldOf, whereOf } from './views/difference/where.js';
export { type WordChange } from './views/difference/words.js';
export { renderHistory } from './views/history/render-history.js';
export { type SearchAddress, searchAsked } from './views/search/asking.js';
export { isSearchKind, SEARCH_KINDS } from './views/search/kinds.js';
export { searchCsv, searchText } from './views/search/search-text.js';
export { labelOf } from './views/state/label.js';
export { nameOf } from './views/state/name-of.js';
export { type Shown, shown, type ShownRow } from './views/state/shown.js';
