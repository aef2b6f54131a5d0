import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { GatherRescinded } from './gather-rescinded.js';
import { MotionsController } from './http/motions.controller.js';
import { motionDecider } from './motion.decider.js';
import { motionsCommands } from './motions.commands.js';
import { ListMotionsHandler } from './views/motion-register/motion-register.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [MotionsController, commandController(motionsCommands)],
  providers: [GatherRescinded, ...decidedBy(motionDecider, motionsCommands, GatherRescinded), ListMotionsHandler],
})
export class MotionsModule {}
