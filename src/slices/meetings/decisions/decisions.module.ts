import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { decisionDecider } from './decision.decider.js';
import { decisionsCommands } from './decisions.commands.js';
import { DecisionsAsTheyStandHandler, MeetingCitedHandler, SignedMeetingsHandler } from './decisions.queries.js';
import { GatherDecisions } from './gather-decisions.js';
import { DecisionsController } from './http/decisions.controller.js';
import { RegisterPage } from '../../../pages/decisions/register/register.page.js';
import { decisionRegister } from './views/decision-register/decision-register.projection.js';
import { ListDecisionsHandler, ShowDecisionHandler } from './views/decision-register/decision-register.query.js';
import { signedMinutes } from './views/signed-minutes/signed-minutes.projection.js';

export { decisionsCommands } from './decisions.commands.js';
export const decisionsProjections = [decisionRegister, signedMinutes] as const;

@Module({
  imports: [CqrsModule],
  controllers: [DecisionsController, RegisterPage, commandController(decisionsCommands)],
  providers: [
    GatherDecisions,
    ...decidedBy(decisionDecider, decisionsCommands, GatherDecisions),
    DecisionsAsTheyStandHandler,
    MeetingCitedHandler,
    ListDecisionsHandler,
    ShowDecisionHandler,
    SignedMeetingsHandler,
  ],
})
export class DecisionsModule {}
