import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { betweenCommands } from './between.commands.js';
import { betweenDecider } from './between.decider.js';
import { GatherBetween } from './gather-between.js';
import { ReceivedMinutesController } from './http/received.controller.js';
import { MinuteReceivedAtHandler } from './views/received-minutes/received-minutes.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(betweenCommands), ReceivedMinutesController],
  providers: [GatherBetween, ...decidedBy(betweenDecider, betweenCommands, GatherBetween), MinuteReceivedAtHandler],
})
export class BetweenMeetingsModule {}
