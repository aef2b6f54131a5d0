import { type Position, type RecordedEvent } from '../kernel/event.js';
import { type SubscriptionMessage } from './event-store.port.js';

/** Tells a subscription when there may be more to read. */
export interface Wake {
  /** A number that changes whenever something may have been stored; no change is ever missed. */
  ticket(): number;
  /** Resolves once the current ticket is another than `ticket`, or the signal aborts, or the store closes. */
  past(ticket: number, signal: AbortSignal): Promise<void>;
  readonly closed: boolean;
}

/** The wake of a store that is written in this process. */
export class Bell implements Wake {
  closed = false;
  private count = 0;
  private readonly waiting = new Set<() => void>();

  ticket = (): number => this.count;

  ring(): void {
    this.count += 1;
    for (const wake of [...this.waiting]) wake();
  }

  close(): void {
    this.closed = true;
    this.ring();
  }

  past(ticket: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (ticket !== this.count || this.closed || signal.aborted) return resolve();
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

/**
 * Reads to the end, says `live`, waits to be woken, reads on. The ticket is taken before reading, so that whatever is stored
 * while reading either is read or wakes: nothing can fall between.
 */
export async function* catchUp(
  readAfter: (after: Position | undefined) => AsyncIterable<RecordedEvent>,
  wake: Wake,
  options: { readonly after?: Position; readonly signal: AbortSignal },
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  const { signal } = options;
  const over = (): boolean => signal.aborted || wake.closed;
  let after = options.after;
  let behind = true;
  while (!over()) {
    const ticket = wake.ticket();
    try {
      for await (const event of readAfter(after)) {
        if (over()) return;
        behind = true;
        after = event.position;
        yield { kind: 'event', event };
        if (over()) return;
      }
    } catch (fault) {
      if (wake.closed) return;
      throw fault;
    }
    if (behind && !over()) yield { kind: 'live' };
    behind = false;
    await wake.past(ticket, signal);
  }
}
