import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Costs of a password hash: about 32 MiB and some 60 ms. Stored with each hash, so that they can be raised. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const HASH_BYTES = 32;

const derive = (password: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer): void => (error ? reject(error) : resolve(key));
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, done);
  });

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** A login without a password takes as long as one with, so that the time tells nothing. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = (stored ?? DUMMY).split('$');
  const expected = Buffer.from(hash ?? '', 'base64url');
  if (scheme !== 'scrypt' || expected.length !== HASH_BYTES) return false;
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(actual, expected) && stored !== undefined;
}

const DUMMY = ['scrypt', COST.N, COST.r, COST.p, randomBytes(16).toString('base64url'), randomBytes(HASH_BYTES).toString('base64url')].join(
  '$',
);

/** 256 random bits behind a prefix by which a leaked token is recognised. */
export const newToken = (): string => `qr_${randomBytes(32).toString('base64url')}`;

export const TOKEN = /^qr_[A-Za-z0-9_-]{43}$/;

/** A token has all its bits from chance, so one fast hash is enough, and looking it up by its hash gives no timing away. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
