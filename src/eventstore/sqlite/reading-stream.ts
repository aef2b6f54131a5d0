import { type Database, type Statement } from 'better-sqlite3';
import { type RecordedEvent } from '../../kernel/event.js';
import { inPages, soundPart } from '../paging.js';
import { type Ask } from './asking.js';
import { damaged } from '../proof.js';
import { decodeRow, type EventRow, ROW_COLUMNS } from './codec.js';
import { type StreamEnd, type Tail } from './tail.js';

const PAGE = 64;

/** Reads one stream along the `previous` positions: newest first as they lead; for oldest first, all positions are noted down before. */
export class ReadingStream {
  private readonly end: Statement<[string], [number, number, number]>;
  private readonly row: Statement<[number], EventRow>;
  private readonly back: Statement<[number, number], number>;

  constructor(
    db: Database,
    private readonly ask: Ask,
    /** The events that are committed and not indexed yet. */
    private readonly tail: () => Tail,
    /** Where a stream ends, as told by the writer of this process, if there is one. */
    private readonly committedEnd?: (stream: string) => StreamEnd | undefined,
  ) {
    this.end = db.prepare<[string], [number, number, number]>('SELECT id, last_revision, last_position FROM streams WHERE name = ?').raw();
    this.row = db.prepare<[number], EventRow>(`SELECT ${ROW_COLUMNS} FROM events WHERE position = ?`).raw();
    // Positions must decrease at every step, so that a damaged `previous` cannot make the query loop for ever.
    this.back = db
      .prepare<[number, number], number>(
        `WITH RECURSIVE back (position, revision, previous) AS (
           SELECT position, revision, previous FROM events WHERE position = ?
           UNION ALL
           SELECT e.position, e.revision, e.previous FROM back JOIN events e ON e.position = back.previous
           WHERE back.revision > ? AND e.position < back.position
         ) SELECT position FROM back`,
      )
      .pluck();
  }

  forwards(stream: string, from: number, limit: number): AsyncIterable<RecordedEvent> {
    let ahead: number[] = [];
    let due = from;
    let left = limit;
    return inPages(() => {
      if (left === 0) return [];
      if (ahead.length === 0) ahead = this.positions(stream, due);
      const positions = ahead.slice(-Math.min(PAGE, left)).reverse();
      const page = soundPart(positions, (position, index) => {
        const revision = due + index;
        return decodeRow(this.rowAt(position, stream, revision), { stream, revision });
      });
      ahead.length -= page.length;
      left -= page.length;
      due += page.length;
      return page;
    });
  }

  backwards(stream: string, from: number | undefined, limit: number): AsyncIterable<RecordedEvent> {
    let next: number | undefined;
    let due = -1;
    let left = limit;
    const start = (): number => {
      const { revision: last, position } = this.endOf(stream);
      due = Math.min(from ?? last, last);
      return due === last ? position : (this.positions(stream, due).at(-1) ?? 0);
    };
    return inPages(() => {
      next ??= start();
      const revisions = Array.from({ length: Math.min(PAGE, left, due + 1) }, (_, index) => due - index);
      const page = soundPart(revisions, (revision) => {
        const row = this.rowAt(next ?? 0, stream, revision);
        const event = decodeRow(row, { stream, revision });
        next = row[2];
        return event;
      });
      left -= page.length;
      due -= page.length;
      return page;
    });
  }

  /** Positions of the events from this revision to the end, newest first. */
  private positions(stream: string, from: number): number[] {
    const { revision: last, position } = this.endOf(stream);
    if (from > last) return [];
    const found = this.ask(`stream "${stream}"`, () => this.back.all(position, from));
    const missing = last - from + 1 - found.length;
    if (missing !== 0) throw damaged(`stream "${stream}", before revision ${last - found.length + 1}`, 'an event is missing');
    return found;
  }

  /** The tail must be read before the index: an event that another process indexes in between is then in at least one of the two. */
  private endOf(stream: string): StreamEnd {
    return this.ask(`stream "${stream}"`, () => {
      const known = this.committedEnd?.(stream);
      if (known) return known;
      const tail = this.tail();
      const [id, revision, position] = this.end.get(stream) ?? [0, -1, 0];
      const later = tail.ends.get(id);
      return later && later.revision > revision ? later : { revision, position };
    });
  }

  private rowAt(position: number, stream: string, revision: number): EventRow {
    const place = `stream "${stream}", revision ${revision}`;
    const row = this.ask(place, () => this.row.get(position));
    if (!row) throw damaged(place, 'the event is missing');
    return row;
  }
}
