import { type Database, type Statement } from 'better-sqlite3';
import { bodyOf, type EncodedEvent, holds, isRepetition, type KnownEvent } from '../encoding.js';
import { type Appended, type ExpectedRevision, type WrongRevision } from '../event-store.port.js';
import { checksumOf, damaged, digestOf, NO_CRC, NO_DIGEST, toPosition } from '../proof.js';
import { type Placing } from './group-commit.js';
import { Indexing } from './indexing.js';
import { type Known, type StreamEnd, Tail } from './tail.js';

export interface QueuedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
}

interface NamedEnd extends StreamEnd {
  readonly id: number | undefined;
}

/** Streams whose end is remembered by name. */
const ENDS = 10_000;

/**
 * Writes appends inside the transaction of their commit. This process alone writes, so the end of the record and of the streams
 * is remembered between commits; it is forgotten whenever a commit fails and read back from the tables, so that nothing wrong
 * is left behind, whether the failed commit was saved or not.
 */
export class Appending implements Placing<QueuedAppend> {
  private loaded = false;
  private head = 0;
  private crc = NO_CRC;
  private digest = NO_DIGEST;
  private written = false;
  private readonly ends = new Map<string, NamedEnd>();
  private readonly tail: Tail;
  private readonly indexing: Indexing;
  private readonly last: Statement<[], [number, number, Buffer]>;
  private readonly newStream: Statement<[string]>;
  private readonly insert: Statement<unknown[]>;

  /** `indexEvery`: how many events the indexes may lag behind. */
  constructor(db: Database, indexEvery: number) {
    this.tail = new Tail(db);
    this.indexing = new Indexing(db, this.tail, indexEvery);
    this.last = db.prepare<[], [number, number, Buffer]>('SELECT position, crc, digest FROM events ORDER BY position DESC LIMIT 1').raw();
    this.newStream = db.prepare('INSERT INTO streams (name, last_revision, last_position) VALUES (?, -1, 0)');
    this.insert = db.prepare(
      `INSERT INTO events (position, revision, previous, crc_before, crc, body, stream, part, parts, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  begin(): void {
    this.written = false;
    if (!this.loaded) this.load();
  }

  place({ stream, expected, events }: QueuedAppend): Appended | WrongRevision {
    const end = this.endOf(stream);
    const earlier = this.earlier(end, events);
    if (earlier) return earlier;
    if (!holds(expected, end.revision)) return { accepted: false, actual: end.revision === -1 ? 'none' : end.revision };
    return this.write(stream, end, events);
  }

  end(): void {
    if (this.written) this.indexing.advance(this.head);
  }

  forget(): void {
    this.loaded = false;
    this.ends.clear();
    this.tail.clear(-1);
  }

  /** The tail as committed; only to be asked for between commits. */
  committedTail(): Tail {
    if (!this.loaded) this.load();
    return this.tail;
  }

  /** The end of a stream as committed; only to be asked for between commits. `undefined` where the stream has no events. */
  committedEnd(stream: string): StreamEnd | undefined {
    if (!this.loaded) this.load();
    const known = this.ends.get(stream);
    if (known) return known;
    const end = this.indexing.endOf(stream);
    if (end) this.remember(stream, end);
    return end;
  }

  private remember(stream: string, end: NamedEnd): void {
    if (this.ends.size >= ENDS) this.ends.clear();
    this.ends.set(stream, end);
  }

  private load(): void {
    this.tail.refresh();
    this.indexing.load();
    const [head, crc, digest] = this.last.get() ?? [0, NO_CRC, undefined];
    if (head !== this.tail.position)
      throw damaged(`position ${toPosition(Math.min(head, this.tail.position) + 1)}`, 'the event is missing');
    this.head = head;
    this.crc = crc;
    this.digest = digest?.toString('hex') ?? NO_DIGEST;
    this.loaded = true;
  }

  /** The answer of the same append made before. */
  private earlier(end: NamedEnd, events: readonly EncodedEvent[]): Appended | undefined {
    if (events.every((event) => this.indexing.isNew(event.id))) return undefined;
    const known = events.map((event) => this.indexing.find(event.id));
    if (!isRepetition(end.id, known.map(asKnown))) return undefined;
    const [position = 0, , revision = 0] = known.at(-1) ?? [];
    return { accepted: true, revision, position: toPosition(position) };
  }

  private write(stream: string, end: NamedEnd, events: readonly EncodedEvent[]): Appended {
    const id = end.id ?? Number(this.newStream.run(stream).lastInsertRowid);
    const parts = events.length;
    let { revision, position: previous } = end;
    this.written = true;
    for (const [part, event] of events.entries()) {
      const position = this.head + 1;
      revision += 1;
      const body = bodyOf(event, stream, revision, toPosition(position));
      const crc = checksumOf(this.crc, body);
      this.digest = digestOf(this.digest, [position, revision, previous, this.crc, crc, id, part, parts], body);
      this.insert.run(position, revision, previous, this.crc, crc, body, id, part, parts, Buffer.from(this.digest, 'hex'));
      this.tail.add(event.id, [position, id, revision, part, parts]);
      this.crc = crc;
      this.head = previous = position;
    }
    this.remember(stream, { id, revision, position: previous });
    return { accepted: true, revision, position: toPosition(previous) };
  }

  private endOf(stream: string): NamedEnd {
    return this.ends.get(stream) ?? this.indexing.endOf(stream) ?? { id: undefined, revision: -1, position: 0 };
  }
}

const asKnown = (known: Known | undefined): KnownEvent | undefined =>
  known && { stream: known[1], revision: known[2], part: known[3], parts: known[4] };
