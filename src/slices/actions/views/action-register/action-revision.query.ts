import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { actionHistory } from '../../action.state.js';

/** The revision of an action's last event, which a form made now is to expect; `null` where none was raised. Reads the record itself. */
export class ActionRevision extends Query<number | null> {
  constructor(readonly actionId: string) {
    super();
  }
}

@QueryHandler(ActionRevision)
export class ActionRevisionHandler implements IQueryHandler<ActionRevision> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ actionId }: ActionRevision): Promise<number | null> {
    const { revision } = await this.runner.load(actionHistory, actionId);
    return revision === 'none' ? null : revision;
  }
}
