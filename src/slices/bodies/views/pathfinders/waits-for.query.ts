import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type InBodies } from '../../../../kernel/principal.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { BodiesTold } from '../body/bodies-told.js';
import { pathfinderGates, type PathfinderGateRow } from './pathfinder-gates.projection.js';

/** A pathfinder that a body waits for, and what its last review by that day said. */
export interface PathfinderAwaited {
  readonly bodyId: string;
  readonly name: string;
  readonly reviewAt: Deadline;
  readonly review: { readonly on: string; readonly outcome: 'proceed' | 'not-yet'; readonly findings: string } | null;
}

/** The pathfinders a body waits for on a day, with what their reviews said; none where it waits for none. */
export class WaitsFor extends Query<readonly PathfinderAwaited[]> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
  ) {
    super();
  }
}

@QueryHandler(WaitsFor)
export class WaitsForHandler implements IQueryHandler<WaitsFor> {
  constructor(
    private readonly told: BodiesTold,
    @InjectReadModel(pathfinderGates) private readonly gates: ReadModel<PathfinderGateRow>,
  ) {}

  async execute({ bodyId, asAt, exemptIn }: WaitsFor): Promise<readonly PathfinderAwaited[]> {
    const pathfinders = (await this.gates.find(bodyId))?.pathfinders ?? [];
    const found = await Promise.all(pathfinders.map((one) => this.told.body(one, exemptIn)));
    return found.flatMap(({ bodyId: id, established, overTime }) => {
      const { pathfinder, proposed } = overTime;
      if (!pathfinder || pathfinder.on > asAt) return [];
      const review = pathfinder.reviews.findLast(({ on }) => on <= asAt) ?? null;
      return [{ bodyId: id, name: established?.name ?? proposed?.name ?? id, reviewAt: pathfinder.reviewAt, review }];
    });
  }
}
