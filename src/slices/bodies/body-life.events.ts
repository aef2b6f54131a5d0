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
  /** The name of the locality. */
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

/** An event of a body's stream: it names the body. */
export type OfBody<T extends string, D extends object> = DomainEvent<
  T,
  1,
  {
    /** The body. */
    readonly bodyId: string;
  } & D
>;

export type BodyLifeEvent =
  /** A report or a decision proposed that there be such a body; it is not established yet. */
  | OfBody<
      'BodyProposed',
      Grounds & {
        /** The name it is proposed to have. */
        readonly name: string;
        /** What sort of body it is to be. */
        readonly kind: 'board' | 'committee' | 'joint-board' | 'partnership' | 'team' | 'locality-group';
        /** The day it was proposed. */
        readonly on: string;
        /** IANA time zone of the place where the body sits. */
        readonly timeZone: string;
        /** The report that proposes the body, `body/report`. */
        readonly report?: string;
      }
    >
  /** The body rests for a while, and is not dormant. */
  | OfBody<
      'SabbaticalBegun',
      Grounds & {
        /** The first day on which the body rests. */
        readonly from: string;
        /** How long it is to rest, in words and dates; absent where nobody said. */
        readonly until?: Deadline;
        /** Why it rests. */
        readonly reason: string;
      }
    >
  /** The body rests no longer. */
  | OfBody<
      'SabbaticalEnded',
      Grounds & {
        /** The last day on which it rested. */
        readonly lastDay: string;
        /** Why it rests no longer, where that was said. */
        readonly reason?: string;
      }
    >
  /** The body, dormant or on a sabbatical before, made a new start. */
  | OfBody<
      'BodyRelaunched',
      Grounds & {
        /** The first day of its new start. */
        readonly on: string;
        /** What the record says of the new start. */
        readonly words?: string;
      }
    >
  /** The body ended; it takes no decision from that day on, and its open deadlines end with it. */
  | OfBody<
      'BodyDissolved',
      Grounds & {
        /** The day it ended. */
        readonly on: string;
        /** Why it ended. */
        readonly reason: string;
        /** The open deadlines of the body, which end with it, as the due calendar names them. */
        readonly clocks: readonly string[];
      }
    >
  /** From a day on the body counts as dormant after so many months without a meeting. */
  | OfBody<
      'DormancyRuleAdopted',
      {
        /** Months without a meeting after which the body counts as dormant; absent where it has no such rule from then on. */
        readonly noMeetingForMonths?: number;
        /** The first day it applies, where the body sits. */
        readonly from: string;
        /** The rule, or who decided it, in words. */
        readonly source: string;
      }
    >
  /** The body does not meet any more, though nobody has dissolved it. */
  | OfBody<
      'DormancyRecorded',
      {
        /** Since when it is dormant, in words and dates. */
        readonly from: Deadline;
        /** What makes it dormant. */
        readonly reason: string;
        /** The document, decision or rule it rests on, in words. */
        readonly source?: string;
      }
    >
  /** It was decided what has to be so before the body may begin its work. */
  | OfBody<
      'ReadinessConditionsSet',
      Grounds & {
        /** The day they were set. */
        readonly on: string;
        /** What must be in place. */
        readonly conditions: readonly {
          /** The id of the condition in the body. */
          readonly conditionId: string;
          /** The condition, in words. */
          readonly title: string;
          /** What asks for it. */
          readonly source?: string;
        }[];
      }
    >
  /** A condition of the body's readiness was met, with what shows it. */
  | OfBody<
      'ConditionEvidenced',
      {
        /** The condition, by its id in the body. */
        readonly condition: string;
        /** What shows that it is met. */
        readonly words: string;
        /** Where the evidence can be read. */
        readonly link?: string;
        /** The day from which it is met. */
        readonly on: string;
      }
    >
  /** A condition of the body's readiness is met no more: what was taken for evidence does not show it. */
  | OfBody<
      'EvidenceWithdrawn',
      {
        /** The condition, by its id in the body. */
        readonly condition: string;
        /** Why the evidence does not hold. */
        readonly reason: string;
        /** The day from which the condition is open again. */
        readonly on: string;
      }
    >
  /** The body tries the way first, for others that wait for its review. */
  | OfBody<
      'PathfinderNamed',
      Grounds & {
        /** The bodies that wait for its review. */
        readonly gated: readonly string[];
        /** The day it was named a pathfinder. */
        readonly on: string;
        /** When it is reviewed, in words and dates. */
        readonly reviewAt: Deadline;
        /** The body that reviews it. */
        readonly reviewedBy?: string;
      }
    >
  /** The body was reviewed as a pathfinder: those that wait for it may proceed, or not yet. */
  | OfBody<
      'PathfinderReviewed',
      Grounds & {
        /** The day of the review. */
        readonly on: string;
        /** Whether the bodies that wait for it may proceed. */
        readonly outcome: 'proceed' | 'not-yet';
        /** What the review found. */
        readonly findings: string;
        /** When it is reviewed again; absent where it is not. */
        readonly nextReview?: Deadline;
      }
    >
  /** The body divides its area: this is one of its localities from a day on. */
  | OfBody<
      'LocalityDefined',
      LocalityTold & {
        /** The locality, by its id in the area. */
        readonly localityId: string;
        /** The first day it applies, where the body sits. */
        readonly from: string;
        /** Where it is defined, in words. */
        readonly source?: string;
      }
    >
  /** From a day on the locality has another name, population, area or other wards. */
  | OfBody<
      'LocalityChanged',
      {
        /** The locality, by its id in the area. */
        readonly localityId: string;
        /** The first day it applies, where the body sits. */
        readonly from: string;
        /** What it says from then on; what stays is absent. */
        readonly changes: Partial<LocalityTold>;
        /** Why it was changed. */
        readonly reason: string;
      }
    >
  /** There is no such locality any longer. */
  | OfBody<
      'LocalityEnded',
      {
        /** The locality, by its id in the area. */
        readonly localityId: string;
        /** The last day it applied, where the body sits. */
        readonly lastDay: string;
        /** Why it is a locality no longer. */
        readonly reason: string;
      }
    >
  /** From a day on the body serves a locality of another body. */
  | OfBody<
      'LocalityServed',
      {
        /** The locality, by its id in the area. */
        readonly localityId: string;
        /** The body whose area the locality is a part of. */
        readonly areaBodyId: string;
        /** The first day on which the body serves it. */
        readonly from: string;
        /** The document, decision or rule it rests on, in words. */
        readonly source?: string;
      }
    >
  /** Another body delegated money to this one to decide on, at once or in phases. */
  | OfBody<
      'BudgetDelegated',
      Grounds & {
        /** The budget, by its id in the body. */
        readonly budgetId: string;
        /** What the budget is for. */
        readonly title: string;
        /** The day it was delegated. */
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
  /** A budget delegated to the body became another: its title, its amount or its phases. */
  | OfBody<
      'BudgetChanged',
      Grounds & {
        /** The budget, by its id in the body. */
        readonly budgetId: string;
        /** The day it was changed. */
        readonly on: string;
        /** What it says from now on; what stays is absent. */
        readonly changes: {
          /** What the budget is for. */
          readonly title?: string;
          /** How much it is. */
          readonly amount?: Money;
          /** The words for an amount that is not known yet. */
          readonly toBeDefined?: string;
          /** The phases that are new, or otherwise. */
          readonly phases?: readonly BudgetPhase[];
        };
        /** Phases that the budget no longer has. */
        readonly dropped: readonly string[];
        /** Why it was changed. */
        readonly reason: string;
      }
    >
  /** What the deadline of a phase hangs on has happened: it falls due on days that are known. */
  | OfBody<
      'BudgetPhaseDated',
      {
        /** The budget, by its id in the body. */
        readonly budgetId: string;
        /** The phase, by its id in the budget. */
        readonly phaseId: string;
        /** When the phase begins, now with dates. */
        readonly deadline: Deadline;
      }
    >
  /** A phase of a budget delegated to the body began. */
  | OfBody<
      'BudgetPhaseBegun',
      Grounds & {
        /** The budget, by its id in the body. */
        readonly budgetId: string;
        /** The phase, by its id in the budget. */
        readonly phaseId: string;
        /** The day the phase began. */
        readonly on: string;
        /** What the record says of it. */
        readonly words?: string;
      }
    >
  /** From a day on whoever sits there speaks for a sector. */
  | OfBody<
      'SeatPlacedInSector',
      {
        /** The seat, by its id in the body. */
        readonly seatId: string;
        /** The sector whoever sits there speaks for. */
        readonly sector: string;
        /** The first day on which the seat is in that sector. */
        readonly from: string;
      }
    >
  /** What the body is for, as a document says it, from a day on. */
  | OfBody<
      'RemitRecorded',
      Grounds & {
        /** What the document is about. */
        readonly kind: RemitKind;
        /** What it says, in words. */
        readonly words: string;
        /** Where it can be read. */
        readonly link?: string;
        /** The first day it applies, where the body sits. */
        readonly from: string;
      }
    >
  /** It was decided by when the body's constitution is to be reviewed. */
  | OfBody<
      'ConstitutionReviewPlanned',
      Grounds & {
        /** The day the review was planned. */
        readonly on: string;
        /** When the constitution is to be reviewed by, in words and dates. */
        readonly by: Deadline;
      }
    >
  /** The body's constitution was reviewed, with what was found. */
  | OfBody<
      'ConstitutionReviewed',
      Grounds & {
        /** The day of the review. */
        readonly on: string;
        /** What the review found. */
        readonly findings: string;
      }
    >;

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
