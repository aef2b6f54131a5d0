import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { GatherRemitFacts } from './gather-remit-facts.js';
import { RemitsController } from './http/remits.controller.js';
import { remitDecider } from './remit.decider.js';
import { remitsCommands } from './remits.commands.js';
import {
  ListRemitsHandler,
  RemitAsAtHandler,
  RemitNamedHandler,
  RemitRevisionHandler,
  RemitRows,
  RemitsForHandler,
} from './views/remit-register/remit-register.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(remitsCommands), RemitsController],
  providers: [
    ...decidedBy(remitDecider, remitsCommands, GatherRemitFacts),
    GatherRemitFacts,
    RemitRows,
    ListRemitsHandler,
    RemitAsAtHandler,
    RemitRevisionHandler,
    RemitsForHandler,
    RemitNamedHandler,
  ],
})
export class RemitsModule {}
