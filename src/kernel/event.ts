/**
 * An event as its slice states it, before the store takes it. `type` and `v` are literals that never change once stored; `data` is plain
 * JSON.
 */
export interface DomainEvent<T extends string = string, V extends number = number, D extends object = object> {
  readonly type: T;
  readonly v: V;
  readonly data: D;
}

/** A place in the total order of all events. Opaque: compare with {@link comparePositions}, never calculate with it. */
export type Position = string & { readonly __brand: 'Position' };

/** Positions are spelled so that plain string order is the store's order, in every adapter. */
export const comparePositions = (a: Position, b: Position): number => (a < b ? -1 : a > b ? 1 : 0);

/** Who wrote an event down, and in what role they did so. */
export interface Recorder {
  readonly principalId: string;
  readonly name: string;
  readonly role: string;
}

/** What is recorded beside every event's data. Instants are ISO 8601 in UTC with milliseconds. */
export interface EventMetadata {
  /** When the event happened in the room. */
  readonly happenedAt: string;
  /** When the event was written down; a clerk often records late. */
  readonly recordedAt: string;
  readonly by: Recorder;
  readonly correlationId: string;
  readonly causationId: string;
  /** The id of the command that recorded the event; a repeated command finds its events by this id. */
  readonly commandId: string;
  /** Digest of the command's payload, so that a key used again for something else is noticed. */
  readonly commandDigest: string;
  /** Id of what the command made, where that is not the record itself: a repeated command answers with it. */
  readonly made?: string;
}

/** An event as the store gives it back. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> extends EventMetadata {
  /** UUID version 7. */
  readonly id: string;
  readonly type: E['type'];
  readonly v: E['v'];
  readonly data: E['data'];
  readonly stream: string;
  /** 0 for a stream's first event, then one more for each. */
  readonly revision: number;
  readonly position: Position;
}

/** {@link RecordedEvent}, distributed over a union, so that a `switch` on `type` narrows `data`. */
export type Recorded<E extends DomainEvent> = E extends DomainEvent ? RecordedEvent<E> : never;
