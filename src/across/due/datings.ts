import { longDate } from '../../kernel/dates.js';
import { type DatingFacts, type Deadline, type RecordedHoliday } from '../../kernel/deadline.js';
import { comparePositions, type Position, type RecordedEvent } from '../../kernel/event.js';
import { dated, restsOn } from '../../slices/calendars/calendars.words.js';
import { changesBy, dueIdOf } from './views/due-calendar/due-changes.js';
import { changedBy, type DueSaid, redated } from './views/due-calendar/due-calendar.projection.js';

/** A change of what deadlines rest on: the facts as they stand from a place in the record on, and what happened there, in words. */
export interface PremiseChange {
  readonly position: Position;
  readonly facts: DatingFacts;
  readonly what: string;
  /** When the day of a meeting was over that was not held: nothing was recorded then, and what was last recorded stands before it. */
  readonly passedAt?: string;
}

/** A deadline of a record that was moved although nothing was recorded of that record. */
export interface Moved {
  readonly by: PremiseChange;
  readonly dueId: string;
  /** Its last day before and after; `null` where there was or is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** `A holiday on 30 November 2026 was recorded: due 2 December 2026 instead of 1 December 2026`. */
  readonly sentence: string;
}

/** A deadline of a record as it stood at a moment, dated by what its dates followed from then. */
export interface DueThen {
  readonly dueId: string;
  /** What has to be done by then. */
  readonly what: string;
  readonly standing: DueSaid['standing'];
  readonly deadline: Deadline;
  /** Its last day as the record itself said it; `null` where it named none. */
  readonly said: string | null;
}

/** The deadlines that a record's events set, as they were said; with each that has ended, the event that ended it. */
export function duesSaid(
  events: readonly RecordedEvent[],
): readonly { readonly row: DueSaid; readonly endedBy: RecordedEvent | undefined }[] {
  const found = new Map<string, { row: DueSaid; endedBy: RecordedEvent | undefined }>();
  for (const event of events) {
    for (const key of new Set(changesBy(event).map(dueIdOf))) {
      const before = found.get(key);
      const row = changedBy(before?.row, event, key);
      if (!row) found.delete(key);
      else found.set(key, { row, endedBy: row.standing === 'live' ? undefined : (before?.endedBy ?? event) });
    }
  }
  return [...found.values()];
}

const toldAs = (what: string, { what: purpose }: DueSaid, named: boolean, from: string | null, to: string | null): string => {
  const due = named ? `${purpose} due` : 'due';
  if (to === null) return `${what}: ${due} on no day known, instead of ${longDate(from!)}`;
  return `${what}: ${due} ${longDate(to)}${from === null ? '' : ` instead of ${longDate(from)}`}`;
};

/**
 * What moved a record's deadlines, in the order recorded: its own events and the changes of what the deadlines rest on, told one after the
 * other. An ended deadline is not moved.
 */
export function movesOf(events: readonly RecordedEvent[], premises: readonly PremiseChange[]): readonly Moved[] {
  const rows = new Map<string, DueSaid>();
  const moves: Moved[] = [];
  let facts: DatingFacts = { meetings: [], holidays: [] };
  const again: Parameters<typeof redated>[1] = (deadline, saidOn) => dated(deadline, saidOn, facts);
  const own = events.map((event) => ({ position: event.position, event }));
  const steps = [...own, ...premises].sort((a, b) => comparePositions(a.position, b.position));
  for (const step of steps) {
    if ('event' in step) {
      for (const key of new Set(changesBy(step.event).map(dueIdOf))) {
        const row = changedBy(rows.get(key), step.event, key);
        if (row) rows.set(key, row.standing === 'live' ? redated(row, again) : row);
        else rows.delete(key);
      }
      continue;
    }
    ({ facts } = step);
    for (const [dueId, row] of rows) {
      if (row.standing !== 'live') continue;
      const next = redated(row, again);
      rows.set(dueId, next);
      if (next.latest !== row.latest)
        moves.push({
          by: step,
          dueId,
          from: row.latest,
          to: next.latest,
          sentence: toldAs(step.what, row, rows.size > 1, row.latest, next.latest),
        });
    }
  }
  return moves;
}

/** Whether any deadline these events set rests on the calendar or the diary. */
export const mayMove = (events: readonly RecordedEvent[]): boolean =>
  events.some((event) =>
    changesBy(event).some((change) => {
      if (!('deadline' in change) || !change.deadline) return false;
      const { calendar, diary } = restsOn(change.deadline, event.happenedAt.slice(0, 10));
      return calendar || diary;
    }),
  );

/** `A holiday on 30 November 2026 was recorded (St Andrew’s Day)`. */
export const holidayTold = (event: 'HolidayRecorded' | 'HolidayWithdrawn', { date, title, kept }: RecordedHoliday): string => {
  if (event === 'HolidayWithdrawn') return `What was recorded of ${longDate(date)} was withdrawn from the calendar`;
  return kept
    ? `A holiday on ${longDate(date)} was recorded (${title})`
    : `${longDate(date)} was recorded as a day that is not kept as a holiday (${title})`;
};
