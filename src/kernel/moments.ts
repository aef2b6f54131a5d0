import { type RecordedEvent } from './event.js';
import { instantInZone, addDays, isDate } from './dates.js';

/**
 * Both ends of a question about the past. `happenedBy`: what had happened by then; `recordedBy`: what had been written down by then.
 * Instants, included.
 */
export interface Moments {
  readonly happenedBy?: string;
  readonly recordedBy?: string;
}

/**
 * The instant that a text means: for a date the end of that day where the body sits, for an instant itself. `null` if the text is neither.
 */
export function momentOf(text: string, timeZone: string): string | null {
  if (isDate(text)) return new Date(Date.parse(instantInZone(addDays(text, 1), '00:00', timeZone)) - 1).toISOString();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) || !isDate(text.slice(0, 10))) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

interface Update extends Pick<RecordedEvent, 'happenedAt' | 'recordedAt'> {
  /** The day from which the update counts. */
  readonly data: { readonly on: string };
}

/**
 * The updates recorded by `recordedBy` and happened by `happenedBy`. `happenedBy` leaves out only updates that happened on the day they
 * count from (`on`): an update recorded on another day has no time of its day, so it counts for the whole of that day.
 */
export const updatesBy = <U extends Update>(updates: readonly U[], { happenedBy, recordedBy }: Moments): readonly U[] =>
  updates.filter(
    ({ data, happenedAt, recordedAt }) =>
      (recordedBy === undefined || recordedAt <= recordedBy) &&
      (happenedBy === undefined || happenedAt <= happenedBy || !happenedAt.startsWith(data.on)),
  );

export const byThen = ({ happenedBy, recordedBy }: Moments, event: Pick<RecordedEvent, 'happenedAt' | 'recordedAt'>): boolean =>
  (happenedBy === undefined || event.happenedAt <= happenedBy) && (recordedBy === undefined || event.recordedAt <= recordedBy);
