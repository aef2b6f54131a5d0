import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Position, type RecordedEvent } from '../kernel/event.js';
import { StoreFault } from './event-store.port.js';

/** What adapters that keep events in rows prove each event by: its place, a running checksum, and a chain of digests. */

/** One event as it is stored. `crcBefore` is the checksum of the event ahead of it in the order of the record. */
export interface StoredRow {
  readonly position: number;
  readonly revision: number;
  readonly crcBefore: number;
  readonly crc: number;
  readonly body: string;
}

/** The digest before the first event. */
export const NO_DIGEST = '0'.repeat(64);

/** The checksum before the first event. */
export const NO_CRC = 0;

const HEX = 16;

/** Fixed width, so that the order of the text is the order of the numbers. */
export const toPosition = (place: number): Position => place.toString(16).padStart(HEX, '0') as Position;

export function fromPosition(position: Position): number {
  const place = /^[0-9a-f]{16}$/.test(position) ? parseInt(position, 16) : NaN;
  if (!Number.isSafeInteger(place)) throw new StoreFault('store.misuse', `"${position}" is not a position of this store.`);
  return place;
}

export const beyondTheEnd = (position: Position): StoreFault =>
  new StoreFault(
    'store.misuse',
    `Position ${position} lies beyond the end of this store: it is another store's, or from before a restoration.`,
  );

/**
 * The checksum of one body, or of several joined by commas, running on from the checksum ahead: each body counts with a comma before it.
 */
export const checksumOf = (before: number, bodies: string): number => crc32(bodies, crc32(',', before));

/**
 * The chained digest: whoever changes, removes or moves an event must also change every digest after it. `facts` are numbers of the row;
 * only the last part is free text.
 */
export const digestOf = (before: string, facts: readonly number[], body: string): string =>
  hash('sha256', `${before} ${facts.join(' ')} ${body}`);

export const damaged = (place: string, problem: string): StoreFault =>
  new StoreFault('store.damaged', `The event store is damaged at ${place}: ${problem}.`, { place });

/** The event of a row; throws `store.damaged` if the row is not what was written. `due` says which event is expected, if known. */
export function eventOf(row: StoredRow, due: { readonly stream?: string; readonly revision?: number }): RecordedEvent {
  const { position, revision, crcBefore, crc, body } = row;
  const place = `position ${toPosition(position)}${due.stream === undefined ? '' : `, stream "${due.stream}"`}, revision ${revision}`;
  if (checksumOf(crcBefore, body) !== crc) throw damaged(place, 'the event does not match its checksum');
  let event: RecordedEvent;
  try {
    event = JSON.parse(body) as RecordedEvent;
  } catch {
    throw damaged(place, 'the event is not JSON');
  }
  const { stream = event.stream, revision: dueRevision = revision } = due;
  if (event.position !== toPosition(position) || event.revision !== dueRevision || event.stream !== stream) {
    throw damaged(place, `another event stands here: position ${event.position}, stream "${event.stream}", revision ${event.revision}`);
  }
  return event;
}
