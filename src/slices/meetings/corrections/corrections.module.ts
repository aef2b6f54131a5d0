import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { GatherPeopleMeant } from '../sederunt/gather-people-meant.js';
import { CourseController } from './http/course.controller.js';
import { correctionsCommands } from './step.commands.js';
import { correctionsDecider } from './step.decider.js';

@Module({
  imports: [CqrsModule],
  controllers: [CourseController, commandController(correctionsCommands)],
  providers: [GatherPeopleMeant, ...decidedBy(correctionsDecider, correctionsCommands, GatherPeopleMeant)],
})
export class CorrectionsModule {}
