import { type RequisitionRule } from '../bodies/bodies.words.js';

/** Facts from outside a requisition's stream that its decider needs. */
export interface RequisitionFacts {
  /** Where the body sits; `null` where there is no such body. */
  readonly timeZone: string | null;
  /** The rule and the members of the day the command counts from; `null` where no rules are recorded for that day. */
  readonly asked: { readonly rule: RequisitionRule; readonly members: readonly RequisitionMember[] } | null;
  /** The meeting the command names; `null` where it names none of the body that stands. */
  readonly meeting: { readonly date: string; readonly opened: boolean } | null;
}

export interface RequisitionMember {
  readonly personId: string;
  readonly voting: boolean;
}
