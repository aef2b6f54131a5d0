import { type Deadline } from '../../../kernel/deadline.js';
import { type DomainEvent, type Recorded } from '../../../kernel/event.js';
import { type DayReached, type Premises, type Projection, THE_DAY } from '../../../kernel/projection.js';
import { EVERYWHERE } from '../../calendars/calendar.events.js';
import { dated, restsOn } from '../../calendars/calendars.words.js';
import { datingOf, type DeadlineSaid } from './datings.projection.js';
import { type Facts, factsFrom, KEPT, keptOf, type PremiseEvent } from './premises.js';

/** Columns of a row whose deadline is dated apart. Its own dates are those that were said, or those that it ended with. */
export interface DatedApart {
  /** The dating its dates are read from while it is live; `null` where it rests on nothing, or has ended. */
  readonly dating: string | null;
  /** The dating of its deadline as it was said, ended or not. */
  readonly datingSaid: string | null;
  /** The other body on whose diary the dating hangs that it follows; `null` where it follows none, or one of the body's own diary. */
  readonly datingHangsOn: string | null;
  /** When it last left a dating: what it was before may have had other dates. */
  readonly datedAt: string | null;
}

/** The columns of a row that rests on nothing. */
export const UNDATED: DatedApart = { dating: null, datingSaid: null, datingHangsOn: null, datedAt: null };

const pick = ({ dating, datingSaid, datingHangsOn, datedAt }: DatedApart): DatedApart => ({ dating, datingSaid, datingHangsOn, datedAt });

/** Dates a deadline, given the day its words were said. */
export type Again = (deadline: Deadline, saidOn: string) => Deadline;

interface RowDated<Row> {
  readonly said: (row: Row) => DeadlineSaid;
  /** Whether the deadline still runs: an ended one keeps the dates it ended with. */
  readonly live: (row: Row) => boolean;
  /** The row with its deadline dated; the very same row where nothing changed. */
  readonly date: (row: Row, again: Again) => Row;
  /** The row once it no longer follows a dating that moved so many times at most. */
  readonly left?: (row: Row, moves: number) => Row;
  /** Indexes that have the dating among their columns. */
  readonly indexes: Projection<Row & DatedApart>['indexes'];
}

/**
 * A projection whose rows' deadlines are dated apart, by {@link datings}: a row names its dating while its deadline runs, and is itself not
 * touched when a holiday or a meeting moves it. At the event that ends the deadline the row takes the dates of that moment.
 */
export function datedApart<Row extends object, E extends DomainEvent>(
  declared: Projection<Row, E>,
  { said, live, date, left, indexes }: RowDated<Row>,
): Projection<Row & DatedApart, E> {
  type Apart = Row & DatedApart;
  const now = (row: Apart): string | null => (live(row) ? row.datingSaid : null);
  const hangsOn = (row: Apart): string | null => {
    const { deadline, saidOn = '' } = said(row);
    return restsOn(deadline, saidOn).of ?? null;
  };
  const on = Object.entries(declared.on).map(([type, reduce]) => {
    const reducer = reduce as (row: Row | undefined, event: Recorded<E>, key: string) => Row | undefined;
    const changed = (row: Apart | undefined, event: Recorded<E>, name: string): Apart | undefined => {
      const next = reducer(row, event, name);
      if (next === row || next === undefined) return next as undefined;
      const { datingSaid, ...apart } = pick(row ?? UNDATED);
      const same = row && said(row).deadline === said(next).deadline;
      return { ...next, ...apart, datingSaid: same ? datingSaid : datingOf(said(next)) };
    };
    return [type, changed];
  });
  const none = { where: ['1 = 0'], values: [] };
  const premises: Premises<Apart, Facts | DayReached, PremiseEvent> = {
    ...KEPT,
    touches: () => none,
    days: () => none,
    reads: ['dating', 'datingSaid', 'datingHangsOn', 'datedAt'],
    derives: ['dating', 'datingHangsOn'],
    // A row rests on facts only between its own event and the dating that follows from it.
    of: (row) => {
      if (row.dating === now(row)) return [];
      const { bodyId } = said(row);
      return [EVERYWHERE, bodyId, THE_DAY, hangsOn(row) ?? bodyId, row.datingHangsOn ?? bodyId];
    },
    derive: (row, kept, event) => {
      const dating = now(row);
      const datingHangsOn = dating === null ? null : hangsOn(row);
      if (row.dating === null) return { ...row, dating, datingHangsOn };
      const known = keptOf(kept);
      const { everywhere, own } = known;
      const before = row.datingHangsOn === null ? undefined : (kept[4] as Facts | undefined);
      const again: Again = (deadline, saidOn) => dated(deadline, saidOn, factsFrom(known, restsOn(deadline, saidOn).of));
      const ended = live(row) ? row : (date(row, again) as Apart);
      // A dating moves at most once with each event that tells of its facts, and once more for a meeting that was called and not held.
      // The row moved no more often than that while it followed the dating.
      const moves = (everywhere?.told ?? 0) + 2 * (own?.told ?? 0) + 2 * (before?.told ?? 0);
      return { ...((left?.(ended, moves) ?? ended) as Apart), dating, datingHangsOn, datedAt: event.recordedAt };
    },
  };
  return {
    ...(declared as unknown as Projection<Apart, E>),
    columns: {
      ...declared.columns,
      dating: { type: 'text', nullable: true },
      datingSaid: { type: 'text', nullable: true },
      datingHangsOn: { type: 'text', nullable: true },
      datedAt: { type: 'instant', nullable: true },
    } as unknown as Projection<Apart, E>['columns'],
    indexes: [...declared.indexes, ...indexes],
    on: Object.fromEntries(on) as Projection<Apart, E>['on'],
    premises,
  };
}
