import { messageOf } from '../../src/fault-message.js';
import { havePostgres } from './postgres.js';

/** `npm run postgres`: sees to it that there is a PostgreSQL to test with, and says which; one line and exit code 1 where none can be had. */
try {
  process.stdout.write(`PostgreSQL: ${havePostgres()}\n`);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
