import { setImmediate } from 'node:timers/promises';
import { type RecordedEvent } from '../kernel/event.js';
import { type SubscriptionMessage } from '../eventstore/event-store.port.js';

/** Events of a finite read, in batches of at most `size`. */
export async function* inBatches(events: AsyncIterable<RecordedEvent>, size: number): AsyncGenerator<RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  for await (const event of events) {
    batch.push(event);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Events of a subscription in batches of at most `size`. Batches are full while the subscription catches up; once live, a batch ends as
 * soon as nothing more has arrived, so that a single event waits for nobody.
 */
export async function* asTheyCome(messages: AsyncIterable<SubscriptionMessage>, size: number): AsyncGenerator<RecordedEvent[]> {
  const iterator = messages[Symbol.asyncIterator]();
  let batch: RecordedEvent[] = [];
  let live = false;
  try {
    for (let next = iterator.next(); ; next = iterator.next()) {
      if (live && batch.length > 0 && (await nothingYet(next))) {
        yield batch;
        batch = [];
      }
      const result = await next;
      if (result.done) break;
      const message = result.value;
      if (message.kind === 'live') live = true;
      else batch.push(message.event);
      if (batch.length >= size || (message.kind === 'live' && batch.length > 0)) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  } finally {
    await iterator.return?.();
  }
}

const NOTHING = Symbol('nothing yet');

const nothingYet = async (next: Promise<unknown>): Promise<boolean> => {
  const outcome = await Promise.race([next.catch(() => undefined), setImmediate(NOTHING)]);
  return outcome === NOTHING;
};
