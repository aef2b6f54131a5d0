import { type RecordedEvent } from '../kernel/event.js';
import { type Upcaster } from '../kernel/upcaster.js';
import { type EventStore, StoreFault, type SubscriptionMessage } from './event-store.port.js';
import { mapped } from './paging.js';

export interface Vocabulary {
  /** The newest version of every event type that the program knows; versions start at 1. */
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters: readonly Upcaster[];
}

interface KnownType {
  readonly current: number;
  /** `steps[n]` leads from version n + 1 to n + 2. */
  readonly steps: readonly Upcaster[];
}

/** Gives back the newest shape of an event; an event that is current is given back as it is. Throws `store.unknown-event`. */
export type Upcast = (event: RecordedEvent) => RecordedEvent;

/** Refuses with `store.misuse` a vocabulary in which a step is missing, given twice, or leads nowhere. */
export function upcastWith({ versions, upcasters }: Vocabulary): Upcast {
  const types = new Map(Object.entries(versions).map(([type, current]) => [type, knownType(type, current, upcasters)] as const));
  for (const { type, from } of upcasters) {
    const current = types.get(type)?.current;
    if (current === undefined) throw new StoreFault('store.misuse', `An upcaster is given for ${type}, which has no version.`);
    if (!Number.isSafeInteger(from) || from < 1 || from >= current) {
      throw new StoreFault('store.misuse', `${type} has versions 1 to ${current}; an upcaster from ${from} leads nowhere.`);
    }
  }
  return (event) => {
    const known = types.get(event.type);
    if (known?.current === event.v) return event;
    if (!known || !(event.v >= 1 && event.v < known.current)) throw unknown(event, known);
    let data = event.data;
    for (const step of known.steps.slice(event.v - 1)) data = step.up(data);
    return { ...event, v: known.current, data };
  };
}

function knownType(type: string, current: number, upcasters: readonly Upcaster[]): KnownType {
  if (!Number.isSafeInteger(current) || current < 1)
    throw new StoreFault('store.misuse', `${type} needs a whole version from 1, not ${current}.`);
  const own = upcasters.filter((upcaster) => upcaster.type === type);
  const steps = Array.from({ length: current - 1 }, (_, index) => {
    const from = own.filter((upcaster) => upcaster.from === index + 1);
    if (from.length > 1) throw new StoreFault('store.misuse', `${type} has two upcasters from version ${index + 1}.`);
    const [step] = from;
    if (!step) throw new StoreFault('store.misuse', `${type} has no upcaster from version ${index + 1} to ${index + 2}.`);
    return step;
  });
  return { current, steps };
}

function unknown(event: RecordedEvent, known: KnownType | undefined): StoreFault {
  const what = known
    ? `version ${event.v} of ${event.type} (this program knows up to ${known.current})`
    : `${event.type}, a type this program does not know`;
  return new StoreFault(
    'store.unknown-event',
    `Position ${event.position}, stream "${event.stream}", revision ${event.revision} holds ${what}.`,
  );
}

/** The same store for readers and subscribers who must see only the newest shape of every event. */
export function upcasting(store: EventStore, vocabulary: Vocabulary): EventStore {
  const upcast = upcastWith(vocabulary);
  const upcastMessage = (message: SubscriptionMessage): SubscriptionMessage => {
    if (message.kind === 'live') return message;
    const event = upcast(message.event);
    return event === message.event ? message : { kind: 'event', event };
  };
  return {
    append: (stream, expected, events) => store.append(stream, expected, events),
    readStream: (stream, options) => mapped(store.readStream(stream, options), upcast),
    readAll: (options) => mapped(store.readAll(options), upcast),
    subscribe: (options) => mapped(store.subscribe(options), upcastMessage),
    head: () => store.head(),
    verify: () => store.verify(),
    close: () => store.close(),
  };
}
