import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type Position } from '../../src/kernel/event.js';
import { type Appended, type EventStore, type EventToAppend, StoreFault } from '../../src/eventstore/event-store.port.js';
import { anEvent, listed, someEvents } from '../support/events.js';
import { runs } from '../support/runs.js';
import { TcpProxy } from '../support/tcp-proxy.js';

/** Milliseconds that the stores under test wait for an answer. */
export const DEADLINE = 1_000;
const CLIENTS = 8;

/** Appends until it is accepted, with the same ids each time, as the contract has it after a fault. */
async function insist(store: EventStore, stream: string, events: readonly EventToAppend[]): Promise<Appended> {
  for (;;) {
    try {
      const answer = await store.append(stream, 'any', events);
      if (answer.accepted) return answer;
    } catch (fault) {
      if (!(fault instanceof StoreFault) || fault.code !== 'store.unavailable') throw fault;
      await pause(50);
    }
  }
}

/** Follows a record as projections do: after a fault it goes on behind the last event it has. */
export class Follower {
  readonly seen: string[] = [];
  private readonly ending = new AbortController();
  private readonly over: Promise<void>;
  private failed: unknown;

  constructor(private readonly store: EventStore) {
    this.over = this.follow().catch((fault: unknown) => void (this.failed = fault));
  }

  /** What was seen, once it is so much, and nothing came after it. */
  async until(count: number): Promise<readonly string[]> {
    while (this.seen.length < count && this.failed === undefined) await pause(10);
    if (this.failed !== undefined) throw this.failed as Error;
    await pause(50);
    this.ending.abort();
    await this.over;
    return this.seen;
  }

  private async follow(): Promise<void> {
    const { signal } = this.ending;
    for (let after: Position | undefined; !signal.aborted;) {
      try {
        for await (const message of this.store.subscribe({ ...(after && { after }), signal }))
          if (message.kind === 'event') {
            this.seen.push(message.event.id);
            after = message.event.position;
          }
      } catch (fault) {
        if (!(fault instanceof StoreFault) || fault.code !== 'store.unavailable') throw fault;
        await pause(50);
      }
    }
  }
}

/** A server that can be killed and started again. */
interface FaultyServer {
  readonly url: string;
  readonly port: number;
  kill(): Promise<void>;
  run(): Promise<void>;
  stop(): Promise<void>;
}

interface DigestedStore extends EventStore {
  headDigest(): Promise<string>;
}

export interface StoreOnServer<S extends DigestedStore> {
  readonly start: () => Promise<FaultyServer>;
  /** The name of a record that no other test uses. */
  readonly aRecord: () => string;
  readonly open: (place: { readonly url: string; readonly record: string; readonly deadline?: number }) => Promise<S>;
  /** How often the server is killed in the long run. */
  readonly kills: number;
}

/** What a test has; the record is another in each. */
export interface AroundStore<S> {
  readonly record: string;
  readonly proxy: TcpProxy;
  /** On the server, or through the proxy. */
  readonly open: (way?: 'straight' | 'through the proxy') => Promise<S>;
}

