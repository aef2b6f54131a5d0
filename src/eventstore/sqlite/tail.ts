import { type Database, type Statement } from 'better-sqlite3';
import { damaged, toPosition } from '../proof.js';

/** Where an event stands, as found by its id. */
export type Known = [position: number, stream: number, revision: number, part: number, parts: number];

export interface StreamEnd {
  readonly revision: number;
  readonly position: number;
}

type TailRow = [...Known, id: string | null];

/**
 * The events after those the indexes cover, by id and by stream, in memory. The indexes (`event_ids`, the ends in `streams`) are
 * brought up to date only now and then, within the commit that makes the tail too long: keeping them with every append would
 * cost several pages of write-ahead log each time. Nothing is at risk by it, since the tail is read back from the events.
 */
export class Tail {
  /** Position of the last event the indexes cover; -1 before anything was read. */
  indexed = -1;
  readonly ids = new Map<string, Known>();
  readonly ends = new Map<number, StreamEnd>();
  /** Position of the last event read. */
  position = 0;
  private readonly head: Statement<[], [number, number]>;
  private readonly rows: Statement<[number], TailRow>;

  constructor(db: Database) {
    this.head = db.prepare<[], [number, number]>('SELECT position, indexed FROM head').raw();
    this.rows = db
      .prepare<[number], TailRow>(
        `SELECT position, stream, revision, part, parts, CASE WHEN json_valid(body) THEN json_extract(body, '$.id') END
         FROM events WHERE position > ? ORDER BY position`,
      )
      .raw();
  }

  /** Reads what was committed since the last refresh; throws `store.damaged` if the events end before they should. */
  refresh(): void {
    const [position, indexed] = this.head.get() ?? [0, 0];
    if (indexed !== this.indexed) this.clear(indexed);
    if (position > this.position)
      for (const [at, stream, revision, part, parts, id] of this.rows.all(this.position)) this.add(id, [at, stream, revision, part, parts]);
    if (position > this.position) throw damaged(`position ${toPosition(this.position + 1)}`, 'the event is missing');
  }

  add(id: string | null, known: Known): void {
    const [position, stream, revision] = known;
    if (id !== null) this.ids.set(id, known);
    this.ends.set(stream, { revision, position });
    this.position = position;
  }

  clear(indexed: number): void {
    this.ids.clear();
    this.ends.clear();
    this.indexed = this.position = indexed;
  }
}
