import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';

/**
 * Stream `report-<bodyId>/<report>`: a report, or the promise of one, which is a record of its own until a report keeps it.
 * Every event names the body and the record.
 */
export type ReportEvent =
  /** A report was submitted, with what it recommends that the meeting decide. */
  | DomainEvent<
      'ReportSubmitted',
      1,
      ReportNamed &
        OnDay &
        ReportContent & {
          /** Why it is not public; absent where it is. */
          readonly exempt?: Exempt;
        }
    >
  /** What the record says of a report was put right. */
  | DomainEvent<
      'ReportCorrected',
      1,
      ReportNamed &
        OnDay & {
          /** What it says from now on; what stays is absent. */
          readonly changes: ReportChanges;
          /** Why the record of it was wrong. */
          readonly reason: string;
        }
    >
  /**
   * The report does not go before the meeting. `kept`: the promises the report kept; `reopens`: those of them that no other report keeps.
   */
  | DomainEvent<
      'ReportWithdrawn',
      1,
      ReportNamed &
        OnDay & {
          /** Why it is withdrawn. */
          readonly reason: string;
          /** The promises the report kept. */
          readonly kept: readonly string[];
          /** Those of them that no other report keeps. */
          readonly reopens: readonly string[];
        }
    >
  /** The report stands on the agenda of a meeting, under an item. */
  | DomainEvent<'ReportPutOnAgenda', 1, ReportNamed & OnDay & AgendaPlace>
  /** The report goes on to another body, which has to decide. */
  | DomainEvent<
      'ReportEscalated',
      1,
      ReportNamed &
        OnDay & {
          /** The body it goes to. */
          readonly toBodyId: string;
          /** The name of that body. */
          readonly to: string;
          /** Why it goes there. */
          readonly why?: string;
        }
    >
  /** A meeting decided on a recommendation of the report. */
  | DomainEvent<'RecommendationDecided', 1, ReportNamed & OnDay & RecommendationOutcome>
  /** What was recorded as decided on a recommendation does not count: it is undecided again. */
  | DomainEvent<
      'RecommendationReopened',
      1,
      ReportNamed &
        OnDay & {
          /** The letter of the recommendation. */
          readonly letter: string;
          /** Why it is to be decided again. */
          readonly reason: string;
        }
    >
  /** The report keeps the promise. Recorded in the stream of the report, not of the promise. */
  | DomainEvent<
      'ReportPromiseKept',
      1,
      ReportNamed &
        OnDay & {
          /** The promise, `body/promise`. */
          readonly promiseId: string;
        }
    >
  /** A report is to come before a meeting: by whom, and by when. */
  | DomainEvent<'ReportPromised', 1, PromiseNamed & OnDay & PromisedData>
  /** The promised report was given a new deadline. */
  | DomainEvent<
      'ReportPromiseExtended',
      1,
      PromiseNamed &
        OnDay & {
          /** The new deadline. */
          readonly due: Deadline;
          /** Why there is more time, or less. */
          readonly reason: string;
        }
    >
  /** The promised report is not owed any longer. */
  | DomainEvent<
      'ReportPromiseReleased',
      1,
      PromiseNamed &
        OnDay & {
          /** Why no report is owed any longer. */
          readonly reason: string;
        }
    >;

export interface ReportNamed {
  /** `body/report`. */
  readonly reportId: string;
  /** The body whose record it is. */
  readonly bodyId: string;
}
export interface PromiseNamed {
  /** `body/promise`. */
  readonly promiseId: string;
  /** The body whose record it is. */
  readonly bodyId: string;
}
/** Calendar date where the body sits. */
export interface OnDay {
  /** The day it took place, where the body sits. */
  readonly on: string;
}
/** Paragraph of Schedule 7A to the Local Government (Scotland) Act 1973. */
export interface Exempt {
  /** Paragraph of Schedule 7A to the Local Government (Scotland) Act 1973. */
  readonly paragraph: string;
}

/** The words of the paper, exactly. Where its boxes and its text disagree, readers are told and nothing is mended. */
export interface ReportContent {
  /** The title on the paper. */
  readonly title: string;
  /** Who wrote it. */
  readonly authors: readonly Author[];
  /** The date on the paper, as it is written there, and as a date where it is one. */
  readonly dated?: string;
  /** The date on the paper, where it is one. */
  readonly date?: string;
  /** Its purpose, as the paper words it. */
  readonly purpose?: string;
  /** The words before the recommendations: `It is recommended that the Strategic Board:`. */
  readonly lead?: string;
  /** What the meeting is asked to decide. */
  readonly recommendations: readonly Recommendation[];
  /** The implications under their headings. */
  readonly implications: readonly Implication[];
  /** The boxes under `Directions required`. */
  readonly directions?: DirectionsBox;
  /** The boxes about escalation. */
  readonly escalation?: EscalationBox;
  /** Who was consulted, as the paper words it. */
  readonly consultation?: string;
  /** `Route to meeting`, as the paper words it. */
  readonly route?: string;
  /** The background papers. */
  readonly backgroundPapers: readonly Attached[];
  /** The reference to a previous minute, as the paper has it. */
  readonly previousMinute?: string;
  /** The appendices. */
  readonly appendices: readonly Attached[];
  /** Who approved the paper. */
  readonly approvedBy: readonly Author[];
  /** Whom to ask about it. */
  readonly contact?: string;
}

