import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Moments } from '../../../../kernel/moments.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { GAPS, isUnder, type LogStatus } from '../../direction-flags.js';
import { DirectionRows, type Reader } from '../direction-register/direction-register.query.js';
import { viewOf } from '../direction-register/direction-view.js';
import { type DirectionLog } from './log-text.js';

/** `null` where there is no such body. */
export class DirectionLogAsAt extends Query<DirectionLog | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly state: LogStatus,
    readonly reader: Reader,
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(DirectionLogAsAt)
export class DirectionLogAsAtHandler implements IQueryHandler<DirectionLogAsAt> {
  constructor(
    private readonly queries: QueryBus,
    private readonly rows: DirectionRows,
  ) {}

  async execute({ bodyId, asAt, state, reader, moments }: DirectionLogAsAt): Promise<DirectionLog | null> {
    const head = await this.queries.execute(new BodyHead(bodyId));
    if (!head) return null;
    const items = (await this.rows.of(bodyId, asAt, reader, moments)).filter((direction) => isUnder(state, direction, asAt));
    return { bodyId, bodyName: head.name, asAt, state, items: items.map((direction) => viewOf(direction, asAt)) };
  }
}

/** The gaps of a body's directions: one entry for each direction that leaves something open. */
export interface DirectionGaps {
  readonly bodyId: string;
  readonly asAt: string;
  readonly items: readonly {
    readonly direction: string;
    readonly reference: string | null;
    readonly title: string;
    readonly gaps: readonly { readonly gap: string; readonly meaning: string }[];
  }[];
}

export const gapsIn = ({ bodyId, asAt, items }: DirectionLog): DirectionGaps => ({
  bodyId,
  asAt,
  items: items
    .filter(({ gaps }) => gaps.length > 0)
    .map(({ direction, reference, title, gaps }) => ({
      direction,
      reference,
      title,
      gaps: gaps.map((gap) => ({ gap, meaning: GAPS[gap] })),
    })),
});
