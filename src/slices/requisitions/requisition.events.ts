import { type Deadline } from '../../kernel/deadline.js';
import { type DomainEvent } from '../../kernel/event.js';
import { type PersonNamed, type RequisitionRule } from '../bodies/bodies.words.js';

/** Stream `requisition-<bodyId>/<requisition>`. Every event names body and requisition. `on` is the day the event counts from. */
export type RequisitionEvent =
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
        readonly sum: RequisitionSum;
        /** Until when the meeting is to be held or called; absent while too few ask. */
        readonly due?: Deadline;
      }
    >
  | DomainEvent<
      'RequisitionJoined',
      1,
      RequisitionStep & {
        /** Who signed it since. */
        readonly askedBy: readonly PersonNamed[];
        readonly sum: RequisitionSum;
        /** Until when, where enough ask from now on. */
        readonly due?: Deadline;
      }
    >
  | DomainEvent<
      'RequisitionAnswered',
      1,
      RequisitionStep & {
        /** The meeting that was called on it, or held. */
        readonly atMeeting: string;
        readonly how: RequisitionAnswer;
        /** Whether that is what the rule asks for. */
        readonly meets: boolean;
      }
    >
  /** The meeting that was called on it is not held: the clock runs again. */
  | DomainEvent<'RequisitionReopened', 1, RequisitionStep & { readonly reason: string }>
  | DomainEvent<'RequisitionEnded', 1, RequisitionStep & { readonly reason: string }>;

export type RequisitionAnswer = 'called' | 'held';

export interface RequisitionNamed {
  /** `body/requisition`. */
  readonly requisitionId: string;
  readonly bodyId: string;
}

export interface RequisitionStep extends RequisitionNamed {
  readonly on: string;
}

/** How many members ask, of how many, and how many have to. */
export interface RequisitionSum {
  /** Members among those who signed. */
  readonly asked: number;
  /** Members there are. */
  readonly of: number;
  /** How many have to ask. */
  readonly needed: number;
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
