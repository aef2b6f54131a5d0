import { afterAll, beforeAll, describe } from '@jest/globals';
import { KurrentdbEventStore } from '../../src/eventstore/kurrentdb/kurrentdb-event-store.js';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { PostgresEventStore } from '../../src/eventstore/postgres/postgres-event-store.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { upcasting } from '../../src/eventstore/upcasting.js';
import { aDirectory } from '../support/directories.js';
import { describeOnKurrentdb } from '../support/describe-kurrentdb.js';
import { aRecord, type KurrentdbForTests, kurrentdbForTests } from '../support/kurrentdb.js';
import { aSchema, type PostgresForTests, postgresForTests } from '../support/postgres.js';
import { eventStoreContract, type StoreUnderTest } from './event-store.suite.js';
import { twoWritersContract } from './two-writers.suite.js';

async function sqlite(indexEvery?: number): Promise<StoreUnderTest> {
  const directory = await aDirectory();
  const store = await SqliteEventStore.open({ directory: directory.path, indexEvery });
  const dispose = async (): Promise<void> => {
    await store.close();
    await directory.remove();
  };
  return { store, dispose };
}

eventStoreContract('memory', async () => {
  const store = new MemoryEventStore();
  return { store, dispose: () => store.close() };
});

eventStoreContract('sqlite', () => sqlite());
eventStoreContract('sqlite, often indexed', () => sqlite(7));

eventStoreContract('sqlite, read through upcasting', async () => {
  const { store, dispose } = await sqlite();
  return { store: upcasting(store, { versions: { ParagraphMinuted: 1 }, upcasters: [] }), dispose };
});

describe('PostgreSQL', () => {
  let server: PostgresForTests;
  beforeAll(async () => void (server = await postgresForTests()));
  afterAll(() => server.stop());

  eventStoreContract('postgres', async () => {
    const store = await PostgresEventStore.open({ url: server.url, schema: aSchema() });
    return { store, dispose: () => store.close() };
  });
  twoWritersContract('postgres', aSchema, (schema) => PostgresEventStore.open({ url: server.url, schema }));
});

describeOnKurrentdb('KurrentDB', () => {
  let server: KurrentdbForTests;
  beforeAll(async () => void (server = await kurrentdbForTests()));
  afterAll(() => server.stop());

  eventStoreContract('kurrentdb', async () => {
    const store = await KurrentdbEventStore.open({ url: server.url, record: aRecord() });
    return { store, dispose: () => store.close(), findsIdsOnOtherStreams: false };
  });
  twoWritersContract('kurrentdb', aRecord, (record) => KurrentdbEventStore.open({ url: server.url, record }));
});
