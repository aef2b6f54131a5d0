/** The queries that other rooms may ask of this slice. */
export { DutyAsAt, ListDuties } from './views/duty-register/duties.query.js';
export { ListPlans, PlanAsAt, PlanItemAsAt, type PlanItemStory } from './views/plan/plan.query.js';
export { SelfEvaluationAsAt } from './views/self-evaluation/self-evaluation.query.js';
export { DutyStory, PlanStory, RecordRevision } from './views/story/story.query.js';
