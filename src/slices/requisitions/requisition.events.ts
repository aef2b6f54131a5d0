import { type Deadline } from '../../kernel/deadline.js';
import { type DomainEvent } from '../../kernel/event.js';
import { type PersonNamed, type RequisitionRule } from '../bodies/bodies.words.js';

/** Stream `requisition-<bodyId>/<requisition>`. Every event names body and requisition. `on` is the day the event counts from. */
export type RequisitionEvent =
  /** Members asked in writing for a special meeting of the body (1973 Act Sch 7 para 1(4)). */
  | DomainEvent<
      'RequisitionReceived',
      1,
      RequisitionStep & {
        /** Who signed it. */
        readonly askedBy: readonly PersonNamed[];
        /** The business for which the meeting is asked. */
        readonly business: string;
        /** The rule by which it is judged. */
        readonly rule: RequisitionRule;
        /** How many members ask, of how many, and how many have to. */
        readonly sum: RequisitionSum;
        /** Until when the meeting is to be held or called; absent while too few ask. */
        readonly due?: Deadline;
      }
    >
  /** More members signed the requisition. */
  | DomainEvent<
      'RequisitionJoined',
      1,
      RequisitionStep & {
        /** Who signed it since. */
        readonly askedBy: readonly PersonNamed[];
        /** How many members ask, of how many, and how many have to. */
        readonly sum: RequisitionSum;
        /** Until when, where enough ask from now on. */
        readonly due?: Deadline;
      }
    >
  /** The meeting that was asked for was called, or held. */
  | DomainEvent<
      'RequisitionAnswered',
      1,
      RequisitionStep & {
        /** The meeting that was called on it, or held. */
        readonly atMeeting: string;
        /** Whether it was called, or was held. */
        readonly how: RequisitionAnswer;
        /** Whether that is what the rule asks for. */
        readonly meets: boolean;
      }
    >
  /** The meeting that was called on it is not held: the clock runs again. */
  | DomainEvent<'RequisitionReopened', 1, RequisitionReason>
  /** No meeting is to be called on it any longer. */
  | DomainEvent<'RequisitionEnded', 1, RequisitionReason>;

export type RequisitionAnswer = 'called' | 'held';

export interface RequisitionNamed {
  /** `body/requisition`. */
  readonly requisitionId: string;
  /** The body of which a meeting is asked. */
  readonly bodyId: string;
}

export interface RequisitionStep extends RequisitionNamed {
  /** The day it counts from. */
  readonly on: string;
}

export interface RequisitionReason extends RequisitionStep {
  /** Why. */
  readonly reason: string;
}

/** How many members ask, of how many, and how many have to. */
export interface RequisitionSum {
  /** Members among those who signed. */
  readonly asked: number;
  /** Members there are. */
  readonly of: number;
  /** How many have to ask. */
  readonly needed: number;
  /** Whether as many ask as have to. */
  readonly enough: boolean;
  /** Who signed and is no member who counts, by name. */
  readonly notCounted: readonly string[];
}

export const requisitionEventVersions = {
  RequisitionReceived: 1,
  RequisitionJoined: 1,
  RequisitionAnswered: 1,
  RequisitionReopened: 1,
  RequisitionEnded: 1,
} as const satisfies { readonly [E in RequisitionEvent as E['type']]: E['v'] };
