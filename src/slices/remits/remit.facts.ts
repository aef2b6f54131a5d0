import { type DecisionPart } from '../../kernel/citation.js';

/** Facts from outside a remit's stream that its decider needs. */
export interface RemitFacts {
  /** Where the body that remits sits; `null` where there is no such body. */
  readonly timeZone: string | null;
  /** The body it goes to, where the command names one by its id; `null` where there is no such body. */
  readonly to?: { readonly name: string } | null;
  /** The meeting the command names; `null` where it names none, or one that was never called. */
  readonly meeting: RemitMeeting | null;
}

export interface RemitMeeting {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly date: string;
  readonly opened: boolean;
  readonly cancelled: boolean;
  /** The items that stand on its agenda. */
  readonly items: readonly { readonly itemId: string; readonly number: string; readonly title: string; readonly asked?: string }[];
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly paragraph: string;
    readonly sectionHeading: string;
    readonly words: string;
    readonly parts: readonly DecisionPart[];
    readonly struck: boolean;
  }[];
}
