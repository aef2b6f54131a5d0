import { addDays, instantInZone, USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { bodyIdOf } from '../../../kernel/record-id.js';
import { type DatingFacts, type Deadline } from '../../../kernel/deadline.js';
import { type DomainEvent, type Recorded } from '../../../kernel/event.js';
import { type Column, DAY_BEGUN, type DayReached, type Premises, type Projection, THE_DAY } from '../../../kernel/projection.js';
import { type CalendarEvent, EVERYWHERE } from '../../calendars/calendar.events.js';
import { calendarHistory, dated, diaryOn, lapsedOn, lookedAt, restsOn } from '../../calendars/calendars.words.js';
import { type MeetingEvent, meetingIdOf } from '../record/meeting.events.js';

/** The events that change what deadlines rest on: the recorded holidays, and the diary of a body. Beside them, the days pass. */
export type PremiseEvent = CalendarEvent | Extract<MeetingEvent, { type: 'MeetingCalled' | 'MeetingOpened' | 'MeetingCancelled' }>;

/** What is known of one calendar and one diary: those of a body, or the calendar of what is kept everywhere. */
interface Facts extends Pick<DatingFacts, 'holidays'> {
  readonly meetings: readonly { readonly meetingId: string; readonly date: string; readonly opened: boolean }[];
}

const NOTHING: Facts = { holidays: [], meetings: [] };

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

const holidayChanged = (facts: Facts = NOTHING, event: Recorded<CalendarEvent>): Facts => ({
  ...facts,
  holidays: calendarHistory.evolve({ holidays: facts.holidays }, event).holidays,
});

const without = ({ meetings, ...facts }: Facts, meetingId: string): Facts => ({
  ...facts,
  meetings: meetings.filter((one) => one.meetingId !== meetingId),
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
  }),
  MeetingCancelled: (facts = NOTHING, { stream }) => without(facts, meetingIdOf(stream)),
};

/** Whether an event is one of these, or the beginning of a day. */
const isPremise = ({ type }: DomainEvent): boolean => type in evolveFacts || type === DAY_BEGUN;

/** What deadlines of a body follow from on a day: its own calendar and diary, after what is kept everywhere. */
const factsFrom = (everywhere: Facts = NOTHING, own: Facts = NOTHING, day: string): DatingFacts => ({
  ...diaryOn(own.meetings, day),
  // The very same list where it can be, so that what is counted by it once need not be counted again.
  holidays: own.holidays.length === 0 ? everywhere.holidays : [...everywhere.holidays, ...own.holidays],
});

/** Columns by which the rows are found that an event dates anew. */
export interface DatedColumns {
  readonly restsOnCalendar: boolean;
  readonly restsOnDiary: boolean;
  /** The days between which a holiday may move the row's deadlines. */
  readonly countedFrom: string | null;
  readonly countedTo: string | null;
  /** The day of a meeting that the row's deadlines hang on and that is not opened yet: once it is over, the meeting no longer counts. */
  readonly lapses: string | null;
  /** When the calendar or the diary last moved the row's deadlines: the record's own events say nothing of it. */
  readonly datedAt: string | null;
}

const COLUMNS: { readonly [K in keyof DatedColumns]: Column } = {
  restsOnCalendar: { type: 'boolean' },
  restsOnDiary: { type: 'boolean' },
  countedFrom: { type: 'date', nullable: true },
  countedTo: { type: 'date', nullable: true },
  lapses: { type: 'date', nullable: true },
  datedAt: { type: 'instant', nullable: true },
};

/** Dates a deadline, given the day its words were said. */
export type Again = (deadline: Deadline, saidOn: string) => Deadline;

/** The columns of a row that rests on nothing. */
export const UNDATED: DatedColumns = {
  restsOnCalendar: false,
  restsOnDiary: false,
  countedFrom: null,
  countedTo: null,
  lapses: null,
  datedAt: null,
};

/** How a projection's rows have deadlines. */
export interface Dating<Row> {
  readonly bodyId: (row: Row) => string;
  /** The columns that `bodyId`, `live` and `date` look at, and those that `date` changes. */
  readonly reads: readonly (keyof Row & string)[];
  readonly changes: readonly (keyof Row & string)[];
  /** Whether the deadlines still run: an ended one keeps the dates it ended with. */
  readonly live: (row: Row) => boolean;
  /** The row with its deadlines dated by `again`; the very same row where none changed. */
  readonly date: (row: Row, again: Again) => Row;
}

function restsOf<Row>(row: Row, { live, date }: Dating<Row>, called: Facts['meetings'] = [], day = ''): Omit<DatedColumns, 'datedAt'> {
  const { datedAt: _, ...rests }: { -readonly [K in keyof DatedColumns]: DatedColumns[K] } = { ...UNDATED };
  if (!live(row)) return rests;
  date(row, (deadline, saidOn) => {
    const { calendar, diary } = restsOn(deadline, saidOn);
    rests.restsOnDiary ||= diary;
    const open = lookedAt(deadline, saidOn, called, day).find(({ opened }) => !opened)?.date;
    if (open !== undefined && (rests.lapses === null || open < rests.lapses)) rests.lapses = open;
    if (!calendar) return deadline;
    rests.restsOnCalendar = true;
    const { from, lastDay } = deadline.counted ?? {};
    if (from !== undefined && (rests.countedFrom === null || from < rests.countedFrom)) rests.countedFrom = from;
    if (lastDay !== undefined && (rests.countedTo === null || lastDay > rests.countedTo)) rests.countedTo = lastDay;
    return deadline;
  });
  return rests;
}

