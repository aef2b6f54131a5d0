import { type DomainEvent, type Recorded } from './event.js';

/** How a column is stored: `json` holds any plain JSON; `instant` and `date` are ISO text and compare as text. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'date' | 'instant' | 'json';

export interface Column {
  readonly type: ColumnType;
  readonly nullable?: boolean;
}

/**
 * A read model: one row per key, made from events by pure functions.
 *
 * Raise `version` whenever a row's meaning or the columns change: the engine rebuilds beside the live table and swaps the new table in. A
 * reducer gets the row as it stands (`undefined` if there is none) and returns the row as it is to be; `undefined` removes the row or
 * leaves it absent. A reducer must not mutate, and sees only the newest shape of each event. A reducer that throws halts this projection
 * alone.
 */
export interface Projection<Row extends object, E extends DomainEvent = DomainEvent> {
  /** Name in snake_case; also the table's name. */
  readonly name: string;
  readonly version: number;
  /** The row's properties; the table's columns are their names in snake_case. */
  readonly columns: { readonly [K in keyof Row]-?: Column };
  readonly primaryKey: keyof Row & string;
  readonly indexes: readonly { readonly columns: readonly (keyof Row & string)[]; readonly where?: string }[];
  /** Text columns whose words are indexed, so that rows are found by what they say: see `full-text/`. */
  readonly fullText?: readonly (keyof Row & string)[];
  /** The key, or keys, of the rows that an event touches. Called only for event types named in `on`. */
  readonly key: (event: Recorded<E>) => string | readonly string[];
  readonly on: { readonly [T in E['type']]?: Reducer<Row, Extract<E, { type: T }>> };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the facts and their events are the premises' own
  readonly premises?: Premises<Row, any, any>;
}

/**
 * Facts that rows rest on beside their own events, and what of a row follows from these facts.
 *
 * The facts lie in a table of their own next to the rows, one row for each key, and come forward in the same transactions: a row is always
 * derived from the facts as they stood after the same event. An event that changes facts derives anew every row it touches, wherever it
 * stands, without an event for each. Pure, like a reducer.
 */
export interface Premises<Row extends object, Facts extends object = object, E extends DomainEvent = DomainEvent> {
  /** Raise it when the meaning of the facts changes: the projection is then built anew. */
  readonly version: number;
  /** The key of the facts that an event changes. Called only for event types named in `on`. */
  readonly key: (event: Recorded<E>) => string;
  readonly on: { readonly [T in E['type']]?: (facts: Facts | undefined, event: Recorded<Extract<E, { type: T }>>) => Facts };
  /** The rows that such an event may change: a condition on the table's columns, with its values in order. */
  readonly touches: (event: Recorded<E>) => { readonly where: readonly string[]; readonly values: readonly unknown[] };
  /**
   * The rows that the beginning of a day may change, where what follows depends on the day too: {@link THE_DAY} is then the key of the day
   * the rows have come to. A day begins with the first event recorded on it, or when the clock comes to it; every day in its turn, so that a
   * row is the same whenever it was looked at. No event is recorded for it.
   */
  readonly days?: (day: string) => { readonly where: readonly string[]; readonly values: readonly unknown[] };
  /** The columns that `of` and `derive` look at, and those of them that `derive` may change: rows that an event touches are read and written by these alone. */
  readonly reads: readonly (keyof Row & string)[];
  readonly derives: readonly (keyof Row & string)[];
  /** The keys of the facts that a row rests on; none where it rests on its own events alone. */
  readonly of: (row: Row) => readonly string[];
  /**
   * The row with what follows from the facts of {@link of}, in that order; the very same row where nothing changes. `event` is the last
   * event that changed the row or the facts.
   */
  readonly derive: (row: Row, facts: readonly (Facts | undefined)[], event: Recorded<DomainEvent>) => Row;
}

/** The key of the facts that hold the day to which rows have come. */
export const THE_DAY = '#day';

/** What is kept under {@link THE_DAY}. */
export interface DayReached {
  readonly day: string;
}

/** What rows are told of when a day begins; never recorded. */
export const DAY_BEGUN = 'DayBegun';

export type Reducer<Row, E extends DomainEvent> = (row: Row | undefined, event: Recorded<E>, key: string) => Row | undefined;

/** Declares a projection; the types of rows and events are checked here. */
export const projection = <Row extends object, E extends DomainEvent>(spec: Projection<Row, E>): Projection<Row, E> => spec;

/**
 * Any projection, whatever its rows and events. A slice exports a list of these: `export const motionProjections: readonly
 * AnyProjection[]`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows and events differ from one projection to the next
export type AnyProjection = Projection<any, any>;
