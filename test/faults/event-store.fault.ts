import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Appended, type EventStore, StoreFault, type WrongRevision } from '../../src/eventstore/event-store.port.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { aDirectory } from '../support/directories.js';
import { anEvent, listed, someEvents } from '../support/events.js';
import { type OwnProcess, runInOwnProcess } from '../support/processes.js';

const large = () => anEvent({ data: { text: 'x'.repeat(50_000) } });

/** Runs what only the superuser may; answers whether it could. */
function couldRun(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('an event store', () => {
  let directory: string;
  let remove: () => Promise<void>;
  let store: SqliteEventStore | undefined;
  const processes: OwnProcess[] = [];
  const holdStore = (...args: string[]): OwnProcess => {
    const own = runInOwnProcess('hold-store.ts', args);
    processes.push(own);
    return own;
  };

  beforeEach(async () => {
    ({ path: directory, remove } = await aDirectory());
    store = undefined;
  });
  afterEach(async () => {
    for (const own of processes.splice(0)) await own.kill();
    await store?.close();
    await remove();
  });

  it('held by another process is refused, until that process is killed', async () => {
    const holder = holdStore(directory);
    expect(await holder.line()).toBe('open');
    await expect(SqliteEventStore.open({ directory })).rejects.toMatchObject({
      code: 'store.in-use',
      message: expect.stringContaining(directory) as unknown as string,
    });
    const reader = await SqliteEventStore.open({ directory, readOnly: true });
    expect(await reader.head()).toBeNull();
    await reader.close();
    await holder.kill();
    store = await SqliteEventStore.open({ directory });
    expect(await holdStore(directory).line()).toMatch(/^store\.in-use /);
    await expect(SqliteEventStore.open({ directory })).rejects.toMatchObject({ code: 'store.in-use' });
  });

  it('whose process was killed while it wrote has every acknowledged event once, and is sound', async () => {
    for (let kill = 0; kill < 3; kill += 1) {
      const writer = holdStore(directory, 'write');
      let acknowledged = await writer.line();
      for (let line = 0; line < 40 * (kill + 1); line += 1) acknowledged = await writer.line();
      await writer.kill();
      const opened = await SqliteEventStore.open({ directory });
      const events = await listed(opened.readStream('written'));
      expect(events.length).toBeGreaterThan(Number(acknowledged));
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(await listed(opened.verify())).toEqual([]);
      await opened.close();
    }
  });

  it('in a directory that cannot be written says so, and can be read', async () => {
    await (await SqliteEventStore.open({ directory })).close();
    await chmod(join(directory, 'events.db'), 0o444);
    await chmod(directory, 0o555);
    // The superuser may write anywhere, so the attempt is made as nobody; anybody else is refused as they are.
    expect(await holdStore(directory, 'append').line()).toMatch(/^store\.read-only .*cannot be written/);
    await chmod(directory, 0o755);
  });

  it('that is full refuses clearly, loses nothing and goes on', async () => {
    store = await SqliteEventStore.open({ directory, pageLimit: 60 });
    const small = anEvent();
    expect(await store.append('s', 'none', [small])).toMatchObject({ accepted: true });
    const answers = await Promise.allSettled([
      store.append('s', 0, [anEvent()]),
      ...Array.from({ length: 8 }, (_, i) => store!.append(`t-${i}`, 'none', [large()])),
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'StoreFault', code: 'store.disk-full' } });
    expect(await listed(store.readAll())).toHaveLength(1);
    expect(await store.append('s', 0, [anEvent()])).toMatchObject({ accepted: true, revision: 1 });
    expect(await store.append('t-0', 'none', [anEvent()])).toMatchObject({ accepted: true, revision: 0 });
    expect(await listed(store.verify())).toEqual([]);
    await store.close();
    store = await SqliteEventStore.open({ directory });
    expect(await store.append('t-1', 'none', [large(), large()])).toMatchObject({ accepted: true });
    expect(await listed(store.verify())).toEqual([]);
  });

  it('on a disk that is full refuses clearly, loses nothing and goes on when there is room', async () => {
    const disk = join(directory, 'disk');
    await mkdir(disk);
    if (!couldRun('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk)) return;
    try {
      const full = (store = await SqliteEventStore.open({ directory: disk }));
      const acknowledged: string[] = [];
      let fault: unknown;
      for (let append = 0; append < 200 && !fault; append += 1) {
        const event = large();
        await full.append('s', 'any', [event]).then(
          () => acknowledged.push(event.id),
          (cause: unknown) => (fault = cause),
        );
      }
      expect(fault).toMatchObject({ name: 'StoreFault', code: 'store.disk-full' });
      expect((await listed(full.readAll())).map(({ id }) => id)).toEqual(acknowledged);
      expect(couldRun('mount', '-o', 'remount,size=20m', disk)).toBe(true);
      expect(await full.append('s', acknowledged.length - 1, [large()])).toMatchObject({ accepted: true, revision: acknowledged.length });
      expect(await listed(full.verify())).toEqual([]);
    } finally {
      await store?.close();
      couldRun('umount', disk);
    }
  });

  it('whose answer was lost is asked again with the same ids, and has it once', async () => {
    const opened = (store = await SqliteEventStore.open({ directory }));
    let lose = true;
    const losing: Pick<EventStore, 'append'> = {
      append: async (...args): Promise<Appended | WrongRevision> => {
        const answer = await opened.append(...args);
        if (lose) throw new StoreFault('store.unavailable', 'The answer was lost.');
        return answer;
      },
    };
    const events = someEvents(3);
    await expect(losing.append('s', 'none', events)).rejects.toMatchObject({ code: 'store.unavailable' });
    lose = false;
    expect(await losing.append('s', 'none', events)).toMatchObject({ accepted: true, revision: 2 });
    expect(await listed(opened.readAll())).toHaveLength(3);
  });

  it('whose append failed and was not saved is asked again with the same ids, and has it once', async () => {
    store = await SqliteEventStore.open({ directory, pageLimit: 30 });
    const events = [large(), large(), large()];
    await expect(store.append('s', 'none', events)).rejects.toMatchObject({ code: 'store.disk-full' });
    await store.close();
    store = await SqliteEventStore.open({ directory });
    expect(await store.append('s', 'none', events)).toMatchObject({ accepted: true, revision: 2 });
    expect(await listed(store.readAll())).toHaveLength(3);
  });
});