/** When the last of the meetings that a row's deadlines hung on lapsed, which may be long before the row was made. */
function lapsedAt<Row>(row: Row, { live, date }: Dating<Row>, facts: DatingFacts): string | null {
  let last: string | null = null;
  if (!live(row) || facts.notHeld === undefined) return last;
  date(row, (deadline, saidOn) => {
    const day = lapsedOn(deadline, saidOn, facts);
    if (day !== undefined) last = later(last, instantInZone(addDays(day, 1), '00:00', USUAL_TIME_ZONE));
    return deadline;
  });
  return last;
}

const later = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other > one) ? other : one);

/**
 * A projection whose rows’ deadlines are dated by the calendar and the diary as they stand: when a holiday is recorded or withdrawn, or a
 * meeting called or cancelled, exactly the rows that rest on it are dated anew, without an event for each.
 */
export function datedRows<Row extends object, E extends DomainEvent>(
  declared: Projection<Row, E>,
  dating: Dating<Row>,
): Projection<Row & DatedColumns, E> {
  type DatedRow = Row & DatedColumns;
  const key = declared.primaryKey;
  const on = Object.entries(declared.on).map(([type, reduce]) => {
    const reducer = reduce as (row: Row | undefined, event: Recorded<E>, key: string) => Row | undefined;
    const changed = (row: DatedRow | undefined, event: Recorded<E>, name: string): DatedRow | undefined => {
      const next = reducer(row, event, name);
      return next === row ? row : next && { ...UNDATED, datedAt: row?.datedAt ?? null, ...next };
    };
    return [type, changed];
  });
  const premises: Premises<DatedRow, Facts | DayReached, PremiseEvent> = {
    version: 2,
    key: (event) => ('calendar' in event.data ? event.data.calendar : bodyIdOf(meetingIdOf(event.stream))),
    on: evolveFacts as Premises<DatedRow, Facts | DayReached, PremiseEvent>['on'],
    touches: (event) => {
      if (event.type === 'MeetingCalled' || event.type === 'MeetingOpened' || event.type === 'MeetingCancelled')
        return { where: ['rests_on_diary = 1', 'body_id = ?'], values: [premises.key(event)] };
      const { date, bodyId } = event.data;
      return {
        where: ['rests_on_calendar = 1', 'counted_to >= ?', 'counted_from <= ?', ...(bodyId === undefined ? [] : ['body_id = ?'])],
        values: [date, date, ...(bodyId === undefined ? [] : [bodyId])],
      };
    },
    days: (day) => ({ where: ['lapses < ?'], values: [day] }),
    // What is written is read too, since a row may change in its columns alone and keep its dates.
    reads: [...new Set([...dating.reads, ...dating.changes, ...(Object.keys(COLUMNS) as (keyof DatedColumns)[])])],
    derives: [...dating.changes, ...(Object.keys(COLUMNS) as (keyof DatedColumns)[])],
    of: (row) => {
      const { restsOnCalendar, restsOnDiary } = restsOf(row, dating);
      const rests = restsOnCalendar || restsOnDiary || row.restsOnCalendar || row.restsOnDiary;
      return rests ? [EVERYWHERE, dating.bodyId(row), ...(restsOnDiary ? [THE_DAY] : [])] : [];
    },
    derive: (row, [everywhere, own, reached], event) => {
      const day = (reached as DayReached | undefined)?.day ?? '';
      const facts = factsFrom(everywhere as Facts, own as Facts, day);
      const next = dating.live(row) ? (dating.date(row, (deadline, saidOn) => dated(deadline, saidOn, facts)) as DatedRow) : row;
      const moved = next !== row && isPremise(event);
      const columns: DatedColumns = {
        ...restsOf(next, dating, (own as Facts | undefined)?.meetings, day),
        datedAt: later(moved ? event.recordedAt : row.datedAt, lapsedAt(next, dating, facts)),
      };
      const unchanged = next === row && (Object.keys(columns) as (keyof DatedColumns)[]).every((name) => columns[name] === row[name]);
      return unchanged ? row : { ...next, ...columns };
    },
  };
  return {
    ...(declared as unknown as Projection<DatedRow, E>),
    columns: { ...declared.columns, ...COLUMNS } as unknown as Projection<DatedRow, E>['columns'],
    on: Object.fromEntries(on) as Projection<DatedRow, E>['on'],
    indexes: [
      ...declared.indexes,
      // Deadlines that a holiday, or a meeting of their body, may date anew.
      { columns: [key, 'countedTo', 'countedFrom', 'bodyId' as keyof Row & string], where: 'rests_on_calendar = 1' },
      { columns: ['bodyId' as keyof Row & string, key], where: 'rests_on_diary = 1' },
      // Deadlines that a meeting no longer counts for once its day is over.
      { columns: ['lapses', key], where: 'lapses IS NOT NULL' },
    ],
    premises,
  };
}
