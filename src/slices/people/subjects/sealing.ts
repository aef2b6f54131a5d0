import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Sealed } from './subject-keys.js';

/** Bytes: AES-256-GCM, with the nonce length and tag length of NIST SP 800-38D. */
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const SEALED = /^sealed:1:([a-z0-9][a-z0-9.-]*):([A-Za-z0-9_-]{16}):([A-Za-z0-9_-]+)$/;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

export const isSealed = (text: string): text is Sealed => SEALED.test(text);

export function subjectOf(sealed: Sealed): string {
  const subject = SEALED.exec(sealed)?.[1];
  if (subject === undefined) throw new TypeError('This is not sealed text.');
  return subject;
}

/** The subject is authenticated with the text: what is sealed for one cannot be passed off as another's. */
export function sealWith(key: Buffer, subject: string, text: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(subject));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return ['sealed', 1, subject, nonce.toString('base64url'), bytes.toString('base64url')].join(':') as Sealed;
}

/** Throws where the key is another, or the text was altered. */
export function openWith(key: Buffer, sealed: Sealed): string {
  const [, subject, nonce, text] = SEALED.exec(sealed) ?? [];
  if (subject === undefined || nonce === undefined || text === undefined) throw new TypeError('This is not sealed text.');
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < TAG_BYTES) throw new TypeError('This is not sealed text.');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(subject)).setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
