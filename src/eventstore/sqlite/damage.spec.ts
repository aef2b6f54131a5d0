import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aDirectory } from '../../../test/support/directories.js';
import { damagedAt, readUntilFault } from '../../../test/support/damage.js';
import { anEvent, listed, someEvents } from '../../../test/support/events.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const TOTAL = 200;
const MARK = 'remitted to the Audit Committee';

const ONLY_INDEXED = [
  ['a forgotten index', 'UPDATE head SET indexed = 0'],
  ['a lost id', 'DELETE FROM event_ids WHERE position = 5'],
  ['another id', "UPDATE event_ids SET id = 'another' WHERE position = 101"],
];

describe.each([
  ['indexed', 1],
  ['not indexed yet', 1000],
])('a store, %s, that was damaged', (_state, indexEvery) => {
  let directory: string;
  let remove: () => Promise<void>;
  let store: SqliteEventStore | undefined;

  /** Two streams by turns, so that position 101 is revision 50 of `even`; that event carries the mark. */
  beforeEach(async () => {
    ({ path: directory, remove } = await aDirectory());
    const fresh = await SqliteEventStore.open({ directory, indexEvery });
    const events = Array.from({ length: TOTAL }, (_, index) => (index === 100 ? anEvent({ data: { text: MARK } }) : anEvent()));
    await Promise.all(events.map((event, index) => fresh.append(index % 2 === 0 ? 'even' : 'odd', 'any', [event])));
    await fresh.close();
  });
  afterEach(async () => {
    await store?.close();
    await remove();
  });

  const tamper = async (sql: string): Promise<SqliteEventStore> => {
    const db = new Database(join(directory, 'events.db'));
    db.exec(sql);
    db.close();
    return (store = await SqliteEventStore.open({ directory }));
  };

  const places = async (): Promise<string[]> => (await listed(store!.verify())).map(({ place }) => place);

  it('by one flipped bit in the file does not give that event out, and names its place', async () => {
    const file = join(directory, 'events.db');
    const bytes = await readFile(file);
    const at = bytes.indexOf(MARK);
    bytes[at + 3] = (bytes[at + 3] as number) ^ 1;
    await writeFile(file, bytes);
    store = await SqliteEventStore.open({ directory });
    const all = await readUntilFault(store.readAll());
    expect(all.given).toBe(100);
    expect(all.fault).toMatchObject(damagedAt('position 0000000000000065'));
    const own = await readUntilFault(store.readStream('even'));
    expect(own.given).toBe(50);
    expect(own.fault).toMatchObject(damagedAt('stream "even", revision 50'));
    expect(await listed(store.readStream('odd'))).toHaveLength(100);
    expect(await places()).toEqual(['position 0000000000000065, stream "even", revision 50']);
    expect(await store.append('odd', 99, [anEvent()])).toMatchObject({ accepted: true });
  });

  it('by an altered text is found wherever it is read', async () => {
    const damaged = await tamper(`UPDATE events SET body = replace(body, '${MARK}', 'approved') WHERE position = 101`);
    expect((await readUntilFault(damaged.readAll())).given).toBe(100);
    expect((await readUntilFault(damaged.readStream('even', { backwards: true }))).given).toBe(49);
    const following = async (): Promise<void> => {
      for await (const message of damaged.subscribe({ signal: new AbortController().signal })) if (message.kind === 'live') break;
    };
    await expect(following()).rejects.toMatchObject(damagedAt('position 0000000000000065'));
    expect(await places()).toHaveLength(1);
  });

  it('by a text whose checksum was made to fit is found by the chain of digests', async () => {
    const { crc32 } = await import('node:zlib');
    const db = new Database(join(directory, 'events.db'));
    const [body, before] = db.prepare<[], [string, number]>('SELECT body, crc_before FROM events WHERE position = 101').raw().get()!;
    const forged = body.replace(MARK, 'approved');
    db.prepare('UPDATE events SET body = ?, crc = ? WHERE position = 101').run(forged, crc32(`,${forged}`, before));
    db.close();
    store = await SqliteEventStore.open({ directory });
    const found = await listed(store.verify());
    expect(found[0]).toMatchObject({
      place: 'position 0000000000000065, stream "even", revision 50',
      problem: expect.stringContaining('chain') as unknown as string,
    });
  });

  it('by a removed event is found on reading and by verifying', async () => {
    const damaged = await tamper('DELETE FROM events WHERE position = 101');
    const all = await readUntilFault(damaged.readAll());
    expect(all).toMatchObject({ given: 100, fault: damagedAt('position 0000000000000065: the event is missing') });
    await expect(listed(damaged.readStream('even'))).rejects.toMatchObject({ code: 'store.damaged' });
    await expect(listed(damaged.readStream('even', { backwards: true }))).rejects.toMatchObject(damagedAt('revision 50'));
    expect(await places()).toContain('position 0000000000000065');
  });

  it('by the removal of its last event is found', async () => {
    const damaged = await tamper(`DELETE FROM events WHERE position = ${TOTAL}`);
    const place = damagedAt('position 00000000000000c8: the event is missing');
    await expect(listed(damaged.readStream('odd'))).rejects.toMatchObject({ code: 'store.damaged' });
    expect(await readUntilFault(damaged.readAll())).toMatchObject({ given: TOTAL - 1, fault: place });
    await expect(damaged.append('odd', 'any', [anEvent()])).rejects.toMatchObject(place);
    expect(await places()).toContain('position 00000000000000c8');
  });

  it('by two events exchanged is found', async () => {
    const damaged = await tamper(`
      UPDATE events SET position = -1 WHERE position = 101;
      UPDATE events SET position = 101 WHERE position = 103;
      UPDATE events SET position = 103 WHERE position = -1`);
    expect(await readUntilFault(damaged.readAll())).toMatchObject({ given: 100, fault: damagedAt('position 0000000000000065') });
    await expect(listed(damaged.readStream('even'))).rejects.toMatchObject({ code: 'store.damaged' });
    expect(await places()).toEqual(
      expect.arrayContaining([expect.stringContaining('0000000000000065'), expect.stringContaining('0000000000000067')]),
    );
  });

  it.each([
    ['a renamed stream', "UPDATE streams SET name = 'other' WHERE name = 'even'"],
    ['a lost stream', "DELETE FROM streams WHERE name = 'even'"],
    ['a shortened stream', "UPDATE streams SET last_revision = last_revision - 1 WHERE name = 'even'"],
    ['a shortened record', 'UPDATE head SET position = position - 1'],
    ['an invented id', "INSERT INTO event_ids VALUES ('invented', 3)"],
    ['another checksum', 'UPDATE events SET crc = crc + 1 WHERE position = 101'],
    ['another digest', "UPDATE events SET digest = x'00' WHERE position = 101"],
    ['another revision', 'UPDATE events SET revision = 999 WHERE position = 101'],
    ['another previous event', 'UPDATE events SET previous = 97 WHERE position = 101'],
    ['another size of its append', 'UPDATE events SET parts = 2 WHERE position = 101'],
    ...(indexEvery === 1 ? ONLY_INDEXED : []),
  ])('by %s is found by verifying', async (_name, sql) => {
    await tamper(sql);
    expect(await places()).not.toEqual([]);
  });

  it('in its structure is reported, not served', async () => {
    const file = join(directory, 'events.db');
    const bytes = await readFile(file);
    bytes.fill(0xa5, 4096 * 20, 4096 * 24);
    await writeFile(file, bytes);
    store = await SqliteEventStore.open({ directory });
    expect((await readUntilFault(store.readAll())).fault).toMatchObject({ code: 'store.damaged' });
    expect(await places()).not.toEqual([]);
    await store.append('new', 'any', someEvents(1)).catch((fault: unknown) => expect(fault).toMatchObject({ name: 'StoreFault' }));
  });
});
