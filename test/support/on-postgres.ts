import { scenariosOn } from './on-engines.js';
import { postgresForTests } from './postgres.js';

/** `npm run test:postgres`: the scenarios, with record and read models of every application on a PostgreSQL of the tests' own. */
const server = await postgresForTests();
try {
  await scenariosOn({ store: server.url, readModels: server.url });
} finally {
  await server.stop();
}
