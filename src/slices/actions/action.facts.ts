import { type DecisionPart } from '../decisions/decision.events.js';

/** What an action's decider must know from outside its stream. */
export interface ActionFacts {
  /** Where the body sits; `null` where there is no such body. */
  readonly timeZone: string | null;
  /** Dates of the body's meetings that are not cancelled, in order. Empty where the command has no due words. */
  readonly meetings: readonly string[];
  /** The meeting the command names; `null` where it names none, or one that was never called. */
  readonly meeting: MeetingFacts | null;
}

export interface MeetingFacts {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly date: string;
  readonly opened: boolean;
  readonly decisions: readonly DecisionFacts[];
}

export interface DecisionFacts {
  readonly decisionId: string;
  readonly paragraph: string;
  readonly sectionHeading: string;
  readonly verb: string;
  readonly words: string;
  readonly parts: readonly DecisionPart[];
  readonly exempt: boolean;
  readonly struck: boolean;
}
