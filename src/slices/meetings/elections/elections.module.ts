import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { electionDecider } from './election.decider.js';
import { electionsCommands } from './elections.commands.js';
import { GatherPeopleMeant } from '../sederunt/gather-people-meant.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(electionsCommands)],
  providers: [GatherPeopleMeant, ...decidedBy(electionDecider, electionsCommands, GatherPeopleMeant)],
})
export class ElectionsModule {}
