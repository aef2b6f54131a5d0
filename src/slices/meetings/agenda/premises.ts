import { createHash } from 'node:crypto';
import { addDays, dateInZone, instantInZone, USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { bodyIdOf } from '../../../kernel/record-id.js';
import { type DatingFacts, type Deadline } from '../../../kernel/deadline.js';
import { type DomainEvent, type Recorded } from '../../../kernel/event.js';
import { type Column, DAY_BEGUN, type DayReached, type Premises, type Projection, THE_DAY } from '../../../kernel/projection.js';
import { type CalendarEvent, EVERYWHERE } from '../../calendars/calendar.events.js';
import { calendarHistory, dated, diaryOn, lapsedOn, lookedAt, restsOn } from '../../calendars/calendars.words.js';
import { type MeetingEvent, meetingIdOf } from '../events/meeting.events.js';

/** The events that change what deadlines rest on: the recorded holidays, and the diary of a body. Beside them, the days pass. */
export type PremiseEvent = CalendarEvent | Extract<MeetingEvent, { type: 'MeetingCalled' | 'MeetingOpened' | 'MeetingCancelled' }>;

/** What is known of one calendar and one diary: those of a body, or the calendar of what is kept everywhere. */
interface Facts extends Pick<DatingFacts, 'holidays'> {
  readonly meetings: readonly { readonly meetingId: string; readonly date: string; readonly opened: boolean }[];
  /** How many events have told of them. */
  readonly told: number;
}

const NOTHING: Facts = { holidays: [], meetings: [], told: 0 };

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

const holidayChanged = (facts: Facts = NOTHING, event: Recorded<CalendarEvent>): Facts => ({
  ...facts,
  holidays: calendarHistory.evolve({ holidays: facts.holidays }, event).holidays,
  told: facts.told + 1,
});

const without = ({ meetings, ...facts }: Facts, meetingId: string): Facts => ({
  ...facts,
  meetings: meetings.filter((one) => one.meetingId !== meetingId),
  told: facts.told + 1,
});

const evolveFacts: Premises<object, Facts, PremiseEvent>['on'] = {
  HolidayRecorded: holidayChanged,
  HolidayWithdrawn: holidayChanged,
  MeetingCalled: (facts = NOTHING, { data: { meetingId, date } }) => {
    const others = without(facts, meetingId);
    return { ...others, meetings: [...others.meetings, { meetingId, date, opened: false }].sort(byDate) };
  },
  MeetingOpened: (facts = NOTHING, { stream }) => ({
    ...facts,
    meetings: facts.meetings.map((one) => (one.meetingId === meetingIdOf(stream) ? { ...one, opened: true } : one)),
    told: facts.told + 1,
  }),
  MeetingCancelled: (facts = NOTHING, { stream }) => without(facts, meetingIdOf(stream)),
};

/** Whether an event is one of these, or the beginning of a day. */
const isPremise = ({ type }: DomainEvent): boolean => type in evolveFacts || type === DAY_BEGUN;

/** The facts of a calendar and of a diary, as the engine keeps them: one declaration for {@link datings} and for {@link datedApart}. */
const KEPT = {
  version: 4,
  key: (event: Recorded<PremiseEvent>): string => ('calendar' in event.data ? event.data.calendar : bodyIdOf(meetingIdOf(event.stream))),
  on: evolveFacts as Premises<object, Facts | DayReached, PremiseEvent>['on'],
};

type FactsKept = readonly (Facts | DayReached | undefined)[];

const keptOf = ([everywhere, own, reached, other]: FactsKept) => ({
  everywhere: everywhere as Facts | undefined,
  own: own as Facts | undefined,
  day: (reached as DayReached | undefined)?.day ?? '',
  other: other as Facts | undefined,
});

/** The keys of the facts that the dates of a deadline follow from, in the order of {@link keptOf}. */
function factsOf(bodyId: string, { diary, of }: ReturnType<typeof restsOn>): readonly string[] {
  return [EVERYWHERE, bodyId, ...(diary ? [THE_DAY] : []), ...(of === undefined ? [] : [of])];
}

/**
 * What a deadline of a body follows from on a day: the body's own calendar and diary, after what is kept everywhere. `of`: another body on
 * whose diary it hangs.
 */
const factsFrom = (
  { everywhere = NOTHING, own = NOTHING, other = NOTHING, day }: ReturnType<typeof keptOf>,
  of: string | undefined,
): DatingFacts => ({
  ...diaryOn(own.meetings, day),
  // The very same list where it can be, so that what is counted by it once need not be counted again.
  holidays: own.holidays.length === 0 ? everywhere.holidays : [...everywhere.holidays, ...own.holidays],
  ...(of === undefined ? {} : { others: { [of]: diaryOn(other.meetings, day) } }),
});

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
 * A deadline as the calendar and the diary date it: one row for all records of a body and a kind whose deadlines were said alike, so that a
 * holiday dates them all by one small row. It is dated for as long as the read model stands, whether or not a deadline still runs.
 */
export interface DatingRow extends DatedColumns {
  readonly key: string;
  readonly kind: string;
  readonly bodyId: string;
  readonly saidOn: string;
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
 * said like another, and has a dating of its own.
 */
export function datingOf({ name, kind, bodyId, deadline, saidOn = '' }: DeadlineSaid): string | null {
  const { calendar, diary } = restsOn(deadline, saidOn);
  if (!calendar && !diary) return null;
  if (diary && !deadline.hangsOn) return name;
  return createHash('sha256')
    .update(JSON.stringify([kind, bodyId, deadline]))
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
      if (event.type === 'MeetingCalled' || event.type === 'MeetingOpened' || event.type === 'MeetingCancelled')
        return { where: ['diary_of = ?'], values: [KEPT.key(event)] };
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
