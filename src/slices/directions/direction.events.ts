import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';

/**
 * Stream `directions-<bodyId>`: every direction of a body, as motions are within a meeting, because a reference must be unique and two live
 * directions may not replace the same one. Every event names its body and its direction. `on` is the day it took place where the body sits.
 */
export type DirectionEvent =
  | DomainEvent<'DirectionDrafted', 1, DirectionStep & { readonly terms: DirectionTerms }>
  /** `without`: terms that were taken out. */
  | DomainEvent<
      'DirectionDraftAmended',
      1,
      DirectionStep & { readonly changes: Partial<DirectionTerms>; readonly without: readonly OptionalTerm[] }
    >
  | DomainEvent<'DirectionDraftWithdrawn', 1, DirectionStep & { readonly reason: string }>
  | DomainEvent<'DirectionApproved', 1, DirectionApprovedData>
  | DomainEvent<'DirectionIssued', 1, DirectionIssuedData>
  | DomainEvent<'DirectionAcknowledged', 1, DirectionStep & { readonly recipient: string; readonly by?: string; readonly words?: string }>
  | DomainEvent<'DirectionReported', 1, DirectionReportedData>
  | DomainEvent<'DirectionCompleted', 1, Ended & { readonly words: string; readonly decision?: DecisionRef }>
  /** The earlier direction was replaced; recorded of it when the direction that replaces it is issued. */
  | DomainEvent<'DirectionReplaced', 1, Ended & { readonly how: Replacement; readonly by: string; readonly byReference: string }>
  /** The board revoked the direction by its own decision, without another direction (s.27). */
  | DomainEvent<'DirectionRevoked', 1, Ended & Decided & { readonly reason: string }>
  | DomainEvent<'DirectionReviewed', 1, DirectionStep & { readonly title: string; readonly words: string; readonly next?: Deadline }>
  | DomainEvent<'DirectionCorrected', 1, DirectionStep & { readonly changes: DirectionCorrection; readonly reason: string }>;

export interface DirectionNamed {
  readonly bodyId: string;
  /** The direction's id within its body. */
  readonly direction: string;
}

export interface DirectionStep extends DirectionNamed {
  readonly on: string;
}

/** The end of a direction; `clocks` are those still running then. */
export interface Ended extends DirectionStep {
  readonly clocks: readonly string[];
}

/** A constituent authority that is directed: `extent` is its part of the function, where it is split (s.26(5)). */
export interface Recipient {
  readonly recipient: string;
  readonly name: string;
  readonly extent?: string;
}

/** How several are directed: jointly, or each to an extent, in an area, or for a thing (s.26(5)). */
export type Split = 'joint' | 'by-extent' | 'by-area' | 'by-thing';

/** Words of a form; `toBeDefined` where the form says they will be defined later. */
export interface Stated {
  readonly words: string;
  readonly toBeDefined?: true;
}

/** The payment, or the set-aside sum, or how it is found, and how it is used (s.27). `amount` is in whole pounds. */
export interface Finance extends Stated {
  readonly amount?: number;
}

export type Relation = 'supersedes' | 'revises' | 'revokes';
export type Replacement = 'superseded' | 'revised' | 'revoked';

/** The terms of a direction: the boxes of its form. */
export interface DirectionTerms {
  readonly title: string;
  readonly recipients: readonly Recipient[];
  readonly split?: Split;
  readonly functions?: Stated;
  /** The full text of the direction, with its lines as written. */
  readonly text: string;
  readonly timeframes?: Deadline;
  /** As the form words them; `report` is the report's id in the body, where it is in the system. */
  readonly reports: readonly { readonly words: string; readonly report?: string }[];
  readonly finance?: Finance;
  readonly outcomes?: string;
  readonly review?: Deadline;
  /** The earlier direction that this one replaces: one in the system, or one that is only cited. */
  readonly relation?: { readonly kind: Relation; readonly direction?: string; readonly cited?: string };
  /** How the function is to be carried out, and what must be told to the board (s.27). */
  readonly manner?: string;
  readonly information?: string;
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
  readonly decision: DecisionRef;
  readonly paragraph: string;
  readonly part?: string;
}

export interface DirectionApprovedData extends DirectionStep, Decided {
  readonly reference: string;
  /** The quorum the decision was taken with, or what made it good. */
  readonly standing: string;
  /** Decided in private. */
  readonly exempt: boolean;
  /** The title as approved; with recipients, timeframes and review, the terms that the deadlines need. */
  readonly title: string;
  readonly recipients: readonly string[];
  readonly timeframes?: Deadline;
  readonly review?: Deadline;
}

export interface DirectionIssuedData extends DirectionStep {
  /** The chief officer. */
  readonly by: string;
  readonly to: readonly Pick<Recipient, 'recipient' | 'name'>[];
  readonly title: string;
  readonly exempt: boolean;
  /** The deadline the body sets for acknowledgement; undated where it sets none. */
  readonly acknowledge: Deadline;
}

export interface DirectionReportedData extends DirectionStep {
  readonly recipient: string;
  readonly words: string;
  /** The results of the recipient's performance measures. */
  readonly measures?: string;
  /** The recipient reports that everything due within the timeframes has been done. */
  readonly timeframeMet?: true;
}

export interface DirectionCorrection extends Partial<Omit<DirectionTerms, 'relation'>> {
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
