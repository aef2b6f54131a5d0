import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';

/**
 * Stream `directions-<bodyId>`: every direction of a body, as motions are within a meeting, because a reference must be unique and two live
 * directions may not replace the same one. Every event names its body and its direction. `on` is the day it took place where the body sits.
 */
export type DirectionEvent =
  /** A direction was drafted for the board to approve (Public Bodies (Joint Working) (Scotland) Act 2014 s.26). */
  | DomainEvent<
      'DirectionDrafted',
      1,
      DirectionStep & {
        /** The boxes of its form. */
        readonly terms: DirectionTerms;
      }
    >
  /** The terms of the draft became others before the board approved it. `without`: terms that were taken out. */
  | DomainEvent<
      'DirectionDraftAmended',
      1,
      DirectionStep & {
        /** The boxes that say something else from now on. */
        readonly changes: Partial<DirectionTerms>;
        /** The boxes that were taken out. */
        readonly without: readonly OptionalTerm[];
      }
    >
  /** The draft does not go before the board, or not any more. */
  | DomainEvent<
      'DirectionDraftWithdrawn',
      1,
      DirectionStep & {
        /** Why it is not put forward. */
        readonly reason: string;
      }
    >
  /** The board approved the direction by a decision, which may change the terms it was drafted with. */
  | DomainEvent<'DirectionApproved', 1, DirectionApprovedData>
  /** The approved direction was sent to its recipients: it binds them from now on (2014 Act ss.26 and 27). */
  | DomainEvent<'DirectionIssued', 1, DirectionIssuedData>
  /** A recipient said that it has received the direction. */
  | DomainEvent<
      'DirectionAcknowledged',
      1,
      DirectionStep & {
        /** The recipient that acknowledged it. */
        readonly recipient: string;
        /** Who acknowledged it for the recipient. */
        readonly by?: string;
        /** What was said of it. */
        readonly words?: string;
      }
    >
  /** A recipient reported on how the direction is carried out. */
  | DomainEvent<'DirectionReported', 1, DirectionReportedData>
  /** What was directed has been done, as the board found. */
  | DomainEvent<
      'DirectionCompleted',
      1,
      Ended & {
        /** What was achieved. */
        readonly words: string;
        /** The decision that noted it complete. */
        readonly decision?: DecisionRef;
      }
    >
  /** The earlier direction was replaced; recorded of it when the direction that replaces it is issued. */
  | DomainEvent<
      'DirectionReplaced',
      1,
      Ended & {
        /** Whether it was superseded, revised or revoked. */
        readonly how: Replacement;
        /** The direction that replaces it, by its id. */
        readonly by: string;
        /** The reference of that direction. */
        readonly byReference: string;
      }
    >
  /** The board revoked the direction by its own decision, without another direction (s.27). */
  | DomainEvent<
      'DirectionRevoked',
      1,
      Ended &
        Decided & {
          /** Why it is revoked. */
          readonly reason: string;
        }
    >
  /** The board reviewed the direction and set the next review, where there is to be one. */
  | DomainEvent<
      'DirectionReviewed',
      1,
      DirectionStep & {
        /** The title of the direction. */
        readonly title: string;
        /** What came of the review. */
        readonly words: string;
        /** When it is reviewed again; absent where it is not. */
        readonly next?: Deadline;
      }
    >
  /** What the record says of a direction was put right. */
  | DomainEvent<
      'DirectionCorrected',
      1,
      DirectionStep & {
        /** What it says from now on; what stays is absent. */
        readonly changes: DirectionCorrection;
        /** Why the record of it was wrong. */
        readonly reason: string;
      }
    >;

export interface DirectionNamed {
  /** The joint board whose direction it is. */
  readonly bodyId: string;
  /** The direction's id within its body. */
  readonly direction: string;
}

export interface DirectionStep extends DirectionNamed {
  /** The day it took place, where the body sits. */
  readonly on: string;
}

/** The end of a direction; `clocks` are those still running then. */
export interface Ended extends DirectionStep {
  /** The clocks that were still running, and end with it. */
  readonly clocks: readonly string[];
}

/** A constituent authority that is directed: `extent` is its part of the function, where it is split (s.26(5)). */
export interface Recipient {
  /** The organisation's id. */
  readonly recipient: string;
  /** Its name as the direction has it. */
  readonly name: string;
  /** Its part of the function, where that is split (s.26(5)). */
  readonly extent?: string;
}

/** How several are directed: jointly, or each to an extent, in an area, or for a thing (s.26(5)). */
export type Split = 'joint' | 'by-extent' | 'by-area' | 'by-thing';

/** Words of a form; `toBeDefined` where the form says they will be defined later. */
export interface Stated {
  /** The words of the form. */
  readonly words: string;
  /** The words say that it will be defined later. */
  readonly toBeDefined?: true;
}

/** The payment, or the set-aside sum, or how it is found, and how it is used (s.27). `amount` is in whole pounds. */
export interface Finance extends Stated {
  /** The payment or set-aside sum, in whole pounds. */
  readonly amount?: number;
}

