import { type Database } from 'better-sqlite3';
import { setTimeout as pause } from 'node:timers/promises';
import { type Wake } from '../catch-up.js';
import { toFault } from './faults.js';

const EVERY_MS = 250;

/** The wake of a store that another process writes: SQLite's data version changes with every commit made elsewhere. */
export class Watch implements Wake {
  closed = false;
  private readonly closing = new AbortController();

  constructor(private readonly db: Database) {}

  ticket = (): number => {
    try {
      return this.db.pragma('data_version', { simple: true }) as number;
    } catch (cause) {
      throw toFault(cause);
    }
  };

  async past(ticket: number, signal: AbortSignal): Promise<void> {
    const over = AbortSignal.any([signal, this.closing.signal]);
    while (!over.aborted && this.ticket() === ticket) await pause(EVERY_MS, undefined, { signal: over }).catch(() => undefined);
  }

  close(): void {
    this.closed = true;
    this.closing.abort();
  }
}
