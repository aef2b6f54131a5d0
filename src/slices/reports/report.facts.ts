import { type NamedDiary } from '../calendars/calendars.words.js';
import { type RecordedHoliday } from '../../kernel/deadline.js';
import { type Citing } from '../../kernel/citation.js';

/** Facts from outside a report's stream that its decider needs. */
export interface ReportFacts {
  /** Where the body sits; `null` where there is no such body. */
  readonly timeZone: string | null;
  /** Dates of the body's meetings that are not cancelled, in order. Empty where the command has no due words. */
  readonly meetings: readonly string[];
  /** The meeting the command names; `null` where it names none, or one that was never called. */
  readonly meeting: MeetingFacts | null;
  /** The body the report is escalated to; `null` where none is named, or one that is not established. */
  readonly escalatedTo: { readonly bodyId: string; readonly name: string } | null;
  /** The report that promises another; `null` where none is named, or one that was never submitted. */
  readonly promisedIn: { readonly reportId: string; readonly date: string; readonly withdrawn: boolean } | null;
  /** The promises concerned, as the whole record has them. */
  readonly promises: readonly PromiseFacts[];
  /** True where the read models were too far behind to tell whether a promise is kept: nothing that depends on it is decided. */
  readonly behind: boolean;
  /** The holidays recorded for where the body sits; missing where the command has no words for a day. */
  readonly holidays?: readonly RecordedHoliday[];
  /** What was found of the bodies that the command's words name for their meetings; missing where they name none. */
  readonly diaries?: readonly NamedDiary[];
}

export type MeetingFacts = Citing<'bodyId' | 'date' | 'cancelled' | 'agenda', 'parts' | 'words'>;
export type DecisionFact = MeetingFacts['decisions'][number];

export interface PromiseFacts {
  readonly promiseId: string;
  readonly bodyId: string;
  readonly on: string;
  readonly released: boolean;
  /** The reports that keep the promise, those withdrawn left out. */
  readonly keptBy: readonly string[];
}
