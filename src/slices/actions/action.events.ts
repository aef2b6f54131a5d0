import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';

/** Stream `action-<bodyId>/<action>`. Every event names body and action, so that a reader of one event knows whose it is. */
export type ActionEvent =
  /** Something is to be done, and by whom: from a decision, agreed in discussion, or brought along from an earlier sheet. */
  | DomainEvent<'ActionRaised', 1, ActionRaisedData>
  /** How far the action has got was reported. */
  | DomainEvent<
      'ProgressReported',
      1,
      ActionStep & {
        /** How it stands, in the words reported. */
        readonly words: string;
        /** Who said so, where that was not whoever recorded it. */
        readonly reportedBy?: string;
      }
    >
  /** The action was given a new deadline. */
  | DomainEvent<
      'ActionExtended',
      1,
      ActionStep & {
        /** The new deadline. */
        readonly due: Deadline;
        /** Why there is more time, or less. */
        readonly reason: string;
      }
    >
  /** Another organisation, or other officers, became responsible for the action. */
  | DomainEvent<
      'ActionTransferred',
      1,
      ActionStep & {
        /** The organisation it goes to; absent where that stays. */
        readonly organisation?: string;
        /** The responsible officers from then on. */
        readonly officers: readonly string[];
        /** Why somebody else is responsible. */
        readonly reason: string;
      }
    >
  /** Whoever is responsible said that the action is done; it stays on the tracker until a meeting notes it complete. */
  | DomainEvent<
      'ActionReportedComplete',
      1,
      ActionStep & {
        /** What was done, in the words reported. */
        readonly words: string;
        /** Who said so, where that was not whoever recorded it. */
        readonly reportedBy?: string;
      }
    >
  /** A meeting noted the action complete; no other event takes an action off the tracker. */
  | DomainEvent<
      'ActionNotedComplete',
      1,
      ActionStep & {
        /** The meeting that noted it. */
        readonly atMeeting: string;
        /** The decision by which it did. */
        readonly decision?: DecisionRef;
      }
    >
  /** The action, noted complete or declined before, is to be done after all. */
  | DomainEvent<
      'ActionReopened',
      1,
      ActionStep & {
        /** Why it is not done after all. */
        readonly reason: string;
      }
    >
  /** It was decided that the action is not to be done. */
  | DomainEvent<
      'ActionDeclined',
      1,
      ActionStep & {
        /** Why it is not to be done. */
        readonly reason: string;
        /** Who declined it. */
        readonly declinedBy?: string;
      }
    >
  /** The approval that the action waits for was given by whoever has to give it. */
  | DomainEvent<'ApprovalElsewhereGiven', 1, ApprovalElsewhere>
  /** A holiday was recorded or withdrawn: the same rule from the same day, counted with the holidays known since. */
  | DomainEvent<
      'ActionDueRecounted',
      1,
      ActionStep & {
        /** The deadline, counted again. */
        readonly due: Deadline;
        /** The holiday on account of which it was counted again. */
        readonly because: string;
      }
    >
  /** The minute of the meeting that agreed the action in discussion was corrected; at every moment the action is as it should have been raised. */
  | DomainEvent<
      'ActionSetAsAgreed',
      1,
      ActionStep & {
        /** What it says from now on; what stays is absent. */
        readonly changes: ActionAsAgreed;
        /** What changed in the minute. */
        readonly because: string;
      }
    >
  /** The entry of the minute by which the action was raised was struck as recorded in error: no action came of it. */
  | DomainEvent<
      'ActionStruck',
      1,
      ActionStep & {
        /** Why the entry was struck. */
        readonly because: string;
      }
    >
  /** What the record says of an action was put right: it had been so from when the action was raised. */
  | DomainEvent<
      'ActionCorrected',
      1,
      ActionStep & {
        /** What it says from now on; what stays is absent. */
        readonly changes: ActionCorrection;
        /** Why the record of it was wrong. */
        readonly reason: string;
      }
    >;

export interface ActionNamed {
  /** `body/action`. */
  readonly actionId: string;
  /** The body whose action it is. */
  readonly bodyId: string;
}

/** What every event of an action says. */
export interface ActionStep extends ActionNamed {
  /** The day it happened, where the body sits; of the decision an action comes from. */
  readonly on: string;
}

/** The approval that an action waited for, of somebody other than the body. */
export interface ApprovalElsewhere extends ActionStep {
  /** Who approved it. */
  readonly by: string;
  /** What was said with the approval. */
  readonly words?: string;
}

export interface ActionRaisedData extends ActionStep {
  /** What it comes from. */
  readonly source: ActionSource;
  /** The action sheet's first column: agenda item number (as the sheet has it) and title. */
  readonly item: {
    /** Number of the agenda item, as the sheet has it. */
    readonly number?: string;
    /** Title of the agenda item, as the sheet has it. */
    readonly title: string;
  };
  /** The sheet's second column, beginning with the verb: `AGREED that ...`. */
  readonly words: string;
  /** The organisation responsible. */
  readonly organisation?: string;
  /** The responsible officers, as the record names them. */
  readonly officers: readonly string[];
  /** When it is to be done, in words and dates. */
  readonly due: Deadline;
  /** `*` on the sheet: whose approval is needed before anything is done. */
  readonly approvalElsewhere?: {
    /** Whose approval it is. */
    readonly by: string;
  };
  /** Said to be exempt by itself. It is exempt as well while the decision it comes from is: that is asked when it is read. */
  readonly exempt: boolean;
}

/** The origin of an action: a decision, an agreement in discussion, or `cited` where the sheet names a meeting and paragraph that are not in the system. */
export type ActionSource =
  | {
      /** A decision in the record, or one that is only cited. */
      readonly kind: 'decision';
      /** The decision. */
      readonly decision: DecisionRef;
      /** Letter of the part of the decision. */
      readonly part?: string;
      /** Paragraph of the minute, as cited. */
      readonly paragraph: string;
      /** The heading of the meeting on the sheet: its date as the sheet writes it. */
      readonly heading: string;
      /** The day of that meeting; absent where it is not known. */
      readonly meetingDate: string;
      /** The dash after the paragraph on the sheet; absent for –. */
      readonly dash?: Dash;
    }
  | {
      /** Agreed in discussion at a meeting. */
      readonly kind: 'discussion';
      /** The meeting that agreed it. */
      readonly meetingId: string;
      /** The entry of its minute. */
      readonly entryId: string;
      /** The paragraph at which it was agreed; absent in an item that has none. */
      readonly paragraph?: string;
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

/** What a minute says of an action that was agreed in discussion. */
export type ActionAsAgreed = Pick<ActionCorrection, 'words' | 'organisation' | 'officers' | 'item' | 'due'>;

export interface ActionCorrection {
  /** The right words. */
  readonly words?: string;
  /** The right organisation. */
  readonly organisation?: string;
  /** The right officers. */
  readonly officers?: readonly string[];
  /** The right agenda item. */
  readonly item?: {
    /** Number of the agenda item, as the sheet has it. */
    readonly number?: string;
    /** Title of the agenda item, as the sheet has it. */
    readonly title: string;
  };
  /** The right deadline. */
  readonly due?: Deadline;
  /** Whether it is exempt by itself. */
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
  ActionSetAsAgreed: 1,
  ActionStruck: 1,
  ActionDueRecounted: 1,
} as const satisfies { readonly [E in ActionEvent as E['type']]: E['v'] };
