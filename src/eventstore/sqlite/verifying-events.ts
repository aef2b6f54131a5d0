import { type Database } from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import { type StoreDamage, StoreFault } from '../event-store.port.js';
import { digestOf, NO_CRC, NO_DIGEST, toPosition } from '../proof.js';
import { decodeRow, type EventRow, ROW_COLUMNS } from './codec.js';
import { messageOf } from '../cause.js';
import { type StreamEnd } from './tail.js';

export interface Verification {
  readonly db: Database;
  /** Positions of the last event, and of the last indexed event, as the store states them. */
  readonly head: number;
  readonly indexed: number;
  readonly requireOpen: () => void;
  /** Where each stream ends: `ends` by all events read so far, `indexedEnds` by those of them that are indexed. */
  readonly ends: Map<number, StreamEnd>;
  readonly indexedEnds: Map<number, StreamEnd>;
}

type ProvenRow = [...EventRow, stream: number, part: number, parts: number, digest: Buffer];

/** Checksum, digest and end of stream as of the event ahead: the next event must continue all three. */
interface Ahead {
  readonly crc: number;
  readonly digest: string;
  readonly end: StreamEnd;
}

export const NO_END: StreamEnd = { revision: -1, position: 0 };

const PAGE = 512;

/** Reads every event in order and proves each by itself and against the one ahead of it; yields the damage found. */
export async function* verifyingEvents(verification: Verification): AsyncGenerator<StoreDamage, void, undefined> {
  const { db, head, indexed, ends, indexedEnds, requireOpen } = verification;
  const page = db
    .prepare<[number, number], ProvenRow>(
      `SELECT ${ROW_COLUMNS}, stream, part, parts, digest FROM events WHERE position > ? ORDER BY position LIMIT ?`,
    )
    .raw();
  const nameOf = db.prepare<[number], string>('SELECT name FROM streams WHERE id = ?').pluck();
  const positionOf = db.prepare<[string], number>('SELECT position FROM event_ids WHERE id = ?').pluck();
  let after = 0;
  let crc = NO_CRC;
  let digest = NO_DIGEST;
  try {
    for (let rows = page.all(after, PAGE); rows.length > 0; rows = page.all(after, PAGE)) {
      for (const proven of rows) {
        const [position, revision, , , , , stream] = proven;
        if (position !== after + 1) yield { place: span(after + 1, position - 1), problem: 'missing' };
        const name = nameOf.get(stream);
        const due = { crc, digest, end: ends.get(stream) ?? NO_END };
        const problem = problemOf(proven, name, due, (id) => positionOf.get(id) === (position <= indexed ? position : undefined));
        if (problem) yield { place: `position ${toPosition(position)}, stream "${name ?? stream}", revision ${revision}`, problem };
        const end = { revision, position };
        ends.set(stream, end);
        if (position <= indexed) indexedEnds.set(stream, end);
        after = position;
        crc = proven[4];
        digest = proven[9].toString('hex');
      }
      await turn();
      requireOpen();
    }
    if (after < head) yield { place: span(after + 1, head), problem: 'missing' };
    if (after > head) yield { place: span(head + 1, after), problem: 'beyond the end of the record' };
  } catch (cause) {
    if (cause instanceof StoreFault) throw cause;
    yield { place: `after position ${toPosition(after)}`, problem: `cannot be read: ${messageOf(cause)}` };
  }
}

/** The first thing wrong with one event. */
function problemOf(proven: ProvenRow, name: string | undefined, ahead: Ahead, isIndexed: (id: string) => boolean): string | undefined {
  const row = proven.slice(0, 6) as EventRow;
  const [position, revision, previous, crcBefore, crc, body, stream, part, parts, digest] = proven;
  if (name === undefined) return 'its stream is missing';
  try {
    if (!isIndexed(decodeRow(row, { stream: name }).id)) return 'the index of ids does not agree with it';
  } catch (fault) {
    return messageOf(fault);
  }
  if (revision !== ahead.end.revision + 1) return `out of order in its stream: revision ${ahead.end.revision + 1} is due`;
  if (previous !== ahead.end.position) return `does not point to the event before it in its stream, ${toPosition(ahead.end.position)}`;
  if (crcBefore !== ahead.crc) return 'its checksum does not continue the one ahead of it: one of them was altered, removed or moved';
  if (digestOf(ahead.digest, [position, revision, previous, crcBefore, crc, stream, part, parts], body) !== digest.toString('hex')) {
    return 'does not continue the chain of digests: it or the event ahead of it was altered, removed or moved';
  }
  return undefined;
}

const span = (first: number, last: number): string =>
  first === last ? `position ${toPosition(first)}` : `positions ${toPosition(first)} to ${toPosition(last)}`;
