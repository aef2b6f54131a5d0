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
}

export type Reducer<Row, E extends DomainEvent> = (row: Row | undefined, event: Recorded<E>, key: string) => Row | undefined;

/** Declares a projection; the types of rows and events are checked here. */
export const projection = <Row extends object, E extends DomainEvent>(spec: Projection<Row, E>): Projection<Row, E> => spec;

/**
 * Any projection, whatever its rows and events. A slice exports a list of these: `export const motionProjections: readonly
 * AnyProjection[]`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows and events differ from one projection to the next
export type AnyProjection = Projection<any, any>;