/** What every store on a server upholds when the server, or the network before it, fails; to be called within a `describe`. */
export function withstandsFaults<S extends DigestedStore>(
  { start, aRecord, open: openAt, kills }: StoreOnServer<S>,
  more: (around: AroundStore<S>) => void = () => undefined,
): void {
  let server: FaultyServer;
  let proxy: TcpProxy;
  let stores: S[];
  let record: string;

  const open = async (way = 'straight'): Promise<S> => {
    const url = way === 'straight' ? server.url : server.url.replace(`:${server.port}`, `:${proxy.port}`);
    const store = await openAt({ url, record, deadline: DEADLINE });
    stores.push(store);
    return store;
  };

  beforeAll(async () => void (server = await start()));
  afterAll(() => server.stop());
  beforeEach(async () => {
    [stores, record] = [[], aRecord()];
    proxy = await TcpProxy.before(server.port);
  });
  afterEach(async () => {
    await proxy.close();
    await Promise.all(stores.map((store) => store.close()));
  });

  it('loses nothing that was acknowledged, and keeps nothing twice, when the server is killed while it writes', async () => {
    const store = await open();
    const follower = new Follower(store);
    const acknowledged: string[] = [];
    let writing = true;
    const clients = Array.from({ length: CLIENTS }, async (_, client) => {
      while (writing) {
        const events = someEvents(1 + (client % 3));
        await insist(store, `s-${client}`, events);
        acknowledged.push(...events.map(({ id }) => id));
      }
    });
    let failed: unknown;
    for (const client of clients) client.catch((fault: unknown) => (failed = fault));
    for (let kill = 0; kill < runs(4, kills); kill += 1) {
      const enough = acknowledged.length + 60;
      while (acknowledged.length < enough && failed === undefined) await pause(5);
      if (failed !== undefined) throw failed as Error;
      await server.kill();
      await server.run();
    }
    writing = false;
    await Promise.all(clients);
    const stored = (await listed(store.readAll())).map(({ id }) => id);
    expect([...stored].sort()).toEqual([...acknowledged].sort());
    expect(await follower.until(stored.length)).toEqual(stored);
    expect(await listed(store.verify())).toEqual([]);
  }, 600_000);

  it('is written by several at once, each revision by one, and a follower of one sees what the other wrote, in order', async () => {
    const [one, two] = [await open(), await open()];
    const goal = 120;
    const compete = async (store: S): Promise<number[]> => {
      const won: number[] = [];
      for (let last = -1; last < goal;) {
        const answer = await store.append('s', last === -1 ? 'none' : last, [anEvent()]);
        if (answer.accepted) won.push(answer.revision);
        last = answer.accepted ? answer.revision : answer.actual === 'none' ? -1 : answer.actual;
      }
      return won;
    };
    const ending = new AbortController();
    const seen: number[] = [];
    const following = (async () => {
      for await (const message of one.subscribe({ signal: ending.signal })) if (message.kind === 'event') seen.push(message.event.revision);
    })();
    const wins = (await Promise.all([one, two, one, two].map(compete))).flat().sort((a, b) => a - b);
    expect(wins).toEqual(wins.map((_, index) => index));
    while (seen.length < wins.length) await pause(10);
    ending.abort();
    await following;
    expect(seen).toEqual(wins);
    expect(await listed(two.verify())).toEqual([]);
  });

  it('answers that it is unavailable, within its deadline, where the network swallows everything, and goes on when it does not', async () => {
    const store = await open('through the proxy');
    await store.append('s', 'none', [anEvent()]);
    const events = [anEvent()];
    proxy.turn('black-hole');
    const asked = performance.now();
    await expect(store.append('s', 0, events)).rejects.toMatchObject({ code: 'store.unavailable' });
    await expect(store.head()).rejects.toMatchObject({ code: 'store.unavailable' });
    expect(performance.now() - asked).toBeLessThan(10 * DEADLINE);
    proxy.turn('clear');
    expect((await insist(store, 's', events)).revision).toBe(1);
    expect(await listed(store.readStream('s'))).toHaveLength(2);
  });

  it('whose answer was cut off tells, by the same ids again, what became of the append', async () => {
    const [store, near] = [await open('through the proxy'), await open()];
    await store.append('s', 'none', [anEvent()]);
    for (const bytes of [1, 7, 20, 40]) {
      const events = someEvents(3);
      proxy.cutAnswersAfter(bytes);
      const { revision } = await insist(store, 's', events);
      const read = await listed(near.readStream('s', { from: revision - 2 }));
      expect(read.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    }
    expect(await listed(near.readStream('s'))).toHaveLength(13);
  });

  it('hears what others wrote while its own connections were reset', async () => {
    const [far, near] = [await open('through the proxy'), await open()];
    const follower = new Follower(far);
    const written: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const events = someEvents(2);
      await insist(near, 's', events);
      written.push(...events.map(({ id }) => id));
      proxy.turn('reset');
      const unheard = someEvents(2);
      await insist(near, 's', unheard);
      written.push(...unheard.map(({ id }) => id));
      proxy.turn('clear');
      while (follower.seen.length < written.length) await pause(10);
    }
    expect(await follower.until(written.length)).toEqual(written);
  });

  it('says that it is unavailable while there is no server, and has the same end and digest when there is one again', async () => {
    const store = await open();
    await store.append('s', 'none', someEvents(5));
    const [head, digest] = [await store.head(), await store.headDigest()];
    await server.kill();
    await expect(store.append('s', 4, [anEvent()])).rejects.toMatchObject({ code: 'store.unavailable' });
    await expect(openAt({ url: server.url, record })).rejects.toMatchObject({ code: 'store.unavailable' });
    await server.run();
    expect([await store.head(), await store.headDigest()]).toEqual([head, digest]);
  });

  more({
    get record() {
      return record;
    },
    get proxy() {
      return proxy;
    },
    open,
  });
}
