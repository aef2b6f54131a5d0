import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { aDirectory } from '../../../../test/support/directories.js';
import { KeyFile, KEYS_FILE } from './key-file.js';
import { type Sealed, SubjectErasedFault } from './subject-keys.js';

let home: { readonly path: string; remove(): Promise<void> };
let keys: KeyFile;
beforeEach(async () => {
  home = await aDirectory();
  keys = KeyFile.openIn(home.path);
});
afterEach(async () => {
  await keys.close();
  await home.remove();
});

const reopened = async (): Promise<KeyFile> => {
  await keys.close();
  return (keys = KeyFile.openIn(home.path));
};
const everything = async (): Promise<Buffer> =>
  Buffer.concat(await Promise.all((await readdir(home.path)).map((name) => readFile(join(home.path, name)))));

describe('a subject’s key', () => {
  it('opens what was sealed under it, whatever the text, and says the subject without saying the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/),
        async (text, name) => {
          const sealed = await keys.seal(name, text);
          expect(sealed).toMatch(new RegExp(`^sealed:1:${name.replaceAll('.', '\\.')}:[A-Za-z0-9_-]{16}:[A-Za-z0-9_-]+$`));
          expect(await keys.open(sealed)).toBe(text.toWellFormed());
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is kept: it opens after the file was closed and opened, also to read only', async () => {
    const sealed = await keys.seal('somebody', 'a@example.org');
    expect(await (await reopened()).open(sealed)).toBe('a@example.org');
    const reading = KeyFile.openIn(home.path, { readOnly: true });
    expect(await reading.open(sealed)).toBe('a@example.org');
    await expect(reading.seal('another', 'x')).rejects.toThrow();
    await reading.close();
  });

  it('seals the same text differently each time', async () => {
    expect(await keys.seal('somebody', 'x')).not.toBe(await keys.seal('somebody', 'x'));
  });

  it('does not open what was altered, or is passed off as another subject’s', async () => {
    const sealed = await keys.seal('somebody', 'a@example.org');
    await keys.seal('another', 'b@example.org');
    await expect(keys.open(sealed.replace(':somebody:', ':another:') as Sealed)).rejects.toThrow();
    const altered = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    await expect(keys.open(altered as Sealed)).rejects.toThrow();
    await expect(keys.open('a@example.org' as Sealed)).rejects.toThrow('not sealed text');
  });

  it('once erased opens nothing, now or later, and is never made again', async () => {
    const sealed = await keys.seal('somebody', 'a@example.org');
    expect(await keys.erase('somebody')).toBe(true);
    expect(await keys.erase('somebody')).toBe(false);
    for (const again of [async () => keys, reopened]) {
      const one = await again();
      expect(await one.open(sealed)).toBeNull();
      expect(await one.isErased('somebody')).toBe(true);
      await expect(one.seal('somebody', 'again')).rejects.toThrow(SubjectErasedFault);
    }
    expect(await keys.isErased('another')).toBe(false);
  });

  it('stands in no file of the directory once it was erased, not even in part', async () => {
    for (let index = 0; index < 200; index += 1) await keys.seal(`subject-${index}`, 'x');
    const db = new Database(join(home.path, KEYS_FILE), { readonly: true });
    const bytes = db.prepare<[], Buffer>(`SELECT key FROM subject_key WHERE subject = 'subject-77'`).pluck().get()!;
    db.close();
    expect((await everything()).includes(bytes)).toBe(true);
    await keys.erase('subject-77');
    const after = await everything();
    for (let at = 0; at + 8 <= bytes.length; at += 4) expect(after.includes(bytes.subarray(at, at + 8))).toBe(false);
  });

  it('of a directory without keys opens nothing', async () => {
    const sealed = await keys.seal('somebody', 'x');
    const elsewhere = await aDirectory();
    const none = KeyFile.openIn(elsewhere.path, { readOnly: true });
    expect(await none.open(sealed)).toBeNull();
    await elsewhere.remove();
  });
});
