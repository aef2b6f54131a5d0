import { type EventStore, type EventToAppend } from '../../src/eventstore/event-store.port.js';
import { newId } from '../../src/kernel/ids.js';
import { type RecordedEvent } from '../../src/kernel/event.js';

const BATCH = 2_000;

/**
 * Fills a store with as many copies of a real record as make so many events: every copy has a body, meetings and actions of its own.
 * `template` is that record's events; `bodyId` is what is different in every copy. Answers how many events were stored.
 */
export async function copyRecord(template: readonly RecordedEvent[], bodyId: string, store: EventStore, events: number): Promise<number> {
  const text = JSON.stringify(template);
  let stored = 0;
  let waiting: Promise<unknown>[] = [];
  for (let copy = 0; stored < events; copy += 1) {
    const streams = new Map<string, EventToAppend[]>();
    for (const { position: _position, revision: _revision, stream, ...event } of JSON.parse(
      text.replaceAll(bodyId, `body-${copy}`),
    ) as RecordedEvent[]) {
      const already = streams.get(stream);
      if (already) already.push({ ...event, id: newId() });
      else streams.set(stream, [{ ...event, id: newId() }]);
    }
    for (const [stream, mine] of streams) {
      waiting.push(store.append(stream, 'none', mine));
      stored += mine.length;
    }
    if (waiting.length >= BATCH) {
      await Promise.all(waiting);
      waiting = [];
    }
  }
  await Promise.all(waiting);
  return stored;
}
