import { type PolicyClass } from './policy.js';
import { RecountDeadlines } from './recount-deadlines.policy.js';

/** Every policy of the application that answers to events; reminding answers to the calendar and stands in `reminding/`. */
export const POLICIES: readonly PolicyClass[] = [RecountDeadlines];
