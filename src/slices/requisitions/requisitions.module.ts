import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { GatherRequisitionFacts } from './gather-requisition-facts.js';
import { RequisitionsController } from './http/requisitions.controller.js';
import { requisitionDecider } from './requisition.decider.js';
import { requisitionsCommands } from './requisitions.commands.js';
import {
  ListRequisitionsHandler,
  RequisitionAsAtHandler,
  RequisitionNamedHandler,
  RequisitionRevisionHandler,
} from './views/requisition-register/requisition-register.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(requisitionsCommands), RequisitionsController],
  providers: [
    ...decidedBy(requisitionDecider, requisitionsCommands, GatherRequisitionFacts),
    GatherRequisitionFacts,
    ListRequisitionsHandler,
    RequisitionAsAtHandler,
    RequisitionRevisionHandler,
    RequisitionNamedHandler,
  ],
})
export class RequisitionsModule {}
