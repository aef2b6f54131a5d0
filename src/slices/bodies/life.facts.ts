import { type BodyMeant, type RecordedHoliday } from '../../kernel/deadline.js';
import { type NamedDiary } from '../calendars/calendars.words.js';
import { type Citing } from '../../kernel/citation.js';

/** Facts from outside the stream by which steps of a body's life are judged. A fact the command does not need is `null` or empty. */
export interface LifeFacts {
  /** The meeting of the decision the command names; `null` where it names none, or one that was never called. */
  readonly meeting: MeetingNamed | null;
  /** Days on which the body met, in order. */
  readonly held: readonly string[];
  /** Dates of the reviewing body's meetings, in order. */
  readonly meetings: readonly string[];
  /** The reviewing body, where it is another. */
  readonly of?: BodyMeant;
  /** The holidays recorded for where the body sits; missing where the command has no words for a day. */
  readonly holidays?: readonly RecordedHoliday[];
  /** What was found of the bodies that the command's words name for their meetings; missing where they name none. */
  readonly diaries?: readonly NamedDiary[];
  /** The pathfinders the body waits for. */
  readonly gates: readonly Gate[];
  /** The localities of the area named, with their first and last days. */
  readonly localities: readonly { readonly localityId: string; readonly from: string; readonly lastDay?: string }[];
  /** The bodies the command names that are neither proposed nor established. */
  readonly unknownBodies: readonly string[];
}

export interface Gate {
  readonly pathfinderId: string;
  /** The day the pathfinder's review said proceed; `null` where it has not. */
  readonly proceedOn: string | null;
  /** When the pathfinder is reviewed, in the words used. */
  readonly reviewAt: string;
}

export type MeetingNamed = Citing<never, 'parts'>;

export const noFacts: LifeFacts = { meeting: null, held: [], meetings: [], gates: [], localities: [], unknownBodies: [] };
