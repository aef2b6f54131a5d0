import { type DomainEvent } from '../../kernel/event.js';
import { type DecisionRef } from '../../kernel/citation.js';

/** Stream `remit-<bodyId>/<remit>`, of the body that remits. Every event names body and remit. `on` is the day the event counts from. */
export type RemitEvent =
  | DomainEvent<'RemitMade', 1, RemitMadeData>
  /** The person presiding ruled on whether what some members ask is referred. */
  | DomainEvent<
      'ReferralRuled',
      1,
      RemitStep & {
        readonly allowed: boolean;
        /** Who ruled. */
        readonly by: string;
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
  | DomainEvent<
      'RemitAccepted',
      1,
      RemitStep & {
        /** The meeting of the other body; absent where that is not in the record. */
        readonly atMeeting?: string;
        readonly words?: string;
      }
    >
  | DomainEvent<
      'RemitDeclined',
      1,
      RemitStep & {
        readonly atMeeting?: string;
        /** The decision by which it was declined. */
        readonly decision?: DecisionRef;
        readonly reason: string;
      }
    >
  | DomainEvent<
      'RemitAnswered',
      1,
      RemitStep & {
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
  | DomainEvent<'RemitReopened', 1, RemitStep & { readonly reason: string }>
  | DomainEvent<'RemitWithdrawn', 1, RemitStep & { readonly reason: string }>
  | DomainEvent<
      'RemitCorrected',
      1,
      RemitStep & {
        /** What it says from now on; what stays is absent. */
        readonly changes: RemitCorrection;
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
  readonly on: string;
}

/** `remitted`: by a decision or an item of a meeting. `referred`: members ask that it goes up, and the person presiding rules on that. */
export type RemitHow = 'remitted' | 'referred';

export interface RemitMadeData extends RemitStep {
  readonly how: RemitHow;
  readonly to: RemitTo;
  readonly source: RemitSource;
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
  readonly name: string;
}

/** The item of the agenda, or the decision, that it comes from. */
export interface RemitSource {
  readonly meetingId: string;
  /** The day of that meeting. */
  readonly meetingDate: string;
  readonly itemId?: string;
  /** The number of the item on the agenda. */
  readonly number?: string;
  readonly decision?: DecisionRef;
  /** The paragraph of the decision. */
  readonly paragraph?: string;
}

export interface RemitCorrection {
  readonly title?: string;
  readonly words?: string;
  readonly to?: RemitTo;
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
