import { ElectedFillSeats } from './elected-fill-seats.policy.js';
import { ElectedTakeOffice } from './elected-take-office.policy.js';
import { EndedVacatesSeat } from './ended-vacates-seat.policy.js';
import { JudgeRollsAnew } from './judge-rolls-anew.policy.js';
import { type PolicyClass } from './policy.js';

/** Every policy that reacts to events; reminding reacts to the calendar and stands in `reminding/`. */
export const POLICIES: readonly PolicyClass[] = [JudgeRollsAnew, ElectedTakeOffice, ElectedFillSeats, EndedVacatesSeat];
