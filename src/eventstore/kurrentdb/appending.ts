import { type Position } from '../../kernel/event.js';
import { type Appended, StoreFault, type WrongRevision } from '../event-store.port.js';
import { damaged, NO_DIGEST } from '../proof.js';
import { fromServer, type Proven } from './codec.js';
import { type Connection } from './connecting.js';
import { type Waiting, WaitingLine } from '../waiting-line.js';
import { isWrongRevision, toFault } from './faults.js';
import { type Names } from './naming.js';
import { type End, placed, type Placed, type QueuedAppend } from './placing.js';
import { type Reading } from './reading.js';

/** One write takes no further append once it has so many events or characters: all of it must fit what the server takes at once. */
const MOST_EVENTS = 1_000;
const MOST_TEXT = 1_000_000;
/** Event ids that are remembered in all: those of the streams written to last. */
const MOST_KNOWN = 200_000;
const MOST_STREAMS = 10_000;

type Answer = Appended | WrongRevision;
type Queued = Waiting<QueuedAppend>;

/** What a stream's writing needs of its surroundings. */
export interface Surroundings {
  readonly connection: Connection;
  readonly names: Names;
  readonly reading: Reading;
  /** Told of events that were stored, as many as there were. */
  readonly stored: (events: number) => void;
}

interface Counting {
  readonly counted: { writes: number; appends: number };
  /** Told how many more event ids are remembered than before. */
  readonly remembered: (more: number) => void;
}

function beyondOneWrite(waiting: readonly Queued[]): number {
  let [events, text] = [0, 0];
  return waiting.findIndex(({ append }, index) => {
    events += append.events.length;
    text += append.events.reduce((sum, { rest }) => sum + rest.length, 0);
    return index > 0 && (events > MOST_EVENTS || text > MOST_TEXT);
  });
}

/**
 * Writes the appends to one stream, those that wait together in one write, always at exactly the revision that the stream is believed to
 * have: so nothing is stored twice or in between, whoever else writes. All ids of the stream are known meanwhile, because the server finds
 * an append again only by its expectation.
 */
class StreamWriting {
  /** What one turn of the event loop brings shares a write. */
  readonly line = new WaitingLine<QueuedAppend>(beyondOneWrite, (batch) => this.writeSome(batch));
  private end: End | undefined;
  private told = 0;

  constructor(
    private readonly stream: string,
    private readonly around: Surroundings & Counting,
  ) {}

  forget(): void {
    this.end = undefined;
    this.tell();
  }

  private async writeSome(batch: readonly Queued[]): Promise<void> {
    let last = -1;
    try {
      let isSure = this.end === undefined;
      for (;;) {
        const end = (this.end ??= await this.readFrom({ last: -1, digest: NO_DIGEST, known: new Map() }));
        last = end.last;
        const appends = batch.map(({ append }) => append);
        const found = placed(appends, end);
        if (found.sent.length === 0 && (isSure || !found.clashed)) return this.answer(batch, found, new Map());
        if (found.sent.length > 0) {
          const positions = await this.write(found, end);
          if (positions) {
            this.remember(batch, found, end, positions);
            return this.answer(batch, found, positions);
          }
          this.unfound([...batch.filter((_, index) => found.places[index]?.kind === 'placed'), ...this.line.behind], last);
        }
        // Somebody else has written to the stream, or may have.
        this.end = await this.readFrom(end);
        isSure = true;
      }
    } catch (cause) {
      this.end = undefined;
      this.unfound(this.line.behind, last);
      const fault = toFault(cause, `stream "${this.stream}"`);
      for (const { reject } of batch) reject(fault);
    } finally {
      this.tell();
    }
  }

  /** Positions by revision, of the last event of each append; `undefined` where the stream is not where it was believed to be. */
  private async write({ places, sent, last }: Placed, end: End): Promise<ReadonlyMap<number, Position> | undefined> {
    const { connection, names, reading, counted, stored } = this.around;
    const name = names.onServer(this.stream);
    const written = await connection.ask(`stream "${this.stream}"`, async (client) => {
      try {
        return await client.appendToStream(name, [...sent], { streamState: end.last === -1 ? 'no_stream' : BigInt(end.last) });
      } catch (cause) {
        if (isWrongRevision(cause)) return undefined;
        throw cause;
      }
    });
    if (!written) return undefined;
    counted.writes += 1;
    stored(sent.length);
    if (Number(written.nextExpectedRevision) !== last)
      throw damaged(`stream "${this.stream}", revision ${end.last + 1}`, `the stream went on at revision ${written.nextExpectedRevision}`);
    const ends = places.flatMap((place) => (place.kind === 'placed' ? [place.revision] : []));
    if (new Set(ends).size === 1 && written.position) return new Map([[last, names.toPosition(written.position.commit)]]);
    // The server tells the position of the last event of a write alone.
    const positions = new Map<number, Position>();
    for (let from = end.last + 1; from <= last;) {
      const given = await reading.streamPage(name, from, last + 1 - from);
      if (given.length === 0) throw damaged(`stream "${this.stream}", revision ${from}`, 'the event is missing');
      for (const one of given) {
        const { event } = fromServer(one, names);
        positions.set(event.revision, event.position);
      }
      from += given.length;
    }
    return positions;
  }

