import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { type Page, type ReadModel } from '../../projections/read-model.js';
import { type Reminders, remindersHistory } from './reminder.state.js';
import {
  type FollowerRow,
  reminderFollowers,
  reminderRegister,
  type ReminderRow,
} from './views/reminder-register/reminder-register.projection.js';

export type { ReminderRow, Reminders };

/** The logins of everybody who follows something. */
export class Followers extends Query<readonly string[]> {}

@QueryHandler(Followers)
export class FollowersHandler implements IQueryHandler<Followers> {
  constructor(@InjectReadModel(reminderFollowers) private readonly followers: ReadModel<FollowerRow>) {}

  async execute(): Promise<readonly string[]> {
    const rows = await this.followers.findMany({ orderBy: { login: 'asc' } });
    return rows.filter(({ optedOut }) => !optedOut).map(({ login }) => login);
  }
}

/** What somebody follows and has still to be told, read from the record itself. */
export class RemindersOf extends Query<{ readonly state: Reminders; readonly revision: number | 'none' }> {
  constructor(readonly login: string) {
    super();
  }
}

@QueryHandler(RemindersOf)
export class RemindersOfHandler implements IQueryHandler<RemindersOf> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ login }: RemindersOf): Promise<{ readonly state: Reminders; readonly revision: number | 'none' }> {
    return this.runner.load<Reminders>(remindersHistory as never, login);
  }
}

/** The reminders raised for somebody, newest first. */
export class RemindersRaisedTo extends Query<Page<ReminderRow>> {
  constructor(
    readonly login: string,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

@QueryHandler(RemindersRaisedTo)
export class RemindersRaisedToHandler implements IQueryHandler<RemindersRaisedTo> {
  constructor(@InjectReadModel(reminderRegister) private readonly reminders: ReadModel<ReminderRow>) {}

  execute({ login, page }: RemindersRaisedTo): Promise<Page<ReminderRow>> {
    return this.reminders.page({ where: { login }, orderBy: { raisedAt: 'desc' }, ...page });
  }
}
