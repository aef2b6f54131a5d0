import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Action } from './action.state.js';
import { ActionRows } from './views/action-register/action-register.query.js';

/** An action with its origin, as the sheet has it. */
export type RaisedAction = Pick<Action, 'actionId' | 'item' | 'words' | 'source' | 'exempt'>;

/** Every action a body ever raised, noted complete or not; or those out of one meeting's decisions, or the first few. */
export class ActionsRaisedBy extends Query<readonly RaisedAction[]> {
  constructor(
    readonly bodyId: string,
    readonly only: { readonly meetingId?: string; readonly limit?: number } = {},
  ) {
    super();
  }
}

@QueryHandler(ActionsRaisedBy)
export class ActionsRaisedByHandler implements IQueryHandler<ActionsRaisedBy> {
  constructor(private readonly rows: ActionRows) {}

  async execute({ bodyId, only: { meetingId, limit } }: ActionsRaisedBy): Promise<readonly RaisedAction[]> {
    const rows = await this.rows.raised({ bodyId, ...(meetingId !== undefined && { meetingId }), ...(limit !== undefined && { limit }) });
    return rows.map(({ exempt, record: { actionId, item, words, source } }) => ({ actionId, item, words, source, exempt }));
  }
}
