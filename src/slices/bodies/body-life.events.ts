import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';

/** The events of a body's life, on the same stream as those of `body.events.ts`. Dates are calendar dates where the body sits. */

/** A decision as a later reader finds it: by its meeting, its id and the paragraph it stands in. */
export interface DecisionCited {
  /** The meeting that took the decision, `body/meeting`. */
  readonly meetingId: string;
  /** The id of the decision at that meeting. */
  readonly decisionId: string;
  /** The paragraph of the minute it stands on. */
  readonly paragraph: string;
  /** Letter of the part of the decision. */
  readonly part?: string;
}

/** The grounds of a step: a decision in the record, or words about one that is not. */
export interface Grounds {
  /** The decision behind it, where that is in the record. */
  readonly decision?: DecisionCited;
  /** The report, minute or decision that tells of it, in words. */
  readonly source?: string;
}

/** Whole pence. */
export interface Money {
  /** Whole pence. */
  readonly pence: number;
  /** Always pounds sterling. */
  readonly currency: 'GBP';
}

export interface BudgetPhase {
  /** The id of the phase in its budget. */
  readonly phaseId: string;
  /** When it begins, in words and dates. */
  readonly deadline: Deadline;
  /** How much it is; absent where that is not known. */
  readonly amount?: Money;
}

export type LocalityTold = {
  readonly name: string;
  /** People living there, and the day it was counted. */
  readonly population?: number;
  /** What the record says of how many live there. */
  readonly populationWords?: string;
  /** The day the population was counted or estimated for. */
  readonly asOf?: string;
  /** The area, in words. */
  readonly area?: string;
  /** The wards it is made of. */
  readonly wards?: readonly string[];
};

export const REMIT_KINDS = ['remit', 'plan', 'priorities', 'representation', 'feedback', 'influence', 'commissioning', 'impact'] as const;
/** The subject of a document about a body's place in the structure. */
export type RemitKind = (typeof REMIT_KINDS)[number];

type Of<T extends string, D extends object> = DomainEvent<T, 1, { readonly bodyId: string } & D>;

