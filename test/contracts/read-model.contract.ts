import { afterAll, beforeAll, describe } from '@jest/globals';
import { PostgresDialect } from '../../src/projections/postgres/postgres-dialect.js';
import { SqliteDialect } from '../../src/projections/sqlite/sqlite-dialect.js';
import { aDirectory } from '../support/directories.js';
import { aSchema, type PostgresForTests, postgresForTests } from '../support/postgres.js';
import { readModelContract } from './read-model.suite.js';

readModelContract('sqlite', async () => {
  const directory = await aDirectory();
  return { dialect: new SqliteDialect(directory.path), dispose: () => directory.remove() };
});

describe('PostgreSQL', () => {
  let server: PostgresForTests;
  beforeAll(async () => void (server = await postgresForTests()));
  afterAll(() => server.stop());

  readModelContract('postgres', async () => ({
    dialect: new PostgresDialect({ url: server.url, schema: aSchema() }),
    dispose: () => Promise.resolve(),
  }));
});
