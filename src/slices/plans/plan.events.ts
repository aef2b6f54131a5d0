import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';
import { type DutyEvent, dutyEventVersions } from './duty.events.js';

/** Everything this slice records: on the streams of plans and on those of a body's duties. */
export type PlanEvent = PlanRecordEvent | DutyEvent;

/** Stream `plan-<bodyId>/<plan>`. Every event names body and plan, and an item's event its item. `on` is the day the event counts from. */
export type PlanRecordEvent = PlanHeadEvent | PlanItemEvent;

/** Events of the plan as a whole. */
export type PlanHeadEvent =
  /** A plan was adopted by a decision, or was recorded as one that is in force. */
  | DomainEvent<'PlanAdopted', 1, PlanAdoptedData>
  /** A heading was added to the plan, under which items stand. */
  | DomainEvent<
      'PlanGroupAdded',
      1,
      PlanStep & {
        /** The heading. */
        readonly group: PlanGroup;
      }
    >
  /** The plan was reviewed, and the next review set, where there is to be one. */
  | DomainEvent<
      'PlanReviewed',
      1,
      PlanStep & {
        /** What the review came to. */
        readonly outcome: string;
        /** When it is reviewed again; absent where it is not. */
        readonly nextReview?: Deadline;
        /** The decision of the body by which it is so. */
        readonly decision?: DecisionCited;
        /** What its deadlines show. */
        readonly plan: PlanShown;
      }
    >
  /** Nothing of the plan is pursued any longer; what of it was open is open no more. */
  | DomainEvent<
      'PlanClosed',
      1,
      PlanStep & {
        /** Why it is closed. */
        readonly reason: string;
        /** The decision of the body by which it is so. */
        readonly decision?: DecisionCited;
      }
    >
  /** The plan was closed wrongly: what was open in it is open again. */
  | DomainEvent<
      'PlanReopened',
      1,
      PlanStep & {
        /** Why it goes on. */
        readonly reason: string;
      }
    >
  /**
   * What the record says of a plan was put right. `itemIds`: every item of the plan, since the items' deadlines show its title, and are
   * hidden where the plan is exempt.
   */
  | DomainEvent<
      'PlanCorrected',
      1,
      PlanStep & {
        /** What it says from now on; what stays is absent. */
        readonly changes: PlanCorrection;
        /** Every item of the plan: their deadlines show its title, and are hidden where the plan is exempt. */
        readonly itemIds: readonly string[];
        /** Why the record of it was wrong. */
        readonly reason: string;
      }
    >;

