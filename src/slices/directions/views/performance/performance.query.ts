import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { DirectionRows, type Reader } from '../direction-register/direction-register.query.js';
import { type Performance, performanceOf } from './performance.js';

/** The performance report of a body's directions for a period; `null` where there is no such body. */
export class DirectionPerformance extends Query<Performance | null> {
  constructor(
    readonly bodyId: string,
    readonly from: string,
    readonly until: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(DirectionPerformance)
export class DirectionPerformanceHandler implements IQueryHandler<DirectionPerformance> {
  constructor(
    private readonly queries: QueryBus,
    private readonly rows: DirectionRows,
  ) {}

  async execute({ bodyId, from, until, reader }: DirectionPerformance): Promise<Performance | null> {
    const head = await this.queries.execute(new BodyHead(bodyId));
    if (!head) return null;
    return performanceOf(await this.rows.of(bodyId, until, reader), { bodyId, bodyName: head.name, from, until });
  }
}
