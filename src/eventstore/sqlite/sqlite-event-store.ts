import { type Position, type RecordedEvent } from '../../kernel/event.js';
import { Bell, catchUp } from '../catch-up.js';
import { countOf, encodeAppend, revisionOf } from '../encoding.js';
import {
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type StoreDamage,
  StoreFault,
  type SubscriptionMessage,
  type WrongRevision,
} from '../event-store.port.js';
import { Appending, type QueuedAppend } from './appending.js';
import { asking } from './asking.js';
import { backUp, type BackupManifest } from './backup.js';
import { toFault } from './faults.js';
import { GroupCommit } from './group-commit.js';
import { type OpenedFile, openForReading, openForWriting } from './opening.js';
import { ReadingAll } from './reading-all.js';
import { ReadingStream } from './reading-stream.js';
import { Tail } from './tail.js';
import { verifying } from './verifying.js';
import { Watch } from './watch.js';

export interface SqliteOptions {
  /** The data directory; made if missing, unless `readOnly`. */
  readonly directory: string;
  /** The store is opened beside the process that writes, and sees what that process commits. */
  readonly readOnly?: boolean;
  /** The store refuses to grow beyond this many pages of 4 KiB, as if the disk were full. */
  readonly pageLimit?: number;
  /** How many events the indexes may lag behind the record before they are brought up to date in one go. */
  readonly indexEvery?: number;
}

const INDEX_EVERY = 1024;

/** The embedded store: one SQLite file, written by one process at a time. */
export class SqliteEventStore implements EventStore {
  private closed = false;
  private readonly all: ReadingAll;
  private readonly streams: ReadingStream;
  private readonly wake: Bell | Watch;
  private readonly commits: GroupCommit<QueuedAppend> | undefined;
  private readonly copying = new Set<Promise<unknown>>();

  /** Refuses with a {@link StoreFault}: in use, read-only, damaged or not a store, not a directory, no store to read. */
  static async open(options: SqliteOptions): Promise<SqliteEventStore> {
    const { directory, readOnly = false, pageLimit, indexEvery = INDEX_EVERY } = options;
    const file = readOnly ? openForReading(directory) : openForWriting(directory, pageLimit);
    try {
      return new SqliteEventStore(file, readOnly, indexEvery);
    } catch (cause) {
      file.close();
      throw toFault(cause, directory);
    }
  }

  private constructor(
    private readonly file: OpenedFile,
    readOnly: boolean,
    indexEvery: number,
  ) {
    const ask = asking(() => this.requireOpen());
    this.all = new ReadingAll(file.db, ask);
    if (readOnly) {
      this.wake = new Watch(file.db);
      const tail = new Tail(file.db);
      this.streams = new ReadingStream(file.db, ask, () => {
        tail.refresh();
        return tail;
      });
    } else {
      const bell = (this.wake = new Bell());
      const appending = new Appending(file.db, indexEvery);
      this.commits = new GroupCommit(file.db, appending, () => bell.ring());
      this.streams = new ReadingStream(
        file.db,
        ask,
        () => appending.committedTail(),
        (stream) => appending.committedEnd(stream),
      );
    }
  }

  /** Commits made and appends answered since opening: how well appends share an fsync. */
  get counted(): { readonly commits: number; readonly appends: number } {
    return { ...(this.commits?.counted ?? { commits: 0, appends: 0 }) };
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended | WrongRevision> {
    this.requireOpen();
    if (!this.commits) throw new StoreFault('store.read-only', 'The event store was opened to read only.');
    return this.commits.add({ stream, expected, events: encodeAppend(stream, expected, events) });
  }

  readStream(
    stream: string,
    { from, backwards = false, limit }: { readonly from?: number; readonly backwards?: boolean; readonly limit?: number } = {},
  ): AsyncIterable<RecordedEvent> {
    const start = revisionOf(from);
    const count = countOf(limit);
    return backwards ? this.streams.backwards(stream, start, count) : this.streams.forwards(stream, start ?? 0, count);
  }

  readAll({ after, limit }: { readonly after?: Position; readonly limit?: number } = {}): AsyncIterable<RecordedEvent> {
    return this.all.from(after, countOf(limit));
  }

  subscribe(options: { readonly after?: Position; readonly signal: AbortSignal }): AsyncIterable<SubscriptionMessage> {
    return catchUp((after) => this.all.from(after, Infinity), this.wake, options);
  }

  async head(): Promise<Position | null> {
    return this.all.head().position;
  }

  /** SHA-256, hex, standing for every event and their order; 64 zeros on an empty store. */
  async headDigest(): Promise<string> {
    return this.all.head().digest;
  }

  async *verify(): AsyncGenerator<StoreDamage, void, undefined> {
    this.requireOpen();
    yield* verifying(this.file.db.name, () => this.requireOpen());
  }

  /** A consistent copy in a new file, while the store goes on being written. */
  async backup(toFile: string): Promise<BackupManifest> {
    this.requireOpen();
    const copy = backUp(this.file.db, toFile);
    const settled = copy.catch(() => undefined).finally(() => this.copying.delete(settled));
    this.copying.add(settled);
    return copy;
  }

  /** Commits what is queued, ends the subscriptions, and lets go of the directory. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.commits?.flush();
    this.wake.close();
    await Promise.all(this.copying);
    this.file.close();
  }

  private requireOpen(): void {
    if (this.closed) throw new StoreFault('store.closed', 'The event store is closed.');
  }
}
