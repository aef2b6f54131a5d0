import Database from 'better-sqlite3';
import { join } from 'node:path';
import { type Position } from '../../kernel/event.js';

export const POLICIES_FILE = 'policies.db';

/**
 * How far each policy has come, in a file of its own. A checkpoint is written after the commands it covers, so it may be behind them and
 * never ahead. If the file is lost, every command is asked for again, and none is carried out twice.
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
