import { type InBodies } from '../../../../kernel/principal.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { type Moments } from '../../../../kernel/moments.js';
import { type ActionUpdate } from '../../action.state.js';
import { ActionRows } from './action-register.query.js';
import { actionAsAt, type ActionView, countsOn, exactlyOn, viewThen } from './action-view.js';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';

export interface ActionStory extends ActionView {
  /** Everything recorded of the action up to the day, in the order it was recorded. */
  readonly story: readonly (Omit<ActionUpdate, 'data'> & { readonly data: object })[];
}

/**
 * One action on a day with all that led there; `null` where there is none, it was not raised yet, or not known to be, or the reader may not
 * see it.
 */
export class ActionAsAt extends Query<ActionStory | null> {
  constructor(
    readonly actionId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
    readonly moments?: Moments,
  ) {
    super();
  }
}

@QueryHandler(ActionAsAt)
export class ActionAsAtHandler implements IQueryHandler<ActionAsAt> {
  constructor(
    private readonly rows: ActionRows,
    private readonly queries: QueryBus,
  ) {}

  async execute({ actionId, asAt, exemptIn, moments }: ActionAsAt): Promise<ActionStory | null> {
    const row = await this.rows.one(actionId, exemptIn);
    if (!row) return null;
    const exactly = exactlyOn(asAt, (await this.queries.execute(new BodyHead(row.bodyId)))?.timeZone, moments);
    const action = actionAsAt(row, asAt, exactly);
    if (!action) return null;
    const facts = (await this.rows.facts([row], asAt, exactly)).get(row.bodyId);
    const story = (row.updates ?? []).filter((update) => countsOn(update, asAt, exactly));
    return { ...viewThen(row, action, asAt, facts, exactly), story };
  }
}
