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

/** The number of erasures recorded, or being recorded, whose key may still be there. */
@Injectable()
class Owed {
  count = 0;
}

/**
 * First the event, then the key, then the answer: an answered erasure is done, and one cut off by a crash is finished at the next start.
 * The same command again erases again, so that a fault of the key file is mended by repeating the command.
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

/** Before the application answers anything, every erasure in the record is applied to the keys. */
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

  /** Spares the next start a reading of the record, unless an erasure failed half-way: then the next start finishes it. */
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
