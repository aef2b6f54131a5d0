import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SubjectKeys } from '../../src/slices/people/subjects/subject-keys.js';
import { backUpDirectory, backUpKeys, restoreDirectory } from '../../src/cli/backup.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';

let home: { readonly path: string; remove(): Promise<void> };
let app: TestApp;
const at = (...names: string[]) => join(home.path, ...names);
const keysOf = (one: TestApp): SubjectKeys => one.nest.get(SubjectKeys);
const REASON = { reason: 'Asked for by the person.' };

beforeAll(async () => {
  home = await aDirectory();
  app = await createTestApp({ embedded: true, directory: at('data') });
});
afterAll(async () => {
  await app.close();
  await home.remove();
});

describe('somebody’s personal details', () => {
  it('are erased by an administrator and by nobody else, once, with a reason', async () => {
    const sealed = await keysOf(app).seal('somebody', 'a@example.org');
    const clerk = await app.principal('clerk', 'clerk');
    expect((await app.command('subjects/somebody/erase-subject', REASON, { token: null })).status).toBe(401);
    expect((await app.command('subjects/somebody/erase-subject', REASON, { token: clerk })).status).toBe(403);
    expect((await app.command('subjects/somebody/erase-subject', {})).json).toMatchObject({ code: 'request.invalid' });
    expect((await app.command('subjects/nobody/erase-subject', REASON)).json).toMatchObject({ status: 404, code: 'subject.not-found' });
    expect(await keysOf(app).open(sealed)).toBe('a@example.org');

    const erased = await app.command('subjects/somebody/erase-subject', REASON, { key: 'once' });
    expect(erased.status).toBe(201);
    expect(await keysOf(app).open(sealed)).toBeNull();
    expect((await app.command('subjects/somebody/erase-subject', REASON, { key: 'once' })).status).toBe(200);
    expect((await app.command('subjects/somebody/erase-subject', REASON)).json).toMatchObject({ status: 409, code: 'stream.exists' });
    await expect(keysOf(app).seal('somebody', 'b@example.org')).rejects.toThrow('erased');
  });

  it('are unreadable in a restored record without keys, and readable with them', async () => {
    const sealed = await keysOf(app).seal('another', 'c@example.org');
    await backUpDirectory(at('data'), at('backup'));
    expect(await backUpKeys(at('data'), at('safe', 'keys.db'))).toBe(1);
    expect((await stat(at('safe', 'keys.db'))).mode & 0o777).toBe(0o600);
    await expect(stat(at('backup', 'keys.db'))).rejects.toThrow();

    await restoreDirectory(at('backup'), at('without'));
    const without = await createTestApp({ embedded: true, directory: at('without') });
    expect(await keysOf(without).open(sealed)).toBeNull();
    await without.close();

    await restoreDirectory(at('backup'), at('with'), { keysFile: at('safe', 'keys.db') });
    const restored = await createTestApp({ embedded: true, directory: at('with') });
    expect(await keysOf(restored).open(sealed)).toBe('c@example.org');
    await restored.close();
  });

  it('once erased stay erased when an older copy of the keys is put back, with the record or under it', async () => {
    const sealed = await keysOf(app).seal('third', 'd@example.org');
    await backUpKeys(at('data'), at('older-keys.db'));
    await app.record('subjects/third/erase-subject', REASON);
    await backUpDirectory(at('data'), at('later-backup'));

    expect(await restoreDirectory(at('later-backup'), at('again'), { keysFile: at('older-keys.db') })).toMatchObject({ erased: 1 });
    const restored = await createTestApp({ embedded: true, directory: at('again') });
    expect(await keysOf(restored).open(sealed)).toBeNull();
    await restored.close();

    await rm(at('again', 'keys.db'));
    await cp(at('older-keys.db'), at('again', 'keys.db'));
    const swapped = await createTestApp({ embedded: true, directory: at('again') });
    expect(await keysOf(swapped).open(sealed)).toBeNull();
    await swapped.close();
  });

  it('once erased stay erased when an older record is put back beside the living keys', async () => {
    const sealed = await keysOf(app).seal('fourth', 'e@example.org');
    const kept = await keysOf(app).seal('fifth', 'f@example.org');
    await backUpDirectory(at('data'), at('older-backup'));
    await app.record('subjects/fourth/erase-subject', REASON);
    await mkdir(at('beside'));
    await backUpKeys(at('data'), at('beside', 'keys.db'));

    await expect(restoreDirectory(at('older-backup'), at('beside'), { keysFile: at('older-keys.db') })).rejects.toThrow('has keys already');
    await restoreDirectory(at('older-backup'), at('beside'));
    const restored = await createTestApp({ embedded: true, directory: at('beside') });
    expect(await keysOf(restored).open(sealed)).toBeNull();
    expect(await keysOf(restored).open(kept)).toBe('f@example.org');
    await expect(keysOf(restored).seal('fourth', 'again')).rejects.toThrow('erased');
    await restored.close();
  });
});
