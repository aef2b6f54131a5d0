import Database from 'better-sqlite3';
import { join } from 'node:path';
import { projectionsOf, ROOMS, vocabularyOf } from '../../src/app.module.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { upcastWith } from '../../src/eventstore/upcasting.js';
import { measureRebuild } from './projections.bench.js';

/** Rebuilds every read model of the record in a directory, in a process that has done nothing else, and prints what it measured. */
const [directory = '', events = '0'] = process.argv.slice(2);
const before = rawRead(join(directory, 'events.db'));
const store = await SqliteEventStore.open({ directory });
const measured = await measureRebuild(store, projectionsOf(ROOMS), directory, {
  events: Number(events),
  upcast: upcastWith(vocabularyOf(ROOMS)),
});
await store.close();
process.stdout.write(JSON.stringify({ ...measured, rawPerSecond: Math.max(before, rawRead(join(directory, 'events.db'))) }));

/** What SQLite and JSON.parse can do on the same rows: events per second. */
function rawRead(file: string): number {
  const db = new Database(file, { readonly: true });
  const page = db
    .prepare<[number], [number, string]>('SELECT position, body FROM events WHERE position > ? ORDER BY position LIMIT 512')
    .raw();
  const began = performance.now();
  let read = 0;
  let last = 0;
  for (let rows = page.all(last); rows.length > 0; rows = page.all(last)) {
    for (const [position, body] of rows) {
      JSON.parse(body);
      last = position;
    }
    read += rows.length;
  }
  db.close();
  return (read / (performance.now() - began)) * 1_000;
}
