import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Moments } from '../../../../kernel/moments.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { DirectionRows, readOn, type Reader } from '../direction-register/direction-register.query.js';
import { directionIdOf } from '../direction-register/direction-register.projection.js';
import { type DirectionForm, formOf } from './direction-form.js';

/** A direction as it is printed, on a day; `null` where there is none that may be read. */
export class DirectionFormAsAt extends Query<DirectionForm | null> {
  constructor(
    readonly bodyId: string,
    readonly direction: string,
    readonly asAt: string,
    readonly reader: Reader,
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(DirectionFormAsAt)
export class DirectionFormAsAtHandler implements IQueryHandler<DirectionFormAsAt> {
  constructor(
    private readonly queries: QueryBus,
    private readonly rows: DirectionRows,
  ) {}

  async execute({ bodyId, direction: id, asAt, reader, moments }: DirectionFormAsAt): Promise<DirectionForm | null> {
    const [head, row] = await Promise.all([
      this.queries.execute(new BodyHead(bodyId)),
      this.rows.one(directionIdOf({ bodyId, direction: id }), reader),
    ]);
    const direction = row && readOn(row, asAt, reader, moments);
    if (!head || !direction) return null;
    const before = direction.terms.relation?.direction;
    const earlier = before === undefined ? null : await this.rows.one(directionIdOf({ bodyId, direction: before }), reader);
    return formOf(direction, {
      bodyName: head.name,
      bodyKind: head.kind,
      ...(earlier?.record.approval && { earlier: earlier.record.approval.reference }),
    });
  }
}
