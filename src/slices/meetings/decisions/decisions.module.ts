import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { decisionDecider } from './decision.decider.js';
import { decisionsCommands } from './decisions.commands.js';
import { DecisionsAsTheyStandHandler } from './decisions-as-they-stand.query.js';
import { GatherDecisions } from './gather-decisions.js';
import { DecisionsController } from './http/decisions.controller.js';
import { ListDecisionsHandler, ShowDecisionHandler } from './views/decision-register/decision-register.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [DecisionsController, commandController(decisionsCommands)],
  providers: [
    GatherDecisions,
    ...decidedBy(decisionDecider, decisionsCommands, GatherDecisions),
    DecisionsAsTheyStandHandler,
    ListDecisionsHandler,
    ShowDecisionHandler,
  ],
})
export class DecisionsModule {}
