import { dateInZone } from '../../../kernel/dates.js';
import { count } from '../../../kernel/words.js';
import { type HistoryEntry } from '../../../across/audit/audit.queries.js';

/** One event of a record, as the timeline tells it. */
export interface TimelineEntry {
  readonly what: string;
  /** The reason given, if any; a correction always has one. */
  readonly why: string | null;
  /** What else was said, a label and its words on each line. */
  readonly lines: readonly string[];
  readonly happenedAt: string;
  readonly recordedAt: string;
  /** The time between happening and being written down; `null` if less than a minute. */
  readonly lag: string | null;
  /** True if it was written down on a later day than it happened. */
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
    lines: entry.lines.filter((line) => line !== why),
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

/** A narration split into what happened and the reason with which it ends, if it has one. */
function apart({ what, data }: HistoryEntry): { readonly what: string; readonly why: string | null } {
  const { reason, because, why } = data as Readonly<Record<string, unknown>>;
  const given = [reason, because, why].find((one): one is string => typeof one === 'string' && one !== '');
  if (given === undefined) return { what, why: null };
  return { what: what.replace(`: ${given}`, ''), why: given };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 minutes later`, `2 days later`; `null` if less than a minute later. */
export function lagBetween(happenedAt: string, recordedAt: string): string | null {
  const lag = Date.parse(recordedAt) - Date.parse(happenedAt);
  if (lag < MINUTE) return null;
  const [size, one] =
    lag < HOUR ? [MINUTE, 'minute'] : lag < 2 * DAY ? [HOUR, 'hour'] : lag < 700 * DAY ? [DAY, 'day'] : [365.25 * DAY, 'year'];
  return `${count(Math.floor(lag / Number(size)), String(one))} later`;
}

/** The filters of a timeline: entries written down late, or corrections. */
export const ONLY = ['late', 'corrections'] as const;
export type Only = (typeof ONLY)[number];

export const fits = (entry: TimelineEntry, only: Only | undefined, words: string): boolean => {
  if (only === 'late' && !entry.late) return false;
  if (only === 'corrections' && !entry.correction && entry.why === null) return false;
  const said = [entry.what, entry.why, ...entry.lines, entry.by].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
};
