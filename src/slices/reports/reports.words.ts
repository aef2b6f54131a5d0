/** The words, shapes and pure rules of this slice that other rooms may import. */
export { outcomeWords, RECOMMENDATION_STATUS_WORDS } from './outcome-words.js';
export { refuseReport } from './report.refusals.js';
export { reportTold } from './report.sentences.js';
export { type RecommendationView, type ReportView } from './views/report/report-view.js';
