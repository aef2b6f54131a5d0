import Database from 'better-sqlite3';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Position } from '../../../kernel/event.js';
import { newKey, openWith, sealWith, subjectOf } from './sealing.js';
import { type Sealed, SubjectErasedFault, SubjectKeys } from './subject-keys.js';

export const KEYS_FILE = 'keys.db';

const SUBJECT = /^[a-z0-9][a-z0-9.-]*$/;
const APPLICATION_ID = 0x51_4b_45_59;
const TABLES = `
  CREATE TABLE subject_key (subject TEXT PRIMARY KEY, key BLOB NOT NULL, made_at TEXT NOT NULL) WITHOUT ROWID, STRICT;
  CREATE TABLE erased (subject TEXT PRIMARY KEY, erased_at TEXT NOT NULL) WITHOUT ROWID, STRICT;
  CREATE TABLE applied (one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL) STRICT;
`;

/**
 * `keys.db`. What is deleted is overwritten with zeros (`secure_delete`). The journal is deleted at each commit and its going is synced
 * (`synchronous = EXTRA`), so that an erased key stands in no file, and a power cut cannot bring it back.
 * Subjects that were erased stay listed: none is ever given a key again.
 */
export class KeyFile extends SubjectKeys {
  private constructor(
    private readonly db: Database.Database | undefined,
    private readonly now: () => string,
  ) {
    super();
  }

  /** With `readOnly`, a file that does not exist has no keys: nothing can be opened. */
  static openIn(directory: string, options: { readonly readOnly?: boolean; readonly now?: () => string } = {}): KeyFile {
    return KeyFile.openFile(join(directory, KEYS_FILE), options);
  }

  static openFile(file: string, { readOnly = false, now = () => new Date().toISOString() } = {}): KeyFile {
    if (readOnly && !existsSync(file)) return new KeyFile(undefined, now);
    const db = new Database(file, { readonly: readOnly, fileMustExist: readOnly, timeout: 5000 });
    try {
      const isNew = db.pragma('schema_version', { simple: true }) === 0;
      if (!isNew && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Error(`${file} is no file of keys.`);
      if (!readOnly) {
        db.pragma('secure_delete = ON');
        db.pragma('journal_mode = DELETE');
        db.pragma('synchronous = EXTRA');
        if (isNew) {
          chmodSync(file, 0o600);
          db.transaction(() => {
            db.exec(TABLES);
            db.pragma(`application_id = ${APPLICATION_ID}`);
          })();
        }
      }
      return new KeyFile(db, now);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  async seal(subject: string, text: string): Promise<Sealed> {
    if (!SUBJECT.test(subject)) throw new TypeError(`${JSON.stringify(subject)} can be no subject.`);
    return sealWith(this.keyOf(subject) ?? this.makeKey(subject), subject, text);
  }

  async open(sealed: Sealed): Promise<string | null> {
    const key = this.keyOf(subjectOf(sealed));
    return key ? openWith(key, sealed) : null;
  }

  async erase(subject: string): Promise<boolean> {
    const db = this.required();
    return db.transaction(() => {
      const { changes } = db.prepare('DELETE FROM subject_key WHERE subject = ?').run(subject);
      db.prepare('INSERT OR IGNORE INTO erased (subject, erased_at) VALUES (?, ?)').run(subject, this.now());
      return changes > 0;
    })();
  }

  async isErased(subject: string): Promise<boolean> {
    return this.db?.prepare('SELECT 1 FROM erased WHERE subject = ?').get(subject) !== undefined;
  }

  async has(subject: string): Promise<boolean> {
    return this.keyOf(subject) !== undefined;
  }

  /** The position up to which every erasure in the record has been applied here; `null` before the first. */
  appliedTo(): Position | null {
    return this.db?.prepare<[], Position>('SELECT position FROM applied').pluck().get() ?? null;
  }

  noteApplied(to: Position | null): void {
    const db = this.required();
    if (to === null) db.exec('DELETE FROM applied');
    else db.prepare('INSERT INTO applied (one, position) VALUES (1, ?) ON CONFLICT DO UPDATE SET position = excluded.position').run(to);
  }

  /** A consistent copy in a new file. Answers how many keys it holds. */
  copyTo(file: string): number {
    const db = this.required();
    db.prepare('VACUUM INTO ?').run(file);
    chmodSync(file, 0o600);
    return db.prepare<[], number>('SELECT count(*) FROM subject_key').pluck().get() ?? 0;
  }

  /** Throws where the file is damaged. */
  prove(): void {
    const problems = this.required().pragma('integrity_check', { simple: true });
    if (problems !== 'ok') throw new Error(String(problems));
  }

  async close(): Promise<void> {
    this.db?.close();
  }

  private keyOf(subject: string): Buffer | undefined {
    return this.db?.prepare<[string], Buffer>('SELECT key FROM subject_key WHERE subject = ?').pluck().get(subject);
  }

  /** The new key is on the disk before anything is sealed under it. */
  private makeKey(subject: string): Buffer {
    const db = this.required();
    return db.transaction(() => {
      if (db.prepare('SELECT 1 FROM erased WHERE subject = ?').get(subject)) throw new SubjectErasedFault(subject);
      const key = newKey();
      db.prepare('INSERT INTO subject_key (subject, key, made_at) VALUES (?, ?, ?)').run(subject, key, this.now());
      return key;
    })();
  }

  private required(): Database.Database {
    if (!this.db) throw new Error('There is no file of keys in the data directory.');
    return this.db;
  }
}
