import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { GatherFollower } from './gather-follower.js';
import { OptOutController } from './http/opt-out.controller.js';
import { RemindersController } from './http/reminders.controller.js';
import { OptOutTokens } from './reminding/opt-out-token.js';
import { followerDecider } from './reminder.decider.js';
import { remindersCommands } from './reminders.commands.js';
import { FollowersHandler, RemindersOfHandler, RemindersRaisedToHandler } from './reminders-of.query.js';
import { remindingCommands } from './reminding.commands.js';
import { remindingDecider } from './reminding.decider.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(remindersCommands), RemindersController, OptOutController],
  providers: [
    ...decidedBy(followerDecider, remindersCommands, GatherFollower),
    ...decidedBy(remindingDecider, remindingCommands),
    GatherFollower,
    OptOutTokens,
    FollowersHandler,
    RemindersOfHandler,
    RemindersRaisedToHandler,
  ],
  exports: [OptOutTokens],
})
export class RemindersModule {}
