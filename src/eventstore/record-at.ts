import { type History, streamOf } from '../kernel/decider.js';
import { type RecordedEvent } from '../kernel/event.js';
import { byThen, type Moments } from '../kernel/moments.js';
import { type EventStore } from './event-store.port.js';

/**
 * A record as it was and as it was known: the events that had happened, and been written down, by those moments, and the state they fold
 * to.
 */
export interface RecordAt<S> {
  readonly events: readonly RecordedEvent[];
  readonly state: S;
}

/**
 * The record as at those moments; `null` if there is no such record. A record that had not begun by then has no events and its initial
 * state.
 */
export async function recordAt<S>(store: EventStore, history: History<S>, target: string, moments: Moments): Promise<RecordAt<S> | null> {
  const all: RecordedEvent[] = [];
  for await (const event of store.readStream(streamOf(history.category, target))) all.push(event);
  if (all.length === 0) return null;
  const events = all.filter((event) => byThen(moments, event));
  return { events, state: events.reduce((state, event) => history.evolve(state, event as never), history.initial) };
}
