import { type Position, type RecordedEvent } from '../../kernel/event.js';
import { Bell, catchUp } from '../catch-up.js';
import { bodyOf, countOf, encodeAppend, holds, isRepetition, type KnownEvent, revisionOf } from '../encoding.js';
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
import { inPages } from '../paging.js';

interface Kept extends KnownEvent {
  readonly id: string;
  readonly body: string;
  readonly position: Position;
}

const PAGE = 100;

/**
 * A store for specifications: the same contract, nothing durable. Keeps text, as the other adapters do, so that nobody can change what is
 * stored. Positions have gaps and do not start at the beginning, so that nobody comes to rely on their density.
 */
export class MemoryEventStore implements EventStore {
  private readonly log: Kept[] = [];
  private readonly streams = new Map<string, Kept[]>();
  private readonly byId = new Map<string, Kept>();
  private readonly bell = new Bell();
  private ordinal = 1_000;

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended | WrongRevision> {
    this.requireOpen();
    const encoded = encodeAppend(stream, expected, events);
    const known = encoded.map(({ id }) => this.byId.get(id));
    if (isRepetition(stream, known)) return answer(known.at(-1) as Kept);
    const kept = this.streams.get(stream) ?? [];
    const last = kept.length - 1;
    if (!holds(expected, last)) return { accepted: false, actual: last === -1 ? 'none' : last };
    const added = encoded.map((event, part): Kept => {
      this.ordinal += 1 + ((this.ordinal * 7) % 13);
      const position = `m${this.ordinal.toString().padStart(14, '0')}` as Position;
      const revision = last + 1 + part;
      return { id: event.id, stream, revision, part, parts: encoded.length, position, body: bodyOf(event, stream, revision, position) };
    });
    kept.push(...added);
    this.streams.set(stream, kept);
    this.log.push(...added);
    for (const event of added) this.byId.set(event.id, event);
    this.bell.ring();
    return answer(added.at(-1) as Kept);
  }

  readStream(
    stream: string,
    { from, backwards = false, limit }: { readonly from?: number; readonly backwards?: boolean; readonly limit?: number } = {},
  ): AsyncIterable<RecordedEvent> {
    const start = revisionOf(from);
    const count = countOf(limit);
    let read = false;
    const nextPage = (): readonly RecordedEvent[] => {
      this.requireOpen();
      if (read) return [];
      read = true;
      const kept = this.streams.get(stream) ?? [];
      const range = backwards ? kept.slice(0, (start ?? kept.length) + 1).reverse() : kept.slice(start ?? 0);
      return range.slice(0, count).map(decode);
    };
    return inPages(nextPage);
  }

  readAll({ after, limit }: { readonly after?: Position; readonly limit?: number } = {}): AsyncIterable<RecordedEvent> {
    let left = countOf(limit);
    let next: number | undefined;
    const nextPage = (): readonly RecordedEvent[] => {
      this.requireOpen();
      next ??= this.indexAfter(after);
      const page = this.log.slice(next, next + Math.min(PAGE, left));
      next += page.length;
      left -= page.length;
      return page.map(decode);
    };
    return inPages(nextPage);
  }

  subscribe(options: { readonly after?: Position; readonly signal: AbortSignal }): AsyncIterable<SubscriptionMessage> {
    return catchUp((after) => this.readAll({ after }), this.bell, options);
  }

  async head(): Promise<Position | null> {
    this.requireOpen();
    return this.log.at(-1)?.position ?? null;
  }

  /** Memory has no damage to find. */
  verify(): AsyncIterable<StoreDamage> {
    return inPages(() => {
      this.requireOpen();
      return [];
    });
  }

  async close(): Promise<void> {
    this.bell.close();
  }

  /** The first index whose position is greater than `after`, by halving: positions ascend. */
  private indexAfter(after: Position | undefined): number {
    if (after === undefined) return 0;
    if (!/^m\d{14}$/.test(after)) throw new StoreFault('store.misuse', `"${after}" is not a position of this store.`);
    if (after > (this.log.at(-1)?.position ?? ''))
      throw new StoreFault('store.misuse', `Position ${after} lies beyond the end of this store.`);
    let low = 0;
    let high = this.log.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.log[middle] as Kept).position <= after) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private requireOpen(): void {
    if (this.bell.closed) throw new StoreFault('store.closed', 'The event store is closed.');
  }
}

const answer = ({ revision, position }: Kept): Appended => ({ accepted: true, revision, position });

const decode = (kept: Kept): RecordedEvent => JSON.parse(kept.body) as RecordedEvent;
