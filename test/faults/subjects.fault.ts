import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Credentials } from '../../src/slices/people/sign-in/credentials.js';
import { KeyFile } from '../../src/slices/people/subjects/key-file.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { listed } from '../support/events.js';
import { type Place } from '../support/places.js';
import { Program } from '../support/server.js';

const SUBJECTS = 60;
/**
 * The places between an erasure and the end of its key. A start erases once more what was recorded since the one before, which is fewer
 * than eight: the server dies at the eighth key, when it has started.
 */
const PLACES: readonly Place[] = [
  { file: 'events.db', statement: 'INSERT INTO events', when: 'before', time: 3 },
  { file: 'events.db', statement: 'COMMIT', when: 'before', time: 3 },
  { file: 'events.db', statement: 'COMMIT', when: 'after', time: 3 },
  { file: 'keys.db', statement: 'DELETE FROM subject_key', when: 'before', time: 8 },
  { file: 'keys.db', statement: 'DELETE FROM subject_key', when: 'after', time: 8 },
  { file: 'keys.db', statement: 'COMMIT', when: 'before', time: 8 },
  { file: 'keys.db', statement: 'COMMIT', when: 'after', time: 8 },
];
/** The places of a start that has keys to erase. */
const STARTING: readonly Place[] = [
  { file: 'keys.db', statement: 'COMMIT', when: 'before', time: 1 },
  { file: 'keys.db', statement: 'INSERT INTO applied', when: 'before', time: 1 },
];

let program: Program;
let home: { readonly path: string; remove(): Promise<void> };
let token: string;
const keys = new Map<string, Buffer>();
const at = (...names: string[]) => join(home.path, ...names);
const subject = (index: number) => `principal-person-${index}`;

const keysIn = (directory: string): Map<string, Buffer> => {
  const db = new Database(join(directory, 'keys.db'), { readonly: true });
  const rows = db.prepare<[], { subject: string; key: Buffer }>('SELECT subject, key FROM subject_key').all();
  db.close();
  return new Map(rows.map(({ subject: name, key }) => [name, key]));
};
const everything = async (directory: string): Promise<Buffer> =>
  Buffer.concat(await Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name)))));

beforeAll(async () => {
  program = await Program.built();
  home = await aDirectory();
  const app = await createTestApp({ directory: at('data') });
  await app.principal('admin', 'administrator');
  token = (await app.nest.get(Credentials).makeToken('admin', 'test')).token;
  await app.record('bodies/board/establish-body', { name: 'Board', kind: 'board' });
  for (let index = 0; index < SUBJECTS; index += 1) {
    await app.record(`principals/person-${index}/register-principal`, { name: `Person ${index}` });
    await app.record(`principals/person-${index}/reminders/follow-reminders`, {
      address: `secret-${index}@example.org`,
      bodies: ['board'],
    });
  }
  await app.close();
  for (const [name, key] of keysIn(at('data'))) keys.set(name, key);
  expect(keys.size).toBe(SUBJECTS);
}, 120_000);
afterAll(async () => {
  await program.remove();
  await home.remove();
});

describe('erasing, on a server that dies between the erasure and the end of the key', () => {
  it('leaves no key behind that was acknowledged as erased, and none that the record says is after the next start', async () => {
    const acknowledged = new Set<string>();
    let next = 0;
    const erase = async (address: string): Promise<void> => {
      for (; next < SUBJECTS - 5; next += 1) {
        const name = subject(next);
        const answer = await fetch(`${address}/api/v1/subjects/${name}/erase-subject`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': name },
          body: JSON.stringify({ reason: 'Asked for.' }),
        }).catch(() => null);
        if (!answer) return;
        if (answer.ok) acknowledged.add(name);
      }
    };
    for (const dies of PLACES) {
      const server = await program.serve(at('data'), { dies });
      await erase(server.address);
      expect([dies, (await server.ended).signal]).toEqual([dies, 'SIGKILL']);
      const left = await everything(at('data'));
      for (const name of acknowledged) expect([name, left.includes(keys.get(name)!)]).toEqual([name, false]);
    }
    for (const dies of STARTING) {
      const { signal } = await program.refused(at('data'), { dies });
      expect([dies, signal]).toEqual([dies, 'SIGKILL']);
    }
    const last = await program.serve(at('data'));
    await erase(last.address);
    expect((await last.stop()).code).toBe(0);
    expect(acknowledged.size).toBeGreaterThanOrEqual(SUBJECTS - 5 - PLACES.length);

    const store = await SqliteEventStore.open({ directory: at('data'), readOnly: true });
    const erased = (await listed(store.readAll())).filter(({ type }) => type === 'SubjectErased');
    await store.close();
    const files = await everything(at('data'));
    for (const { data } of erased) {
      const key = keys.get((data as { subject: string }).subject)!;
      for (let from = 0; from + 8 <= key.length; from += 4) expect(files.includes(key.subarray(from, from + 8))).toBe(false);
    }
    expect([...keysIn(at('data')).keys()].toSorted()).toEqual(
      Array.from({ length: 5 }, (_, index) => subject(SUBJECTS - 1 - index)).toSorted(),
    );
    for (let index = 0; index < SUBJECTS; index += 1) expect(files.includes(`secret-${index}@example.org`)).toBe(false);
  }, 180_000);

  it('is finished at the next start where the record says so and the key is still there', async () => {
    await cp(at('data'), at('half'), { recursive: true });
    const name = subject(SUBJECTS - 1);
    const app = await createTestApp({ directory: at('half') });
    await app.record(`subjects/${name}/erase-subject`, { reason: 'Asked for.' });
    await app.close();
    // As if it had been killed between the two.
    await cp(at('data', 'keys.db'), at('half', 'keys.db'));
    expect(keysIn(at('half')).has(name)).toBe(true);
    const server = await program.serve(at('half'));
    expect(keysIn(at('half')).has(name)).toBe(false);
    expect((await server.stop()).code).toBe(0);
    const file = KeyFile.openIn(at('half'), { readOnly: true });
    expect(await file.isErased(name)).toBe(true);
    await file.close();
  }, 60_000);
});
