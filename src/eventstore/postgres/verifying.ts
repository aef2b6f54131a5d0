import type pg from 'pg';
import { type StoreDamage, StoreFault } from '../event-store.port.js';
import { causeCode, messageOf } from '../cause.js';
import { digestOf, eventOf, NO_CRC, NO_DIGEST, type StoredRow, toPosition } from '../proof.js';

interface ProvenRow extends StoredRow {
  readonly stream: string;
  readonly id: string;
  readonly part: number;
  readonly parts: number;
  readonly digest: Buffer;
}

const PAGE = 512;

/**
 * Proves the record whole, in one snapshot while it goes on being written: every event's checksum, the chain of digests, positions and
 * revisions without gaps, and the head. The chain cannot show a record rewritten from some event to its very end: for that, compare the
 * head's digest with one kept elsewhere.
 */
export async function* verifying(
  client: pg.ClientBase,
  schema: string,
  requireOpen: () => void,
): AsyncGenerator<StoreDamage, void, undefined> {
  let after = 0;
  let crc = NO_CRC;
  let digest = NO_DIGEST;
  const ends = new Map<string, number>();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: heads } = await client.query<{ position: number; crc: number; digest: Buffer }>(
      `SELECT position, crc, digest FROM ${schema}.head`,
    );
    for (;;) {
      const { rows } = await client.query<ProvenRow>({
        name: 'verify',
        text: `SELECT position, stream, revision, id, part, parts, crc_before AS "crcBefore", crc, digest, body
          FROM ${schema}.events WHERE position > $1 ORDER BY position LIMIT $2`,
        values: [after, PAGE],
      });
      if (rows.length === 0) break;
      for (const row of rows) {
        const { position, stream, revision } = row;
        if (position !== after + 1) yield { place: span(after + 1, position - 1), problem: 'missing' };
        const problem = problemOf(row, { crc, digest, last: ends.get(stream) ?? -1 });
        if (problem !== undefined) yield { place: `position ${toPosition(position)}, stream "${stream}", revision ${revision}`, problem };
        ends.set(stream, revision);
        after = position;
        crc = row.crc;
        digest = row.digest.toString('hex');
      }
      requireOpen();
    }
    const head = heads[0];
    if (!head) yield { place: 'the head', problem: 'missing' };
    else if (after < head.position) yield { place: span(after + 1, head.position), problem: 'missing' };
    else if (after > head.position) yield { place: span(head.position + 1, after), problem: 'beyond the end of the record' };
    else if (head.crc !== crc || head.digest.toString('hex') !== digest)
      yield { place: 'the head', problem: 'does not agree with the last event' };
  } catch (cause) {
    if (cause instanceof StoreFault) throw cause;
    yield { place: `after position ${toPosition(after)}`, problem: `cannot be read: ${messageOf(cause) || causeCode(cause)}` };
  }
}

/** The first thing wrong with one event. */
function problemOf(row: ProvenRow, ahead: { readonly crc: number; readonly digest: string; readonly last: number }): string | undefined {
  const { position, stream, revision, id, part, parts, crcBefore, crc, digest, body } = row;
  try {
    if (eventOf(row, { stream }).id !== id) return 'the index of ids does not agree with it';
  } catch (fault) {
    return messageOf(fault);
  }
  if (revision !== ahead.last + 1) return `out of order in its stream: revision ${ahead.last + 1} is due`;
  if (crcBefore !== ahead.crc) return 'its checksum does not continue the one ahead of it: one of them was altered, removed or moved';
  if (digestOf(ahead.digest, [position, revision, crcBefore, crc, part, parts], body) !== digest.toString('hex'))
    return 'does not continue the chain of digests: it or the event ahead of it was altered, removed or moved';
  return undefined;
}

const span = (first: number, last: number): string =>
  first === last ? `position ${toPosition(first)}` : `positions ${toPosition(first)} to ${toPosition(last)}`;
