import { Inject, Injectable, Logger, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner, type Outcome } from '../../../eventstore/command-runner.js';
import { type BusCommand } from '../../../kernel/command.js';
import { EVENT_STORE, type EventStore } from '../../../eventstore/event-store.port.js';
import { commandController } from '../../../http/command-routes.js';
import { WriteAccess } from '../../../http/write-access.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { applyErasures } from './erasures.js';
import { KeyFile } from './key-file.js';
import { EraseSubject, subjectCommands } from './subject.commands.js';
import { subjectDecider, type SubjectFacts } from './subject.decider.js';

/** Erasures that are recorded, or may be, and whose key may still be there. */
@Injectable()
class Owed {
  count = 0;
}

/**
 * The event first, then the key, then the answer: what is answered is done, and a crash in between is made good at the next start.
 * The same command again erases again, so that a fault of the key file is mended by repeating.
 */
@CommandHandler(EraseSubject)
class EraseSubjectHandler implements ICommandHandler<BusCommand, Outcome | Refusal> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly keys: KeyFile,
    private readonly owed: Owed,
  ) {}

  async execute(command: BusCommand): Promise<Outcome | Refusal> {
    const gather = async ({ target }: BusCommand): Promise<SubjectFacts> => ({ hasKey: await this.keys.has(target) });
    this.owed.count += 1;
    const outcome = await this.runner.run(EraseSubject, subjectDecider, command, gather);
    if (outcome.accepted || outcome.code === 'stream.exists') await this.keys.erase(command.target);
    this.owed.count -= 1;
    return outcome;
  }
}

/** Before anything is asked, every erasure of the record holds for the keys. */
@Injectable()
class ErasuresApplied implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Subjects');

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly keys: KeyFile,
    private readonly writing: WriteAccess,
    private readonly owed: Owed,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.writing.open) return;
    const count = await applyErasures(this.store, this.keys);
    if (count > 0) this.log.log({ msg: 'erasures of the record applied to the keys', count });
  }

  /** So that the next start has nothing to go through. An erasure that failed half-way is left to it. */
  async onApplicationShutdown(): Promise<void> {
    if (this.writing.open && this.owed.count === 0) this.keys.noteApplied(await this.store.head());
  }
}

/** Somebody's personal details, and their erasure. */
@Module({
  imports: [CqrsModule],
  controllers: [commandController(subjectCommands)],
  providers: [Owed, EraseSubjectHandler, ErasuresApplied],
})
export class SubjectsModule {}
