import type pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { type Bell } from '../catch-up.js';
import { CHANNEL } from './schema.js';

/** While the bell cannot be heard, subscriptions look for themselves this often; how long a lost connection is waited for. */
const LOOK_EVERY = 500;
const AGAIN_AFTER = 1_000;
/** How often the connection is tried: a network that swallows everything does not say that it is gone. */
const TRY_EVERY = 10_000;

/**
 * Rings the bell whenever any process has appended. The notification says nothing but that: what was stored is read. A connection that is
 * lost is made again; meanwhile, and once after it, the bell rings by itself, so that nothing is missed.
 */
export class Listening {
  private readonly closing = new AbortController();
  private readonly over: Promise<void>;

  constructor(
    private readonly schemaName: string,
    private readonly connect: (lost: () => void) => Promise<pg.Client>,
    private readonly bell: Bell,
  ) {
    this.over = this.listen();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.over;
  }

  private async listen(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const gone = new AbortController();
      const deaf = setInterval(() => this.bell.ring(), LOOK_EVERY);
      let client: pg.Client | undefined;
      try {
        client = await this.connect(() => gone.abort());
        client.on('notification', ({ payload }) => payload === this.schemaName && this.bell.ring());
        await client.query(`LISTEN ${CHANNEL}`);
        clearInterval(deaf);
        this.bell.ring();
        const ended = AbortSignal.any([signal, gone.signal]);
        while (!ended.aborted) {
          await pause(TRY_EVERY, undefined, { signal: ended }).catch(() => undefined);
          if (!ended.aborted) await client.query('SELECT');
        }
      } catch {
        // Whoever reads or writes meets the same fault and tells it; here it is only tried again.
      } finally {
        clearInterval(deaf);
        await client?.end().catch(() => undefined);
      }
      if (!signal.aborted) {
        this.bell.ring();
        await pause(AGAIN_AFTER, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
