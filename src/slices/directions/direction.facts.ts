import { type CitedDecision, type CitedMeeting } from '../../kernel/citation.js';
import { type DecisionAsItStands } from '../meetings/record/decision.events.js';

/** What a direction's decider must know from outside its stream. */
export interface DirectionFacts {
  /** Where the body sits; `null` where there is no such body. */
  readonly timeZone: string | null;
  /** Dates of the body's meetings that are not cancelled, in order. Empty where the command has no words for a day. */
  readonly meetings: readonly string[];
  /** How the body writes its references on the day of the meeting named; `null` where it does not say. */
  readonly format: string | null;
  /** The meeting the command names; `null` where it names none, or one that was never called. */
  readonly meeting: DecidingMeeting | null;
  /** What other meetings made of the decision could not be told in time. */
  readonly behind?: boolean;
}

export type DecidingMeeting = Pick<CitedMeeting, 'meetingId' | 'bodyId' | 'date'> & { readonly decisions: readonly DecidingDecision[] };

/** A decision as the whole record has it now. */
export type DecidingDecision = Omit<CitedDecision, 'sectionHeading' | 'verb' | 'words'> &
  Pick<DecisionAsItStands, 'ratification' | 'rescindedBy'>;
