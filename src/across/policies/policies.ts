import { CallNextMeetings } from './call-next-meetings.policy.js';
import { CarryRemits } from './carry-remits.policy.js';
import { CarryRequisitions } from './carry-requisitions.policy.js';
import { JudgeRollsAnew } from './judge-rolls-anew.policy.js';
import { type PolicyClass } from './policy.js';

/** Every policy that reacts to events; reminding reacts to the calendar and stands in `reminding/`. */
export const POLICIES: readonly PolicyClass[] = [JudgeRollsAnew, CarryRemits, CallNextMeetings, CarryRequisitions];
