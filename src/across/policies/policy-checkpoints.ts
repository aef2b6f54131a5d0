import Database from 'better-sqlite3';
import { join } from 'node:path';
import { type Position } from '../../kernel/event.js';

export const POLICIES_FILE = 'policies.db';

/**
 * How far each policy has come, in a file of its own. It is written after the commands were, so it may be behind them and never ahead;
 * where it is lost everything is asked again, and what was done is not done again.
 */
export class PolicyCheckpoints {
  private readonly db: Database.Database;

  constructor(directory: string) {
    this.db = new Database(join(directory, POLICIES_FILE));
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = NORMAL');
    this.db.exec('CREATE TABLE IF NOT EXISTS checkpoint (policy TEXT PRIMARY KEY, position TEXT NOT NULL) WITHOUT ROWID, STRICT');
  }

  of(policy: string): Position | null {
    return this.db.prepare<[string], Position>('SELECT position FROM checkpoint WHERE policy = ?').pluck().get(policy) ?? null;
  }

  save(policy: string, position: Position): void {
    this.db
      .prepare('INSERT INTO checkpoint (policy, position) VALUES (?, ?) ON CONFLICT DO UPDATE SET position = excluded.position')
      .run(policy, position);
  }

  close(): void {
    this.db.close();
  }
}
