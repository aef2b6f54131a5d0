import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type FirstUse, FirstUseOf } from '../../../../eventstore/first-use.port.js';
import { EVENT_STORE, type EventStore } from '../../../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../../../projections/projection-engine.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../projections/read-model.js';
import { firstUse, type FirstUseRow } from './first-use.projection.js';

/** A command is not kept for longer by a read model that is far behind. */
const MOST_WAITED_MS = 5_000;

@QueryHandler(FirstUseOf)
export class FirstUseOfHandler implements IQueryHandler<FirstUseOf> {
  private everybodysBefore: Promise<boolean> | undefined;

  constructor(
    @InjectReadModel(firstUse) private readonly uses: ReadModel<FirstUseRow>,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly engine: ProjectionEngine,
  ) {}

  async execute({ commandId }: FirstUseOf): Promise<FirstUse | null> {
    this.everybodysBefore ??= this.caughtUp();
    if (!(await this.everybodysBefore)) this.everybodysBefore = undefined;
    return this.uses.find(commandId);
  }

  /** Whether what was used before this process began is known; what it used itself, whoever runs its commands remembers. */
  private async caughtUp(): Promise<boolean> {
    const head = await this.store.head();
    return head === null || this.engine.waitFor(head, { names: [firstUse.name], timeoutMs: MOST_WAITED_MS });
  }
}
