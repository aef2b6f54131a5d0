import { setTimeout as pause } from 'node:timers/promises';
import { Policies } from '../../src/across/policies/policies.module.js';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { type TestApp } from './app.js';

const MOST_WAITS = 500;

/** Waits until every policy has come to the end of the record, with whatever its commands recorded; gives that end. */
export async function followed(app: TestApp): Promise<string> {
  const store = app.nest.get<EventStore>(EVENT_STORE);
  const head = await store.head();
  for (let wait = 0; ; wait += 1) {
    const behind = app.nest
      .get(Policies)
      .status()
      .some(({ position }) => position !== head);
    if (!behind) break;
    if (wait > MOST_WAITS) throw new Error('The policies did not come to the end of the record');
    await pause(10);
    if ((await store.head()) !== head) return followed(app);
  }
  if (head !== null) app.readAfter(head);
  return head ?? '';
}
