import { CORRECTIONS } from '../meetings/meeting.events.js';
import { type RecordedEvent } from '../../kernel/event.js';
import { instantInZone, addDays, isDate } from '../../kernel/dates.js';

/** Both ends of a question about the past: what had happened by then, and what had been written down by then. Instants, included. */
export interface Moments {
  readonly happenedBy?: string;
  readonly recordedBy?: string;
}

/** A date means the end of that day where the body sits; an instant itself. `null` when it is neither. */
export function momentOf(text: string, timeZone: string): string | null {
  if (isDate(text)) return new Date(Date.parse(instantInZone(addDays(text, 1), '00:00', timeZone)) - 1).toISOString();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) || !isDate(text.slice(0, 10))) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

export const byThen = ({ happenedBy, recordedBy }: Moments, event: Pick<RecordedEvent, 'happenedAt' | 'recordedAt'>): boolean =>
  (happenedBy === undefined || event.happenedAt <= happenedBy) && (recordedBy === undefined || event.recordedAt <= recordedBy);

/**
 * The events that had happened, with what was put right of them since, and were known, by those moments. An event placed in the record after an entry that is left out
 * is placed after the last entry that is not: what came later is not there yet.
 */
export function eventsBy(events: readonly RecordedEvent[], moments: Moments): readonly RecordedEvent[] {
  const left = new Set<string>();
  const kept: RecordedEvent[] = [];
  let lastEntry: string | null = null;
  const correcting = correctionsOf(events, moments);
  for (const event of events) {
    const entry = entryMadeBy(event);
    const { happenedBy: _happenedBy, ...known } = moments;
    if (!byThen(correcting.has(event.commandId) ? known : moments, event)) {
      if (entry) left.add(entry);
      continue;
    }
    const place = (data: object): object =>
      'after' in data && typeof data.after === 'string' && left.has(data.after) ? { ...data, after: lastEntry } : data;
    const placed = place(event.data);
    const { correction } = event.data as { correction?: object };
    const corrected = correction === undefined ? undefined : place(correction);
    const moved = placed !== event.data || corrected !== correction;
    kept.push(moved ? { ...event, data: { ...placed, ...(corrected && { correction: corrected }) } } : event);
    if (entry) lastEntry = entry;
  }
  return kept;
}

/** The commands that put something right of what had happened by then: what was the case does not wait for somebody to say so. */
function correctionsOf(events: readonly RecordedEvent[], { happenedBy }: Moments): ReadonlySet<string> {
  if (happenedBy === undefined) return new Set();
  const opened = events.some(({ type, happenedAt }) => type === 'MeetingOpened' && happenedAt <= happenedBy);
  const had = (type: string): boolean => CORRECTIONS.includes(type) && (opened || type !== 'RollCorrected');
  return new Set(events.flatMap(({ type, commandId }) => (had(type) ? [commandId] : [])));
}

function entryMadeBy({ type, data }: RecordedEvent): string | null {
  const { paragraphId, decisionId, annotationId, voteId } = data as Readonly<Record<string, string | undefined>>;
  switch (type) {
    case 'ParagraphRecorded':
      return paragraphId ?? null;
    case 'DecisionRecorded':
      return decisionId ?? null;
    case 'AnnotationRecorded':
      return annotationId ?? null;
    case 'VoteTaken':
      return voteId ?? null;
    default:
      return null;
  }
}
