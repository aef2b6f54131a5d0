import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { anEvent } from './events.js';

/**
 * A process of its own: `hold-store.ts <directory> [hold|write|append]`. Opens the store and prints `open`, or the fault's code and message.
 * `hold` then waits to be killed; `write` appends without end and prints each acknowledged revision; `append` appends once, as nobody.
 */
const [directory = '', task = 'hold'] = process.argv.slice(2);

try {
  if (task === 'append') process.setuid?.(65534);
  const store = await SqliteEventStore.open({ directory });
  process.stdout.write('open\n');
  if (task === 'hold') setInterval(() => undefined, 60_000);
  for (let revision = -1; task === 'write'; revision += 1) {
    const answer = await store.append('written', 'any', [anEvent()]);
    if (answer.accepted) process.stdout.write(`${answer.revision}\n`);
  }
} catch (fault) {
  const { code, message } = fault as { code: string; message: string };
  process.stdout.write(`${code} ${message}\n`);
}