export type BodyLifeEvent =
  | Of<
      'BodyProposed',
      Grounds & {
        readonly name: string;
        readonly kind: 'board' | 'committee' | 'joint-board' | 'partnership' | 'team' | 'locality-group';
        readonly on: string;
        readonly timeZone: string;
        /** The report that proposes the body, `body/report`. */
        readonly report?: string;
      }
    >
  | Of<'SabbaticalBegun', Grounds & { readonly from: string; readonly until?: Deadline; readonly reason: string }>
  | Of<'SabbaticalEnded', Grounds & { readonly lastDay: string; readonly reason?: string }>
  | Of<'BodyRelaunched', Grounds & { readonly on: string; readonly words?: string }>
  /** `clocks`: the body's open deadlines, which end with it. */
  | Of<'BodyDissolved', Grounds & { readonly on: string; readonly reason: string; readonly clocks: readonly string[] }>
  /** Without `noMeetingForMonths` the body has no rule of dormancy from that day on. */
  | Of<'DormancyRuleAdopted', { readonly noMeetingForMonths?: number; readonly from: string; readonly source: string }>
  | Of<'DormancyRecorded', { readonly from: Deadline; readonly reason: string; readonly source?: string }>
  | Of<
      'ReadinessConditionsSet',
      Grounds & {
        readonly on: string;
        /** What must be in place. */
        readonly conditions: readonly {
          /** The id of the condition in the body. */
          readonly conditionId: string;
          readonly title: string;
          /** What asks for it. */
          readonly source?: string;
        }[];
      }
    >
  | Of<'ConditionEvidenced', { readonly condition: string; readonly words: string; readonly link?: string; readonly on: string }>
  | Of<'EvidenceWithdrawn', { readonly condition: string; readonly reason: string; readonly on: string }>
  | Of<
      'PathfinderNamed',
      Grounds & {
        /** The bodies that wait for its review. */
        readonly gated: readonly string[];
        readonly on: string;
        /** When it is reviewed, in words and dates. */
        readonly reviewAt: Deadline;
        /** The body that reviews it. */
        readonly reviewedBy?: string;
      }
    >
  | Of<
      'PathfinderReviewed',
      Grounds & {
        readonly on: string;
        /** Whether the bodies that wait for it may proceed. */
        readonly outcome: 'proceed' | 'not-yet';
        /** What the review found. */
        readonly findings: string;
        /** When it is reviewed again; absent where it is not. */
        readonly nextReview?: Deadline;
      }
    >
  | Of<'LocalityDefined', LocalityTold & { readonly localityId: string; readonly from: string; readonly source?: string }>
  | Of<
      'LocalityChanged',
      { readonly localityId: string; readonly from: string; readonly changes: Partial<LocalityTold>; readonly reason: string }
    >
  | Of<'LocalityEnded', { readonly localityId: string; readonly lastDay: string; readonly reason: string }>
  | Of<
      'LocalityServed',
      {
        readonly localityId: string;
        /** The body whose area the locality is a part of. */
        readonly areaBodyId: string;
        readonly from: string;
        readonly source?: string;
      }
    >
  | Of<
      'BudgetDelegated',
      Grounds & {
        readonly budgetId: string;
        readonly title: string;
        readonly on: string;
        /** The body whose money it is. */
        readonly delegatedBy?: string;
        /** How much it is; absent where that is not known. */
        readonly amount?: Money;
        /** The record's words for an amount that is not known yet. */
        readonly toBeDefined?: string;
        /** How it is phased in; none where it is at once. */
        readonly phases: readonly BudgetPhase[];
      }
    >
  | Of<
      'BudgetChanged',
      Grounds & {
        readonly budgetId: string;
        readonly on: string;
        /** What it says from now on; what stays is absent. */
        readonly changes: {
          readonly title?: string;
          readonly amount?: Money;
          readonly toBeDefined?: string;
          readonly phases?: readonly BudgetPhase[];
        };
        /** Phases that the budget no longer has. */
        readonly dropped: readonly string[];
        readonly reason: string;
      }
    >
  /** The launch of the body, on which the phase depends, has happened: its deadline now has dates. */
  | Of<'BudgetPhaseDated', { readonly budgetId: string; readonly phaseId: string; readonly deadline: Deadline }>
  | Of<'BudgetPhaseBegun', Grounds & { readonly budgetId: string; readonly phaseId: string; readonly on: string; readonly words?: string }>
  | Of<'SeatPlacedInSector', { readonly seatId: string; readonly sector: string; readonly from: string }>
  | Of<'RemitRecorded', Grounds & { readonly kind: RemitKind; readonly words: string; readonly link?: string; readonly from: string }>
  | Of<'ConstitutionReviewPlanned', Grounds & { readonly on: string; readonly by: Deadline }>
  | Of<'ConstitutionReviewed', Grounds & { readonly on: string; readonly findings: string }>;

export const bodyLifeEventVersions = {
  BodyProposed: 1,
  SabbaticalBegun: 1,
  SabbaticalEnded: 1,
  BodyRelaunched: 1,
  BodyDissolved: 1,
  DormancyRuleAdopted: 1,
  DormancyRecorded: 1,
  ReadinessConditionsSet: 1,
  ConditionEvidenced: 1,
  EvidenceWithdrawn: 1,
  PathfinderNamed: 1,
  PathfinderReviewed: 1,
  LocalityDefined: 1,
  LocalityChanged: 1,
  LocalityEnded: 1,
  LocalityServed: 1,
  BudgetDelegated: 1,
  BudgetChanged: 1,
  BudgetPhaseDated: 1,
  BudgetPhaseBegun: 1,
  SeatPlacedInSector: 1,
  RemitRecorded: 1,
  ConstitutionReviewPlanned: 1,
  ConstitutionReviewed: 1,
} as const satisfies { readonly [E in BodyLifeEvent as E['type']]: E['v'] };
