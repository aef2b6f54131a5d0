import type pg from 'pg';
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
import { Appending } from './appending.js';
import { connected, type Driver, loadDriver, type Reached, requireServer, settingsOf } from './connecting.js';
import { toFault } from './faults.js';
import { Listening } from './listening.js';
import { Reading } from './reading.js';
import { hasRecord, makeTables, requireLayout, schemaNamed } from './schema.js';
import { verifying } from './verifying.js';
import { WritingAlone } from './writing-alone.js';

export interface PostgresOptions extends Reached {
  /** The schema that holds the record; made if missing, unless `readOnly`. */
  readonly schema?: string;
  readonly readOnly?: boolean;
  /** Whether no other process may write it meanwhile that asks for the same; `false` if absent. */
  readonly alone?: boolean;
}

/** The most connections that read at the same time. */
const READERS = 8;
const USUAL_SCHEMA = 'quorate_record';

/** The record in PostgreSQL: written by any number of processes, each seen by all. */
export class PostgresEventStore implements EventStore {
  private closed = false;
  private writer: pg.Client | undefined;
  private readonly bell = new Bell();
  private readonly listening: Listening;
  private readonly reading: Reading;
  private readonly appending: Appending | undefined;

  /** Refuses with a {@link StoreFault}: no driver, not reached, an unfit server, no record to read, one of another layout, or in use. */
  static async open({ schema = USUAL_SCHEMA, readOnly = false, alone = false, ...reached }: PostgresOptions): Promise<PostgresEventStore> {
    schemaNamed(schema);
    const driver = await loadDriver();
    const client = await connected(driver, reached, 'quorate opening', () => undefined);
    try {
      await requireServer(client);
      if (!readOnly) await makeTables(client, schema);
      else if (!(await hasRecord(client, schema))) throw new StoreFault('store.unavailable', `There is no record in the schema ${schema}.`);
      await requireLayout(client, schema);
    } catch (cause) {
      throw toFault(cause);
    } finally {
      await client.end().catch(() => undefined);
    }
    const store = new PostgresEventStore(driver, reached, schema, readOnly, alone ? new WritingAlone(schema) : undefined);
    try {
      if (alone) await store.writing();
      return store;
    } catch (cause) {
      await store.close();
      throw toFault(cause);
    }
  }

  private readonly pool: pg.Pool;

  private constructor(
    private readonly driver: Driver,
    private readonly reached: Reached,
    schema: string,
    readOnly: boolean,
    private readonly alone: WritingAlone | undefined,
  ) {
    const quoted = schemaNamed(schema);
    this.pool = new driver.Pool({ ...settingsOf(driver, reached, 'quorate reading'), max: READERS });
    // A connection that is lost while nobody uses it is replaced at the next question.
    this.pool.on('error', () => undefined);
    this.reading = new Reading(quoted, this.pool, () => this.requireOpen());
    this.listening = new Listening(schema, (lost) => connected(driver, reached, 'quorate listening', lost), this.bell);
    if (!readOnly)
      this.appending = new Appending(
        quoted,
        () => this.writing(),
        (client) => this.abandon(client),
        () => this.bell.ring(),
      );
    this.schema = quoted;
  }

  private readonly schema: string;

  /** Commits made and appends answered since opening: how well appends share one. */
  get counted(): { readonly commits: number; readonly appends: number } {
    return { ...(this.appending?.counted ?? { commits: 0, appends: 0 }) };
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended | WrongRevision> {
    this.requireOpen();
    if (!this.appending) throw new StoreFault('store.read-only', 'The event store was opened to read only.');
    return this.appending.add({ stream, expected, events: encodeAppend(stream, expected, events) });
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
    return catchUp((after) => this.reading.all(after, Infinity), this.bell, options);
  }

  async head(): Promise<Position | null> {
    return (await this.reading.head()).position;
  }

  /** SHA-256, hex, standing for every event and their order; 64 zeros on an empty store. */
  async headDigest(): Promise<string> {
    return (await this.reading.head()).digest;
  }

  async *verify(): AsyncGenerator<StoreDamage, void, undefined> {
    this.requireOpen();
    const client = await connected(this.driver, this.reached, 'quorate verifying', () => undefined);
    try {
      yield* verifying(client, this.schema, () => this.requireOpen());
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Answers what is queued, ends the subscriptions, and lets go of the connections. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.appending?.settled();
    this.bell.close();
    await Promise.all([this.listening.close(), this.pool.end(), this.writer?.end().catch(() => undefined)]);
  }

  /** The connection that writes, made anew where the last one was lost. */
  private async writing(): Promise<pg.Client> {
    if (this.writer) return this.writer;
    const client = await connected(this.driver, this.reached, this.alone?.name ?? 'quorate writing', () => {
      if (this.writer === client) this.writer = undefined;
    });
    try {
      await requireServer(client);
      await this.alone?.take(client);
    } catch (cause) {
      await client.end().catch(() => undefined);
      throw cause;
    }
    return (this.writer = client);
  }

  private async abandon(client: pg.Client): Promise<void> {
    if (this.writer === client) this.writer = undefined;
    await client.end().catch(() => undefined);
  }

  private requireOpen(): void {
    if (this.closed) throw new StoreFault('store.closed', 'The event store is closed.');
  }
}
