import { type Provider, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Command, type Decider } from '../kernel/decider.js';
import { type DomainEvent } from '../kernel/event.js';
import { type Refusal } from '../kernel/refusal.js';
import { CommandRunner, type Outcome } from './command-runner.js';
import { type BusCommand, type CommandClass, type FactsOf } from '../kernel/command.js';

/** Fetches what a decider must know from outside its stream. The result travels in the command as `facts`. */
export interface FactGatherer<F = unknown> {
  gather(command: BusCommand, type: CommandClass): Promise<F>;
  /** The payload as it is meant where the record stands so: what is named in it by another of its names, by the name the record has. */
  meant?(command: BusCommand, state: unknown): Promise<object>;
}

type Gatherer<F> = [F] extends [never] ? readonly [] : readonly [Type<FactGatherer<F | undefined>>];

/**
 * The command-bus handlers of a decider's commands, one for each.
 * `gatherer` is the slice's class that fetches outside facts: without it, a decider whose commands carry facts does not compile.
 */
export function decidedBy<S, C extends Command, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  commands: readonly CommandClass<C['type']>[],
  ...[gatherer]: Gatherer<FactsOf<C>>
): Provider[] {
  const any = decider as unknown as Decider<S, Command<never, never, never>, E>;
  return commands.map((type) => {
    class Handler implements ICommandHandler<BusCommand, Outcome | Refusal> {
      constructor(
        readonly runner: CommandRunner,
        readonly facts?: FactGatherer,
      ) {}
      execute(command: BusCommand): Promise<Outcome | Refusal> {
        const { facts } = this;
        const meant = facts?.meant && ((one: BusCommand, state: S) => facts.meant!(one, state));
        return this.runner.run(type, any, command, facts && ((one) => facts.gather(one, type)), meant);
      }
    }
    Reflect.defineMetadata('design:paramtypes', gatherer ? [CommandRunner, gatherer] : [CommandRunner], Handler);
    Object.defineProperty(Handler, 'name', { value: `${type.spec.type}Handler` });
    CommandHandler(type)(Handler);
    return Handler;
  });
}
