import { type Citing } from '../../kernel/citation.js';

/** What the life of a body must be judged by from outside its stream. What a command does not need is left at nothing. */
export interface LifeFacts {
  /** The meeting of the decision that is named; `null` where it names none, or one that was never called. */
  readonly meeting: MeetingNamed | null;
  /** Days on which the body met, in order. */
  readonly held: readonly string[];
  /** Dates of the meetings of whoever reviews, in order. */
  readonly meetings: readonly string[];
  /** The pathfinders it waits for. */
  readonly gates: readonly Gate[];
  /** The localities of the area named, with their first and last days. */
  readonly localities: readonly { readonly localityId: string; readonly from: string; readonly lastDay?: string }[];
  /** Those of the bodies named that are neither proposed nor established. */
  readonly unknownBodies: readonly string[];
}

export interface Gate {
  readonly pathfinderId: string;
  /** The day its review said proceed; `null` where it has not. */
  readonly proceedOn: string | null;
  /** When it is reviewed, in the words used. */
  readonly reviewAt: string;
}

export type MeetingNamed = Citing<never, 'parts'>;

export const noFacts: LifeFacts = { meeting: null, held: [], meetings: [], gates: [], localities: [], unknownBodies: [] };
