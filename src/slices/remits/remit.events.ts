import { type DomainEvent } from '../../kernel/event.js';
import { type DecisionRef } from '../../kernel/citation.js';

/** Stream `remit-<bodyId>/<remit>`, of the body that remits. Every event names body and remit. `on` is the day the event counts from. */
export type RemitEvent =
  /** A body asked another to consider something, by a decision of its meeting, or its members asked for a referral. */
  | DomainEvent<'RemitMade', 1, RemitMadeData>
  /** The person presiding ruled on whether what some members ask is referred. */
  | DomainEvent<
      'ReferralRuled',
      1,
      RemitStep & {
        /** Whether it goes up. */
        readonly allowed: boolean;
        /** Who ruled. */
        readonly by: string;
        /** Why, where that was said. */
        readonly reason?: string;
      }
    >
  /** An item of an agenda of the other body brings it. */
  | DomainEvent<
      'RemitPlaced',
      1,
      RemitStep & {
        /** The meeting of the other body. */
        readonly atMeeting: string;
        /** The item of its agenda. */
        readonly itemId: string;
      }
    >
  /** The body it went to took the remit upon itself; the answer is still to come. */
  | DomainEvent<
      'RemitAccepted',
      1,
      RemitStep & {
        /** The meeting of the other body; absent where that is not in the record. */
        readonly atMeeting?: string;
        /** In what words. */
        readonly words?: string;
      }
    >
  /** The body it went to declined to deal with it. */
  | DomainEvent<
      'RemitDeclined',
      1,
      RemitStep & {
        /** The meeting of the other body; absent where that is not in the record. */
        readonly atMeeting?: string;
        /** The decision by which it was declined. */
        readonly decision?: DecisionRef;
        /** Why it was declined. */
        readonly reason: string;
      }
    >
  /** The body it went to decided on what it was asked. */
  | DomainEvent<
      'RemitAnswered',
      1,
      RemitStep & {
        /** The meeting of the other body; absent where that is not in the record. */
        readonly atMeeting?: string;
        /** The decision that answers it. */
        readonly decision?: DecisionRef;
        /** What was decided there. */
        readonly words: string;
      }
    >
  /** The body that remitted it has taken note of the answer, or of its being declined. */
  | DomainEvent<
      'AnswerNoted',
      1,
      RemitStep & {
        /** The meeting that noted it. */
        readonly atMeeting: string;
        /** The decision by which it did. */
        readonly decision?: DecisionRef;
      }
    >
  /** The answer, or that it was declined, does not count: the remit waits for an answer again. */
  | DomainEvent<'RemitReopened', 1, RemitReason>
  /** The body that made the remit asks for no answer any longer. */
  | DomainEvent<'RemitWithdrawn', 1, RemitReason>
  /** What the record says of a remit or a referral was put right. */
  | DomainEvent<
      'RemitCorrected',
      1,
      RemitStep & {
        /** What it says from now on; what stays is absent. */
        readonly changes: RemitCorrection;
        /** What was wrong. */
        readonly reason: string;
      }
    >;

export interface RemitNamed {
  /** `body/remit`. */
  readonly remitId: string;
  /** The body that remits. */
  readonly bodyId: string;
}

export interface RemitStep extends RemitNamed {
  /** The day it counts from. */
  readonly on: string;
}

export interface RemitReason extends RemitStep {
  /** Why. */
  readonly reason: string;
}

/** `remitted`: by a decision or an item of a meeting. `referred`: members ask that it goes up, and the person presiding rules on that. */
export type RemitHow = 'remitted' | 'referred';

export interface RemitMadeData extends RemitStep {
  /** By the meeting, or at the asking of members. */
  readonly how: RemitHow;
  /** The body it goes to. */
  readonly to: RemitTo;
  /** The item or the decision it comes from. */
  readonly source: RemitSource;
  /** What it is about. */
  readonly title: string;
  /** What is asked of the other body. */
  readonly words: string;
  /** The members who ask for a referral; none of a remit. */
  readonly askedBy: readonly string[];
  /** The standing order for it. */
  readonly rule?: string;
  /** Said to be exempt by itself. It is exempt as well while what it comes from is: that is asked when it is read. */
  readonly exempt: boolean;
}

/** The body it goes to. */
export interface RemitTo {
  /** Its id; absent where it is not in the record. */
  readonly bodyId?: string;
  /** Its name. */
  readonly name: string;
}

/** The item of the agenda, or the decision, that it comes from. */
export interface RemitSource {
  /** The meeting, `body/meeting`. */
  readonly meetingId: string;
  /** The day of that meeting. */
  readonly meetingDate: string;
  /** The item of its agenda. */
  readonly itemId?: string;
  /** The number of the item on the agenda. */
  readonly number?: string;
  /** The decision that remits it. */
  readonly decision?: DecisionRef;
  /** The paragraph of the decision. */
  readonly paragraph?: string;
}

export interface RemitCorrection {
  /** The right title. */
  readonly title?: string;
  /** What is asked, put right. */
  readonly words?: string;
  /** The right body. */
  readonly to?: RemitTo;
  /** Whether it is exempt by itself. */
  readonly exempt?: boolean;
}

export const remitEventVersions = {
  RemitMade: 1,
  ReferralRuled: 1,
  RemitPlaced: 1,
  RemitAccepted: 1,
  RemitDeclined: 1,
  RemitAnswered: 1,
  AnswerNoted: 1,
  RemitReopened: 1,
  RemitWithdrawn: 1,
  RemitCorrected: 1,
} as const satisfies { readonly [E in RemitEvent as E['type']]: E['v'] };
