import { type DomainEvent } from '../../../kernel/event.js';
import { type DecisionPart, type DecisionRef, type DecisionStanding } from '../../../kernel/citation.js';

/** In the meeting's stream. A decision's id is also its entry in the record's sequence. */
export type DecisionEvent =
  | DomainEvent<'DecisionRecorded', 1, DecisionRecordedData>
  | DomainEvent<
      'DecisionCorrected',
      1,
      {
        readonly decisionId: string;
        readonly verb: string;
        readonly words: string;
        readonly parts: readonly DecisionPart[];
        readonly reason: string;
      }
    >
  /** A correction of the sederunt changed who was in the room when the decision was taken. */
  | DomainEvent<
      'DecisionStandingFound',
      1,
      { readonly decisionId: string; readonly standing: DecisionStanding; readonly quorum: QuorumSum; readonly because: string }
    >
  /** The decision was found to be, or no longer to be, taken in private. */
  | DomainEvent<'DecisionExemptionFound', 1, { readonly decisionId: string; readonly exempt: boolean; readonly because: string }>
  /** A later meeting ratified the decision. Recorded in that meeting's stream; the decision stands in an earlier one. */
  | DomainEvent<'DecisionRatified', 1, { readonly decision: DecisionRef; readonly by: DecisionRef }>
  | DomainEvent<'RatificationDeclined', 1, { readonly decision: DecisionRef; readonly by: DecisionRef; readonly reason: string }>
  | DomainEvent<'DecisionRescinded', 1, { readonly decision: DecisionRef; readonly by: DecisionRef }>
  | DomainEvent<'DecisionSuperseded', 1, { readonly decision: DecisionRef; readonly by: DecisionRef }>;

export interface DecisionRecordedData {
  readonly decisionId: string;
  readonly meetingId: string;
  readonly bodyId: string;
  readonly meetingDate: string;
  readonly sectionId: string;
  readonly sectionHeading: string;
  /** The paragraph the decision was taken on, and that paragraph's number then (`3.2`; of an only paragraph, the section's number). */
  readonly paragraphId: string | null;
  readonly paragraph: string;
  /** The record entry this one follows. */
  readonly after: string | null;
  /** In capitals: APPROVED, AGREED, NOTED or one of the body's own. */
  readonly verb: string;
  /** The whole lead as the record words it, beginning with the verb: `AGREED that ...`, `NOTED.`, `AGREED:`. */
  readonly words: string;
  readonly parts: readonly DecisionPart[];
  readonly outcome: DecisionOutcome;
  readonly motionId?: string;
  readonly standing: DecisionStanding;
  readonly quorum: QuorumSum;
  readonly exempt: boolean;
}

export type DecisionOutcome =
  | { readonly kind: 'resolved' }
  | { readonly kind: 'remitted'; readonly to: string }
  | { readonly kind: 'continued'; readonly to?: string }
  | { readonly kind: 'minute-approved'; readonly meetingId?: string };

/** A decision of any meeting as the whole record has it now: what later meetings made of it too. */
export interface DecisionAsItStands {
  readonly decision: DecisionRef;
  readonly bodyId: string;
  readonly meetingDate: string;
  readonly paragraph: string;
  readonly words: string;
  readonly standing: DecisionStanding;
  /** Struck from the minute as recorded in error. */
  readonly struck: boolean;
  readonly ratification?: { readonly outcome: 'ratified' | 'declined'; readonly by: DecisionRef };
  readonly rescindedBy?: DecisionRef;
  readonly supersededBy?: DecisionRef;
}

/** Facts of decisions of other meetings that a command is about; a decision that is in no record is missing from the list. */
export interface DecisionFacts {
  readonly decisions: readonly DecisionAsItStands[];
  /** True where the read models were too far behind to tell what other meetings decided of them: nothing that depends on it is decided. */
  readonly behind?: boolean;
}

/** The sum behind a quorum: "6 of 9 voting seats present, 5 needed". `quorate` is null where it cannot be told. */
export interface QuorumSum {
  readonly quorate: boolean | null;
  readonly present: number;
  readonly of: number;
  readonly needed: number | null;
  readonly explanation: string;
  readonly declared: boolean;
}

export const decisionEventVersions = {
  DecisionRecorded: 1,
  DecisionCorrected: 1,
  DecisionStandingFound: 1,
  DecisionExemptionFound: 1,
  DecisionRatified: 1,
  RatificationDeclined: 1,
  DecisionRescinded: 1,
  DecisionSuperseded: 1,
} as const satisfies { readonly [E in DecisionEvent as E['type']]: E['v'] };
