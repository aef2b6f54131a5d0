import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { discussionCommands } from './discussion.commands.js';
import { discussionDecider } from './discussion.decider.js';
import { GatherDiscussion } from './gather-discussion.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(discussionCommands)],
  providers: [GatherDiscussion, ...decidedBy(discussionDecider, discussionCommands, GatherDiscussion)],
})
export class DiscussionModule {}
