import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Names } from '../../src/eventstore/kurrentdb/naming.js';
import { KurrentdbEventStore } from '../../src/eventstore/kurrentdb/kurrentdb-event-store.js';
import { damagedAt, readUntilFault } from '../support/damage.js';
import { anEvent, listed, someEvents } from '../support/events.js';
import { describeOnOwnKurrentdb } from '../support/describe-kurrentdb.js';
import { aRecord, KurrentdbServer } from '../support/kurrentdb.js';

const TOTAL = 200;
const MARK = 'remitted to the Audit Committee';
/** The server clears away only what lies in a file that is full: small ones here. */
const CHUNK = 8 * 1_048_576;
/** More than a file holds, in events of a megabyte. */
const FILLING = 10;

describeOnOwnKurrentdb('a record on KurrentDB that an administrator altered', () => {
  let server: KurrentdbServer;
  let record: string;
  let store: KurrentdbEventStore;
  let administrator: KurrentDBClient;
  let there: string;

  beforeAll(async () => {
    server = await KurrentdbServer.start({ 'chunk-size': String(CHUNK), 'max-append-size': '4300000', 'cached-chunks': '2' });
  });
  afterAll(() => server.stop());

  /** Two streams by turns, so that the hundred-and-first event is revision 50 of `even`; that event carries the mark. */
  beforeEach(async () => {
    record = aRecord();
    store = await KurrentdbEventStore.open({ url: server.url, record });
    administrator = KurrentDBClient.connectionString(server.url);
    for (let index = 0; index < TOTAL; index += 1) {
      const stream = index % 2 === 0 ? 'even' : 'odd';
      const answer = await store.append(stream, 'any', [index === 100 ? anEvent({ data: { text: MARK } }) : anEvent()]);
      if (index === 100 && answer.accepted) there = `position ${answer.position}, stream "even", revision 50`;
    }
  });
  afterEach(async () => {
    await store.close();
    await administrator.dispose();
  });

  const named = (stream: string): string => `${record}-${stream}`;
  const said = (problem: string) => expect.stringContaining(problem) as unknown as string;
  const found = () => listed(store.verify());

  async function inItsFiles(change: (bytes: Buffer) => void): Promise<void> {
    await server.halt();
    for (const name of readdirSync(server.data).filter((file) => file.startsWith('chunk-'))) {
      const file = join(server.data, name);
      const bytes = readFileSync(file);
      change(bytes);
      writeFileSync(file, bytes);
    }
    await server.run();
  }

  it('in its words gives out what is sound, names the place, and is found', async () => {
    await inItsFiles((bytes) => {
      const at = bytes.indexOf(MARK);
      if (at >= 0) bytes.write('returned', at);
    });
    for (const [events, given] of [
      [store.readAll(), 100],
      [store.readStream('even'), 50],
      [store.readStream('even', { backwards: true }), 49],
    ] as const)
      expect(await readUntilFault(events)).toMatchObject({ given, fault: damagedAt(there) });
    expect(await found()).toEqual([{ place: there, problem: said('does not match its digest') }]);
  });

  it('by an event that is not this program’s own is not read on, and the event is found', async () => {
    const foreign = jsonEvent({ type: 'ParagraphMinuted', data: { text: 'rejected' }, metadata: { by: 'nobody' } });
    await administrator.appendToStream(named('even'), foreign);
    expect(await readUntilFault(store.readStream('even'))).toMatchObject({ given: 100, fault: damagedAt('not written by this program') });
    await expect(store.append('even', 'any', [anEvent()])).rejects.toMatchObject({ code: 'store.damaged' });
    expect(await found()).toEqual([{ place: said('stream "even", revision 100'), problem: said('not written by this program') }]);
  });

  it('by events copied into another place is found by the chain of the stream', async () => {
    const copied: ReturnType<typeof jsonEvent>[] = [];
    for await (const { event } of administrator.readStream(named('odd'), { maxCount: 3 })) {
      const { type, data, metadata } = event!;
      copied.push(jsonEvent({ type, data: { ...(data as object) }, metadata: { ...(metadata as object) } }));
    }
    await administrator.appendToStream(named('third'), copied);
    expect(await readUntilFault(store.readStream('third'))).toMatchObject({ given: 0, fault: damagedAt('does not match its digest') });
    expect((await found()).map(({ place }) => place)).toEqual([0, 1, 2].map((revision) => said(`stream "third", revision ${revision}`)));
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['deleted', () => administrator.deleteStream(named('even')), '$tb'],
    ['emptied', () => administrator.setStreamMetadata(named('even'), { truncateBefore: 900 }), '$tb'],
    ['cut short', () => administrator.setStreamMetadata(named('even'), { truncateBefore: 40 }), '$tb'],
    ['kept to a number', () => administrator.setStreamMetadata(named('even'), { maxCount: 10 }), '$maxCount'],
    ['kept for a while', () => administrator.setStreamMetadata(named('even'), { maxAge: 1 }).then(() => pause(2_100)), '$maxAge'],
  ])(
    'of which a stream was %s is not read as if it were whole, nor written to, and is whole again once that is taken back',
    async (_how, damage, limit) => {
      await damage();
      const other = await KurrentdbEventStore.open({ url: server.url, record });
      try {
        for (const events of [other.readStream('even'), other.readStream('even', { backwards: true })])
          expect((await readUntilFault(events)).fault).toMatchObject({ code: 'store.damaged' });
        for (const expected of ['none', 'any', 99] as const)
          await expect(other.append('even', expected, [anEvent()])).rejects.toMatchObject({ code: 'store.damaged' });
        expect(await listed(other.readStream('odd'))).toHaveLength(TOTAL / 2);
        expect(await found()).toEqual([{ place: 'stream "even"', problem: said(limit) }]);
        await takenBack('even');
        expect(await listed(other.readStream('even'))).toHaveLength(TOTAL / 2);
        expect(await other.append('even', 99, [anEvent()])).toMatchObject({ accepted: true, revision: 100 });
        expect(await found()).toEqual([]);
      } finally {
        await other.close();
      }
    },
  );

  it('of which a stream was deleted for good is read no further, and the deletion is found', async () => {
    await administrator.tombstoneStream(named('even'));
    expect(await readUntilFault(store.readStream('even'))).toMatchObject({ given: 0, fault: damagedAt('deleted') });
    expect(await readUntilFault(store.readAll())).toMatchObject({ given: TOTAL, fault: damagedAt('deleted the stream') });
    await expect(store.append('even', 'any', [anEvent()])).rejects.toMatchObject({ code: 'store.damaged' });
    expect(await store.append('odd', 99, [anEvent()])).toMatchObject({ accepted: true });
    expect(await found()).toEqual([{ place: said('stream "even"'), problem: said('deleted the stream') }]);
  });

  it('and cleared of what was deleted is found: by the streams, by the seals, and by whoever read up to there', async () => {
    const { position } = (await listed(store.readStream('even', { limit: 3 }))).at(-1)!;
    expect((await store.seal()).count).toBe(TOTAL);
    await administrator.deleteStream(named('even'));
    await administrator.setStreamMetadata(named('odd'), { truncateBefore: 40 });
    const filling = { filling: 'x'.repeat(1_000_000) };
    for (let file = 0; file < FILLING; file += 1)
      await administrator.appendToStream(`${record}.filling`, jsonEvent({ type: 'Filling', data: filling }));
    await scavenged();
    await administrator.setStreamMetadata(named('odd'), { truncateBefore: 0 });
    // Of a deleted stream the server keeps the last event.
    const problems = await found();
    expect(problems).toContainEqual({ place: said('stream "odd", revision 40'), problem: said('revision 0 is due, and missing') });
    expect(problems).toContainEqual({ place: said('positions up to'), problem: '139 of the events that were sealed are missing' });
    expect(problems).toContainEqual({ place: 'stream "even"', problem: said('$tb') });
    expect(await readUntilFault(store.readAll())).toMatchObject({ given: 0, fault: damagedAt('stream "odd", revision 0') });
    expect(await readUntilFault(store.readStream('odd'))).toMatchObject({ given: 0, fault: damagedAt('stream "odd", revision 0') });
    expect(await readUntilFault(store.readAll({ after: position }))).toMatchObject({ given: 0, fault: damagedAt(position) });
  });

  it('by a seal of an administrator’s own, or by seals that were deleted, is found', async () => {
    const { count, digest } = await store.seal();
    expect(digest).toBe(await store.headDigest());
    const position = (await store.head())!;
    await store.append('odd', 'any', someEvents(3));
    expect(await found()).toEqual([]);
    const last = (await store.head())!;
    await administrator.appendToStream(
      `${record}.seals`,
      jsonEvent({ type: 'RecordSealed', data: { upTo: last, count: count + 4, digest } }),
    );
    expect(await found()).toEqual([
      { place: `positions after ${position} up to ${last}`, problem: '1 of the events that were sealed are missing' },
    ]);
    await administrator.deleteStream(`${record}.seals`);
    expect(await found()).toEqual([{ place: 'the seals', problem: said('$tb') }]);
  });

  it('is not there for a reader of a record without events, and a name that is none is refused', async () => {
    const open = (name: string) => KurrentdbEventStore.open({ url: server.url, record: name, readOnly: true });
    await expect(open(aRecord())).rejects.toMatchObject({ code: 'store.unavailable', message: said('no record') });
    for (const name of ['', 'Record', 'a-b', 'a.b', 'a b', '1a', '$a'])
      await expect(open(name)).rejects.toMatchObject({ code: 'store.misuse' });
    const reader = await open(record);
    await expect(reader.append('s', 'any', [anEvent()])).rejects.toMatchObject({ code: 'store.read-only' });
    await expect(store.append('s', 'any', [anEvent({ type: '$metadata' })])).rejects.toMatchObject({ code: 'store.misuse' });
    expect(await listed(reader.readAll())).toHaveLength(TOTAL);
    await reader.close();
  });

  it('is told from another record on the same server, whose positions are none of its own', async () => {
    const other = await KurrentdbEventStore.open({ url: server.url, record: `${record}x` });
    await other.append('even', 'none', someEvents(2));
    const [mine, theirs] = [(await store.head())!, (await other.head())!];
    expect(await listed(other.readAll())).toHaveLength(2);
    expect(await listed(store.readAll())).toHaveLength(TOTAL);
    expect(await readUntilFault(store.readAll({ after: theirs }))).toMatchObject({ fault: { code: 'store.misuse' } });
    expect(await readUntilFault(other.readAll({ after: mine }))).toMatchObject({ fault: { code: 'store.misuse' } });
    await other.close();
  });

  it('is not read on from a position of a time before a restoration, where no event of the log begins now', async () => {
    const names = new Names(record);
    const place = names.fromPosition((await listed(store.readAll({ limit: 9 }))).at(-1)!.position);
    for (const wrong of [place + 1n, place - 3n])
      expect(await readUntilFault(store.readAll({ after: names.toPosition(wrong) }))).toMatchObject({ fault: { code: 'store.misuse' } });
    const beyond = names.toPosition(names.fromPosition((await store.head())!) + 10_000_000n);
    expect(await readUntilFault(store.readAll({ after: beyond }))).toMatchObject({ fault: { message: said('beyond the end') } });
  });

  /** Until the stream can be read again: a deletion takes more than one, the server makes a cut at the end of the first. */
  async function takenBack(stream: string): Promise<void> {
    for (let left = 50; left > 0; left -= 1) {
      await administrator.setStreamMetadata(named(stream), { truncateBefore: 0 });
      await pause(100);
      for await (const { event } of administrator.readStream(named(stream), { maxCount: 1 })) if (event?.revision === 0n) return;
    }
  }

  const asked = async <T>(address: string, method = 'GET'): Promise<T> =>
    (await (await fetch(address, { method, headers: { accept: 'application/json' } })).json()) as T;

  /** Lets the server clear its files of what was deleted, and waits until it has. */
  async function scavenged(): Promise<void> {
    const admin = `http://127.0.0.1:${server.port}/admin/scavenge`;
    const { scavengeId } = await asked<{ readonly scavengeId: string }>(admin, 'POST');
    for (;;) {
      const last = await asked<{ readonly scavengeId: string; readonly scavengeResult: string }>(`${admin}/last`);
      if (last.scavengeId === scavengeId && last.scavengeResult !== 'InProgress') return void expect(last.scavengeResult).toBe('Success');
      await pause(100);
    }
  }
});
