import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { type Position, type RecordedEvent } from '../../kernel/event.js';
import { StoreFault } from '../event-store.port.js';
import { inPages, soundPart } from '../paging.js';
import { beyondTheEnd, damaged, NO_DIGEST } from '../proof.js';
import { commitOf, fromServer, type Given, isServers, type Proven } from './codec.js';
import { type Connection } from './connecting.js';
import { isNoPlace, isNotFound } from './faults.js';
import { limitsOf, type Names } from './naming.js';

/** Events a page has at first, and at most; about how many characters it has. */
const FIRST_PAGE = 256;
const PAGE = 2_048;
const TEXT = 4_000_000;
const STREAM_PAGE = 512;

/** What an administrator can say of a stream that takes events from its readers. */
const LIMITS = ['$tb', '$maxCount', '$maxAge'] as const;

/** Says how an administrator limited a stream; `undefined` where nobody did, or took it back. */
export const limitOf = ({ data }: Given): string | undefined => {
  const said = (typeof data === 'object' && !(data instanceof Uint8Array) ? data : {}) as Record<string, unknown>;
  return LIMITS.find((limit) => typeof said[limit] === 'number' && said[limit] > 0);
};

/** Streams as a reading of everything has seen them: an event that is missing in one shows at the next of that stream. */
export class Seen {
  private readonly ends = new Map<string, number>();
  /** `whole`: from the first event of the record on, so that each stream begins at its beginning. */
  constructor(private readonly whole: boolean) {}

  /** Throws `store.damaged` where the event does not follow the one seen before in its stream. */
  next({ event }: Proven): void {
    const { stream, revision } = event;
    const last = this.ends.get(stream) ?? (this.whole ? -1 : revision - 1);
    if (revision !== last + 1) throw damaged(`stream "${stream}", revision ${last + 1}`, 'the event is missing');
    this.ends.set(stream, revision);
  }
}

/**
 * Reads in pages, each asked of the server anew: a slow reader holds nothing open there. Every event's digest is tested, and that no
 * revision is missing; sound events are given out before the fault.
 */
export class Reading {
  private readonly filter: Filter;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly requireOpen: () => void,
  ) {
    this.filter = prefixed([names.prefix]);
  }

  async head(): Promise<Position | null> {
    // What an administrator's deletion wrote last is no event of the record.
    for (let count = 1; ; count *= 64) {
      const given = await this.ask('its end', (client) =>
        client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: count, filter: this.filter, requiresLeader: true }),
      );
      const last = given.find((one) => !isServers(one));
      if (last) return this.names.toPosition(commitOf(last));
      if (given.length < count) return null;
    }
  }

  all(after: Position | undefined, limit = Infinity, seen = new Seen(after === undefined)): AsyncIterable<RecordedEvent> {
    return eventsOf(this.provenPages(after, limit, seen));
  }

  /** Everything after a position, with what proves it. The events before one that is not sound are given out; that one then throws. */
  async *provenPages(
    after: Position | undefined,
    limit = Infinity,
    seen = new Seen(after === undefined),
  ): AsyncGenerator<readonly Proven[], undefined, undefined> {
    const decode = (given: Given): Proven => {
      const proven = fromServer(given, this.names);
      seen.next(proven);
      return proven;
    };
    let place = after === undefined ? undefined : this.names.fromPosition(after);
    let size = FIRST_PAGE;
    for (let left = limit, isFirst = true; left > 0; isFirst = false) {
      const wanted = Math.min(size, left);
      const given = await this.page(this.filter, place, wanted, isFirst);
      for (const page of soundly(given, decode)) {
        size = sizeAfter(page);
        yield page;
      }
      // A page that is not full is the last: whatever is stored from now on comes after this reading.
      if (given.length < wanted) return;
      left -= given.length;
      place = commitOf(given.at(-1)!);
    }
  }

  /** A page of the log after a place, which has to be that of an event in the same streams. */
  async page(filter: Filter, place: bigint | undefined, count: number, isFirst: boolean): Promise<readonly Given[]> {
    if (place === undefined)
      return this.ask('the beginning', (client) => client.readAll({ maxCount: count, filter, requiresLeader: true }));
    const fromPosition = { commit: place, prepare: place };
    // The server begins with the event at the place itself: so it is seen whether there is one.
    const [first, ...given] = await this.orNoPlace(place, isFirst, () =>
      this.ask(`after position ${this.names.toPosition(place)}`, (client) =>
        client.readAll({ fromPosition, maxCount: count + 1, filter, requiresLeader: true }),
      ),
    );
    if (!first) throw beyondTheEnd(this.names.toPosition(place));
    if (commitOf(first) !== place) throw damaged(`position ${this.names.toPosition(place)}`, 'the event is missing');
    return given;
  }

  stream(stream: string, from: number | undefined, limit: number, backwards: boolean): AsyncIterable<RecordedEvent> {
    return eventsOf(this.streamPages(stream, from, limit, backwards));
  }

  /** One stream with what proves it, each event tested against the one beside it. */
  async *streamPages(
    stream: string,
    from: number | undefined,
    limit = Infinity,
    backwards = false,
  ): AsyncGenerator<readonly Proven[], undefined, undefined> {
    const name = this.names.onServer(stream);
    let due = from;
    let beside = backwards || (from ?? 0) > 0 ? undefined : NO_DIGEST;
    const decode = (given: Given): Proven => {
      if (Number(given.revision) !== due) throw damaged(`stream "${stream}", revision ${due}`, 'the event is missing');
      const proven = fromServer(given, this.names);
      if (beside !== undefined && (backwards ? proven.digest : proven.before) !== beside)
        throw damaged(`stream "${stream}", revision ${due}`, 'the event and the one beside it in its stream do not belong together');
      beside = backwards ? proven.before : proven.digest;
      due += backwards ? -1 : 1;
      return proven;
    };
    for (let left = limit, begun = false; left > 0; begun = true) {
      const wanted = Math.min(STREAM_PAGE, left);
      const given = await this.streamPage(name, due, wanted, backwards);
      if (given.length === 0 && !begun) return void (await this.requireUnlimited(stream, from, backwards));
      // A reading backwards from beyond the end begins at the end.
      if (!begun) due = backwards ? Math.min(from ?? Infinity, Number(given[0]?.revision)) : (from ?? 0);
      left -= given.length;
      yield* soundly(given, decode);
      if (backwards && due === -1) return;
      if (given.length === wanted) continue;
      // A page that is not full is the last, and backwards that is the stream's beginning.
      if (backwards) throw damaged(`stream "${stream}", revision ${due}`, 'the event is missing');
      return;
    }
  }

  /** Events of one stream as the server has them; nothing where there is no such stream. */
  async streamPage(name: string, from: number | undefined, count: number, backwards = false): Promise<readonly Given[]> {
    return this.ask(`stream "${this.names.inRecord(name)}"`, (client) =>
      client.readStream(name, {
        direction: backwards ? 'backwards' : 'forwards',
        fromRevision: from === undefined ? (backwards ? 'end' : 'start') : BigInt(from),
        maxCount: count,
        requiresLeader: true,
      }),
    );
  }

  /**
   * A stream in which there is nothing to read is new, or an administrator emptied it: that is damage. A reading on from its end, which
   * mostly finds nothing, does not ask.
   */
  private async requireUnlimited(stream: string, from: number | undefined, backwards: boolean): Promise<void> {
    if (!backwards && from !== undefined && from > 0) return;
    const [said] = await this.streamPage(limitsOf(this.names.onServer(stream)), undefined, 1, true);
    const limit = said && limitOf(said);
    if (limit !== undefined) throw damaged(`stream "${stream}", revision 0`, `an administrator deleted or limited the stream (${limit})`);
  }

  /** A place that is none of its log the server refuses, to readers, as if it were not there: to followers it says so. */
  private async orNoPlace<T>(place: bigint, isFirst: boolean, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (fault) {
      if (!isFirst || !(fault instanceof StoreFault) || fault.code !== 'store.unavailable') throw fault;
      const position = this.names.toPosition(place);
      const isNone = await this.connection
        .ask(`position ${position}`, (client) => isRefused(client, place, this.filter))
        .catch(() => false);
      throw isNone ? new StoreFault('store.misuse', `"${position}" is not a position of this store.`, { cause: fault }) : fault;
    }
  }

  private async ask(
    place: string,
    read: (client: KurrentDBClient) => AsyncIterable<{ readonly event?: Given }>,
  ): Promise<readonly Given[]> {
    this.requireOpen();
    const given = await this.connection.ask(place, (client) => listed(read(client)));
    this.requireOpen();
    return given;
  }
}

