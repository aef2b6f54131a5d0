import Database from 'better-sqlite3';
import { existsSync, rmSync } from 'node:fs';
import { type Position } from '../../kernel/event.js';
import { StoreFault } from '../event-store.port.js';
import { asking } from './asking.js';
import { toOpeningFault } from './faults.js';
import { ReadingAll } from './reading-all.js';

/** What a backup holds, in enough detail to prove later that a file is this backup. */
export interface BackupManifest {
  readonly events: number;
  readonly head: Position | null;
  /** SHA-256, hex: stands for every event in the backup and their order. */
  readonly headDigest: string;
}

/** Copies a store consistently, while it goes on being written, to one file without side files. Never writes over a file. */
export async function backUp(db: Database.Database, toFile: string): Promise<BackupManifest> {
  if (existsSync(toFile)) throw new StoreFault('store.misuse', `${toFile} exists already; a backup never writes over a file.`);
  try {
    await db.backup(toFile);
    const copy = new Database(toFile);
    try {
      copy.pragma('journal_mode = DELETE');
      const { position, digest } = new ReadingAll(
        copy,
        asking(() => undefined),
      ).head();
      return { events: copy.prepare<[], number>('SELECT count(*) FROM events').pluck().get() ?? 0, head: position, headDigest: digest };
    } finally {
      copy.close();
    }
  } catch (cause) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${toFile}${suffix}`, { force: true });
    throw toOpeningFault(cause, toFile);
  }
}
