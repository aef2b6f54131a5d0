import { type Position } from '../../kernel/event.js';
import { type SubscriptionMessage } from '../event-store.port.js';
import { fromServer, type Given } from './codec.js';
import { type Connection } from './connecting.js';
import { toFault } from './faults.js';
import { type Names } from './naming.js';
import { prefixed, type Reading, Seen } from './reading.js';

/** The server is asked to wait once so many events have come that nobody took yet. */
const MOST_WAITING = 4_096;

interface Followed {
  readonly connection: Connection;
  readonly names: Names;
  readonly reading: Reading;
  /** Aborts when the store closes. */
  readonly closing: AbortSignal;
}

/**
 * Reads up to the end, then lets the server send what follows: whatever has come by one turn is given out as one batch, and then it is
 * live. A connection that is lost is the fault `store.unavailable`, and the follower goes on after the position it has.
 */
export async function* following(
  { connection, names, reading, closing }: Followed,
  { after, signal }: { readonly after?: Position; readonly signal: AbortSignal },
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  const over = AbortSignal.any([signal, closing]);
  if (over.aborted) return;
  const seen = new Seen(after === undefined);
  let place = after;
  try {
    for await (const event of reading.all(after, Infinity, seen)) {
      if (over.aborted) return;
      place = event.position;
      yield { kind: 'event', event };
      if (over.aborted) return;
    }
    yield { kind: 'live' };
    if (over.aborted) return;
    for await (const given of sent(connection, names, place, over)) {
      for (const one of given) {
        const proven = fromServer(one, names);
        seen.next(proven);
        yield { kind: 'event', event: proven.event };
        if (over.aborted) return;
      }
      yield { kind: 'live' };
      if (over.aborted) return;
    }
  } catch (fault) {
    if (closing.aborted) return;
    throw fault;
  }
}

/** What the server sends after a position, as many as have come; ends when it is over, throws when the connection is lost. */
async function* sent(
  connection: Connection,
  names: Names,
  after: Position | undefined,
  over: AbortSignal,
): AsyncGenerator<readonly Given[], void, undefined> {
  const { client, gone } = connection.current();
  const commit = after === undefined ? undefined : names.fromPosition(after);
  const subscription = client.subscribeToAll({
    fromPosition: commit === undefined ? 'start' : { commit, prepare: commit },
    filter: prefixed([names.prefix]),
    requiresLeader: true,
  });
  let waiting: Given[] = [];
  let lost: unknown;
  let wake = (): void => undefined;
  const rung = (): void => wake();
  const lose = (cause: unknown): void => {
    lost ??= cause;
    rung();
  };
  subscription.on('data', ({ event }: { readonly event?: Given }) => {
    if (!event) return;
    waiting.push(event);
    if (waiting.length >= MOST_WAITING) subscription.pause();
    rung();
  });
  subscription.on('error', lose);
  subscription.on('close', () => lose(new Error('The connection was closed')));
  subscription.on('end', () => lose(new Error('The server ended the subscription')));
  const given = (): void => lose(new Error('The connection was given up'));
  over.addEventListener('abort', rung);
  gone.addEventListener('abort', given);
  try {
    while (!over.aborted) {
      if (waiting.length > 0) {
        const batch = waiting;
        waiting = [];
        subscription.resume();
        yield batch;
      } else if (lost !== undefined) throw toFault(lost, 'the subscription');
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    over.removeEventListener('abort', rung);
    gone.removeEventListener('abort', given);
    void subscription.unsubscribe().catch(() => undefined);
  }
}
