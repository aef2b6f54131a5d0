import { type EventMetadata, type Position, type RecordedEvent } from '../kernel/event.js';

/** An event on its way in: the store adds stream, revision and position. */
export interface EventToAppend extends EventMetadata {
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly data: object;
}

/**
 * What the appender believes about the stream.
 * `none`: it has no events; a number: the revision of its last event; `any`: no belief (only for facts that no rule guards).
 */
export type ExpectedRevision = 'none' | 'any' | number;

export interface Appended {
  readonly accepted: true;
  /** Revision and position of the last event of this append. */
  readonly revision: number;
  readonly position: Position;
}

/** The stream was not where the appender believed. `actual` is the last event's revision, `none` if it has no events. */
export interface WrongRevision {
  readonly accepted: false;
  readonly actual: number | 'none';
}

export type SubscriptionMessage = { readonly kind: 'event'; readonly event: RecordedEvent } | { readonly kind: 'live' };

/**
 * The record. Append-only; nothing is ever changed or removed.
 *
 * Guarantees, held by `test/contracts/event-store.contract.ts` for every adapter:
 * - `append` is durable when it resolves, and atomic: all of its events or none, with consecutive revisions.
 * - `append` is idempotent by event id: the same ids again on the same stream answer as the first time and store nothing, whatever is
 *   expected. A part of an earlier append is a fault, and so are known ids on another stream where the adapter knows ids across streams:
 *   the one on KurrentDB does not.
 * - A clash is a value. A fault (disk full, damage, closed) is a {@link StoreFault}. After a fault either none of the append is stored or
 *   all of it: the caller repeats with the same ids to find out.
 * - Positions order all events totally and consistently with every stream's revisions. Positions are opaque and may have gaps.
 * - Reading skips nothing, and shows no event before everything ordered ahead of it is also visible.
 */
export interface EventStore {
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended | WrongRevision>;

  /** One stream, oldest first, or newest first with `backwards`. `from` is inclusive. An unknown stream is empty. */
  readStream(
    stream: string,
    options?: { readonly from?: number; readonly backwards?: boolean; readonly limit?: number },
  ): AsyncIterable<RecordedEvent>;

  /**
   * Everything in order, strictly after a position (from the start if none is given), up to the last event stored when the reading gets
   * there.
   */
  readAll(options?: { readonly after?: Position; readonly limit?: number }): AsyncIterable<RecordedEvent>;

  /**
   * Catch-up subscription: every event strictly after the position exactly once, in order, for as long as it is iterated.
   * Says `live` each time it has caught up. Ends when `signal` aborts or the store closes.
   */
  subscribe(options: { readonly after?: Position; readonly signal: AbortSignal }): AsyncIterable<SubscriptionMessage>;

  /** Position of the last event, `null` on an empty store. */
  head(): Promise<Position | null>;

  /** Reads everything and proves it whole; yields each damage found, with its place. Nothing yielded means sound. */
  verify(): AsyncIterable<StoreDamage>;

  close(): Promise<void>;
}

export const EVENT_STORE = Symbol('EventStore');

export interface StoreDamage {
  /** Position, stream and revision of the damage, as far as they can still be told. */
  readonly place: string;
  readonly problem: string;
}

export type StoreFaultCode =
  | 'store.disk-full'
  | 'store.read-only'
  | 'store.in-use'
  | 'store.damaged'
  | 'store.closed'
  | 'store.unavailable'
  | 'store.misuse'
  /** The record holds a type, or a newer version of one, that this program does not know. */
  | 'store.unknown-event';

/** Thrown if the store could not do what was asked: a fault, not a refusal. `code` is stable. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  /** Where the record is damaged: position, stream and revision as far as they can be told. */
  readonly place: string | undefined;
  constructor(
    readonly code: StoreFaultCode,
    message: string,
    options?: ErrorOptions & { readonly place?: string },
  ) {
    super(message, options);
    this.place = options?.place;
  }
}
