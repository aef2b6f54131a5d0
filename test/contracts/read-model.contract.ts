import { SqliteDialect } from '../../src/projections/sqlite/sqlite-dialect.js';
import { aDirectory } from '../support/directories.js';
import { readModelContract } from './read-model.suite.js';

readModelContract('sqlite', async () => {
  const directory = await aDirectory();
  return { dialect: new SqliteDialect(directory.path), dispose: () => directory.remove() };
});