/** Events of one item. */
export type PlanItemEvent =
  /** Something to be done was put into the plan. */
  | DomainEvent<
      'PlanItemAdded',
      1,
      PlanItemStep & {
        /** What the item says. */
        readonly details: PlanItemDetails;
        /** What its deadlines show of the plan. */
        readonly plan: PlanShown;
      }
    >
  /** An item of the plan became another: what is to be done, by whom or by when. */
  | DomainEvent<
      'PlanItemAmended',
      1,
      PlanItemStep & {
        /** What it says from now on; what stays is absent. */
        readonly changes: Partial<PlanItemDetails>;
        /** The decision of the body by which it is so. */
        readonly decision?: DecisionCited;
        /** Why it is amended, where that was said. */
        readonly reason?: string;
      }
    >
  /** What has been achieved on an item of the plan was reported. */
  | DomainEvent<
      'PlanItemAchievementReported',
      1,
      PlanItemStep & {
        /** What was achieved, in the words reported. */
        readonly words: string;
        /** Who said so, where that was not whoever recorded it. */
        readonly reportedBy?: string;
      }
    >
  /** Whoever is responsible judged how far an item of the plan is established, with evidence. */
  | DomainEvent<
      'PlanItemSelfEvaluated',
      1,
      PlanItemStep & {
        /** One of the plan's scale. */
        readonly rating: string;
        /** What the rating rests on. */
        readonly evidence?: string;
        /** What is still to be improved. */
        readonly improvement?: string;
      }
    >
  /** A holiday was recorded or withdrawn: the item's deadline is counted again with the holidays known since. */
  | DomainEvent<
      'PlanItemDueRecounted',
      1,
      PlanItemStep & {
        /** The deadline, counted again. */
        readonly due: Deadline;
        /** The holiday on account of which it was counted again. */
        readonly because: string;
      }
    >
  /** One occurrence of an item that recurs; `next` is the deadline that takes its place. */
  | DomainEvent<
      'PlanItemOccurrenceMet',
      1,
      PlanItemStep & {
        /** The occurrence, by the day it was due. */
        readonly occurrence: string;
        /** How it was met. */
        readonly words: string;
        /** The decision of the body by which it is so. */
        readonly decision?: DecisionCited;
        /** The deadline that takes its place. */
        readonly next: Deadline;
      }
    >
  /** An item of the plan was achieved. */
  | DomainEvent<
      'PlanItemCompleted',
      1,
      PlanItemStep & {
        /** What was done. */
        readonly words: string;
        /** The decision of the body by which it is so. */
        readonly decision?: DecisionCited;
      }
    >
  /** An item of the plan, ended before, is to be done after all. */
  | DomainEvent<
      'PlanItemReopened',
      1,
      PlanItemStep & {
        /** Why it is not done after all. */
        readonly reason: string;
      }
    >
  /** Something else took the place of an item of the plan. */
  | DomainEvent<
      'PlanItemSuperseded',
      1,
      PlanItemStep & {
        /** What takes its place, in words. */
        readonly by: string;
        /** The record that takes its place. */
        readonly ref?: string;
        /** What the plan says of it, word for word. */
        readonly words?: string;
        /** The decision of the body by which it is so. */
        readonly decision?: DecisionCited;
      }
    >
  /** An item of the plan is not pursued any longer. */
  | DomainEvent<
      'PlanItemDropped',
      1,
      PlanItemStep & {
        /** Why it is not to be done. */
        readonly reason: string;
        /** The decision of the body by which it is so. */
        readonly decision?: DecisionCited;
      }
    >;

export interface PlanNamed {
  /** `body/plan`. */
  readonly planId: string;
  /** The body whose plan it is. */
  readonly bodyId: string;
}

export interface PlanItemNamed extends PlanNamed {
  /** The id of the item in its plan. */
  readonly itemId: string;
}

/** What every event of a plan as a whole says. */
export interface PlanStep extends PlanNamed {
  /** The day it took place, where the body sits. */
  readonly on: string;
}

/** What every event of an item says. */
export interface PlanItemStep extends PlanItemNamed {
  /** The day it took place, where the body sits. */
  readonly on: string;
}

/** The fields of its plan that a deadline shows. */
export interface PlanShown {
  /** The title of the plan. */
  readonly title: string;
  /** Not public. */
  readonly exempt: boolean;
}

