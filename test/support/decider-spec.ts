import { expect } from '@jest/globals';
import { type CommandClass, type CommandFor } from '../../src/kernel/command.js';
import { type Command, type Decider, type Decision, type History, streamOf } from '../../src/kernel/decider.js';
import { type DomainEvent, type Position, type Recorded, type RecordedEvent, type Recorder } from '../../src/kernel/event.js';

/**
 * Given the events of one stream, when a command is decided, then these events are recorded or it is refused:
 *
 *     given(bodyHistory, [established, seat]).when(bodyDecider, ask(FillSeat, 'board', { seatId: 's-1', ... })).then({ type: 'SeatFilled', ... });
 *     given(bodyHistory, [established]).when(bodyDecider, ask(FillSeat, 'board', { seatId: 's-9', ... })).thenRefused('seat.unknown');
 *
 * Several commands in a row: `given(...).when(...).and(decider, command).then(...)`; `and` folds the events just decided and decides
 * the next. Nothing runs but the decider and the history themselves; no time passes but what the commands and events say.
 */

export const CLERK: Recorder = { principalId: 'p-clerk', name: 'The clerk', role: 'clerk' };

/** The instant of what does not say when it happened, and when it is recorded. */
export const SPEC_INSTANT = '2016-03-03T14:00:00.000Z';

export interface Circumstances<F = unknown> {
  readonly facts?: F;
  readonly happenedAt?: string;
  readonly recordedAt?: string;
  readonly by?: Recorder;
  readonly commandId?: string;
}

/** The command as a decider gets it. `facts` are what its slice would have gathered. */
export const ask = <T extends string, D extends object, F = undefined>(
  type: CommandClass<T, D>,
  target: string,
  data: NoInfer<D>,
  { facts, happenedAt, recordedAt, by, commandId }: Circumstances<F> = {},
): Command<T, D, F> => ({
  type: type.spec.type,
  target,
  data,
  facts: facts as F,
  happenedAt: happenedAt ?? SPEC_INSTANT,
  recordedAt: recordedAt ?? happenedAt ?? SPEC_INSTANT,
  by: by ?? CLERK,
  commandId: commandId ?? '01900000-0000-7000-8000-00000000c0de',
});

/** Gives an event of `given` its own metadata: `at({ happenedAt: '2016-03-03T14:10:00.000Z' }, event)`. */
export const at = <E extends DomainEvent>(metadata: Partial<RecordedEvent>, event: E): E => ({ ...event, ...metadata });

/** An event as the store would give it back, as number `revision` of its stream. */
export const recorded = <E extends DomainEvent>(event: E, revision = 0, stream = 'spec-stream'): Recorded<E> =>
  ({
    id: `01900000-0000-7000-8000-${String(revision).padStart(12, '0')}`,
    stream,
    revision,
    position: String(revision).padStart(12, '0') as Position,
    happenedAt: SPEC_INSTANT,
    recordedAt: SPEC_INSTANT,
    by: CLERK,
    correlationId: 'spec',
    causationId: 'spec',
    commandId: `given-${revision}`,
    commandDigest: 'spec',
    ...event,
  }) as unknown as Recorded<E>;

/** The state after the events. */
export const folded = <S>(history: History<S, never> | History<S>, events: readonly DomainEvent[], target = 'spec'): S =>
  events.reduce<S>(
    (state, event, revision) => (history as History<S>).evolve(state, recorded(event, revision, streamOf(history.category, target))),
    history.initial,
  );

type AnyDecider<S> = Decider<S, Command<never, never, never>, DomainEvent>;

export interface When<S> {
  /** A command may be made of what stands. */
  when(decider: AnyDecider<S>, command: Command | ((state: S) => Command)): Then<S>;
  /** The state the given events fold to. */
  readonly state: S;
}

export interface Then<S> {
  /** Exactly these events, in this order. */
  then(...events: readonly DomainEvent[]): void;
  /** Accepted; for what cannot be spelled out whole, `check` looks at the events. */
  thenAccepted(check?: (events: readonly DomainEvent[], id?: string) => void): void;
  /** Refused with this code; `more` names the field or details that must be named too. */
  thenRefused(code: string, more?: { readonly field?: string; readonly detail?: Readonly<Record<string, unknown>> }): void;
  /** Accepted; `check` looks at the state that the events make. */
  thenState(check: (state: S) => void): void;
  /** As `thenState`, where another command follows. */
  seen(check: (state: S) => void): Then<S>;
  /** Decides another command on what stands after this one, which must have been accepted. */
  and(decider: AnyDecider<S>, command: Command | ((state: S) => Command)): Then<S>;
  readonly decision: Decision<DomainEvent>;
}

export function given<S>(history: History<S, never> | History<S>, events: readonly DomainEvent[] = []): When<S> {
  const state = folded(history, events);
  return {
    state,
    when(decider, asked) {
      const command = typeof asked === 'function' ? asked(state) : asked;
      const decision = decider.decide(command as never, state);
      const accepted = (): { readonly events: readonly DomainEvent[]; readonly id?: string } => {
        if (!decision.accepted) throw new Error(`refused with ${decision.code}: ${JSON.stringify(decision)}`);
        return decision;
      };
      const then: Then<S> = {
        decision,
        then: (...expected) => expect(accepted().events).toEqual(expected),
        thenAccepted: (check) => check?.(accepted().events, accepted().id) ?? void accepted(),
        thenRefused: (code, more = {}) => expect(decision).toMatchObject({ accepted: false, code, ...more }),
        thenState: (check) => check(folded(history, [...events, ...accepted().events])),
        seen: (check) => {
          then.thenState(check);
          return then;
        },
        and: (next, following) => given(history, [...events, ...accepted().events]).when(next, following),
      };
      return then;
    },
  };
}

/** What `ask` gives for a command class, for the signature of a spec's own helpers. */
export type Asked<C, F = unknown> = CommandFor<C, F>;
