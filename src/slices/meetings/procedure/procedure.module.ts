import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { GatherPeopleMeant } from '../sederunt/gather-people-meant.js';
import { procedureCommands } from './procedure.commands.js';
import { procedureDecider } from './procedure.decider.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(procedureCommands)],
  providers: [GatherPeopleMeant, ...decidedBy(procedureDecider, procedureCommands, GatherPeopleMeant)],
})
export class ProcedureModule {}
