import { setTimeout as pause } from 'node:timers/promises';
import { type PolicyStatus } from '../../http/operations/policies-watched.port.js';
import { type EventStore } from '../../eventstore/event-store.port.js';
import { goingOnFrom } from '../../eventstore/position-reached.js';
import { type Position, type RecordedEvent } from '../../kernel/event.js';
import { type BackOff, pauseBefore } from '../../projections/back-off.js';
import { asTheyCome } from '../../projections/batches.js';
import { sendCommands, type Execute } from './send-commands.js';
import { type Asked, type Policy } from './policy.js';
import { type PolicyCheckpoints } from './policy-checkpoints.js';

export interface PolicyRunnerOptions {
  /** A store that upcasts: every event comes in its newest shape. */
  readonly store: EventStore;
  readonly policies: readonly Policy[];
  readonly checkpoints: PolicyCheckpoints;
  readonly execute: Execute;
  /** Resolves to true once the read models show the position; to false if they do not within a reasonable time. */
  readonly shown: (position: Position) => Promise<boolean>;
  readonly backOff?: BackOff;
  readonly onRefusal?: (policy: string, asked: Asked, code: string) => void;
  readonly onTrouble?: (policy: string, error: string) => void;
}

const BATCH = 500;
/** Events without a reaction between two checkpoints. */
const SAVE_EVERY = 5_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Runs the policies. Each follows the record by itself, so that a policy that stands still holds up no other. */
export class PolicyRunner {
  private readonly stopped = new AbortController();
  private readonly states: ReadonlyMap<Policy, Mutable<PolicyStatus>>;
  private following: readonly Promise<void>[] = [];

  constructor(private readonly options: PolicyRunnerOptions) {
    this.states = new Map(
      options.policies.map((policy) => [
        policy,
        { name: policy.name, sentence: policy.sentence, position: null, fault: null, done: 0, refused: 0 },
      ]),
    );
  }

  start(): void {
    this.following = this.options.policies.map((policy) => this.follow(policy));
  }

  /** Waits for the commands under way; no policy asks for more. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all(this.following);
  }

  status(): readonly PolicyStatus[] {
    return [...this.states.values()].map((state) => ({ ...state }));
  }

  private async follow(policy: Policy): Promise<void> {
    const { backOff = { first: 500, longest: 60_000 }, onTrouble } = this.options;
    const state = this.states.get(policy)!;
    const { signal } = this.stopped;
    for (let failures = 0; !signal.aborted;) {
      const from = state.position;
      try {
        await this.read(policy, state);
      } catch (error) {
        if (signal.aborted) return;
        failures = state.position === from ? failures + 1 : 1;
        state.fault = error instanceof Error ? error.message : String(error);
        onTrouble?.(policy.name, state.fault);
        await pause(pauseBefore(backOff, failures), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async read(policy: Policy, state: Mutable<PolicyStatus>): Promise<void> {
    const { store, checkpoints } = this.options;
    const { signal } = this.stopped;
    state.position ??= await this.whereLeft(policy);
    let saved = state.position;
    let passed = 0;
    const save = (): void => {
      if (state.position !== null && state.position !== saved) checkpoints.save(policy.name, state.position);
      saved = state.position;
      passed = 0;
    };
    try {
      const messages = store.subscribe({ ...(state.position === null ? {} : { after: state.position }), signal });
      for await (const events of asTheyCome(messages, BATCH)) {
        for (const event of events) {
          const concerned = policy.on.includes(event.type);
          if (concerned && !(await this.react(policy, event, state))) return;
          state.position = event.position;
          state.fault = null;
          passed += 1;
          if (concerned || passed >= SAVE_EVERY) save();
        }
      }
    } finally {
      save();
    }
  }

  private async react(policy: Policy, event: RecordedEvent, state: Mutable<PolicyStatus>): Promise<boolean> {
    const { execute, shown, onRefusal } = this.options;
    if (!(await shown(event.position))) throw new Error('The read models have not come to what is to be reacted to.');
    return sendCommands(
      policy,
      event,
      execute,
      (outcome, asked) => {
        if (outcome.accepted) state.done += 1;
        else {
          state.refused += 1;
          onRefusal?.(policy.name, asked, outcome.code);
        }
      },
      this.stopped.signal,
    );
  }

  /** Where a policy goes on; `null` for the beginning. */
  private whereLeft({ name }: Policy): Promise<Position | null> {
    return goingOnFrom(this.options.store, this.options.checkpoints.of(name));
  }
}