/** The server's own filter: everything in the streams that begin so. */
export interface Filter {
  readonly filterOn: 'streamName';
  readonly prefixes: string[];
  readonly checkpointInterval: number;
}
export const prefixed = (prefixes: string[]): Filter => ({ filterOn: 'streamName', prefixes, checkpointInterval: 1 });

/** As many events as had a page's worth of text, if they are like those. */
const sizeAfter = (page: readonly Proven[]): number => {
  const text = page.reduce((sum, proven) => sum + proven.text, 1);
  return Math.max(1, Math.min(PAGE, Math.floor((page.length * TEXT) / text)));
};

/** The events of a page up to the first that is not sound; then its fault. */
function* soundly(given: readonly Given[], decode: (given: Given) => Proven): Generator<readonly Proven[], void, undefined> {
  const sound = soundPart(given, decode);
  if (sound.length > 0) yield sound;
  const unsound = given[sound.length];
  if (unsound) decode(unsound);
}

const eventsOf = (pages: AsyncGenerator<readonly Proven[], undefined, undefined>): AsyncIterable<RecordedEvent> =>
  inPages(async () => (await pages.next()).value?.map(({ event }) => event) ?? []);

/** Whether the server refuses to be followed from a place, because it is none of its log. */
async function isRefused(client: KurrentDBClient, place: bigint, filter: Filter): Promise<boolean> {
  const following = client.subscribeToAll({ fromPosition: { commit: place, prepare: place }, filter, requiresLeader: true });
  try {
    return await new Promise((resolve) => {
      for (const event of ['data', 'caughtUp', 'close']) following.once(event, () => resolve(false));
      following.on('error', (cause: Error) => resolve(isNoPlace(cause)));
    });
  } finally {
    void following.unsubscribe().catch(() => undefined);
  }
}

async function listed(events: AsyncIterable<{ readonly event?: Given }>): Promise<readonly Given[]> {
  const given: Given[] = [];
  try {
    for await (const { event } of events) if (event) given.push(event);
  } catch (cause) {
    if (isNotFound(cause)) return [];
    throw cause;
  }
  return given;
}
