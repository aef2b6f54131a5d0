import { type DomainEvent } from '../../../kernel/event.js';
import { type DecisionPart, type DecisionRef, type DecisionStanding } from '../../../kernel/citation.js';

/** In the meeting's stream. A decision's id is also its entry in the record's sequence. */
export type DecisionEvent =
  /** The meeting decided something, with the quorum it had then and what the decision rests on. */
  | DomainEvent<'DecisionRecorded', 1, DecisionRecordedData>
  /** The words of a decision were recorded wrongly, and were put right before the minute was approved. */
  | DomainEvent<
      'DecisionCorrected',
      1,
      {
        /** The decision, by its id at this meeting. */
        readonly decisionId: string;
        /** The verb of the corrected decision, in capitals. */
        readonly verb: string;
        /** The whole lead as it should read. */
        readonly words: string;
        /** The lettered parts as they should read. */
        readonly parts: readonly DecisionPart[];
        /** Why its words were wrong. */
        readonly reason: string;
      }
    >
  /** A correction of the sederunt changed who was in the room when the decision was taken. */
  | DomainEvent<
      'DecisionStandingFound',
      1,
      {
        /** The decision, by its id at this meeting. */
        readonly decisionId: string;
        /** Whether it was taken with a quorum, as is known now. */
        readonly standing: DecisionStanding;
        /** The sum behind it, counted again. */
        readonly quorum: QuorumSum;
        /** The correction that changed it. */
        readonly because: string;
      }
    >
  /** A correction of the sederunt changed the sum of the quorum that the decision was taken with, and not how the decision stands. */
  | DomainEvent<
      'DecisionQuorumFound',
      1,
      {
        /** The decision, by its id at this meeting. */
        readonly decisionId: string;
        /** The sum, counted again. */
        readonly quorum: QuorumSum;
        /** The correction that changed it. */
        readonly because: string;
      }
    >
  /** The decision was found to be, or no longer to be, taken in private. */
  | DomainEvent<
      'DecisionExemptionFound',
      1,
      {
        /** The decision, by its id at this meeting. */
        readonly decisionId: string;
        /** Whether it was taken in private, and so is not published. */
        readonly exempt: boolean;
        /** Why it was found so. */
        readonly because: string;
      }
    >
  /** A later meeting ratified the decision. Recorded in that meeting's stream; the decision stands in an earlier one. */
  | DomainEvent<
      'DecisionRatified',
      1,
      {
        /** The earlier decision, taken without a quorum. */
        readonly decision: DecisionRef;
        /** The decision that ratifies it. */
        readonly by: DecisionRef;
      }
    >
  /** A later meeting declined to ratify a decision that was taken without a quorum. Recorded in that meeting's stream. */
  | DomainEvent<
      'RatificationDeclined',
      1,
      {
        /** The earlier decision, taken without a quorum. */
        readonly decision: DecisionRef;
        /** The decision that declines to ratify it. */
        readonly by: DecisionRef;
        /** Why it is not ratified. */
        readonly reason: string;
      }
    >
  /** A later decision ended an earlier one. Recorded in the later meeting's stream. */
  | DomainEvent<
      'DecisionRescinded',
      1,
      {
        /** The earlier decision. */
        readonly decision: DecisionRef;
        /** The decision that rescinds it. */
        readonly by: DecisionRef;
      }
    >
  /** A later decision took the place of an earlier one. Recorded in the later meeting's stream. */
  | DomainEvent<
      'DecisionSuperseded',
      1,
      {
        /** The earlier decision. */
        readonly decision: DecisionRef;
        /** The decision that takes its place. */
        readonly by: DecisionRef;
      }
    >;

export interface DecisionRecordedData {
  /** The decision, by its id at the meeting. */
  readonly decisionId: string;
  /** The meeting that took it. */
  readonly meetingId: string;
  /** The body that met. */
  readonly bodyId: string;
  /** The day of the meeting. */
  readonly meetingDate: string;
  /** The section of the minute it stands in. */
  readonly sectionId: string;
  /** The heading of that section. */
  readonly sectionHeading: string;
  /** The paragraph the decision was taken on, and that paragraph's number then (`3.2`; of an only paragraph, the section's number). */
  readonly paragraphId: string | null;
  /** The number of that paragraph then: `3.2`; of an only paragraph, the number of its section. */
  readonly paragraph: string;
  /** The record entry this one follows. */
  readonly after: string | null;
  /** In capitals: APPROVED, AGREED, NOTED or one of the body's own. */
  readonly verb: string;
  /** The whole lead as the record words it, beginning with the verb: `AGREED that ...`, `NOTED.`, `AGREED:`. */
  readonly words: string;
  /** Its lettered parts; none where it is one sentence. */
  readonly parts: readonly DecisionPart[];
  /** What it does with the business. */
  readonly outcome: DecisionOutcome;
  /** The carried motion it follows from. */
  readonly motionId?: string;
  /** The division between proposals it follows from. */
  readonly divisionId?: string;
  /** The motion, amendment or procedural motion that was not carried, or fell, and on whose loss it rests. */
  readonly onLossOf?: string;
  /** Whether it was taken with a quorum. */
  readonly standing: DecisionStanding;
  /** The sum behind that. */
  readonly quorum: QuorumSum;
  /** Taken in private, and so not published. */
  readonly exempt: boolean;
}

export type DecisionOutcome =
  | {
      /** Resolved, remitted elsewhere, continued to another meeting, or a minute approved. */
      readonly kind: 'resolved';
    }
  | {
      readonly kind: 'remitted';
      /** To whom it is remitted, or to when it is continued. */
      readonly to: string;
    }
  | { readonly kind: 'continued'; readonly to?: string }
  | {
      readonly kind: 'minute-approved';
      /** The meeting whose minute is approved. */
      readonly meetingId?: string;
    };

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
  /** Whether there was a quorum; `null` where it cannot be told. */
  readonly quorate: boolean | null;
  /** How many of those who count were there. */
  readonly present: number;
  /** How many there are in all. */
  readonly of: number;
  /** How many are needed; `null` where the rule is not known. */
  readonly needed: number | null;
  /** The sum as a sentence. */
  readonly explanation: string;
  /** Whether it was declared at the meeting, not counted. */
  readonly declared: boolean;
  /** Of a joint meeting, the sum of each body by its own rule: there is a quorum where each has one. */
  readonly bodies?: readonly QuorumOfBody[];
}

/** The quorum of one body of a joint meeting. */
export interface QuorumOfBody {
  /** The body. */
  readonly bodyId: string;
  /** Its name. */
  readonly bodyName: string;
  /** Whether it had a quorum; `null` where it cannot be told. */
  readonly quorate: boolean | null;
  /** How many of those who count were there. */
  readonly present: number;
  /** How many there are in all. */
  readonly of: number;
  /** How many are needed; `null` where the rule is not known. */
  readonly needed: number | null;
  /** The sum as a sentence. */
  readonly explanation: string;
}

export const decisionEventVersions = {
  DecisionRecorded: 1,
  DecisionCorrected: 1,
  DecisionStandingFound: 1,
  DecisionQuorumFound: 1,
  DecisionExemptionFound: 1,
  DecisionRatified: 1,
  RatificationDeclined: 1,
  DecisionRescinded: 1,
  DecisionSuperseded: 1,
} as const satisfies { readonly [E in DecisionEvent as E['type']]: E['v'] };
