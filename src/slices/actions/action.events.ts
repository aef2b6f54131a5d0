import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';

/** Stream `action-<bodyId>/<action>`. Every event names body and action, so that a reader of one event knows whose it is. */
export type ActionEvent =
  | DomainEvent<'ActionRaised', 1, ActionRaisedData>
  | DomainEvent<'ProgressReported', 1, ActionNamed & { readonly on: string; readonly words: string; readonly reportedBy?: string }>
  | DomainEvent<'ActionExtended', 1, ActionNamed & { readonly on: string; readonly due: Deadline; readonly reason: string }>
  | DomainEvent<
      'ActionTransferred',
      1,
      ActionNamed & { readonly on: string; readonly organisation?: string; readonly officers: readonly string[]; readonly reason: string }
    >
  | DomainEvent<'ActionReportedComplete', 1, ActionNamed & { readonly on: string; readonly words: string; readonly reportedBy?: string }>
  /** A meeting noted the action complete; no other event takes an action off the tracker. */
  | DomainEvent<
      'ActionNotedComplete',
      1,
      ActionNamed & { readonly on: string; readonly atMeeting: string; readonly decision?: DecisionRef }
    >
  | DomainEvent<'ActionReopened', 1, ActionNamed & { readonly on: string; readonly reason: string }>
  | DomainEvent<'ActionDeclined', 1, ActionNamed & { readonly on: string; readonly reason: string; readonly declinedBy?: string }>
  | DomainEvent<'ApprovalElsewhereGiven', 1, ActionNamed & { readonly on: string; readonly by: string; readonly words?: string }>
  /** A holiday was recorded or withdrawn: the same rule from the same day, counted with the holidays known since. */
  | DomainEvent<'ActionDueRecounted', 1, ActionNamed & { readonly on: string; readonly due: Deadline; readonly because: string }>
  | DomainEvent<'ActionCorrected', 1, ActionNamed & { readonly on: string; readonly changes: ActionCorrection; readonly reason: string }>;

export interface ActionNamed {
  readonly actionId: string;
  readonly bodyId: string;
}

export interface ActionRaisedData extends ActionNamed {
  readonly on: string;
  readonly source: ActionSource;
  /** The action sheet's first column: agenda item number (as the sheet has it) and title. */
  readonly item: { readonly number?: string; readonly title: string };
  /** The sheet's second column, beginning with the verb: `AGREED that ...`. */
  readonly words: string;
  readonly organisation?: string;
  readonly officers: readonly string[];
  readonly due: Deadline;
  /** `*` on the sheet: whose approval is needed before anything is done. */
  readonly approvalElsewhere?: { readonly by: string };
  /** Exempt items never show on the public tracker. */
  readonly exempt: boolean;
}

/** The origin of an action: a decision, or `cited` where the sheet names a meeting and paragraph that are not in the system. */
export type ActionSource =
  | {
      readonly kind: 'decision';
      readonly decision: DecisionRef;
      readonly part?: string;
      readonly paragraph: string;
      readonly heading: string;
      readonly meetingDate: string;
      readonly dash?: Dash;
    }
  | {
      readonly kind: 'cited';
      readonly paragraph?: string;
      readonly heading: string;
      readonly meetingDate?: string;
      readonly dash?: Dash;
    };

/** The dash between the paragraph and the words on the sheet; `-` only where a transcribed sheet has that instead of `–`. */
export type Dash = '–' | '-';

export interface ActionCorrection {
  readonly words?: string;
  readonly organisation?: string;
  readonly officers?: readonly string[];
  readonly item?: { readonly number?: string; readonly title: string };
  readonly due?: Deadline;
  readonly exempt?: boolean;
}

export const actionEventVersions = {
  ActionRaised: 1,
  ProgressReported: 1,
  ActionExtended: 1,
  ActionTransferred: 1,
  ActionReportedComplete: 1,
  ActionNotedComplete: 1,
  ActionReopened: 1,
  ActionDeclined: 1,
  ApprovalElsewhereGiven: 1,
  ActionCorrected: 1,
  ActionDueRecounted: 1,
} as const satisfies { readonly [E in ActionEvent as E['type']]: E['v'] };
