import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, IsNull } from 'typeorm';
import { newId } from '../../../kernel/ids.js';
import { Vault1767225600000 } from './migrations/1767225600000-vault.js';
import { digestOf, hashPassword, newToken, passwordMatches } from './secrets.js';
import { passwordEntity, tokenEntity, type TokenRow } from './vault.entities.js';

export const VAULT_FILE = 'vault.db';

/** A token as it may be shown: everything but the token. */
export type TokenShown = Omit<TokenRow, 'digest'>;

export interface IssuedToken {
  readonly id: string;
  /** Shown this once. */
  readonly token: string;
  readonly expiresAt: string;
}

interface Pragmas {
  pragma(text: string): unknown;
}

/**
 * Password hashes and token digests, in a database of their own beside the record: secrets are changed and deleted, the record never.
 * Every write is one statement of its own; none is ever part of a longer transaction, because TypeORM shares one connection on SQLite.
 */
export class Vault {
  private constructor(private readonly source: DataSource | undefined) {}

  /** With `readOnly`, a vault that does not exist is empty: nobody can sign in. */
  static async open(directory: string, { readOnly = false } = {}): Promise<Vault> {
    const database = join(directory, VAULT_FILE);
    if (readOnly && !existsSync(database)) return new Vault(undefined);
    const source = new DataSource({
      type: 'better-sqlite3',
      database,
      readonly: readOnly,
      entities: [passwordEntity, tokenEntity],
      migrations: [Vault1767225600000],
      migrationsTableName: 'vault_migrations',
      migrationsRun: !readOnly,
      synchronize: false,
      prepareDatabase: (db: Pragmas) => {
        if (readOnly) return;
        db.pragma('journal_mode = WAL');
        db.pragma('synchronous = FULL');
      },
    });
    return new Vault(await source.initialize());
  }

  /** A consistent copy of the vault, which may be written meanwhile; no copy where there is no vault. */
  static async backUp(directory: string, toFile: string): Promise<void> {
    const vault = await Vault.open(directory, { readOnly: true });
    try {
      await vault.source?.query('VACUUM INTO ?', [toFile]);
    } finally {
      await vault.close();
    }
  }

  async setPassword(login: string, password: string, now: string): Promise<void> {
    await this.passwords.upsert({ login, hash: await hashPassword(password), setAt: now }, ['login']);
  }

  async hasPassword(login: string): Promise<boolean> {
    return this.source !== undefined && (await this.passwords.existsBy({ login }));
  }

  async passwordMatches(login: string, password: string): Promise<boolean> {
    const row = this.source && (await this.passwords.findOneBy({ login }));
    return passwordMatches(password, row?.hash);
  }

  async issue(
    login: string,
    { kind, label, now, expiresAt }: { kind: TokenRow['kind']; label: string; now: string; expiresAt: string },
  ): Promise<IssuedToken> {
    const [id, token] = [newId(), newToken()];
    await this.tokens.insert({ id, login, digest: digestOf(token), label, kind, createdAt: now, expiresAt, revokedAt: null });
    return { id, token, expiresAt };
  }

  async find(digest: string): Promise<TokenRow | null> {
    return this.source ? this.tokens.findOneBy({ digest }) : null;
  }

  async list(login: string): Promise<TokenShown[]> {
    if (!this.source) return [];
    const rows = await this.tokens.find({ where: { login }, order: { id: 'ASC' } });
    return rows.map(({ digest: _, ...shown }) => shown);
  }

  /** Whether there was such a token, revoked before or not. */
  async revoke(login: string, id: string, now: string): Promise<boolean> {
    await this.tokens.update({ login, id, revokedAt: IsNull() }, { revokedAt: now });
    return this.tokens.existsBy({ login, id });
  }

  /** Ends every sign-in of a principal, except that of `exceptId`. API tokens stay valid. */
  async endSessions(login: string, now: string, exceptId?: string): Promise<void> {
    const query = this.tokens.createQueryBuilder().update().set({ revokedAt: now });
    query.where('login = :login AND kind = :kind AND revoked_at IS NULL', { login, kind: 'session' });
    if (exceptId !== undefined) query.andWhere('id <> :exceptId', { exceptId });
    await query.execute();
  }

  /** Forgets sign-ins that ended before an instant. */
  async forgetSessionsBefore(instant: string): Promise<void> {
    await this.tokens.createQueryBuilder().delete().where('kind = :kind AND expires_at < :instant', { kind: 'session', instant }).execute();
  }

  async close(): Promise<void> {
    if (this.source?.isInitialized) await this.source.destroy();
  }

  private get passwords() {
    return this.requireSource().getRepository(passwordEntity);
  }

  private get tokens() {
    return this.requireSource().getRepository(tokenEntity);
  }

  private requireSource(): DataSource {
    if (!this.source) throw new Error('There is no vault in the data directory.');
    return this.source;
  }
}
