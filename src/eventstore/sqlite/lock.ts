import Database from 'better-sqlite3';
import { join } from 'node:path';
import { StoreFault } from '../event-store.port.js';
import { causeCode } from '../cause.js';

export const LOCK_FILE = 'quorate.lock';

/**
 * Holds the data directory for this process. An exclusive SQLite transaction on a file of its own: the operating system
 * lets go of it when the process dies, however it dies, so there is never a stale lock to remove.
 */
export function lockDirectory(directory: string): { release(): void } {
  const db = new Database(join(directory, LOCK_FILE), { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (causeCode(cause).startsWith('SQLITE_BUSY')) {
      const message = `The data directory ${directory} is in use by another Quorate process. Stop that one first, or work through it with --server.`;
      throw new StoreFault('store.in-use', message, { cause });
    }
    throw cause;
  }
  return { release: () => void db.close() };
}
