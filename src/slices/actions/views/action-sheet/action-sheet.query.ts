import { type InBodies } from '../../../../access/principal.js';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { ActionRows } from '../action-register/action-register.query.js';
import { type ActionSheet, buildSheet, onSheet } from './action-sheet.js';

/** A body's action sheet as at a day; `null` where there is no such body. Without the right to exempt items it is the public tracker. */
export class ActionSheetAsAt extends Query<ActionSheet | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
    /** As in `November 2012 onwards`. */
    readonly since?: string,
  ) {
    super();
  }
}

@QueryHandler(ActionSheetAsAt)
export class ActionSheetAsAtHandler implements IQueryHandler<ActionSheetAsAt> {
  constructor(
    private readonly rows: ActionRows,
    private readonly queries: QueryBus,
  ) {}

  async execute({ bodyId, asAt, exemptIn, since }: ActionSheetAsAt): Promise<ActionSheet | null> {
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) return null;
    const [rows, meetings, parentName] = await Promise.all([
      this.rows.tracker(bodyId, asAt, exemptIn),
      this.rows.meetings([bodyId]),
      this.parentName(bodyId, asAt),
    ]);
    return buildSheet(onSheet(rows, asAt, meetings.get(bodyId) ?? []), asAt, { bodyId, bodyName: body.name, parentName, since });
  }

  private async parentName(bodyId: string, date: string): Promise<string | null> {
    const [row] = await this.rows.register.sql<{ placements: readonly { parentId: string; from: string }[] }>(
      'SELECT b.placements FROM body_register b WHERE b.body_id = :bodyId',
      { bodyId },
      { placements: 'json' },
    );
    const placed = row?.placements.findLast(({ from }) => from <= date);
    return placed ? ((await this.queries.execute(new BodyHead(placed.parentId)))?.name ?? placed.parentId) : null;
  }
}
