import { type RecordedHoliday } from '../../kernel/deadline.js';
import { type NamedDiary } from '../calendars/calendars.words.js';
import { type CitedMeeting, type Citing } from '../../kernel/citation.js';

/** Facts from outside an action's stream that its decider needs. */
export interface ActionFacts {
  /** Where the body sits; `null` where there is no such body. */
  readonly timeZone: string | null;
  /** Dates of the body's meetings that are not cancelled, in order. Empty where the command has no due words. */
  readonly meetings: readonly string[];
  /** The meeting the command names; `null` where it names none, or one that was never called. */
  readonly meeting: MeetingFacts | null;
  /** Holidays recorded for where the body sits; missing where the command has no due words. */
  readonly holidays?: readonly RecordedHoliday[];
  /** What was found of the bodies that the command's words name for their meetings; missing where they name none. */
  readonly diaries?: readonly NamedDiary[];
}

export type MeetingFacts = Citing<'bodyId' | 'date' | 'opened', 'sectionHeading' | 'verb' | 'words' | 'parts'> &
  Partial<Pick<CitedMeeting, 'agreed'>>;
export type DecisionFacts = MeetingFacts['decisions'][number];
