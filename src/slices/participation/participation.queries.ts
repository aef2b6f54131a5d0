/** The queries that other rooms may ask of this slice. */
export {
  AnnualParticipationReport,
  AnnualParticipationRevision,
  ParticipationYears,
  ToBePublished,
} from './views/annual-report/annual-report.query.js';
export { NoticeOf, type NoticeShown } from './views/register/notice.query.js';
export { ListParticipationRequests } from './views/register/participation-register.query.js';
export {
  ParticipationRequestAsAt,
  ParticipationRevision,
  type Reading,
  type RequestStory,
} from './views/register/participation-request.query.js';
export { SimilarRequests } from './views/register/similar.query.js';
