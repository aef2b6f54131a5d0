import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { postgresForTests } from './postgres.js';

/** `npm run test:postgres`: the scenarios, with record and read models of every application on a PostgreSQL of the tests' own. */
const server = await postgresForTests();
try {
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--selectProjects', 'scenarios', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, QUORATE_TEST_STORE: server.url, QUORATE_TEST_READ_MODELS: server.url },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await server.stop();
}
