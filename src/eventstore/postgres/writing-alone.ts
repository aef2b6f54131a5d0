import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { StoreFault } from '../event-store.port.js';

/** The lock of whoever writes a record alone: it is the connection's, and goes with it. */
const KEY = (schema: string): string => `hashtextextended('quorate_record:${schema}', 0)`;

/** How long a process waits for its own last connection to be gone, when it was lost. */
const TRIES = 50;
const BETWEEN_MS = 100;

/**
 * The right of one process to write a record, tied to the connection it writes by: who loses the connection appends nothing by it, and asks
 * anew. A server may not have noticed that the last connection is gone; its holder ends it there, since it is its own.
 */
export class WritingAlone {
  /** What its connections are called, so that it knows its own. */
  readonly name = `quorate writing ${randomBytes(6).toString('hex')}`;

  constructor(private readonly schema: string) {}

  /** Refuses with `store.in-use` where another process has it. */
  async take(client: pg.Client): Promise<void> {
    for (let left = TRIES; ; left -= 1) {
      const { rows } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${KEY(this.schema)}) AS taken`);
      if (rows[0]?.taken === true) return;
      if (left === 0 || !(await this.endOwn(client)))
        throw new StoreFault('store.in-use', `Another process writes the record in the schema ${this.schema}.`);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }

  /** Ends the connection that this process had before; whether there is one. */
  private async endOwn(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ ended: boolean }>(
      `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()`,
      [this.name],
    );
    return rows.length > 0;
  }
}
