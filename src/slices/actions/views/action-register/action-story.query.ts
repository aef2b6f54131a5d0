import { type InBodies } from '../../../../access/principal.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ActionUpdate } from '../../action.state.js';
import { ActionRows } from './action-register.query.js';
import { actionAsAt, type ActionView, viewOf } from './action-view.js';

export interface ActionStory extends ActionView {
  /** Everything recorded of it up to the day, in the order it was recorded. */
  readonly story: readonly (Omit<ActionUpdate, 'data'> & { readonly data: object })[];
}

/** One action on a day with all that led there; `null` where there is none, it was not raised yet, or the reader may not see it. */
export class ActionAsAt extends Query<ActionStory | null> {
  constructor(
    readonly actionId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
  ) {
    super();
  }
}

@QueryHandler(ActionAsAt)
export class ActionAsAtHandler implements IQueryHandler<ActionAsAt> {
  constructor(private readonly rows: ActionRows) {}

  async execute({ actionId, asAt, exemptIn }: ActionAsAt): Promise<ActionStory | null> {
    const row = await this.rows.one(actionId);
    if (!row || (row.exempt && exemptIn !== '*' && !exemptIn.includes(row.bodyId))) return null;
    const action = actionAsAt(row, asAt);
    if (!action) return null;
    const meetings = (await this.rows.meetings([row.bodyId])).get(row.bodyId) ?? [];
    return { ...viewOf(action, asAt, meetings, row.renumbered), story: (row.updates ?? []).filter(({ data }) => data.on <= asAt) };
  }
}