  private remember(batch: readonly Queued[], { places, last, digest }: Placed, end: End, positions: ReadonlyMap<number, Position>): void {
    const { known } = end;
    for (const [index, { append }] of batch.entries()) {
      const place = places[index]!;
      if (place.kind !== 'placed') continue;
      const { stream, events } = append;
      const position = positions.get(place.revision)!;
      for (const [part, { id }] of events.entries())
        known.set(id, { stream, revision: place.first + part, part, parts: events.length, position });
    }
    this.end = { last, digest, known };
  }

  private answer(batch: readonly Queued[], { places }: Placed, positions: ReadonlyMap<number, Position>): void {
    this.around.counted.appends += batch.length;
    for (const [index, { resolve, reject }] of batch.entries()) {
      const place = places[index]!;
      if (place.kind === 'stored') resolve({ accepted: true, revision: place.known.revision, position: place.known.position });
      else if (place.kind === 'placed') resolve({ accepted: true, revision: place.revision, position: positions.get(place.revision)! });
      else if (place.answer instanceof StoreFault) reject(place.answer);
      else resolve(place.answer);
    }
  }

  /** Appends that rest on events which were to follow `last` and do not. */
  private unfound(appends: readonly Queued[], last: number): void {
    for (const queued of appends) {
      const { expected } = queued.append;
      if (typeof expected === 'number' && expected > last) queued.append = { ...queued.append, isUnfounded: true };
    }
  }

  private async readFrom(end: End): Promise<End> {
    const known = new Map(end.known);
    let { last, digest } = end;
    for await (const page of this.around.reading.streamPages(this.stream, last + 1)) {
      requireContinued(this.stream, page, digest);
      for (const { event, part, parts } of page)
        known.set(event.id, { stream: this.stream, revision: event.revision, part, parts, position: event.position });
      last += page.length;
      digest = page.at(-1)!.digest;
    }
    return { last, digest, known };
  }

  private tell(): void {
    const known = this.end?.known.size ?? 0;
    this.around.remembered(known - this.told);
    this.told = known;
  }
}

function requireContinued(stream: string, page: readonly Proven[], digest: string): void {
  const first = page[0];
  if (first && first.before !== digest)
    throw damaged(`stream "${stream}", revision ${first.event.revision}`, 'the event and the one ahead of it do not belong together');
}

/** The writing to all streams: each for itself, side by side. */
export class Appending {
  readonly counted = { writes: 0, appends: 0 };
  /** The stream written to last stands last. */
  private readonly streams = new Map<string, StreamWriting>();
  private known = 0;
  private readonly around: Surroundings & Counting;

  constructor(around: Surroundings) {
    this.around = { ...around, counted: this.counted, remembered: (more) => (this.known += more) };
  }

  async add(append: Omit<QueuedAppend, 'isUnfounded'>): Promise<Answer> {
    const { stream } = append;
    const writing = this.streams.get(stream) ?? new StreamWriting(stream, this.around);
    this.streams.delete(stream);
    this.streams.set(stream, writing);
    try {
      return await writing.line.add({ ...append, isUnfounded: false });
    } finally {
      this.forgetSome();
    }
  }

  /** Until everything that was queued is answered. */
  async settled(): Promise<void> {
    await Promise.all([...this.streams.values()].map((writing) => writing.line.settled()));
  }

  private forgetSome(): void {
    if (this.known <= MOST_KNOWN && this.streams.size <= MOST_STREAMS) return;
    for (const [stream, writing] of this.streams) {
      if (this.known <= MOST_KNOWN && this.streams.size <= MOST_STREAMS) return;
      if (!writing.line.isIdle) continue;
      writing.forget();
      this.streams.delete(stream);
    }
  }
}
