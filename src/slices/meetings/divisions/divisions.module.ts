import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { divisionDecider } from './division.decider.js';
import { divisionsCommands } from './divisions.commands.js';
import { GatherDivision } from './gather-division.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(divisionsCommands)],
  providers: [GatherDivision, ...decidedBy(divisionDecider, divisionsCommands, GatherDivision)],
})
export class DivisionsModule {}
