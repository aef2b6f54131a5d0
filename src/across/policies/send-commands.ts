import { type Outcome } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandEnvelope } from '../../kernel/command.js';
import { type RecordedEvent } from '../../kernel/event.js';
import { derivedId } from '../../kernel/ids.js';
import { type Refusal } from '../../kernel/refusal.js';
import { type Asked, type Policy } from './policy.js';

export type Execute = (command: BusCommand) => Promise<Outcome | Refusal>;

/** Commands under way at once: enough that their appends share an fsync. */
export const AT_ONCE = 256;

export function commandOf({ name, sentence }: Policy, event: RecordedEvent, { command, target, data }: Asked): BusCommand {
  const envelope: CommandEnvelope = {
    by: { principalId: `policy:${name}`, name: sentence, role: 'policy' },
    correlationId: event.correlationId,
    causationId: event.id,
    commandId: derivedId('policy', name, event.id, command.spec.type, target, JSON.stringify(data)),
    expected: 'current',
  };
  return new command(target, data, envelope) as BusCommand;
}

/**
 * Runs everything that a policy asks for because of an event. Resolves to true when every command is durable or refused; to false if the
 * signal cuts it short. Throws the first fault once no command is under way any more.
 */
export async function sendCommands(
  policy: Policy,
  event: RecordedEvent,
  execute: Execute,
  told: (outcome: Outcome | Refusal, asked: Asked) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];
  const start = (asked: Asked): void => {
    const run = execute(commandOf(policy, event, asked))
      .then(
        (outcome) => told(outcome, asked),
        (fault: unknown) => void faults.push(fault),
      )
      .finally(() => running.delete(run));
    running.add(run);
  };
  try {
    for await (const asked of policy.react(event)) {
      if (signal.aborted || faults.length > 0) break;
      start(asked);
      if (running.size >= AT_ONCE) await Promise.race(running);
    }
  } finally {
    await Promise.all(running);
  }
  if (faults.length > 0) throw faults[0];
  return !signal.aborted;
}
