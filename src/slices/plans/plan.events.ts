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
  | DomainEvent<'PlanAdopted', 1, PlanAdoptedData>
  | DomainEvent<'PlanGroupAdded', 1, PlanNamed & { readonly on: string; readonly group: PlanGroup }>
  | DomainEvent<
      'PlanReviewed',
      1,
      PlanNamed & {
        readonly on: string;
        readonly outcome: string;
        readonly nextReview?: Deadline;
        readonly decision?: DecisionCited;
        readonly plan: PlanShown;
      }
    >
  | DomainEvent<'PlanClosed', 1, PlanNamed & { readonly on: string; readonly reason: string; readonly decision?: DecisionCited }>
  | DomainEvent<'PlanReopened', 1, PlanNamed & { readonly on: string; readonly reason: string }>
  /** `itemIds`: every item of the plan, since the items' deadlines show its title, and are hidden where the plan is exempt. */
  | DomainEvent<
      'PlanCorrected',
      1,
      PlanNamed & { readonly on: string; readonly changes: PlanCorrection; readonly itemIds: readonly string[]; readonly reason: string }
    >;

/** Events of one item. */
export type PlanItemEvent =
  | DomainEvent<'PlanItemAdded', 1, PlanItemNamed & { readonly on: string; readonly details: PlanItemDetails; readonly plan: PlanShown }>
  | DomainEvent<
      'PlanItemAmended',
      1,
      PlanItemNamed & {
        readonly on: string;
        readonly changes: Partial<PlanItemDetails>;
        readonly decision?: DecisionCited;
        readonly reason?: string;
      }
    >
  | DomainEvent<
      'PlanItemAchievementReported',
      1,
      PlanItemNamed & { readonly on: string; readonly words: string; readonly reportedBy?: string }
    >
  | DomainEvent<
      'PlanItemSelfEvaluated',
      1,
      PlanItemNamed & { readonly on: string; readonly rating: string; readonly evidence?: string; readonly improvement?: string }
    >
  /** A holiday was recorded or withdrawn: the item's deadline is counted again with the holidays known since. */
  | DomainEvent<'PlanItemDueRecounted', 1, PlanItemNamed & { readonly on: string; readonly due: Deadline; readonly because: string }>
  /** One occurrence of an item that recurs; `next` is the deadline that takes its place. */
  | DomainEvent<
      'PlanItemOccurrenceMet',
      1,
      PlanItemNamed & {
        readonly on: string;
        readonly occurrence: string;
        readonly words: string;
        readonly decision?: DecisionCited;
        readonly next: Deadline;
      }
    >
  | DomainEvent<'PlanItemCompleted', 1, PlanItemNamed & { readonly on: string; readonly words: string; readonly decision?: DecisionCited }>
  | DomainEvent<'PlanItemReopened', 1, PlanItemNamed & { readonly on: string; readonly reason: string }>
  | DomainEvent<
      'PlanItemSuperseded',
      1,
      PlanItemNamed & {
        readonly on: string;
        readonly by: string;
        readonly ref?: string;
        readonly words?: string;
        readonly decision?: DecisionCited;
      }
    >
  | DomainEvent<'PlanItemDropped', 1, PlanItemNamed & { readonly on: string; readonly reason: string; readonly decision?: DecisionCited }>;

export interface PlanNamed {
  readonly planId: string;
  readonly bodyId: string;
}

export interface PlanItemNamed extends PlanNamed {
  readonly itemId: string;
}

/** The fields of its plan that a deadline shows. */
export interface PlanShown {
  readonly title: string;
  readonly exempt: boolean;
}

export const PLAN_KINDS = ['improvement-plan', 'external-review', 'strategy', 'action-list', 'outcome-plan'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export interface PlanAdoptedData extends PlanNamed {
  readonly on: string;
  readonly title: string;
  readonly kind: PlanKind;
  /** The document that holds the plan. */
  readonly source?: string;
  readonly adopted: PlanAdoption;
  /** The report that proposed the plan, `body/report`. */
  readonly report?: string;
  /** The day the plan's words were used: "6 months" counts from it. */
  readonly saidOn: string;
  /** Ratings of the plan's self-evaluation, the lowest first. */
  readonly scale: readonly string[];
  /** Words above the plan's items; those of `ending` stand below. */
  readonly introduction?: string;
  readonly ending?: string;
  readonly review?: Deadline;
  readonly exempt: boolean;
}

/** The decision by which the body made the plan its own. `cited`: words about a decision, or another adopter, not in the system. */
export type PlanAdoption = { readonly by: 'decision'; readonly decision: DecisionCited } | { readonly by: 'cited'; readonly words: string };

/** A decision of the body as the record of its meeting has it; `meetingDate` is that meeting's. */
export interface DecisionCited extends DecisionRef {
  readonly paragraph: string;
  readonly part?: string;
  readonly meetingDate: string;
}

/** A heading items stand under; `within` is the heading this one stands under itself. */
export interface PlanGroup {
  readonly groupId: string;
  readonly number?: string;
  readonly heading: string;
  readonly leadIn?: string;
  readonly within?: string;
}

export interface PlanItemDetails {
  /** As the source writes it: `1. (i)`, `1.1.3`, `A6`. */
  readonly number?: string;
  readonly groupId?: string;
  readonly text: string;
  /** The leads of the item, one by one. */
  readonly leads: readonly string[];
  /** The leads as the source words them, where that is not a list of names. */
  readonly leadWords?: string;
  readonly due: Deadline;
  readonly measure?: string;
  readonly outcome?: string;
  readonly implications: readonly Implication[];
  readonly links: readonly ItemLink[];
}

/** A risk, a cost or a resource where the source or the clerk says which. */
export interface Implication {
  readonly of?: 'risk' | 'cost' | 'resource';
  readonly words: string;
}

/** Another item of the plan, and the words that point to it: `Link to 1.2.1`, `(A1)`. */
export interface ItemLink {
  readonly item: string;
  readonly words: string;
}

export interface PlanCorrection {
  readonly title?: string;
  readonly source?: string;
  readonly introduction?: string;
  readonly ending?: string;
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
