import { type EventStore } from '../../eventstore/event-store.port.js';
import { streamOf } from '../../kernel/decider.js';
import { type RecordedEvent } from '../../kernel/event.js';
import { meetingEventsAsAt } from '../../slices/meetings/meetings.words.js';
import { byThen, type Moments } from '../../kernel/moments.js';
import { type Histories } from '../../kernel/room.js';
import { categoriesOf, nameIn, type RecordRef } from './refs.js';

/** How each kind of record is folded, by its stream's category. */
export const HISTORIES = Symbol('Histories');

/** A record's events, and how to fold them. All directions of a body share one stream; only the events of this one are here. */
export interface FoundRecord {
  readonly category: string;
  /** The record's name with its kind in front, as links have it. */
  readonly name: string;
  readonly events: readonly RecordedEvent[];
  /** The record as those events tell it; `null` where its kind is not known, or nothing had happened yet. */
  readonly fold: (events: readonly RecordedEvent[]) => unknown;
}

export async function findRecord(store: EventStore, histories: Histories, ref: RecordRef): Promise<FoundRecord | null> {
  for (const category of categoriesOf(ref)) {
    const shared = category === 'directions' && 'bodyId' in ref;
    const own = shared ? ref.target.slice(ref.bodyId.length + 1) : null;
    const events: RecordedEvent[] = [];
    for await (const event of store.readStream(streamOf(category, shared ? ref.bodyId : ref.target)))
      if (own === null || (event.data as { direction?: string }).direction === own) events.push(event);
    if (events.length === 0) continue;
    const history = histories[category];
    const whole = (some: readonly RecordedEvent[]): unknown =>
      history ? some.reduce((state, event) => history.evolve(state, event as never), history.initial) : null;
    return {
      category,
      name: nameIn(category, ref.target),
      events,
      fold: own === null ? whole : (some) => oneOf(whole(some), own),
    };
  }
  return null;
}

/** One direction out of the state of its body's stream, which is the list of all of them. */
const oneOf = (state: unknown, id: string): unknown =>
  (state as { readonly directions?: readonly { readonly direction: string }[] } | null)?.directions?.find(
    ({ direction }) => direction === id,
  ) ?? null;

/** The events that had happened, and been written down, by those moments; of a meeting also its corrections made after `happenedBy`. */
export const eventsBy = ({ category, events }: FoundRecord, moments: Moments): readonly RecordedEvent[] =>
  category === 'meeting' ? meetingEventsAsAt(events, moments) : events.filter((event) => byThen(moments, event));
