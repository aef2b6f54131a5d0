import { type Deadline, deadlinesIn } from '../kernel/deadline.js';
import { createHash } from 'node:crypto';
import { type Clock } from '../kernel/clock.js';
import { type Command, type Decider, type History, streamOf } from '../kernel/decider.js';
import { type DomainEvent, type Position, type RecordedEvent } from '../kernel/event.js';
import { isDerivedId, newId } from '../kernel/ids.js';
import { type Refusal } from '../kernel/refusal.js';
import { refuseCommand } from './command.refusals.js';
import { type BusCommand, type CommandClass } from '../kernel/command.js';
import { type Appended, type EventStore, type EventToAppend, type WrongRevision } from './event-store.port.js';
import { type FirstUse } from './first-use.port.js';
import { KeyedQueue } from './keyed-queue.js';
import { type FirstOutcome, type Folded, StreamCache } from './stream-cache.js';

/** What a command did: the id of the record it concerns or made, and where its last event stands. Never the state itself. */
export interface Outcome {
  readonly accepted: true;
  readonly id: string;
  readonly revision: number;
  readonly position: Position;
  /** True when an earlier sending of the same command had done it already. */
  readonly repeated: boolean;
  /** How the words sent were read, of commands whose words are read: `AGREED, parts a, b`. */
  readonly read?: string;
  /** The deadlines that the command set, as their words were read. */
  readonly deadlines?: readonly Deadline[];
}

/** How often a command is judged again if the append it was judged on was not stored. */
const ATTEMPTS = 20;

/** More uses of ids than a read model is ever behind by. */
const LATELY = 10_000;

/** The outcome of judging a command once; `basis` is the append under way on which the command was judged, if any. */
type Judged =
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly basis: Promise<unknown> | undefined }
  | {
      readonly kind: 'repeated' | 'appending';
      readonly outcome: FirstOutcome;
      readonly read: string | undefined;
      readonly deadlines: readonly Deadline[];
    };

/**
 * Loads, folds, decides and appends. Commands on one stream are judged one after another, each on the state that its events will follow:
 * the events are appended at exactly that revision. The next command is judged without waiting for the disk, so that the appends of one
 * stream share an fsync as those of many streams do; no command is answered before the appends that its answer rests on are durable. If an
 * append fails, the appends behind it fail at their revision, and their commands are judged again on what the store really holds.
 */
