/** The words, shapes and pure rules of this slice that other rooms may import. */
export { CONSIDERATION_NAMES, CONSIDERATIONS, ITEMS, type RequestStatus, REQUEST_STATUSES } from './participation.items.js';
export { refuseParticipation } from './participation.refusals.js';
export { requestTold } from './participation.sentences.js';
export { publishedWords } from './publishing.js';
export { type RunningClock } from './running-clocks.js';
export { type AnnualReport, annualReportCsv, annualReportText, COUNTED } from './views/annual-report/annual-report.js';
export { registerCsv, registerText } from './views/register/register-csv.js';
export { type ContactShown, type ListedRequest, type PublicRequest, type RequestShown } from './views/register/request-view.js';
