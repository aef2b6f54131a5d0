/** The queries that other rooms may ask of this slice. */
export { bodyFound } from './http/body-found.js';
export { BodyHead, type BodyHeading, StandingItemsOn, StandingOn } from './body-head.query.js';
export { DiariesNamed } from './diaries-named.query.js';
export { byTheEndOf, type FactsAt, factsAt } from './facts-at.query.js';
export { ListBodies, type ListedBody } from './views/body-register/body-register.query.js';
export { ConstitutionsOf, ShowBody } from './views/body/body.query.js';
export { LocalitySurveyOf } from './views/locality-survey/survey.query.js';
export { CoverageOf } from './views/membership/membership-coverage.query.js';
export { WaitsFor } from './views/pathfinders/waits-for.query.js';
export { TreeOfBodies } from './views/tree/tree.query.js';