export class CommandRunner {
  private readonly queue = new KeyedQueue();
  private readonly cache: StreamCache;
  /** The last uses of ids made in this process, under way or durable. */
  private readonly lately = new Map<string, FirstUse>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    /** What an id was first used for, as far as read models know; nothing if left out. */
    private readonly firstUse?: (commandId: string) => Promise<FirstUse | null>,
    cacheSize = 2_000,
  ) {
    this.cache = new StreamCache(store, cacheSize);
  }

  /** The state of a stream as it is stored, with the revision of its last event (`none` for no events). */
  async load<S>(history: History<S>, target: string): Promise<{ readonly state: S; readonly revision: number | 'none' }> {
    const stream = streamOf(history.category, target);
    for (;;) {
      const pending = this.cache.pending(stream);
      if (pending) await settled(pending);
      else {
        const { state, revision } = await this.cache.load(history, stream);
        return { state, revision };
      }
    }
  }

  async run<S, E extends DomainEvent>(
    type: CommandClass,
    decider: Decider<S, Command<never, never, never>, E>,
    command: BusCommand,
    gather: (command: BusCommand) => Promise<unknown> = async () => undefined,
    meant?: (command: BusCommand, state: S) => Promise<object>,
  ): Promise<Outcome | Refusal> {
    const stream = streamOf(decider.history.category, command.target);
    const { expected } = command.envelope;
    for (let attempt = 1; ; attempt += 1) {
      const judged = await this.queue.run(stream, () => this.judge(type, decider, command, stream, gather, meant));
      if (judged.kind === 'refused') {
        // A refusal judged on an append that then fails does not hold: the command is judged again.
        if (judged.basis === undefined || (await settled(judged.basis))) return judged.refusal;
        continue;
      }
      const { id, settled: append } = judged.outcome;
      let appended: Appended | WrongRevision;
      try {
        appended = await append;
      } catch (fault) {
        if (judged.kind === 'repeated' && attempt < ATTEMPTS) continue;
        throw fault;
      }
      if (appended.accepted)
        return {
          accepted: true,
          id,
          revision: appended.revision,
          position: appended.position,
          repeated: judged.kind === 'repeated',
          ...(judged.read !== undefined && { read: judged.read }),
          ...(judged.deadlines.length > 0 && { deadlines: judged.deadlines }),
        };
      if (typeof expected === 'number' && appended.actual !== 'none' && appended.actual < expected) continue;
      if (expected !== 'current' || attempt === ATTEMPTS) return this.clash(stream, expected, appended.actual);
    }
  }

  private async judge<S, E extends DomainEvent>(
    type: CommandClass,
    decider: Decider<S, Command<never, never, never>, E>,
    command: BusCommand,
    stream: string,
    gather: (command: BusCommand) => Promise<unknown>,
    meant?: (command: BusCommand, state: S) => Promise<object>,
  ): Promise<Judged> {
    const { envelope } = command;
    const digest = digestOf(type, command);
    const facts = await gather(command);
    const basis = this.cache.pending(stream);
    const folded = await this.cache.load(decider.history, stream);

    const ids = envelope.formerly === undefined ? [envelope.commandId] : [envelope.commandId, envelope.formerly];
    const first = ids.map((id) => folded.outcomes.get(id)).find((outcome) => outcome !== undefined);
    if (first?.digest === digest)
      return { kind: 'repeated', outcome: first, read: decider.read?.(first.id, folded.state), deadlines: first.deadlines };
    let used: FirstUse | null | undefined = first ? { ...first, stream } : this.lately.get(envelope.commandId);
    if (this.firstUse && isDerivedId(envelope.commandId)) for (const id of ids) used ??= await this.firstUse(id);
    if (used && (first || used.stream !== stream)) return { kind: 'refused', refusal: keyReused(used), basis };
    const guarded = await this.guard(type, command, folded, stream);
    if (guarded) return { kind: 'refused', refusal: guarded, basis };

    const data = meant ? await meant(command, folded.state) : command.data;
    const recordedAt = this.clock.now();
    const asked: Command = {
      type: type.spec.type,
      target: command.target,
      data,
      facts,
      happenedAt: envelope.happenedAt ?? recordedAt,
      recordedAt,
      by: envelope.by,
      commandId: envelope.commandId,
    };
    const decision = decider.decide(asked as Command<never, never, never>, folded.state);
    if (!decision.accepted) return { kind: 'refused', refusal: decision, basis };

    // Nothing is awaited between this look and the append: of two commands with one key on two streams, one finds the other.
    const meanwhile = this.lately.get(envelope.commandId);
    if (meanwhile && meanwhile.stream !== stream) return { kind: 'refused', refusal: keyReused(meanwhile), basis };
    const events = decision.events.map((event) => this.enveloped(event, command, recordedAt, digest, decision.id));
    const append = this.store.append(stream, folded.revision, events);
    const made = events[0]?.type ?? type.spec.type;
    const by = envelope.by.principalId;
    const deadlines = events.flatMap(({ data: said }) => deadlinesIn(said));
    const outcome: FirstOutcome = { id: decision.id ?? command.target, digest, type: made, recordedAt, by, deadlines, settled: append };
    this.remember(envelope.commandId, { stream, type: made, recordedAt, by }, append);
    const { state } = this.cache.advance(decider.history, stream, folded, asRecorded(events, stream, folded.revision), outcome);
    return { kind: 'appending', outcome, read: decider.read?.(outcome.id, state), deadlines };
  }

  private remember(commandId: string, use: FirstUse, append: Promise<Appended | WrongRevision>): void {
    this.lately.set(commandId, use);
    if (this.lately.size > LATELY) this.lately.delete(this.lately.keys().next().value!);
    void settled(append).then((stored) => {
      if (!stored && this.lately.get(commandId) === use) this.lately.delete(commandId);
    });
  }

  private async guard(type: CommandClass, command: BusCommand, folded: Folded<unknown>, stream: string): Promise<Refusal | null> {
    const { expected } = command.envelope;
    const exists = folded.revision !== 'none';
    if (type.spec.creates === true && exists) return refuseCommand('stream.exists', { detail: { id: command.target } });
    if (type.spec.creates === false && !exists) return refuseCommand('stream.not-found', { detail: { id: command.target } });
    if (expected === 'current' || expected === folded.revision) return null;
    return this.clash(stream, expected, folded.revision);
  }

  private async clash(stream: string, expected: number | 'none' | 'current', actual: number | 'none'): Promise<Refusal> {
    const since: object[] = [];
    for await (const event of this.store.readStream(stream, { from: typeof expected === 'number' ? expected + 1 : 0, limit: 50 })) {
      since.push({
        type: event.type,
        revision: event.revision,
        by: event.by.name,
        happenedAt: event.happenedAt,
        recordedAt: event.recordedAt,
      });
    }
    return refuseCommand('stream.clash', { detail: { expected, actual, since } });
  }

  private enveloped(event: DomainEvent, { envelope }: BusCommand, recordedAt: string, commandDigest: string, made?: string): EventToAppend {
    return {
      id: newId(),
      type: event.type,
      v: event.v,
      data: event.data,
      happenedAt: envelope.happenedAt ?? recordedAt,
      recordedAt,
      by: envelope.by,
      correlationId: envelope.correlationId,
      causationId: envelope.causationId ?? envelope.commandId,
      commandId: envelope.commandId,
      commandDigest,
      ...(made === undefined ? {} : { made }),
    };
  }
}

/** Says all of the first use; the command's door leaves out of it what the sender may not read. */
const keyReused = ({ stream, type, recordedAt, by }: FirstUse): Refusal =>
  refuseCommand('command.key-reused', {
    detail: { usedFor: { stream, type, recordedAt, by }, sentence: `It was first used for ${type} in ${stream}, recorded ${recordedAt}.` },
  });

const digestOf = ({ spec: { type, personal } }: CommandClass, { target, data, envelope }: BusCommand): string =>
  createHash('sha256')
    .update(JSON.stringify([type, target, personal ? without(data, personal) : data, envelope.happenedAt ?? null]))
    .digest('base64url')
    .slice(0, 22);

const without = (data: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !fields.includes(name)));

/** Events on their way in, as a fold gets them. Their position is not known yet, and no fold looks at it. */
const asRecorded = (events: readonly EventToAppend[], stream: string, before: number | 'none'): RecordedEvent[] =>
  events.map((event, index) => ({ ...event, stream, revision: (before === 'none' ? -1 : before) + 1 + index, position: '' as Position }));

/** Waits for an append to settle; answers whether it was stored. */
const settled = (append: Promise<unknown>): Promise<boolean> =>
  append.then(
    (answer) => (answer as Appended | WrongRevision).accepted,
    () => false,
  );
