/** The queries that other rooms may ask of this slice. */
export { PromiseCandidates } from './views/candidates/candidates.query.js';
export { ListReportPromises, type PromiseView } from './views/promises/promises.query.js';
export { ExemptReports } from './views/report-register/exempt-reports.query.js';
export { ListRecommendations } from './views/recommendations/recommendations.query.js';
export { type ReportThen, ShowReportThen } from './views/report-then/report-then.query.js';
export { ListReports, ReportContradictions } from './views/report/report.query.js';
