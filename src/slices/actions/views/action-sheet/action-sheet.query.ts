import { type InBodies } from '../../../../kernel/principal.js';
import { type Moments } from '../../../../kernel/moments.js';
import { BodyHead, ShowBody } from '../../../bodies/bodies.queries.js';
import { ActionRows } from '../action-register/action-register.query.js';
import { exactlyOn } from '../action-register/action-view.js';
import { type ActionSheet, buildSheet, onSheet } from './action-sheet.js';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';

/**
 * A body's action sheet as at a day, as at a moment of it, or as known at a moment; `null` where there is no such body. A reader without
 * the right to exempt items gets the public tracker.
 */
export class ActionSheetAsAt extends Query<ActionSheet | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
    /** As in `November 2012 onwards`. */
    readonly since?: string,
    readonly moments?: Moments,
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

  async execute({ bodyId, asAt, exemptIn, since, moments }: ActionSheetAsAt): Promise<ActionSheet | null> {
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) return null;
    const exactly = exactlyOn(asAt, body.timeZone, moments);
    const [rows, parentName] = await Promise.all([
      this.rows.tracker(bodyId, asAt, exemptIn, exactly),
      this.parentName(bodyId, asAt, moments),
    ]);
    const facts = await this.rows.facts(rows, asAt, exactly);
    const actions = onSheet(rows, asAt, facts.get(bodyId), exactly);
    return buildSheet(actions, asAt, { bodyId, bodyName: body.name, parentName, since });
  }

  private async parentName(bodyId: string, date: string, moments?: Moments): Promise<string | null> {
    const parent = (await this.queries.execute(new ShowBody(bodyId, date, moments?.recordedBy)))?.parent;
    return parent ? ((await this.queries.execute(new BodyHead(parent.parentId)))?.name ?? parent.parentId) : null;
  }
}
