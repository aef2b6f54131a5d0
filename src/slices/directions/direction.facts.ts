import { type NamedDiary } from '../calendars/calendars.words.js';
import { type RecordedHoliday } from '../../kernel/deadline.js';
import { type CitedDecision, type CitedMeeting } from '../../kernel/citation.js';
import { type DecisionAsItStands } from '../meetings/events/decision.events.js';

/** Facts from outside a direction's stream that its decider needs. */
export interface DirectionFacts {
  /** Where the body sits; `null` where there is no such body. */
  readonly timeZone: string | null;
  /** Dates of the body's meetings that are not cancelled, in order. Empty where the command has no words for a day. */
  readonly meetings: readonly string[];
  /** The body's format of references on the day of the meeting named; `null` where its constitution has none. */
  readonly format: string | null;
  /** The meeting the command names; `null` where it names none, or one that was never called. */
  readonly meeting: DecidingMeeting | null;
  /** True where the read models were too far behind to tell whether later meetings ratified or rescinded the decision. */
  readonly behind?: boolean;
  /** The holidays recorded for where the body sits; missing where the command has no words for a day. */
  readonly holidays?: readonly RecordedHoliday[];
  /** What was found of the bodies that the command's words name for their meetings; missing where they name none. */
  readonly diaries?: readonly NamedDiary[];
}

export type DecidingMeeting = Pick<CitedMeeting, 'meetingId' | 'bodyId' | 'date'> & { readonly decisions: readonly DecidingDecision[] };

/** A decision as the whole record has it now. */
export type DecidingDecision = Omit<CitedDecision, 'sectionHeading' | 'verb' | 'words'> &
  Pick<DecisionAsItStands, 'ratification' | 'rescindedBy'>;
