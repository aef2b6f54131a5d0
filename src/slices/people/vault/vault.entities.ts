import { EntitySchema } from 'typeorm';

/** How a principal proves who they are. Never part of the record, and never in a log. */
export interface PasswordRow {
  login: string;
  /** `scrypt$N$r$p$salt$hash`, the last two in base64url. */
  hash: string;
  /** Instant. */
  setAt: string;
}

export interface TokenRow {
  id: string;
  login: string;
  /** SHA-256 of the token, hex. The token itself is shown once and kept nowhere. */
  digest: string;
  label: string;
  kind: 'session' | 'api';
  /** Instants. */
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

export const passwordEntity = new EntitySchema<PasswordRow>({
  name: 'password',
  tableName: 'password',
  columns: {
    login: { type: 'text', primary: true },
    hash: { type: 'text' },
    setAt: { type: 'text', name: 'set_at' },
  },
});

export const tokenEntity = new EntitySchema<TokenRow>({
  name: 'token',
  tableName: 'token',
  columns: {
    id: { type: 'text', primary: true },
    login: { type: 'text' },
    digest: { type: 'text' },
    label: { type: 'text' },
    kind: { type: 'text' },
    createdAt: { type: 'text', name: 'created_at' },
    expiresAt: { type: 'text', name: 'expires_at' },
    revokedAt: { type: 'text', name: 'revoked_at', nullable: true },
  },
});
