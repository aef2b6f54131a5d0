/** The words, shapes and pure rules of this slice that other rooms may import. */
export { refuseDuty } from './duty.refusals.js';
export { dutyTold } from './duty.sentences.js';
export { type Occurrence } from './duty.state.js';
export { type PlanItemStatus } from './plan-item-status.js';
export { planItemTold, planTold } from './plan.sentences.js';
export { refusePlan } from './plan.refusals.js';
export { occurrenceAfter, occurrencesUntil } from './recurrence.js';
export { dutiesText } from './views/duty-register/duties-text.js';
export { type DutyView } from './views/duty-register/duty-view.js';
export { type Known } from './views/known.js';
export { columnsOf, headingOf, headingsOver } from './views/plan/plan-cells.js';
export { planCsv } from './views/plan/plan-csv.js';
export { plansText, planText } from './views/plan/plan-text.js';
export { type PlanGroupView, type PlanItemView, type PlanSummary, type PlanView, type StatusCounts } from './views/plan/plan-view.js';
