import { createHash, randomFillSync } from 'node:crypto';
import { v5, v7 } from 'uuid';
import { nameKey } from './names.js';

const randomness = new Uint8Array(16 * 256);
let used = randomness.length;
let last = 0;
let sequence = 0;

/**
 * UUID version 7: sorted by time, and within a millisecond by a counter (RFC 9562, 6.2, method 1), so that indexes grow at their end.
 * Randomness is fetched for many at once.
 */
export function newId(): string {
  if (used === randomness.length) {
    randomFillSync(randomness);
    used = 0;
  }
  const random = randomness.subarray(used, (used += 16));
  const now = Date.now();
  if (now > last) {
    last = now;
    sequence = ((random[6] ?? 0) << 16) | ((random[7] ?? 0) << 8) | (random[8] ?? 0);
  } else sequence += 1;
  return v7({ msecs: last, seq: sequence, random });
}

const QUORATE_NAMESPACE = '6f1d1c1e-6b0a-5c7e-9f0e-0d5b8c1a2e3f';

/** The same words always give the same id (UUID version 5): a repeated command makes the same thing again, not another. */
export const derivedId = (...words: readonly string[]): string => v5(words.join('\u001f'), QUORATE_NAMESPACE);

/** Whether an id was made by {@link derivedId}: a command has such an id where its sender gave it a key. */
export const isDerivedId = (id: string): boolean => id[14] === '5';

/** A short id people can read out, derived from a command's id: `m-7k3q9d2x`. Crockford base 32, no i, l, o, u. */
export function shortId(prefix: string, commandId: string, index = 0): string {
  const digest = createHash('sha256').update(`${prefix}\u001f${commandId}\u001f${index}`).digest();
  let text = '';
  for (let i = 0; i < 8; i += 1) text += '0123456789abcdefghjkmnpqrstvwxyz'[(digest[i] ?? 0) & 31];
  return `${prefix}-${text}`;
}

const SLUG_ENDS = /^-+|-+$/g;

/** Words as they stand in an address, at most `longest` letters: `annual-performance-report`. */
export const slugOf = (words: string, longest: number): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(SLUG_ENDS, '')
    .slice(0, longest)
    .replace(SLUG_ENDS, '');

/** The id of an organisation out of its name, the same however the name is written: `nhs-borders`. */
export const idOfName = (name: string): string =>
  nameKey(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
