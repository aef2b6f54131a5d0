import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';

/**
 * Stream `report-<bodyId>/<report>`: a report, or the promise of one, which is a record of its own until a report keeps it.
 * Every event names the body and the record.
 */
export type ReportEvent =
  | DomainEvent<'ReportSubmitted', 1, ReportNamed & OnDay & ReportContent & { readonly exempt?: Exempt }>
  | DomainEvent<'ReportCorrected', 1, ReportNamed & OnDay & { readonly changes: ReportChanges; readonly reason: string }>
  /** `kept`: the promises the report kept; `reopens`: those of them that no other report keeps. */
  | DomainEvent<
      'ReportWithdrawn',
      1,
      ReportNamed & OnDay & { readonly reason: string; readonly kept: readonly string[]; readonly reopens: readonly string[] }
    >
  | DomainEvent<'ReportPutOnAgenda', 1, ReportNamed & OnDay & AgendaPlace>
  | DomainEvent<'ReportEscalated', 1, ReportNamed & OnDay & { readonly toBodyId: string; readonly to: string; readonly why?: string }>
  | DomainEvent<'RecommendationDecided', 1, ReportNamed & OnDay & RecommendationOutcome>
  | DomainEvent<'RecommendationReopened', 1, ReportNamed & OnDay & { readonly letter: string; readonly reason: string }>
  /** The report keeps the promise. Recorded in the stream of the report, not of the promise. */
  | DomainEvent<'ReportPromiseKept', 1, ReportNamed & OnDay & { readonly promiseId: string }>
  | DomainEvent<'ReportPromised', 1, PromiseNamed & OnDay & PromisedData>
  | DomainEvent<'ReportPromiseExtended', 1, PromiseNamed & OnDay & { readonly due: Deadline; readonly reason: string }>
  | DomainEvent<'ReportPromiseReleased', 1, PromiseNamed & OnDay & { readonly reason: string }>;

export interface ReportNamed {
  readonly reportId: string;
  readonly bodyId: string;
}
export interface PromiseNamed {
  readonly promiseId: string;
  readonly bodyId: string;
}
/** Calendar date where the body sits. */
export interface OnDay {
  readonly on: string;
}
/** Paragraph of Schedule 7A to the Local Government (Scotland) Act 1973. */
export interface Exempt {
  readonly paragraph: string;
}

/** The words of the paper, exactly. Where its boxes and its text disagree, readers are told and nothing is mended. */
export interface ReportContent {
  readonly title: string;
  readonly authors: readonly Author[];
  /** The date on the paper, as it is written there, and as a date where it is one. */
  readonly dated?: string;
  readonly date?: string;
  readonly purpose?: string;
  /** The words before the recommendations: `It is recommended that the Strategic Board:`. */
  readonly lead?: string;
  readonly recommendations: readonly Recommendation[];
  readonly implications: readonly Implication[];
  readonly directions?: DirectionsBox;
  readonly escalation?: EscalationBox;
  readonly consultation?: string;
  readonly route?: string;
  readonly backgroundPapers: readonly Attached[];
  readonly previousMinute?: string;
  readonly appendices: readonly Attached[];
  readonly approvedBy: readonly Author[];
  readonly contact?: string;
}

export interface Author {
  readonly name: string;
  readonly role?: string;
}

export interface Recommendation {
  /** The recommendation's letter in the record: `a` for `a)`, `(a)` and `a.` */
  readonly letter: string;
  /** The mark on the paper: `(a)`, `a)`, `i.`; the empty string where there is none. */
  readonly label: string;
  readonly words: string;
  /** The points listed below it. */
  readonly points: readonly string[];
}

export interface Implication {
  readonly heading: string;
  /** The label of its box, where that is worded in another way than the heading. */
  readonly box?: string;
  readonly ticked?: boolean;
  readonly words?: string;
}

/** The boxes under `Directions required`, as ticked: none, a recipient, or both. */
export interface DirectionsBox {
  readonly none?: boolean;
  readonly to: readonly string[];
  /** The sentence, where there is one instead of boxes or beside them. */
  readonly words?: string;
  readonly appended: readonly AppendedDirection[];
}
export interface AppendedDirection {
  readonly title: string;
  /** The direction's record: `sb-ijb/2023-eildon`. */
  readonly directionId?: string;
}

export interface EscalationBox {
  readonly required: boolean;
  readonly to?: string;
  readonly why?: string;
}

export interface Attached {
  readonly title: string;
  readonly link?: string;
}

/** Only the fields that change. `exempt: null`: the report is not, or no longer, exempt. */
export type ReportChanges = Partial<ReportContent> & { readonly exempt?: Exempt | null };

export interface AgendaPlace {
  readonly meetingId: string;
  readonly meetingDate: string;
  readonly itemId?: string;
  /** The item's number as the agenda had it then. */
  readonly number?: string;
}

export const OUTCOMES = ['approved', 'amended', 'rejected', 'continued', 'noted'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface RecommendationOutcome {
  readonly letter: string;
  readonly outcome: Outcome;
  /** The decision's words in place of the recommendation, where it was amended; or words said of it. */
  readonly words?: string;
  readonly decision: DecisionRef;
  readonly part?: string;
  readonly paragraph: string;
  readonly meetingDate: string;
}

export interface PromisedData {
  readonly title: string;
  /** The words of the promise: `that a report be brought back to a future meeting`. */
  readonly words: string;
  readonly source: PromiseSource;
  readonly due: Deadline;
  readonly organisation?: string;
  readonly officers: readonly string[];
  readonly exempt: boolean;
}

/** The decision or the report that made the promise. */
export type PromiseSource =
  | {
      readonly kind: 'decision';
      readonly decision: DecisionRef;
      readonly part?: string;
      readonly paragraph: string;
      readonly meetingDate: string;
    }
  | { readonly kind: 'report'; readonly reportId: string; readonly paragraph?: string; readonly date: string };

export const reportEventVersions = {
  ReportSubmitted: 1,
  ReportCorrected: 1,
  ReportWithdrawn: 1,
  ReportPutOnAgenda: 1,
  ReportEscalated: 1,
  RecommendationDecided: 1,
  RecommendationReopened: 1,
  ReportPromiseKept: 1,
  ReportPromised: 1,
  ReportPromiseExtended: 1,
  ReportPromiseReleased: 1,
} as const satisfies { readonly [E in ReportEvent as E['type']]: E['v'] };
