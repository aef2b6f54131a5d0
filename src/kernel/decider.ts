import { type DomainEvent, type Recorded, type Recorder } from './event.js';
import { type Refusal } from './refusal.js';
import { partsOf } from './record-id.js';

/**
 * A command as a decider sees it: what is asked, who asks, both times, and the facts gathered from outside its stream.
 * Nothing else reaches a decider, so the same command on the same state always decides the same.
 */
export interface Command<T extends string = string, D = unknown, F = unknown> {
  readonly type: T;
  /** Names the record the command is about, e.g. `cpp-strategic-board/2016-03-03`. */
  readonly target: string;
  readonly data: D;
  readonly facts: F;
  /** Instant at which the thing recorded happened in the room, ISO 8601 UTC. */
  readonly happenedAt: string;
  /** Instant of the recording, ISO 8601 UTC: the only clock a decider may look at. */
  readonly recordedAt: string;
  readonly by: Recorder;
  /** UUID, the same whenever the command is repeated: the seed of every id a decider gives out. */
  readonly commandId: string;
}

export interface Accepted<E extends DomainEvent> {
  readonly accepted: true;
  readonly events: readonly E[];
  /** The id of what the command made, when it made something with an id. */
  readonly id?: string;
}

export type Decision<E extends DomainEvent> = Accepted<E> | Refusal;

export const accept = <E extends DomainEvent>(events: E | readonly E[], id?: string): Accepted<E> => ({
  accepted: true,
  events: Array.isArray(events) ? (events as readonly E[]) : [events as E],
  ...(id === undefined ? {} : { id }),
});

/**
 * Folds a stream into a state and back. Several slices may decide on one stream: they share its history object, so that
 * the state is folded once. `evolve` is total over the stream's events (an exhaustive switch) and never mutates.
 */
export interface History<S, E extends DomainEvent = DomainEvent> {
  /** Prefix of the stream's name: `meeting` gives `meeting-cpp-strategic-board/2016-03-03`. */
  readonly category: string;
  /**
   * How a target names its body: `itself`, as the body's own id; `record`, as `<body>/<record>`. Absent if the records belong to no body.
   */
  readonly ofBody?: 'itself' | 'record';
  readonly initial: S;
  readonly evolve: (state: S, event: Recorded<E>) => S;
}

export interface Decider<S, C extends Command, E extends DomainEvent> {
  /** The whole stream's history; `E` may be only the part of its events that this decider records. */
  readonly history: History<S>;
  readonly decide: (command: C, state: S) => Decision<E>;
  /** How the words of the record with this id were read, for the answer to whoever sent them; absent if nothing has to be read in them. */
  readonly read?: (id: string, state: S) => string | undefined;
}

export const streamOf = (category: string, target: string): string => `${category}-${target}`;

/**
 * Tells from a stream's name which body the stream belongs to (`body-<body>`, `meeting-<body>/<meeting>`); `null` for a stream of no body:
 * people, organisations, principals.
 */
export function bodiesByStream(histories: Iterable<Pick<History<unknown>, 'category' | 'ofBody'>>): (stream: string) => string | null {
  const kinds = new Map([...histories].map(({ category, ofBody }) => [category, ofBody]));
  return (stream) => {
    for (let dash = stream.indexOf('-'); dash >= 0; dash = stream.indexOf('-', dash + 1)) {
      const ofBody = kinds.get(stream.slice(0, dash));
      const [bodyId = '', record, more] = partsOf(stream.slice(dash + 1));
      if (ofBody && more === undefined && bodyId !== '' && record !== '' && (record !== undefined) === (ofBody === 'record')) return bodyId;
    }
    return null;
  };
}
