import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';

/** The events of a body's life, on the same stream as those of `body.events.ts`. Dates are calendar dates where the body sits. */

/** A decision as a later reader finds it: by its meeting, its id and the paragraph it stands in. */
export interface DecisionCited {
  readonly meetingId: string;
  readonly decisionId: string;
  readonly paragraph: string;
  readonly part?: string;
}

/** The grounds of a step: a decision in the record, or words about one that is not. */
export interface Grounds {
  readonly decision?: DecisionCited;
  readonly source?: string;
}

/** Whole pence. */
export interface Money {
  readonly pence: number;
  readonly currency: 'GBP';
}

export interface BudgetPhase {
  readonly phaseId: string;
  readonly deadline: Deadline;
  readonly amount?: Money;
}

export type LocalityTold = {
  readonly name: string;
  /** People living there, and the day it was counted. */
  readonly population?: number;
  readonly populationWords?: string;
  readonly asOf?: string;
  readonly area?: string;
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
        readonly conditions: readonly { readonly conditionId: string; readonly title: string; readonly source?: string }[];
      }
    >
  | Of<'ConditionEvidenced', { readonly condition: string; readonly words: string; readonly link?: string; readonly on: string }>
  | Of<'EvidenceWithdrawn', { readonly condition: string; readonly reason: string; readonly on: string }>
  | Of<
      'PathfinderNamed',
      Grounds & { readonly gated: readonly string[]; readonly on: string; readonly reviewAt: Deadline; readonly reviewedBy?: string }
    >
  | Of<
      'PathfinderReviewed',
      Grounds & {
        readonly on: string;
        readonly outcome: 'proceed' | 'not-yet';
        readonly findings: string;
        readonly nextReview?: Deadline;
      }
    >
  | Of<'LocalityDefined', LocalityTold & { readonly localityId: string; readonly from: string; readonly source?: string }>
  | Of<
      'LocalityChanged',
      { readonly localityId: string; readonly from: string; readonly changes: Partial<LocalityTold>; readonly reason: string }
    >
  | Of<'LocalityEnded', { readonly localityId: string; readonly lastDay: string; readonly reason: string }>
  | Of<'LocalityServed', { readonly localityId: string; readonly areaBodyId: string; readonly from: string; readonly source?: string }>
  | Of<
      'BudgetDelegated',
      Grounds & {
        readonly budgetId: string;
        readonly title: string;
        readonly on: string;
        readonly delegatedBy?: string;
        readonly amount?: Money;
        /** The record's words for an amount that is not known yet. */
        readonly toBeDefined?: string;
        readonly phases: readonly BudgetPhase[];
      }
    >
  | Of<
      'BudgetChanged',
      Grounds & {
        readonly budgetId: string;
        readonly on: string;
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
