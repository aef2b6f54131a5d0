import { type EventStore } from '../../eventstore/event-store.port.js';
import { comparePositions, type Position, type RecordedEvent } from '../../kernel/event.js';
import { type LiveHub } from './live-hub.js';

/** Events kept for a watcher while it catches up or its connection is busy. */
const LONGEST_QUEUE = 1_000;

/**
 * A feed's events strictly after a position, then as they are recorded: none left out, none twice, in order.
 *
 * Listens to the hub before it reads the store, so that nothing falls between the two; an event of the hub is let through only past the
 * last position seen. A queue that overflows is thrown away and the store is read again from that position.
 */
export async function* watching(
  store: EventStore,
  hub: LiveHub,
  includes: (stream: string) => boolean,
  from: Position | null,
  signal: AbortSignal,
): AsyncGenerator<RecordedEvent, void, undefined> {
  let last = from;
  let queue: RecordedEvent[] = [];
  let overflowed = true;
  let ended = false;
  let wake = (): void => undefined;
  const end = (): void => {
    ended = true;
    wake();
  };
  const listening = hub.events.subscribe({
    next: (event) => {
      if (overflowed || !includes(event.stream)) return;
      if (queue.length >= LONGEST_QUEUE) {
        queue = [];
        overflowed = true;
      } else queue.push(event);
      wake();
    },
    complete: end,
  });
  signal.addEventListener('abort', end, { once: true });
  const isNew = ({ position }: RecordedEvent): boolean => last === null || comparePositions(position, last) > 0;
  const stopped = (): boolean => ended || signal.aborted;
  try {
    while (!stopped()) {
      if (overflowed) {
        overflowed = false;
        for await (const event of store.readAll(last === null ? {} : { after: last })) {
          if (stopped()) return;
          last = event.position;
          if (includes(event.stream)) yield event;
        }
      }
      const batch = queue;
      queue = [];
      for (const event of batch) {
        if (!isNew(event)) continue;
        last = event.position;
        yield event;
        if (stopped()) return;
      }
      if (batch.length === 0 && !overflowed)
        await new Promise<void>((resolve) => (stopped() || queue.length > 0 ? resolve() : (wake = resolve)));
    }
  } finally {
    listening.unsubscribe();
    signal.removeEventListener('abort', end);
  }
}
