import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aDirectory } from '../../../test/support/directories.js';
import { anEvent, listed, someEvents } from '../../../test/support/events.js';
import { NO_DIGEST } from '../proof.js';
import { SqliteEventStore } from './sqlite-event-store.js';

describe('an embedded event store', () => {
  let directory: string;
  let remove: () => Promise<void>;
  const opened: SqliteEventStore[] = [];
  const open = async (options: { readOnly?: boolean; pageLimit?: number } = {}): Promise<SqliteEventStore> => {
    const store = await SqliteEventStore.open({ directory, ...options });
    opened.push(store);
    return store;
  };

  beforeEach(async () => {
    const made = await aDirectory();
    directory = made.path;
    remove = () => made.remove();
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await remove();
  });

  it('keeps everything when it is closed and opened again', async () => {
    const store = await open();
    const events = someEvents(3);
    const first = await store.append('s', 'none', events);
    const digest = await store.headDigest();
    const all = await listed(store.readAll());
    await store.close();
    const again = await open();
    expect(await listed(again.readAll())).toEqual(all);
    expect(await again.headDigest()).toBe(digest);
    expect(await again.append('s', 'none', events)).toEqual(first);
    expect(await again.append('s', 2, [anEvent()])).toMatchObject({ accepted: true, revision: 3 });
    expect(await listed(again.verify())).toEqual([]);
  });

  it('shares one commit among the appends of one moment', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 64 }, (_, index) => store.append(`s-${index}`, 'none', [anEvent()])));
    expect(store.counted).toEqual({ commits: 1, appends: 64 });
    await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        for (let revision = 0; revision < 10; revision += 1) await store.append(`s-${index}`, revision, [anEvent()]);
      }),
    );
    expect(store.counted.appends).toBe(704);
    expect(store.counted.commits).toBeLessThan(20);
  });

  it('lets appends of one commit to one stream see each other', async () => {
    const store = await open();
    const answers = await Promise.all(
      [0, 1, 2, 3].map((revision) => store.append('s', revision === 0 ? 'none' : revision - 1, [anEvent()])),
    );
    expect(answers.map((answer) => answer.accepted && answer.revision)).toEqual([0, 1, 2, 3]);
    expect(store.counted.commits).toBe(1);
  });

  it('gives each event another digest, and none to an empty store', async () => {
    const store = await open();
    expect(await store.headDigest()).toBe(NO_DIGEST);
    await store.append('s', 'none', [anEvent()]);
    const first = await store.headDigest();
    await store.append('s', 0, [anEvent()]);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await store.headDigest()).not.toBe(first);
  });

  it('is read beside the process that writes it, which sees each commit', async () => {
    const writer = await open();
    await writer.append('s', 'none', [anEvent()]);
    const reader = await open({ readOnly: true });
    expect(await listed(reader.readStream('s'))).toHaveLength(1);
    await writer.append('s', 0, [anEvent()]);
    expect(await listed(reader.readStream('s'))).toHaveLength(2);
    expect(await reader.head()).toBe(await writer.head());
    expect(await listed(reader.verify())).toEqual([]);
    await expect(reader.append('s', 'any', [anEvent()])).rejects.toMatchObject({ code: 'store.read-only' });
  });

  it('is subscribed to beside the process that writes it', async () => {
    const writer = await open();
    await writer.append('s', 'none', someEvents(2));
    const reader = await open({ readOnly: true });
    const kinds: string[] = [];
    for await (const message of reader.subscribe({ signal: new AbortController().signal })) {
      kinds.push(message.kind);
      if (kinds.length === 3) await writer.append('s', 1, [anEvent()]);
      if (kinds.length === 5) break;
    }
    expect(kinds).toEqual(['event', 'event', 'live', 'event', 'live']);
    const waiting = listed(reader.subscribe({ signal: new AbortController().signal }));
    await new Promise((resolve) => setImmediate(resolve));
    await reader.close();
    expect((await waiting).length).toBeLessThan(5);
  });

  it('is copied while it goes on being written, into one file that is a store', async () => {
    const store = await open();
    await store.append('s', 'none', someEvents(500));
    const copying = store.backup(join(directory, 'copy.db'));
    for (let revision = 499; revision < 520; revision += 1) await store.append('s', revision, [anEvent()]);
    const manifest = await copying;
    expect(manifest.events).toBeGreaterThanOrEqual(500);
    const [last] = (await listed(store.readAll())).slice(manifest.events - 1);
    expect(manifest.head).toBe(last?.position);
    expect(existsSync(join(directory, 'copy.db-wal'))).toBe(false);
    const restored = await aDirectory();
    try {
      await copyFile(join(directory, 'copy.db'), join(restored.path, 'events.db'));
      const copy = await SqliteEventStore.open({ directory: restored.path });
      expect(await copy.headDigest()).toBe(manifest.headDigest);
      expect(await listed(copy.verify())).toEqual([]);
      expect(await copy.append('s', manifest.events - 1, [anEvent()])).toMatchObject({ accepted: true });
      await copy.close();
    } finally {
      await restored.remove();
    }
    await expect(store.backup(join(directory, 'copy.db'))).rejects.toMatchObject({ code: 'store.misuse' });
    await expect(store.backup(join(directory, 'nowhere', 'copy.db'))).rejects.toMatchObject({ name: 'StoreFault' });
  });

  describe('is refused', () => {
    it('where the path is not a directory', async () => {
      await writeFile(join(directory, 'file'), 'text');
      for (const path of [join(directory, 'file'), join(directory, 'file', 'below')]) {
        await expect(SqliteEventStore.open({ directory: path })).rejects.toMatchObject({ code: 'store.misuse' });
      }
      await expect(SqliteEventStore.open({ directory: join(directory, 'file'), readOnly: true })).rejects.toMatchObject({
        code: 'store.misuse',
      });
    });

    it('where the file is not a database, or another program’s', async () => {
      await writeFile(join(directory, 'events.db'), 'These are the minutes of the board, not a store. '.repeat(100));
      await expect(open()).rejects.toMatchObject({ code: 'store.damaged' });
      await expect(open({ readOnly: true })).rejects.toMatchObject({ code: 'store.damaged' });
      const other = await aDirectory();
      const db = new Database(join(other.path, 'events.db'));
      db.exec('CREATE TABLE theirs (a)');
      db.close();
      await expect(SqliteEventStore.open({ directory: other.path })).rejects.toMatchObject({
        code: 'store.damaged',
        message: expect.stringContaining('not a Quorate event store') as unknown as string,
      });
      await other.remove();
    });

    it('where its layout is newer', async () => {
      await (await open()).close();
      const db = new Database(join(directory, 'events.db'));
      db.pragma('user_version = 99');
      db.close();
      await expect(open()).rejects.toMatchObject({
        code: 'store.misuse',
        message: expect.stringContaining('layout 99') as unknown as string,
      });
    });

    it('to read where there is none', async () => {
      await expect(open({ readOnly: true })).rejects.toMatchObject({ code: 'store.unavailable' });
    });
  });
});
