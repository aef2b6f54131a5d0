import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PostgresEventStore } from '../../src/eventstore/postgres/postgres-event-store.js';
import { damagedAt, readUntilFault } from '../support/damage.js';
import { anEvent, listed } from '../support/events.js';
import { aSchema, type PostgresForTests, postgresForTests } from '../support/postgres.js';

const TOTAL = 200;
const MARK = 'remitted to the Audit Committee';

describe('a record on PostgreSQL that somebody altered', () => {
  let server: PostgresForTests;
  let schema: string;
  let store: PostgresEventStore;

  beforeAll(async () => void (server = await postgresForTests()));
  afterAll(() => server.stop());

  /** Two streams by turns, so that position 101 is revision 50 of `even`; that event carries the mark. */
  beforeEach(async () => {
    schema = aSchema();
    store = await PostgresEventStore.open({ url: server.url, schema });
    const events = Array.from({ length: TOTAL }, (_, index) => (index === 100 ? anEvent({ data: { text: MARK } }) : anEvent()));
    for (const [index, event] of events.entries()) await store.append(index % 2 === 0 ? 'even' : 'odd', 'any', [event]);
  });
  afterEach(() => store.close());

  async function tamper(sql: string): Promise<void> {
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query(sql.replaceAll('@', `${schema}.`));
    await client.end();
  }

  const found = () => listed(store.verify());
  const THERE = 'position 0000000000000065';

  it('in its words gives out what is sound, names the place, and is found', async () => {
    await tamper(`UPDATE @events SET body = replace(body, '${MARK}', 'rejected') WHERE position = 101`);
    for (const [events, given] of [
      [store.readAll(), 100],
      [store.readStream('even'), 50],
    ] as const) {
      const read = await readUntilFault(events);
      expect(read).toMatchObject({ given, fault: damagedAt(THERE) });
    }
    expect(await found()).toEqual([
      { place: `${THERE}, stream "even", revision 50`, problem: expect.stringContaining('does not match its checksum') },
    ]);
  });

  it('with its checksum made to fit is found by the chain of digests', async () => {
    await tamper(`UPDATE @events SET body = replace(body, '${MARK}', 'rejected'), crc = 0, digest = digest WHERE position = 101`);
    expect((await found()).map(({ place }) => place)).toContain(`${THERE}, stream "even", revision 50`);
  });

  it.each([
    ['by a removal', 'DELETE FROM @events WHERE position = 101', THERE, 'missing'],
    ['at its end', 'DELETE FROM @events WHERE position > 198', 'positions 00000000000000c7 to 00000000000000c8', 'missing'],
    ['in its head', "UPDATE @head SET digest = decode(repeat('00', 32), 'hex')", 'the head', 'does not agree with the last event'],
    [
      'by an id',
      "UPDATE @events SET id = 'another' WHERE position = 101",
      `${THERE}, stream "even", revision 50`,
      'the index of ids does not agree with it',
    ],
  ])('%s is found', async (_how, sql, place, problem) => {
    await tamper(sql);
    expect(await found()).toContainEqual({ place, problem });
  });

  it('by a removal is never read as if it were whole', async () => {
    await tamper('DELETE FROM @events WHERE position = 101');
    expect(await readUntilFault(store.readAll())).toMatchObject({ given: 100, fault: damagedAt(THERE) });
    expect(await readUntilFault(store.readStream('even'))).toMatchObject({ given: 50, fault: damagedAt('revision 50') });
    expect(await readUntilFault(store.readStream('even', { backwards: true }))).toMatchObject({
      given: 49,
      fault: damagedAt('revision 50'),
    });
  });

  it('whose two events changed places is found', async () => {
    await tamper(`UPDATE @events SET position = CASE position WHEN 101 THEN -103 ELSE -101 END WHERE position IN (101, 103);
      UPDATE @events SET position = -position WHERE position < 0`);
    expect((await found()).map(({ place }) => place)).toContain(`${THERE}, stream "even", revision 51`);
  });

  it('of another layout is refused before anything is read', async () => {
    await tamper('UPDATE @head SET layout = 99');
    await expect(PostgresEventStore.open({ url: server.url, schema })).rejects.toMatchObject({
      code: 'store.misuse',
      message: expect.stringContaining('layout 99') as unknown as string,
    });
  });

  it('is not there for a reader of a schema without one, and a name that is none is refused', async () => {
    const open = (name: string) => PostgresEventStore.open({ url: server.url, schema: name, readOnly: true });
    await expect(open(aSchema())).rejects.toMatchObject({
      code: 'store.unavailable',
      message: expect.stringContaining('no record') as unknown as string,
    });
    for (const name of ['', 'Record', 'a"b', 'a b', '1a']) await expect(open(name)).rejects.toMatchObject({ code: 'store.misuse' });
    const reader = await open(schema);
    await expect(reader.append('s', 'any', [anEvent()])).rejects.toMatchObject({ code: 'store.read-only' });
    expect(await listed(reader.readAll())).toHaveLength(TOTAL);
    await reader.close();
  });
});
