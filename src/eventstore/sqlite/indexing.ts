import { type Database, type Statement } from 'better-sqlite3';
import { type Known, type StreamEnd, type Tail } from './tail.js';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The indexes and the tail of events not yet indexed, seen as one: events by id, and where streams end. */
export class Indexing {
  /** Greatest id the indexes hold. */
  private greatestId = '';
  private readonly lastId: Statement<[], string | null>;
  private readonly byId: Statement<[string], Known>;
  private readonly byName: Statement<[string], [number, number, number]>;
  private readonly setHead: Statement<[number, number]>;
  private readonly addId: Statement<[string, number]>;
  private readonly setEnd: Statement<[number, number, number]>;

  constructor(
    db: Database,
    private readonly tail: Tail,
    private readonly every: number,
  ) {
    this.lastId = db.prepare<[], string | null>('SELECT max(id) FROM event_ids').pluck();
    this.byId = db
      .prepare<[string], Known>(
        'SELECT position, stream, revision, part, parts FROM events WHERE position = (SELECT position FROM event_ids WHERE id = ?)',
      )
      .raw();
    this.byName = db
      .prepare<[string], [number, number, number]>('SELECT id, last_revision, last_position FROM streams WHERE name = ?')
      .raw();
    this.setHead = db.prepare('UPDATE head SET position = ?, indexed = ?');
    this.addId = db.prepare('INSERT INTO event_ids (id, position) VALUES (?, ?)');
    this.setEnd = db.prepare('UPDATE streams SET last_revision = ?, last_position = ? WHERE id = ?');
  }

  load(): void {
    this.greatestId = this.lastId.get() ?? '';
  }

  /**
   * Ids mostly ascend: an id that is not in the tail and is greater than every indexed id need not be looked for. SQLite orders text by
   * UTF-8 bytes, a string by UTF-16 units: both orders agree for the ASCII of a UUID, so only such ids may be compared.
   */
  isNew(id: string): boolean {
    return !this.tail.ids.has(id) && ((id > this.greatestId && UUID.test(id)) || this.byId.get(id) === undefined);
  }

  find = (id: string): Known | undefined => this.tail.ids.get(id) ?? this.byId.get(id);

  endOf(stream: string): (StreamEnd & { readonly id: number }) | undefined {
    const row = this.byName.get(stream);
    if (!row) return undefined;
    const [id, revision, position] = row;
    return { id, revision, position, ...this.tail.ends.get(id) };
  }

  /** Notes the new end of the record and, when the tail has become too long, takes it into the indexes. */
  advance(head: number): void {
    if (head - this.tail.indexed < this.every) {
      this.setHead.run(head, this.tail.indexed);
      return;
    }
    for (const [id, [position]] of this.tail.ids) this.addId.run(id, position);
    for (const [stream, { revision, position }] of this.tail.ends) this.setEnd.run(revision, position, stream);
    this.tail.clear(head);
    this.setHead.run(head, head);
    this.load();
  }
}
