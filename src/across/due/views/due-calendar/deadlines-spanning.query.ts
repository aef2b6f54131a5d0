import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../projections/read-model.js';
import { dueCalendar, type DueRow } from './due-calendar.projection.js';

export type SpanningDue = Pick<DueRow, 'dueId' | 'kind' | 'recordId' | 'bodyId' | 'latest'>;

/**
 * A batch of live deadlines counted by the calendar of bank holidays whose period includes a day, ordered by id: of all bodies, or of one
 * body. The next batch begins after the last id of this one; a deadline keeps its id when it moves.
 */
export class DeadlinesSpanning extends Query<readonly SpanningDue[]> {
  constructor(
    readonly date: string,
    readonly bodyId: string | undefined,
    readonly after: string | null,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(DeadlinesSpanning)
export class DeadlinesSpanningHandler implements IQueryHandler<DeadlinesSpanning> {
  constructor(@InjectReadModel(dueCalendar) private readonly dues: ReadModel<DueRow>) {}

  async execute({ date, bodyId, after, limit }: DeadlinesSpanning): Promise<readonly SpanningDue[]> {
    return this.dues.sql<SpanningDue>(
      `SELECT d.due_id, d.kind, d.record_id, d.body_id, d.latest FROM due_calendar d
       WHERE d.standing = 'live' AND d.calendar = 'scottish-bank-holidays' AND +d.latest >= :date AND +d.counted_from <= :date
       ${bodyId === undefined ? '' : 'AND +d.body_id = :bodyId'} ${after === null ? '' : 'AND d.due_id > :after'}
       ORDER BY d.due_id LIMIT ${limit}`,
      { date, bodyId, after },
    );
  }
}
