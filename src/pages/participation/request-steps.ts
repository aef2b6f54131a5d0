import { type Steps } from '../frame/steps/step.js';
import { type RequestStory } from '../../slices/participation/participation.queries.js';
import { DECISION_STEPS } from './decision-steps.js';
import { PROCESS_STEPS } from './process-steps.js';
import { RECEIPT_STEPS } from './receipt-steps.js';
import { type StepAt } from './request-step.js';

const { contacts, correct, withdraw, decline, ...receipt } = RECEIPT_STEPS;

const STEPS: Steps<RequestStory, StepAt> = {
  ...receipt,
  ...DECISION_STEPS,
  ...PROCESS_STEPS,
  decline,
  contacts,
  correct,
  withdraw,
};

/** All steps in the order they are taken; the first one possible is offered first. The form of each begins with today as its day. */
export const REQUEST_STEPS: typeof STEPS = Object.fromEntries(
  Object.entries(STEPS).map(([name, step]) => [
    name,
    { ...step, start: (known: StepAt) => ({ ...step.start?.(known), happenedAt: known.today }) },
  ]),
);
