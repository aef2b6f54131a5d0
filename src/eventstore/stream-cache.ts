import { type Deadline, deadlinesIn } from '../kernel/deadline.js';
import { type History } from '../kernel/decider.js';
import { type RecordedEvent } from '../kernel/event.js';
import { type Appended, type EventStore, type WrongRevision } from './event-store.port.js';

/** The outcome of a command the first time it was sent. */
export interface FirstOutcome {
  readonly id: string;
  readonly digest: string;
  /** The command's first event, and when it was recorded. */
  readonly type: string;
  readonly recordedAt: string;
  /** The id of the principal who sent it. */
  readonly by: string;
  /** The deadlines that the command set, as their words were read. */
  readonly deadlines: readonly Deadline[];
  /** Where the command's last event stands, once that is durable; or the clash or the fault for which it was not stored. */
  readonly settled: Promise<Appended | WrongRevision>;
}

/** A stream folded: the state after its last event, and the outcome of each command that wrote to it. */
export interface Folded<S> {
  readonly state: S;
  readonly revision: number | 'none';
  readonly outcomes: ReadonlyMap<string, FirstOutcome>;
}

interface Entry {
  readonly history: unknown;
  readonly folded: Folded<unknown>;
  /** The last append under way that the fold already contains; absent if the fold is no further than the store. */
  readonly pending?: Promise<unknown>;
}

/**
 * Folded streams, least recently used dropped first. A cached stream is only a head start: events appended since are read from the store on
 * every load, so another process's events are seen too. A cached stream may be ahead of the store by appends under way; the next append to
 * it is then at a revision that exists only once they are stored.
 */
export class StreamCache {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly store: EventStore,
    private readonly size: number,
  ) {}

  async load<S>(history: History<S>, stream: string): Promise<Folded<S>> {
    const entry = this.entries.get(stream);
    const start =
      entry?.history === history
        ? (entry.folded as Folded<S>)
        : { state: history.initial, revision: 'none' as const, outcomes: new Map<string, FirstOutcome>() };
    const fresh: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream, { from: start.revision === 'none' ? 0 : start.revision + 1 }))
      fresh.push(event);
    if (fresh.length === 0) return start;
    const folded = fold(history, start, fresh);
    const outcomes = folded.outcomes as Map<string, FirstOutcome>;
    for (const { made, commandId, commandDigest, revision, position, ...event } of fresh) {
      const settled = Promise.resolve<Appended>({ accepted: true, revision, position });
      const id = made ?? stream.slice(history.category.length + 1);
      const before = outcomes.get(commandId);
      const { type, recordedAt } = before ?? event;
      const deadlines = [...(before?.deadlines ?? []), ...deadlinesIn(event.data)];
      outcomes.set(commandId, { id, digest: commandDigest, type, recordedAt, by: event.by.principalId, deadlines, settled });
    }
    return this.keep(history, stream, folded);
  }

  /** Folds in events whose append is still under way. */
  advance<S>(history: History<S>, stream: string, from: Folded<S>, events: readonly RecordedEvent[], outcome: FirstOutcome): Folded<S> {
    const folded = fold(history, from, events);
    const outcomes = folded.outcomes as Map<string, FirstOutcome>;
    const commandId = events[0]?.commandId ?? '';
    outcomes.set(commandId, outcome);
    this.keep(history, stream, folded, outcome.settled);
    const failed = (): void => {
      this.entries.delete(stream);
      if (outcomes.get(commandId) === outcome) outcomes.delete(commandId);
    };
    // Must be registered before any other listener: when they hear that an append failed, every fold made on it is already dropped.
    outcome.settled.then(({ accepted }) => (accepted ? this.stored(stream, outcome.settled) : failed()), failed);
    return folded;
  }

  /** The last append under way that the fold of a stream already contains. */
  pending(stream: string): Promise<unknown> | undefined {
    return this.entries.get(stream)?.pending;
  }

  private stored(stream: string, append: Promise<unknown>): void {
    const entry = this.entries.get(stream);
    if (entry?.pending === append) this.entries.set(stream, { history: entry.history, folded: entry.folded });
  }

  private keep<S>(history: History<S>, stream: string, folded: Folded<S>, pending?: Promise<unknown>): Folded<S> {
    this.entries.delete(stream);
    this.entries.set(stream, { history, folded, ...(pending && { pending }) });
    if (this.entries.size > this.size) {
      const oldest = this.entries.keys().next();
      if (!oldest.done) this.entries.delete(oldest.value);
    }
    return folded;
  }
}

/** The map of outcomes grows in place: one chain of folds of one stream owns the map, and drops it when an append fails. */
const fold = <S>(history: History<S>, { state, outcomes }: Folded<S>, events: readonly RecordedEvent[]): Folded<S> => ({
  state: events.reduce((before, event) => history.evolve(before, event), state),
  revision: events.at(-1)?.revision ?? 'none',
  outcomes,
});
