import { type Database, type Statement } from 'better-sqlite3';
import { type Position, type RecordedEvent } from '../../kernel/event.js';
import { inPages, soundPart } from '../paging.js';
import { type Ask } from './asking.js';
import { beyondTheEnd, checksumOf, damaged, fromPosition, NO_CRC, NO_DIGEST, toPosition } from '../proof.js';
import { decodeRow, type EventRow, ROW_COLUMNS } from './codec.js';

/** Events a page has at most. Measured: smaller pages cost more statements, larger ones outlive the young generation of the heap. */
const PAGE = 128;
/** Characters a page should hold at most; large events are read fewer at a time. */
const TEXT = 4_000_000;

/** A page as the statement answers it: the bodies joined by commas, and position and checksum of the last event. */
type Joined = [bodies: string | null, last: number, crc: number];

interface Page {
  readonly events: readonly RecordedEvent[];
  /** Characters read, and the checksum as of the page's end. */
  readonly text: number;
  readonly crc: number;
}

/** Where a reading stands: the event read last, and its checksum. */
interface Place {
  readonly position: number;
  readonly crc: number;
}

/**
 * Reads everything in order, page by page; no transaction is open between two pages, so a slow reader holds nothing up. A page is fetched,
 * checked and parsed as one text. A page that is not as it must be is read again event by event, so that every sound event is given out and
 * the fault names the first that is not sound.
 */
export class ReadingAll {
  private readonly page: Statement<[number, number], Joined>;
  private readonly rows: Statement<[number, number], EventRow>;
  private readonly crcAt: Statement<[number], number>;
  private readonly last: Statement<[], [number, Buffer]>;
  private readonly end: Statement<[], number>;

  constructor(
    db: Database,
    private readonly ask: Ask,
  ) {
    const range = 'FROM events WHERE position > ? ORDER BY position LIMIT ?';
    // Beside max(), SQLite gives the other columns of the row that has the maximum.
    this.page = db
      .prepare<[number, number], Joined>(`SELECT group_concat(body, ','), max(position), crc FROM (SELECT position, crc, body ${range})`)
      .raw();
    this.rows = db.prepare<[number, number], EventRow>(`SELECT ${ROW_COLUMNS} ${range}`).raw();
    this.crcAt = db.prepare<[number], number>('SELECT crc FROM events WHERE position = ?').pluck();
    this.end = db.prepare<[], number>('SELECT position FROM head').pluck();
    this.last = db.prepare<[], [number, Buffer]>('SELECT position, digest FROM events ORDER BY position DESC LIMIT 1').raw();
  }

  /** Position and digest of the last event; `null` and the digest of nothing on an empty store. */
  head(): { readonly position: Position | null; readonly digest: string } {
    const last = this.ask('its end', () => this.last.get());
    return last ? { position: toPosition(last[0]), digest: last[1].toString('hex') } : { position: null, digest: NO_DIGEST };
  }

  from(position: Position | undefined, limit: number): AsyncIterable<RecordedEvent> {
    let left = limit;
    let size = PAGE;
    let place: Place | undefined;
    return inPages(() => {
      const from = (place ??= this.startingAfter(position));
      const page = this.ask(`after position ${toPosition(from.position)}`, () => this.pageAfter(from, Math.min(left, size)));
      size = Math.max(1, Math.min(PAGE, Math.floor((page.events.length * TEXT) / Math.max(1, page.text))));
      left -= page.events.length;
      place = { position: from.position + page.events.length, crc: page.crc };
      return page.events;
    });
  }

  private pageAfter({ position, crc }: Place, count: number): Page {
    const joined = this.page.get(position, count);
    if (!joined || joined[0] === null) {
      if (count === 0 || (this.end.get() ?? 0) <= position) return { events: [], text: 0, crc };
      // Either another process has just stored the event, or the event is missing: looking again tells.
      const { length } = this.rows.all(position, 1);
      if (length === 0) throw damaged(`position ${toPosition(position + 1)}`, 'the event is missing');
      return this.pageAfter({ position, crc }, count);
    }
    const [bodies, last, lastCrc] = joined;
    const whole = checksumOf(crc, bodies) === lastCrc ? (JSON.parse(`[${bodies}]`) as RecordedEvent[]) : undefined;
    const events = whole?.length === last - position ? whole : this.oneByOne(position, count);
    return { events, text: bodies.length, crc: lastCrc };
  }

  private oneByOne(from: number, count: number): RecordedEvent[] {
    return soundPart(this.rows.all(from, count), (row, index) => {
      const due = from + 1 + index;
      if (row[0] !== due) throw damaged(`position ${toPosition(due)}`, 'the event is missing');
      return decodeRow(row, {});
    });
  }

  private startingAfter(position: Position | undefined): Place {
    if (position === undefined) return { position: 0, crc: NO_CRC };
    const after = fromPosition(position);
    return this.ask(`position ${position}`, () => {
      if (after > (this.end.get() ?? 0)) throw beyondTheEnd(position);
      // If that event is missing, the page after it cannot be proven as a whole, and is read event by event.
      return { position: after, crc: this.crcAt.get(after) ?? NO_CRC };
    });
  }
}
