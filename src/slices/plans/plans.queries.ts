/** What other slices may ask of plans and duties. */
export { ListPlans, PlanAsAt, PlanItemAsAt, type PlanItemStory } from './views/plan/plan.query.js';
export { type PlanItemView, type PlanSummary, type PlanView } from './views/plan/plan-view.js';
export { PlanProgressIn } from './views/progress/progress.query.js';
export { type PlanProgress } from './views/progress/progress.js';
export { type SelfEvaluation, SelfEvaluationAsAt } from './views/self-evaluation/self-evaluation.query.js';
export { DutyAsAt, type DutyView, ListDuties } from './views/duty-register/duties.query.js';
