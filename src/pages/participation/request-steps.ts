import { type Steps } from '../frame/steps/step.js';
import { type RequestStory } from '../../slices/participation/participation.queries.js';
import { DECISION_STEPS } from './decision-steps.js';
import { PROCESS_STEPS } from './process-steps.js';
import { RECEIPT_STEPS } from './receipt-steps.js';
import { type StepAt } from './request-step.js';

const { contacts, correct, withdraw, decline, ...receipt } = RECEIPT_STEPS;

/** All steps in the order they are taken; the first one possible is offered first. */
export const REQUEST_STEPS: Steps<RequestStory, StepAt> = {
  ...receipt,
  ...DECISION_STEPS,
  ...PROCESS_STEPS,
  decline,
  contacts,
  correct,
  withdraw,
};
