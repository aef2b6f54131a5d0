import Database from 'better-sqlite3';
import { join } from 'node:path';
import { type Position } from '../../../kernel/event.js';
import { POLICIES_FILE } from '../../policies/policies.queries.js';

/** How far the calendar was gone through for a follower. */
export interface SweepMark {
  /** The day of that sweep, in the follower's time zone. */
  readonly sweptOn: string;
  /** The end of the record at that sweep. */
  readonly position: Position;
  /** The revision of what the follower followed. */
  readonly following: number;
}

/**
 * The marks of all followers, in the file of the policies' checkpoints. If the file is lost, the calendar is gone through again; no
 * reminder is raised twice.
 */
export class SweepMarks {
  private readonly db: Database.Database;

  constructor(directory: string) {
    this.db = new Database(join(directory, POLICIES_FILE));
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = NORMAL');
    this.db.exec(
      'CREATE TABLE IF NOT EXISTS swept (login TEXT PRIMARY KEY, swept_on TEXT NOT NULL, position TEXT NOT NULL, following INTEGER NOT NULL) WITHOUT ROWID, STRICT',
    );
  }

  of(login: string): SweepMark | null {
    const select = 'SELECT swept_on AS sweptOn, position, following FROM swept WHERE login = ?';
    return this.db.prepare<[string], SweepMark>(select).get(login) ?? null;
  }

  save(login: string, { sweptOn, position, following }: SweepMark): void {
    this.db
      .prepare('INSERT OR REPLACE INTO swept (login, swept_on, position, following) VALUES (?, ?, ?, ?)')
      .run(login, sweptOn, position, following);
  }

  close(): void {
    this.db.close();
  }
}