export interface Author {
  /** The name on the paper. */
  readonly name: string;
  /** The role on the paper. */
  readonly role?: string;
}

export interface Recommendation {
  /** The recommendation's letter in the record: `a` for `a)`, `(a)` and `a.` */
  readonly letter: string;
  /** The mark on the paper: `(a)`, `a)`, `i.`; the empty string where there is none. */
  readonly label: string;
  /** The recommendation, as the paper words it. */
  readonly words: string;
  /** The points listed below it. */
  readonly points: readonly string[];
}

export interface Implication {
  /** The heading on the paper. */
  readonly heading: string;
  /** The label of its box, where that is worded in another way than the heading. */
  readonly box?: string;
  /** Whether its box is ticked. */
  readonly ticked?: boolean;
  /** What stands under the heading. */
  readonly words?: string;
}

/** The boxes under `Directions required`, as ticked: none, a recipient, or both. */
export interface DirectionsBox {
  /** Whether the box for no direction is ticked. */
  readonly none?: boolean;
  /** The recipients ticked. */
  readonly to: readonly string[];
  /** The sentence, where there is one instead of boxes or beside them. */
  readonly words?: string;
  /** The directions appended to the paper. */
  readonly appended: readonly AppendedDirection[];
}
export interface AppendedDirection {
  /** The title of the direction. */
  readonly title: string;
  /** The direction's record: `sb-ijb/2023-eildon`. */
  readonly directionId?: string;
}

export interface EscalationBox {
  /** Whether escalation is required. */
  readonly required: boolean;
  /** To whom. */
  readonly to?: string;
  /** Why. */
  readonly why?: string;
}

export interface Attached {
  /** The title of the paper. */
  readonly title: string;
  /** Where it can be read. */
  readonly link?: string;
}

/** Only the fields that change. `exempt: null`: the report is not, or no longer, exempt. */
export type ReportChanges = Partial<ReportContent> & {
  /** Why it is not public; `null` where it is public from now on. */
  readonly exempt?: Exempt | null;
};

export interface AgendaPlace {
  /** The meeting it goes to, `body/meeting`. */
  readonly meetingId: string;
  /** The day of that meeting. */
  readonly meetingDate: string;
  /** The item of its agenda. */
  readonly itemId?: string;
  /** The item's number as the agenda had it then. */
  readonly number?: string;
}

export const OUTCOMES = ['approved', 'amended', 'rejected', 'continued', 'noted'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface RecommendationOutcome {
  /** The letter of the recommendation. */
  readonly letter: string;
  /** What became of it; one that is continued is still to be decided. */
  readonly outcome: Outcome;
  /** The decision's words in place of the recommendation, where it was amended; or words said of it. */
  readonly words?: string;
  /** The decision of the meeting. */
  readonly decision: DecisionRef;
  /** Letter of the part of the decision. */
  readonly part?: string;
  /** The paragraph of the minute it stands on. */
  readonly paragraph: string;
  /** The day of that meeting. */
  readonly meetingDate: string;
}

export interface PromisedData {
  /** What the report is to be about. */
  readonly title: string;
  /** The words of the promise: `that a report be brought back to a future meeting`. */
  readonly words: string;
  /** What promises it. */
  readonly source: PromiseSource;
  /** When it is to come, in words and dates. */
  readonly due: Deadline;
  /** The organisation that is to bring it. */
  readonly organisation?: string;
  /** Who is to bring it. */
  readonly officers: readonly string[];
  /** Said to be exempt by itself. It is exempt as well while what promises it is: that is asked when it is read. */
  readonly exempt: boolean;
}

/** The decision or the report that made the promise. */
export type PromiseSource =
  | {
      /** A decision, or an earlier report. */
      readonly kind: 'decision';
      /** The decision that asks for it. */
      readonly decision: DecisionRef;
      /** Letter of the part of the decision. */
      readonly part?: string;
      /** The paragraph of the minute, or of the report. */
      readonly paragraph: string;
      /** The day of the meeting. */
      readonly meetingDate: string;
    }
  | {
      readonly kind: 'report';
      /** The report that promises it. */
      readonly reportId: string;
      readonly paragraph?: string;
      /** The date of that report. */
      readonly date: string;
    };

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
