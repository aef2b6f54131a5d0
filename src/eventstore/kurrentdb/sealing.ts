import { hash, randomUUID } from 'node:crypto';
import { type Position } from '../../kernel/event.js';
import { damaged, NO_DIGEST } from '../proof.js';
import { type Given, type Proven } from './codec.js';
import { type Connection } from './connecting.js';
import { isWrongRevision } from './faults.js';
import { type Names } from './naming.js';
import { type Reading, Seen } from './reading.js';

/** Stands for the record up to a position: how many events there are, and a digest over theirs in the order of the log. */
export interface Seal {
  readonly upTo: Position | null;
  readonly count: number;
  readonly digest: string;
}

const UNSEALED: Seal = { upTo: null, count: 0, digest: NO_DIGEST };

/** The seal of a record that has one event more. */
export const sealedOn = ({ count, digest: before }: Seal, { event, digest }: Proven): Seal => ({
  upTo: event.position,
  count: count + 1,
  digest: hash('sha256', `${before} ${digest}`),
});

/** The seals of a record in a stream of their own, each of which stands on the one before: what was sealed cannot vanish unseen. */
export class Sealing {
  private unsealed = 0;
  private sealing: Promise<void> | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly reading: Reading,
    private readonly every: number,
    interval: number,
  ) {
    this.timer = setInterval(() => this.unsealed > 0 && this.begin(), interval).unref();
  }

  /** Events were stored: every so many, the record is sealed. Nobody waits for it; one that fails is made up for by the next. */
  stored(events: number): void {
    this.unsealed += events;
    if (this.unsealed >= this.every) this.begin();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.sealing;
  }

  /** Seals what there is. Two processes that seal at the same time make one seal. */
  async seal(): Promise<Seal> {
    const [last] = await this.reading.streamPage(this.names.seals, undefined, 1, true);
    const before = last ? sealOf(last) : UNSEALED;
    const now = await this.on(before);
    if (now.count === before.count) return now;
    const event = {
      id: randomUUID(),
      contentType: 'application/json' as const,
      type: 'RecordSealed',
      data: { ...now },
      metadata: undefined,
    };
    await this.connection.ask('the seals', async (client) => {
      try {
        await client.appendToStream(this.names.seals, event, { streamState: last ? last.revision : 'no_stream' });
      } catch (cause) {
        if (!isWrongRevision(cause)) throw cause;
      }
    });
    return now;
  }

  /** What a seal would say now; makes none. */
  async current(): Promise<Seal> {
    const [last] = await this.reading.streamPage(this.names.seals, undefined, 1, true);
    return this.on(last ? sealOf(last) : UNSEALED);
  }

  /** Every seal there is, oldest first. */
  async *all(): AsyncGenerator<Seal, void, undefined> {
    for (let from = 0; ;) {
      const page = await this.reading.streamPage(this.names.seals, from, PAGE);
      if (page.length === 0) return;
      for (const given of page) {
        if (Number(given.revision) !== from) throw damaged(`the seals, number ${from}`, 'a seal is missing');
        yield sealOf(given);
        from += 1;
      }
    }
  }

  private async on(before: Seal): Promise<Seal> {
    let now = before;
    const after = before.upTo ?? undefined;
    for await (const page of this.reading.provenPages(after, Infinity, new Seen(after === undefined)))
      for (const proven of page) now = sealedOn(now, proven);
    return now;
  }

  private begin(): void {
    if (this.sealing) return;
    this.unsealed = 0;
    this.sealing = this.seal().then(
      () => (this.sealing = undefined),
      () => (this.sealing = undefined),
    );
  }
}
const PAGE = 1_024;

function sealOf({ revision, type, data }: Given): Seal {
  const { upTo, count, digest } = data as Partial<Seal>;
  if (type !== 'RecordSealed' || typeof upTo !== 'string' || typeof count !== 'number' || typeof digest !== 'string')
    throw damaged(`the seals, number ${revision}`, 'it is no seal');
  return { upTo, count, digest };
}
