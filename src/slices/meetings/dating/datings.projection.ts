import { createHash } from 'node:crypto';
import { addDays, dateInZone, instantInZone, USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { type DatingFacts, type Deadline } from '../../../kernel/deadline.js';
import { type DomainEvent, type Recorded } from '../../../kernel/event.js';
import { type Column, type DayReached, type Premises, type Projection } from '../../../kernel/projection.js';
import { dated, datesWithoutWords, lapsedOn, lookedAt, restsOn } from '../../calendars/calendars.words.js';
import { type Facts, factsFrom, factsOf, isPremise, KEPT, keptOf, type PremiseEvent } from './premises.js';

/** Columns by which the datings are found that an event dates anew. */
interface DatedColumns {
  readonly restsOnCalendar: boolean;
  /** The body on whose diary it hangs. */
  readonly diaryOf: string | null;
  /** The days between which a holiday may move the deadline. */
  readonly countedFrom: string | null;
  readonly countedTo: string | null;
  /** The day of a meeting that the deadline hangs on and that is not opened yet: once it is over, the meeting no longer counts. */
  readonly lapses: string | null;
  /** When the calendar or the diary last moved the deadline. */
  readonly datedAt: string | null;
}

/**
 * Deadlines as the calendar and the diary date them: one row for all records of a body and a kind whose deadlines were said with the same
 * dates, counted or hanging alike, in whatever words, so that a holiday dates them all by one small row. It is dated for as long as the read
 * model stands, whether or not a deadline still runs.
 */
export interface DatingRow extends DatedColumns {
  readonly key: string;
  readonly kind: string;
  readonly bodyId: string;
  readonly saidOn: string;
  /** With the words of one of them. */
  readonly deadline: Deadline;
  readonly latest: string | null;
  /** How often its last day moved. */
  readonly moves: number;
}

/** A deadline as a record says it. */
export interface DeadlineSaid {
  /** Names the deadline among those of the read model. */
  readonly name: string;
  readonly kind: string;
  readonly bodyId: string;
  readonly deadline: Deadline;
  /**
   * The day its words were used. Where an event does not say it, it is the day that was said of the same dating before, or else the day of
   * the event: it matters only to a deadline that does not say by itself what it hangs on.
   */
  readonly saidOn?: string | undefined;
}

/**
 * The dating of a deadline; `null` where it rests on nothing. A deadline that does not say by itself what it hangs on is not known to be
 * dated like another, and has a dating of its own.
 */
export function datingOf({ name, kind, bodyId, deadline, saidOn = '' }: DeadlineSaid): string | null {
  const { calendar, diary } = restsOn(deadline, saidOn);
  if (!calendar && !diary) return null;
  if (diary && !deadline.hangsOn) return name;
  return createHash('sha256')
    .update(JSON.stringify([kind, bodyId, datesWithoutWords(deadline)]))
    .digest('base64url')
    .slice(0, 22);
}

function restsOf({ deadline, saidOn, bodyId }: DatingRow, called: Facts['meetings'] = [], day: string): Omit<DatedColumns, 'datedAt'> {
  const { calendar, diary, of } = restsOn(deadline, saidOn);
  // A number of days that is counted back ends before the day it is counted from.
  const { from = null, lastDay = null } = (calendar && deadline.counted) || {};
  const [countedFrom, countedTo] = lastDay !== null && from !== null && lastDay < from ? [lastDay, from] : [from, lastDay];
  return {
    restsOnCalendar: calendar,
    diaryOf: diary ? (of ?? bodyId) : null,
    countedFrom,
    countedTo,
    lapses: lookedAt(deadline, saidOn, called, day).find(({ opened }) => !opened)?.date ?? null,
  };
}

/** When the last of the meetings that a deadline hung on lapsed, which may be long before the row was made. */
function lapsedAt({ deadline, saidOn }: DatingRow, facts: DatingFacts): string | null {
  const day = facts.notHeld && lapsedOn(deadline, saidOn, facts);
  return day === undefined ? null : instantInZone(addDays(day, 1), '00:00', USUAL_TIME_ZONE);
}

const later = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other > one) ? other : one);

interface Datings<E extends DomainEvent> extends Pick<Projection<DatingRow, E>, 'name' | 'version' | 'indexes'> {
  readonly types: readonly string[];
  /** The deadlines that an event says. */
  readonly said: (event: Recorded<E>) => readonly DeadlineSaid[];
}

