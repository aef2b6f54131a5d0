import { dateInZone } from '../../../kernel/dates.js';
import { count } from '../../../kernel/words.js';
import { type HistoryEntry } from '../../../across/audit/audit.queries.js';

/** One thing that happened to a record, as its timeline tells it. */
export interface TimelineEntry {
  readonly what: string;
  /** The reason that was given; of corrections there always is one. */
  readonly why: string | null;
  readonly happenedAt: string;
  readonly recordedAt: string;
  /** How long after it happened it was written down; `null` where at once. */
  readonly lag: string | null;
  /** Written down on a later day. */
  readonly late: boolean;
  readonly correction: boolean;
  readonly by: string;
  readonly role: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export function timelineEntry(entry: HistoryEntry, zone: string): TimelineEntry {
  const { happenedAt, recordedAt, by, type, stream, revision, position, eventId, commandId, correlationId } = entry;
  const { what, why } = apart(entry);
  return {
    what,
    why,
    happenedAt,
    recordedAt,
    lag: lagBetween(happenedAt, recordedAt),
    late: dateInZone(recordedAt, zone) > dateInZone(happenedAt, zone),
    correction: /Corrected|Struck|Renumbered/.test(type),
    by: by.name,
    role: by.role,
    facts: [
      { label: 'Event', value: `${type}, ${eventId}` },
      { label: 'Revision', value: `${revision} of ${stream}` },
      { label: 'Position', value: position },
      { label: 'Command', value: commandId },
      { label: 'Correlation', value: correlationId },
      { label: 'Login', value: by.principalId },
    ],
  };
}

/** A narration ends with the reason, where there is one: it is told apart from what happened. */
function apart({ what, data }: HistoryEntry): { readonly what: string; readonly why: string | null } {
  const { reason, because, why } = data as Readonly<Record<string, unknown>>;
  const given = [reason, because, why].find((one): one is string => typeof one === 'string' && one !== '');
  if (given === undefined) return { what, why: null };
  return { what: what.replace(`: ${given}`, ''), why: given };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 minutes later`, `2 days later`; `null` where it is less than a minute. */
export function lagBetween(happenedAt: string, recordedAt: string): string | null {
  const lag = Date.parse(recordedAt) - Date.parse(happenedAt);
  if (lag < MINUTE) return null;
  const [size, one] =
    lag < HOUR ? [MINUTE, 'minute'] : lag < 2 * DAY ? [HOUR, 'hour'] : lag < 700 * DAY ? [DAY, 'day'] : [365.25 * DAY, 'year'];
  return `${count(Math.floor(lag / Number(size)), String(one))} later`;
}

/** Which of them are shown. */
export const ONLY = ['late', 'corrections'] as const;
export type Only = (typeof ONLY)[number];

export const fits = (entry: TimelineEntry, only: Only | undefined, words: string): boolean => {
  if (only === 'late' && !entry.late) return false;
  if (only === 'corrections' && !entry.correction && entry.why === null) return false;
  const said = `${entry.what} ${entry.why ?? ''} ${entry.by}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
};