export type Relation = 'supersedes' | 'revises' | 'revokes';
export type Replacement = 'superseded' | 'revised' | 'revoked';

/** The terms of a direction: the boxes of its form. */
export interface DirectionTerms {
  /** The title of the direction. */
  readonly title: string;
  /** Who is directed: each constituent authority once. */
  readonly recipients: readonly Recipient[];
  /** How several recipients are directed (s.26(5)). */
  readonly split?: Split;
  /** The services and functions it covers. */
  readonly functions?: Stated;
  /** The full text of the direction, with its lines as written. */
  readonly text: string;
  /** When it is to be carried out, in words and dates. */
  readonly timeframes?: Deadline;
  /** As the form words them; `report` is the report's id in the body, where it is in the system. */
  readonly reports: readonly {
    /** The report as the form words it. */
    readonly words: string;
    /** The report's id in the body, where it is in the system. */
    readonly report?: string;
  }[];
  /** The payment or set-aside sum, or how it is found, and its use (s.27). */
  readonly finance?: Finance;
  /** Outcomes and performance measures. */
  readonly outcomes?: string;
  /** When it will be reviewed, in words and dates. */
  readonly review?: Deadline;
  /** The earlier direction that this one replaces: one in the system, or one that is only cited. */
  readonly relation?: {
    /** What it does with the earlier direction. */
    readonly kind: Relation;
    /** The earlier direction, by its id. */
    readonly direction?: string;
    /** The earlier direction as it is cited, where it is not in the system. */
    readonly cited?: string;
  };
  /** How the function is to be carried out, and what must be told to the board (s.27). */
  readonly manner?: string;
  /** The information the board is to be given (s.27). */
  readonly information?: string;
  /** How the body's form words what the law leaves open. */
  readonly form?: FormWords;
}

/** How the body's own form words what the law leaves open. */
export interface FormWords {
  /** `DIRECTION FROM THE SCOTTISH BORDERS INTEGRATION JOINT BOARD` */
  readonly heading?: string;
  /** The board in the form's captions: `IJB` in `IJB Approval date`. */
  readonly board?: string;
  /** The board in `Links to relevant SBIJB report(s)`. */
  readonly reportsOf?: string;
}

export const OPTIONAL_TERMS = [
  'split',
  'functions',
  'timeframes',
  'finance',
  'outcomes',
  'review',
  'relation',
  'manner',
  'information',
  'form',
] as const satisfies readonly (keyof DirectionTerms)[];
export type OptionalTerm = (typeof OPTIONAL_TERMS)[number];

/** The board's decision that something rests on. */
export interface Decided {
  /** The board's decision. */
  readonly decision: DecisionRef;
  /** The paragraph of the minute it stands on. */
  readonly paragraph: string;
  /** Letter of the part of the decision. */
  readonly part?: string;
}

export interface DirectionApprovedData extends DirectionStep, Decided {
  /** The reference of the direction, unique in the body. */
  readonly reference: string;
  /** The quorum the decision was taken with, or what made it good. */
  readonly standing: string;
  /** Exempt by itself. It is exempt as well while the decision that approved it is: that is asked when it is read. */
  readonly exempt: boolean;
  /** The title as approved; with recipients, timeframes and review, the terms that the deadlines need. */
  readonly title: string;
  /** Ids of the recipients. */
  readonly recipients: readonly string[];
  /** When it is to be carried out, in words and dates. */
  readonly timeframes?: Deadline;
  /** When it will be reviewed, in words and dates. */
  readonly review?: Deadline;
}

export interface DirectionIssuedData extends DirectionStep {
  /** The chief officer. */
  readonly by: string;
  /** The recipients to whom it was issued. */
  readonly to: readonly Pick<Recipient, 'recipient' | 'name'>[];
  /** The title of the direction. */
  readonly title: string;
  /** Exempt by itself. */
  readonly exempt: boolean;
  /** The deadline the body sets for acknowledgement; undated where it sets none. */
  readonly acknowledge: Deadline;
}

export interface DirectionReportedData extends DirectionStep {
  /** The recipient that reports. */
  readonly recipient: string;
  /** What has been done. */
  readonly words: string;
  /** The results of the recipient's performance measures. */
  readonly measures?: string;
  /** The recipient reports that everything due within the timeframes has been done. */
  readonly timeframeMet?: true;
}

export interface DirectionCorrection extends Partial<Omit<DirectionTerms, 'relation'>> {
  /** Whether it is exempt by itself. */
  readonly exempt?: boolean;
}

export const directionEventVersions = {
  DirectionDrafted: 1,
  DirectionDraftAmended: 1,
  DirectionDraftWithdrawn: 1,
  DirectionApproved: 1,
  DirectionIssued: 1,
  DirectionAcknowledged: 1,
  DirectionReported: 1,
  DirectionCompleted: 1,
  DirectionReplaced: 1,
  DirectionRevoked: 1,
  DirectionReviewed: 1,
  DirectionCorrected: 1,
} as const satisfies { readonly [E in DirectionEvent as E['type']]: E['v'] };