const COLUMNS: { readonly [K in keyof DatingRow]: Column } = {
  key: { type: 'text' },
  kind: { type: 'text' },
  bodyId: { type: 'text' },
  saidOn: { type: 'date' },
  deadline: { type: 'json' },
  latest: { type: 'date', nullable: true },
  moves: { type: 'integer' },
  restsOnCalendar: { type: 'boolean' },
  diaryOf: { type: 'text', nullable: true },
  countedFrom: { type: 'date', nullable: true },
  countedTo: { type: 'date', nullable: true },
  lapses: { type: 'date', nullable: true },
  datedAt: { type: 'instant', nullable: true },
};

/**
 * The datings of deadlines: when a holiday is recorded or withdrawn, or a meeting called or cancelled, exactly those that rest on it are
 * dated anew, without an event for each deadline. A dating is never removed.
 */
export function datings<E extends DomainEvent>({ name, version, types, said, indexes }: Datings<E>): Projection<DatingRow, E> {
  const saidBy = (event: Recorded<E>): readonly (DeadlineSaid & { readonly key: string })[] => {
    const day = dateInZone(event.happenedAt, USUAL_TIME_ZONE);
    return said(event).flatMap((one) => {
      const key = datingOf({ ...one, saidOn: one.saidOn ?? day });
      return key === null ? [] : [{ ...one, key }];
    });
  };
  const reduce = (row: DatingRow | undefined, event: Recorded<E>, key: string): DatingRow | undefined => {
    const one = saidBy(event).findLast((other) => other.key === key)!;
    // Only a dating that is one deadline's own can be said anew.
    if (row && key !== one.name) return row;
    const { kind, bodyId, deadline, saidOn = row?.saidOn ?? dateInZone(event.happenedAt, USUAL_TIME_ZONE) } = one;
    const { moves = 0, datedAt = null } = row ?? {};
    const rests = { restsOnCalendar: false, diaryOf: null, countedFrom: null, countedTo: null, lapses: null };
    return { key, kind, bodyId, saidOn, deadline, latest: deadline.latest ?? null, moves, ...rests, datedAt };
  };
  const premises: Premises<DatingRow, Facts | DayReached, PremiseEvent> = {
    ...KEPT,
    touches: (event) => {
      if (!('calendar' in event.data)) return { where: ['diary_of = ?'], values: [KEPT.key(event)] };
      const { date, bodyId } = event.data;
      return {
        where: ['rests_on_calendar = 1', 'counted_to >= ?', 'counted_from <= ?', ...(bodyId === undefined ? [] : ['body_id = ?'])],
        values: [date, date, ...(bodyId === undefined ? [] : [bodyId])],
      };
    },
    days: (day) => ({ where: ['lapses < ?'], values: [day] }),
    reads: Object.keys(COLUMNS) as (keyof DatingRow)[],
    derives: ['deadline', 'latest', 'moves', 'restsOnCalendar', 'diaryOf', 'countedFrom', 'countedTo', 'lapses', 'datedAt'],
    of: ({ bodyId, deadline, saidOn }) => factsOf(bodyId, restsOn(deadline, saidOn)),
    derive: (row, kept, event) => {
      const known = keptOf(kept);
      const { own, other, day } = known;
      const { of } = restsOn(row.deadline, row.saidOn);
      const facts = factsFrom(known, of);
      const deadline = dated(row.deadline, row.saidOn, facts);
      const latest = deadline.latest ?? null;
      const next = { ...row, deadline, latest, moves: row.moves + (latest !== row.latest && isPremise(event) ? 1 : 0) };
      const moved = deadline !== row.deadline && isPremise(event);
      const columns: DatedColumns = {
        ...restsOf(next, (of === undefined ? own : other)?.meetings, day),
        datedAt: later(moved ? event.recordedAt : row.datedAt, lapsedAt(next, facts)),
      };
      const unchanged =
        deadline === row.deadline && (Object.keys(columns) as (keyof DatedColumns)[]).every((one) => columns[one] === row[one]);
      return unchanged ? row : { ...next, ...columns };
    },
  };
  return {
    name,
    version,
    columns: COLUMNS,
    primaryKey: 'key',
    indexes: [
      ...indexes,
      // Datings that a holiday, or a meeting of their body, may date anew.
      { columns: ['key', 'countedTo', 'countedFrom', 'bodyId'], where: 'rests_on_calendar = 1' },
      { columns: ['diaryOf', 'key'], where: 'diary_of IS NOT NULL' },
      // Datings that a meeting no longer counts for once its day is over.
      { columns: ['lapses', 'key'], where: 'lapses IS NOT NULL' },
    ],
    key: (event) => [...new Set(saidBy(event).map(({ key }) => key))],
    on: Object.fromEntries(types.map((type) => [type, reduce])) as unknown as Projection<DatingRow, E>['on'],
    premises,
  };
}
