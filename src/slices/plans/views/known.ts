import { dateInZone } from '../../../kernel/dates.js';
import { byThen, type Moments } from '../../../kernel/moments.js';
import { type Recording } from '../../../kernel/update.js';

/** The moments to which a reading of the past is turned back, and the time zone where the body sits, in which its days are counted. */
export interface Known extends Moments {
  readonly timeZone: string;
}

/**
 * The updates known by `known.recordedBy` and, of those that count from the day `asAt`, only the ones that had happened by
 * `known.happenedBy`. Whether an update counts from a later day is left to the caller. Without `known`, all updates.
 */
export const knownOf = <U extends Recording & { readonly data: { readonly on: string } }>(
  updates: readonly U[],
  asAt: string,
  known: Known | undefined,
): readonly U[] =>
  known === undefined
    ? updates
    : updates.filter(
        (update) =>
          byThen({ recordedBy: known.recordedBy }, update) &&
          (byThen({ happenedBy: known.happenedBy }, update) ||
            update.data.on < asAt ||
            dateInZone(update.happenedAt, known.timeZone) > asAt),
      );
