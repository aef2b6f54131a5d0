import { type RecordedHoliday } from '../../kernel/deadline.js';
import { type NamedDiary } from '../calendars/calendars.words.js';
import { type Citing } from '../../kernel/citation.js';

/** Facts from outside a plan's or duty's stream that its decider needs. */
export interface PlanFacts {
  /** Where the body sits; `null` where there is no such body. */
  readonly timeZone: string | null;
  /** Dates of the body's meetings that are not cancelled, in order. Empty where the command has no due words that name a meeting. */
  readonly meetings: readonly string[];
  /** Holidays recorded for where the body sits. Empty where the command has no due words that name working days. */
  readonly holidays: readonly RecordedHoliday[];
  /** The meeting whose decision the command names; `null` where it names none, or one that was never called. */
  readonly meeting: PlanMeetingFacts | null;
  /** What was found of the bodies that the command's words name for their meetings; missing where they name none. */
  readonly diaries?: readonly NamedDiary[];
}

export type PlanMeetingFacts = Citing<'bodyId' | 'date', 'parts'>;
export type PlanDecisionFacts = PlanMeetingFacts['decisions'][number];
