import { type Position, type RecordedEvent } from '../../kernel/event.js';
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
import { Appending } from './appending.js';
import { Connection, loadDriver, type Reached, requireServer } from './connecting.js';
import { following } from './following.js';
import { Names } from './naming.js';
import { Reading } from './reading.js';
import { type Seal, Sealing } from './sealing.js';
import { verifying } from './verifying.js';

export interface KurrentdbOptions extends Reached {
  /** The name of the record, which its streams begin with on the server; `quorate` if absent. */
  readonly record?: string;
  readonly readOnly?: boolean;
  /** The record is sealed each time this process has stored so many events, 1,000 if absent, and within a minute of any. */
  readonly sealEvery?: number;
}
const SEAL_EVERY = 1_000;
const SEAL_WITHIN = 60_000;

/** The record in KurrentDB: written by any number of processes, each seen by all. */
export class KurrentdbEventStore implements EventStore {
  private closing: Promise<void> | undefined;
  private readonly ending = new AbortController();
  private readonly reading: Reading;
  private readonly sealing: Sealing;
  private readonly appending: Appending | undefined;

  /** Refuses with a {@link StoreFault}: no driver, not reached, an unfit server, or no record to read. */
  static async open({ record, readOnly = false, sealEvery = SEAL_EVERY, ...reached }: KurrentdbOptions): Promise<KurrentdbEventStore> {
    const names = new Names(record);
    const connection = new Connection(await loadDriver(), reached);
    const store = new KurrentdbEventStore(connection, names, readOnly, sealEvery);
    try {
      await requireServer(connection, names, readOnly);
      if (readOnly && (await store.head()) === null)
        throw new StoreFault('store.unavailable', `There is no record named ${names.record} on the server.`);
      return store;
    } catch (fault) {
      await store.close();
      throw fault;
    }
  }

  private constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    readOnly: boolean,
    sealEvery: number,
  ) {
    this.reading = new Reading(connection, names, () => this.requireOpen());
    this.sealing = new Sealing(connection, names, this.reading, sealEvery, SEAL_WITHIN);
    if (!readOnly)
      this.appending = new Appending({ connection, names, reading: this.reading, stored: (events) => this.sealing.stored(events) });
  }

  /** Writes made and appends answered since opening: how well appends to one stream share one. */
  get counted(): { readonly writes: number; readonly appends: number } {
    return { ...(this.appending?.counted ?? { writes: 0, appends: 0 }) };
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended | WrongRevision> {
    this.requireNotClosing();
    if (!this.appending) throw new StoreFault('store.read-only', 'The event store was opened to read only.');
    const encoded = encodeAppend(stream, expected, events);
    if (events.some(({ type }) => type.startsWith('$')))
      throw new StoreFault('store.misuse', 'Types of events that begin with $ are the server’s own.');
    return this.appending.add({ stream, expected, events: encoded });
  }

  readStream(
    stream: string,
    { from, backwards = false, limit }: { readonly from?: number; readonly backwards?: boolean; readonly limit?: number } = {},
  ): AsyncIterable<RecordedEvent> {
    return this.reading.stream(stream, revisionOf(from), countOf(limit), backwards);
  }

  readAll({ after, limit }: { readonly after?: Position; readonly limit?: number } = {}): AsyncIterable<RecordedEvent> {
    return this.reading.all(after, countOf(limit));
  }

  subscribe(options: { readonly after?: Position; readonly signal: AbortSignal }): AsyncIterable<SubscriptionMessage> {
    const { connection, names, reading } = this;
    return following({ connection, names, reading, closing: this.ending.signal }, options);
  }

  head(): Promise<Position | null> {
    return this.reading.head();
  }

  /** SHA-256, hex, standing for every event and their order; 64 zeros on an empty store. */
  async headDigest(): Promise<string> {
    return (await this.sealing.current()).digest;
  }

  /** Seals the record as it is now, which otherwise happens by itself: what was sealed cannot vanish unseen. */
  seal(): Promise<Seal> {
    return this.sealing.seal();
  }

  async *verify(): AsyncGenerator<StoreDamage, void, undefined> {
    this.requireOpen();
    yield* verifying(this.reading, this.sealing, this.names);
  }

  /** Answers what is queued, ends the subscriptions, and lets go of the connection. */
  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async end(): Promise<void> {
    await this.appending?.settled();
    this.ending.abort();
    await this.sealing.close();
    await this.connection.close();
  }

  /** What is queued still reads while the store closes; nothing new is taken. */
  private requireNotClosing(): void {
    if (this.closing) throw closed();
  }

  private requireOpen(): void {
    if (this.ending.signal.aborted) throw closed();
  }
}

const closed = (): StoreFault => new StoreFault('store.closed', 'The event store is closed.');