export const PLAN_KINDS = ['improvement-plan', 'external-review', 'strategy', 'action-list', 'outcome-plan'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export interface PlanAdoptedData extends PlanStep {
  /** The title of the plan. */
  readonly title: string;
  /** What sort of plan it is. */
  readonly kind: PlanKind;
  /** The document that holds the plan. */
  readonly source?: string;
  /** What made it a plan of the body. */
  readonly adopted: PlanAdoption;
  /** The report that proposed the plan, `body/report`. */
  readonly report?: string;
  /** The day the plan's words were used: "6 months" counts from it. */
  readonly saidOn: string;
  /** Ratings of the plan's self-evaluation, the lowest first. */
  readonly scale: readonly string[];
  /** Words above the plan's items; those of `ending` stand below. */
  readonly introduction?: string;
  /** Words below the plan's items. */
  readonly ending?: string;
  /** When it is reviewed, in words and dates. */
  readonly review?: Deadline;
  /** Not public by itself. It is not public either while the decision that adopted it is exempt: that is asked when it is read. */
  readonly exempt: boolean;
}

/** The decision by which the body made the plan its own. `cited`: words about a decision, or another adopter, not in the system. */
export type PlanAdoption =
  | {
      /** A decision in the record, or words about another. */
      readonly by: 'decision';
      /** The decision of the body. */
      readonly decision: DecisionCited;
    }
  | {
      readonly by: 'cited';
      /** What adopted it, in words. */
      readonly words: string;
    };

/** A decision of the body as the record of its meeting has it; `meetingDate` is that meeting's. */
export interface DecisionCited extends DecisionRef {
  /** The paragraph of the minute it stands on. */
  readonly paragraph: string;
  /** Letter of the part of the decision. */
  readonly part?: string;
  /** The day of the meeting. */
  readonly meetingDate: string;
}

/** A heading items stand under; `within` is the heading this one stands under itself. */
export interface PlanGroup {
  /** The id of the heading in its plan. */
  readonly groupId: string;
  /** Number as the source writes it. */
  readonly number?: string;
  /** The heading. */
  readonly heading: string;
  /** What stands between the heading and its items. */
  readonly leadIn?: string;
  /** The heading it stands under itself. */
  readonly within?: string;
}

export interface PlanItemDetails {
  /** As the source writes it: `1. (i)`, `1.1.3`, `A6`. */
  readonly number?: string;
  /** The heading it stands under. */
  readonly groupId?: string;
  /** What is to be done. */
  readonly text: string;
  /** The leads of the item, one by one. */
  readonly leads: readonly string[];
  /** The leads as the source words them, where that is not a list of names. */
  readonly leadWords?: string;
  /** When it is to be done, in words and dates. */
  readonly due: Deadline;
  /** How it is measured. */
  readonly measure?: string;
  /** The outcome sought. */
  readonly outcome?: string;
  /** Risks, costs and resources. */
  readonly implications: readonly Implication[];
  /** Other items it points to. */
  readonly links: readonly ItemLink[];
}

/** A risk, a cost or a resource where the source or the clerk says which. */
export interface Implication {
  /** Whether it is a risk, a cost or a resource, where that is said. */
  readonly of?: 'risk' | 'cost' | 'resource';
  /** The implication, as the source words it. */
  readonly words: string;
}

/** Another item of the plan, and the words that point to it: `Link to 1.2.1`, `(A1)`. */
export interface ItemLink {
  /** The id of the other item. */
  readonly item: string;
  /** The words that point to it. */
  readonly words: string;
}

export interface PlanCorrection {
  /** The title of the plan. */
  readonly title?: string;
  /** The document that holds the plan. */
  readonly source?: string;
  /** Words above the plan's items. */
  readonly introduction?: string;
  /** Words below the plan's items. */
  readonly ending?: string;
  /** Whether it is not public by itself. */
  readonly exempt?: boolean;
}

export { type DutyEvent };

export const planHeadEventVersions = {
  PlanAdopted: 1,
  PlanGroupAdded: 1,
  PlanReviewed: 1,
  PlanClosed: 1,
  PlanReopened: 1,
  PlanCorrected: 1,
} as const satisfies { readonly [E in PlanHeadEvent as E['type']]: E['v'] };

export const planItemEventVersions = {
  PlanItemAdded: 1,
  PlanItemAmended: 1,
  PlanItemDueRecounted: 1,
  PlanItemAchievementReported: 1,
  PlanItemSelfEvaluated: 1,
  PlanItemOccurrenceMet: 1,
  PlanItemCompleted: 1,
  PlanItemReopened: 1,
  PlanItemSuperseded: 1,
  PlanItemDropped: 1,
} as const satisfies { readonly [E in PlanItemEvent as E['type']]: E['v'] };

export const planEventVersions = { ...planHeadEventVersions, ...planItemEventVersions, ...dutyEventVersions };
