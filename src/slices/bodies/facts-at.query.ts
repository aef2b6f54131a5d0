import { type QueryBus } from '@nestjs/cqrs';
import { type DatingFacts, otherBodiesIn } from '../../kernel/deadline.js';
import { momentOf, type Moments } from '../../kernel/moments.js';
import { USUAL_TIME_ZONE } from '../../kernel/dates.js';
import { DatingFactsOf } from './meetings.port.js';

/**
 * What a deadline's dates follow from. `ended`: when the deadline's end was written down, for one that has ended: it keeps the dates it had
 * then.
 */
export type FactsAt = (ended?: string | null) => DatingFacts;

/** Deadlines of a body that are to be dated, and when. */
interface Dated {
  /** Whatever holds the deadlines: rows, events, a record's state. */
  readonly deadlines: unknown;
  readonly moments: Moments;
  /** The instants at which ends of deadlines were written down. */
  readonly ends?: readonly (string | null | undefined)[];
  readonly timeZone?: string | undefined;
}

/** The facts of a body at some moments, for deadlines that run and for those that have ended, and those of the other bodies they hang on. */
export async function factsAt(queries: QueryBus, bodyId: string, { deadlines, moments, ends = [], timeZone }: Dated): Promise<FactsAt> {
  const others = otherBodiesIn(deadlines);
  const read = async (recordedBy: string | undefined): Promise<DatingFacts> => {
    const then = { ...moments, ...(recordedBy === undefined ? {} : { recordedBy }) };
    return (await queries.execute(new DatingFactsOf([bodyId], then, timeZone, others))).get(bodyId)!;
  };
  const instants = [...new Set([moments.recordedBy, ...ends.flatMap((end) => end ?? [])])];
  const found = new Map(await Promise.all(instants.map(async (instant) => [instant, await read(instant)] as const)));
  return (ended) => found.get(ended ?? moments.recordedBy)!;
}

/** A day that is asked about as a moment, so that what is said to be due on it is what was known that day. */
export const byTheEndOf = (day: string, timeZone = USUAL_TIME_ZONE): Moments => ({ happenedBy: momentOf(day, timeZone) ?? undefined });
