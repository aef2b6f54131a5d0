import { setTimeout as pause } from 'node:timers/promises';
import { Policies } from '../../src/across/policies/policies.module.js';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { type TestApp } from './app.js';

/** Resolves once every policy has come to the end of the record, with whatever came of its commands. */
export async function followed(app: TestApp): Promise<void> {
  const store = app.nest.get<EventStore>(EVENT_STORE);
  const head = await store.head();
  const behind = (): boolean =>
    app.nest
      .get(Policies)
      .status()
      .some(({ position }) => position !== head);
  for (let wait = 0; behind(); wait += 1) {
    if (wait > 500) throw new Error('The policies did not come to the end of the record');
    await pause(10);
    if ((await store.head()) !== head) return followed(app);
  }
}
