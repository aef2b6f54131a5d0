import { messageOf } from '../../src/fault-message.js';
import { haveBrowser } from './browser.js';

/** `npm run browser`: sees to it that there is a browser for the journeys, and says which; one line and exit code 1 where none can be had. */
try {
  process.stdout.write(`Browser: ${haveBrowser()}\n`);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
