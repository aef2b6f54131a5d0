import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type * as Client from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import { messageOf } from '../cause.js';
import { StoreFault } from '../event-store.port.js';
import { isTooLarge, isWrongRevision, toFault } from './faults.js';
import { type Names } from './naming.js';

/** The driver, loaded only where KurrentDB is chosen: it is an optional dependency. */
export type Driver = typeof Client;

export async function loadDriver(): Promise<Driver> {
  try {
    // Its parts are found by name only after it was loaded: a module of the older kind.
    return ((await import('@kurrent/kurrentdb-client')) as unknown as { default: Driver }).default;
  } catch (cause) {
    throw new StoreFault(
      'store.unavailable',
      'KurrentDB was chosen, and its driver is not installed: npm install @kurrent/kurrentdb-client.',
      { cause },
    );
  }
}

/** Where the server is, and how long it is waited for. */
export interface Reached {
  /** `kurrentdb://user:password@host:port,host:port?tls=true`, as KurrentDB's own clients take it. */
  readonly url: string;
  /** Milliseconds after which a call that was not answered is given up: the network may have swallowed it. 15,000 if absent. */
  readonly deadline?: number;
}
const USUAL_DEADLINE = 15_000;

/** The least that the driver takes without a warning, milliseconds: how often it looks whether a silent server is there. */
const LOOK_EVERY = 10_000;
/** How long the driver waits before it looks for the node again, milliseconds: it waits so before the first call of each connection too. */
const DISCOVER_EVERY = 50;

/** One connection of the driver's, and whether it was given up. */
interface Line {
  readonly client: KurrentDBClient;
  readonly gone: AbortController;
}

/**
 * The connection to the server. Each call has a deadline of its own: the driver's do not hold where the network swallows everything. A
 * connection that did not answer in time is given up, and the next call makes another.
 */
export class Connection {
  readonly deadline: number;
  private line: Line | undefined;
  private readonly leaving = new Set<NodeJS.Timeout>();

  constructor(
    private readonly driver: Driver,
    private readonly reached: Reached,
  ) {
    this.deadline = reached.deadline ?? USUAL_DEADLINE;
  }

  /** Throws `store.misuse` for an address that is none; says nothing of what is in it, which may be a password. */
  current(): { readonly client: KurrentDBClient; readonly gone: AbortSignal } {
    try {
      this.line ??= { client: this.driver.KurrentDBClient.connectionString(this.address()), gone: new AbortController() };
    } catch {
      throw new StoreFault('store.misuse', 'The address of the event store is none of KurrentDB: kurrentdb://host:port?tls=false.');
    }
    return { client: this.line.client, gone: this.line.gone.signal };
  }

  /** Asks once, with the deadline; whatever goes wrong is a {@link StoreFault} that names `place`. */
  async ask<T>(place: string, call: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const { client } = this.current();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.abandon(client);
        reject(new StoreFault('store.unavailable', `KurrentDB did not answer within ${this.deadline / 1000} s (${place}).`));
      }, this.deadline);
    });
    try {
      return await Promise.race([call(client), late]);
    } catch (cause) {
      throw toFault(cause, place);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    const { line } = this;
    this.line = undefined;
    for (const timer of this.leaving) clearTimeout(timer);
    line?.gone.abort();
    await line?.client.dispose();
  }

  /** Whatever else is under way on the connection is left its own deadline. */
  private abandon(client: KurrentDBClient): void {
    const { line } = this;
    if (line?.client !== client) return;
    this.line = undefined;
    line.gone.abort();
    const timer = setTimeout(() => {
      this.leaving.delete(timer);
      void line.client.dispose();
    }, this.deadline).unref();
    this.leaving.add(timer);
  }

  private address(): string {
    const [address = '', asked] = this.reached.url.split('?', 2);
    const settings = new URLSearchParams(asked);
    const had = new Set([...settings.keys()].map((key) => key.toLowerCase()));
    const usual = {
      connectionName: 'quorate',
      discoveryInterval: DISCOVER_EVERY,
      keepAliveInterval: LOOK_EVERY,
      keepAliveTimeout: this.deadline,
      defaultDeadline: this.deadline,
    };
    for (const [key, value] of Object.entries(usual)) if (!had.has(key.toLowerCase())) settings.set(key, String(value));
    return `${address}?${settings.toString()}`;
  }
}

/** What one append must be able to carry: the server's own default is less. */
const LEAST_APPEND = 4 * 1024 * 1024;
/** A revision that no stream has. */
const NEVER = 2n ** 52n;

/**
 * Refuses a server that is too old, or does not take appends large enough, with `store.misuse` and what to change. The append is tried at a
 * revision that no stream has: nothing is stored.
 */
export async function requireServer(connection: Connection, names: Names, readOnly: boolean): Promise<void> {
  const { serverVersion } = await connection.ask('its version', (client) => client['capabilities']);
  const [major = 0, minor = 0] = serverVersion.split('.').map(Number);
  if (major < 24 || (major === 24 && minor < 10))
    throw new StoreFault('store.misuse', `The server is of version ${serverVersion}; the event store needs 24.10 or later.`);
  if (readOnly) return;
  const data = new Uint8Array(LEAST_APPEND);
  await connection.ask('an append of 4 MiB', async (client) => {
    const event = { id: randomUUID(), contentType: 'application/octet-stream' as const, type: 'Probe', data, metadata: undefined };
    try {
      await client.appendToStream(names.probe, event, { streamState: NEVER });
    } catch (cause) {
      if (isWrongRevision(cause)) return;
      if (isTooLarge(cause))
        throw new StoreFault(
          'store.misuse',
          `The server takes no append of 4 MiB: start it with MaxAppendSize 16000000 (--max-append-size). ${messageOf(cause)}`.trim(),
          { cause },
        );
      throw cause;
    }
  });
}
