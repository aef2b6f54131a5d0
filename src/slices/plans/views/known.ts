import { dateInZone } from '../../../kernel/dates.js';
import { byThen, type Moments } from '../../../kernel/moments.js';
import { type Recording } from '../../../kernel/update.js';

/** What a reading of the past knows: the moments it is turned back to, and where the body sits, whose days they are. */
export interface Known extends Moments {
  readonly timeZone: string;
}

/**
 * The updates that were known then. The day an update counts from is asked apart; of that very day, what came later on it is left out.
 * Without moments, all of them.
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
