import type pg from 'pg';
import { type Position, type RecordedEvent } from '../../kernel/event.js';
import { inPages, soundPart } from '../paging.js';
import { beyondTheEnd, checksumOf, damaged, eventOf, fromPosition, NO_CRC, NO_DIGEST, type StoredRow, toPosition } from '../proof.js';
import { isLost, toFault } from './faults.js';

/** Events a page has at most, and about how many characters. */
const PAGE = 512;
const TEXT = 4_000_000;
const STREAM_PAGE = 128;

const ROW = 'position, revision, crc_before AS "crcBefore", crc, body';

/** Where a reading stands: the event read last, and its checksum. */
interface Place {
  readonly position: number;
  readonly crc: number;
}

interface Page extends Place {
  readonly events: readonly RecordedEvent[];
  readonly text: number;
}

/**
 * Reads in pages, no transaction open between two of them. A page of everything is fetched, checked and parsed as one text; one that is not
 * as it must be is read again event by event, so that every sound event is given out and the fault names the first that is not. That
 * somebody removed the end of a stream is found by `verify` and by reading everything, and not by reading the stream.
 */
export class Reading {
  constructor(
    private readonly schema: string,
    private readonly pool: pg.Pool,
    private readonly requireOpen: () => void,
  ) {}

  /** Position and digest of the last event; `null` and the digest of nothing on an empty store. */
  async head(): Promise<{ readonly position: Position | null; readonly digest: string }> {
    const [head] = await this.ask<{ position: number; digest: Buffer }>(
      'its end',
      'head',
      `SELECT position, digest FROM ${this.schema}.head`,
    );
    if (!head) throw damaged('its end', 'the head is missing');
    return head.position === 0
      ? { position: null, digest: NO_DIGEST }
      : { position: toPosition(head.position), digest: head.digest.toString('hex') };
  }

  all(after: Position | undefined, limit: number): AsyncIterable<RecordedEvent> {
    let left = limit;
    let size = PAGE;
    let place: Place | undefined;
    return inPages(async () => {
      if (left === 0) return [];
      place ??= await this.startingAfter(after);
      const page = await this.pageAfter(place, Math.min(left, size));
      size = Math.max(1, Math.min(PAGE, Math.floor((page.events.length * TEXT) / Math.max(1, page.text))));
      left -= page.events.length;
      place = page;
      return page.events;
    });
  }

  stream(stream: string, from: number | undefined, limit: number, backwards: boolean): AsyncIterable<RecordedEvent> {
    let left = limit;
    let due = from ?? (backwards ? LAST : 0);
    let begun = false;
    const [sign, order] = backwards ? ['<=', 'DESC'] : ['>=', 'ASC'];
    const text = `SELECT ${ROW} FROM ${this.schema}.events WHERE stream = $1 AND revision ${sign} $2 ORDER BY revision ${order} LIMIT $3`;
    return inPages(async () => {
      if (left === 0) return [];
      const wanted = [stream, Math.min(due, LAST), Math.min(STREAM_PAGE, left)];
      const rows = await this.ask<StoredRow>(`stream "${stream}"`, `stream-${order}`, text, wanted);
      // A reading backwards from beyond the end begins at the end.
      if (backwards && !begun) due = Math.min(due, rows[0]?.revision ?? -1);
      begun = true;
      const page = soundPart(rows, (row, index) => {
        const revision = due + (backwards ? -index : index);
        if (row.revision !== revision) throw damaged(`stream "${stream}", revision ${revision}`, 'the event is missing');
        return eventOf(row, { stream, revision });
      });
      left -= page.length;
      due += backwards ? -page.length : page.length;
      return page;
    });
  }

  private async pageAfter({ position, crc }: Place, count: number): Promise<Page> {
    const [joined] = await this.ask<{ bodies: string | null; last: number; crc: number }>(
      `after position ${toPosition(position)}`,
      'page',
      `SELECT string_agg(body, ',' ORDER BY position) AS bodies, max(position) AS last, (array_agg(crc ORDER BY position DESC))[1] AS crc
        FROM (SELECT position, crc, body FROM ${this.schema}.events WHERE position > $1 ORDER BY position LIMIT $2) AS page`,
      [position, count],
    );
    if (!joined || joined.bodies === null) {
      if ((await this.end()) > position) return this.oneByOne(position, count);
      return { position, crc, events: [], text: 0 };
    }
    const whole = checksumOf(crc, joined.bodies) === joined.crc ? (JSON.parse(`[${joined.bodies}]`) as RecordedEvent[]) : undefined;
    if (whole?.length !== joined.last - position) return this.oneByOne(position, count);
    return { position: joined.last, crc: joined.crc, events: whole, text: joined.bodies.length };
  }

  private async oneByOne(from: number, count: number): Promise<Page> {
    const place = `after position ${toPosition(from)}`;
    const text = `SELECT ${ROW} FROM ${this.schema}.events WHERE position > $1 ORDER BY position LIMIT $2`;
    const rows = await this.ask<StoredRow>(place, 'rows', text, [from, count]);
    if (rows.length === 0) throw damaged(`position ${toPosition(from + 1)}`, 'the event is missing');
    const events = soundPart(rows, (row, index) => {
      if (row.position !== from + 1 + index) throw damaged(`position ${toPosition(from + 1 + index)}`, 'the event is missing');
      return eventOf(row, {});
    });
    return { position: from + events.length, crc: rows[events.length - 1]!.crc, events, text: TEXT };
  }

  private async startingAfter(after: Position | undefined): Promise<Place> {
    if (after === undefined) return { position: 0, crc: NO_CRC };
    const position = fromPosition(after);
    if (position > (await this.end())) throw beyondTheEnd(after);
    // Where that event is missing, the page after it cannot be proven as a whole, and is read event by event.
    const [row] = await this.ask<{ crc: number }>(`position ${after}`, 'crc', `SELECT crc FROM ${this.schema}.events WHERE position = $1`, [
      position,
    ]);
    return { position, crc: row?.crc ?? NO_CRC };
  }

  private async end(): Promise<number> {
    const [head] = await this.ask<{ position: number }>('its end', 'end', `SELECT position FROM ${this.schema}.head`);
    return head?.position ?? 0;
  }

  private async ask<R extends object>(place: string, name: string, text: string, values: unknown[] = []): Promise<R[]> {
    for (let attempt = 1; ; attempt += 1) {
      this.requireOpen();
      try {
        return (await this.pool.query<R>({ name, text, values })).rows;
      } catch (cause) {
        this.requireOpen();
        // A connection may have been lost since it was last used; another is made, once.
        if (attempt === 1 && isLost(cause)) continue;
        throw toFault(cause, place);
      }
    }
  }
}

/** The greatest revision there can be. */
const LAST = 2_147_483_647;
