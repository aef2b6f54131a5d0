import { type EventMetadata, type Position } from '../kernel/event.js';
import { type EventToAppend, type ExpectedRevision, StoreFault } from './event-store.port.js';

/** An event on its way in, as text. `rest` is a JSON object of everything but its names and its place. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly rest: string;
}

const CONTROL = /[\u0000-\u001f\u007f]/;

function requireName(what: string, name: string): void {
  if (typeof name !== 'string' || name === '' || CONTROL.test(name) || !name.isWellFormed()) {
    throw new StoreFault('store.misuse', `${what} must be non-empty text without control characters or broken Unicode.`);
  }
}

function encodeEvent(event: EventToAppend): EncodedEvent {
  requireName('An event id', event.id);
  requireName('An event type', event.type);
  if (!Number.isSafeInteger(event.v) || event.v < 1) throw new StoreFault('store.misuse', 'An event version is a whole number from 1.');
  const { data } = event;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new StoreFault('store.misuse', 'Event data is an object.');
  const { happenedAt, recordedAt, by, correlationId, causationId, commandId, commandDigest, made } = event;
  const rest = { happenedAt, recordedAt, by, correlationId, causationId, commandId, commandDigest, made, data } satisfies EventMetadata & {
    data: object;
  };
  try {
    return { id: event.id, type: event.type, v: event.v, rest: JSON.stringify(rest) };
  } catch (cause) {
    throw new StoreFault('store.misuse', `Event ${event.id} cannot be written as JSON.`, { cause });
  }
}

/** Checks an append and turns its events to text, before anything is queued; throws `store.misuse`. */
export function encodeAppend(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): EncodedEvent[] {
  requireName('A stream name', stream);
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new StoreFault('store.misuse', 'An expected revision is a whole number from 0, "none" or "any".');
  }
  if (events.length === 0) throw new StoreFault('store.misuse', 'An append needs at least one event.');
  const encoded = events.map(encodeEvent);
  if (encoded.length > 1 && new Set(encoded.map(({ id }) => id)).size < encoded.length) {
    throw new StoreFault('store.misuse', 'An append holds the same event id twice.');
  }
  return encoded;
}

/** The whole recorded event as JSON, as adapters keep it. Parsed, the text is a {@link RecordedEvent}, field for field. */
export const bodyOf = (event: EncodedEvent, stream: string, revision: number, position: Position): string =>
  `{"id":${JSON.stringify(event.id)},"type":${JSON.stringify(event.type)},"v":${event.v},"stream":${JSON.stringify(stream)},` +
  `"revision":${revision},"position":"${position}",${event.rest.slice(1)}`;

/** The limit of a read as a count; no limit is `Infinity`. Throws `store.misuse`. */
export function countOf(limit: number | undefined): number {
  if (limit === undefined) return Infinity;
  if (!Number.isSafeInteger(limit) || limit < 0) throw new StoreFault('store.misuse', 'A limit is a whole number from 0.');
  return limit;
}

/** The revision a read starts from; `undefined` is the stream's natural end. Throws `store.misuse`. */
export function revisionOf(from: number | undefined): number | undefined {
  if (from !== undefined && (!Number.isSafeInteger(from) || from < 0))
    throw new StoreFault('store.misuse', 'A revision is a whole number from 0.');
  return from;
}

/** Whether the stream is where the appender believes; `last` is -1 while it has no events. */
export function holds(expected: ExpectedRevision, last: number): boolean {
  return expected === 'any' || (expected === 'none' ? last === -1 : expected === last);
}

/** One event of an earlier append, as found again by its id. */
export interface KnownEvent {
  readonly stream: string | number;
  readonly revision: number;
  /** The event's place within its append, from 0, and how many events that append had. */
  readonly part: number;
  readonly parts: number;
}

/**
 * True if `known` is one earlier append to `stream`, whole and in order; false if no id is known. Throws `store.misuse` for anything else.
 */
export function isRepetition(stream: string | number | undefined, known: readonly (KnownEvent | undefined)[]): boolean {
  if (known.every((one) => one === undefined)) return false;
  if (known.every((one, index) => one?.stream === stream && one?.part === index && one.parts === known.length)) {
    const first = known[0]?.revision ?? 0;
    if (known.every((one, index) => one?.revision === first + index)) return true;
  }
  throw new StoreFault('store.misuse', 'These event ids are in the store already, but not as this same append to this stream.');
}
