import { kurrentdbForTests } from './kurrentdb.js';
import { kurrentdbHere } from './kurrentdb-here.js';
import { scenariosOn } from './on-engines.js';
import { postgresForTests } from './postgres.js';

/** `npm run test:kurrentdb`: the scenarios, with the record of every application on a KurrentDB, its read models on a PostgreSQL. */
if (kurrentdbHere()) {
  const [store, readModels] = [await kurrentdbForTests(), await postgresForTests()];
  try {
    await scenariosOn({ store: store.url, readModels: readModels.url });
  } finally {
    await Promise.all([store.stop(), readModels.stop()]);
  }
} else {
  process.stderr.write('KurrentDB: no server to test with: QUORATE_TEST_KURRENTDB=kurrentdb://... or QUORATE_KURRENTDB_SERVER=PROGRAM\n');
  process.exitCode = 1;
}
