import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { type AnyProjection } from '../../kernel/projection.js';
import { actionDecider } from './action.decider.js';
import { actionsCommands } from './actions.commands.js';
import { ActionsRaisedByHandler } from './raised-by.query.js';
import { GatherActionFacts } from './gather-action-facts.js';
import { TrackerController } from './http/tracker.controller.js';
import { ActionsRaisedAtHandler } from './raised-at.query.js';
import { actionDatings } from './views/action-register/action-dating.projection.js';
import { actionRegister } from './views/action-register/action-register.projection.js';
import { ActionRows } from './views/action-register/action-register.query.js';
import { actionOfficers, actionParagraphs, carriedItems } from './views/action-register/action-side.projections.js';
import { ActionRevisionHandler } from './views/action-register/action-revision.query.js';
import { ActionAsAtHandler } from './views/action-register/action-story.query.js';
import { ActionSheetAsAtHandler } from './views/action-sheet/action-sheet.query.js';
import { ActionLoadHandler } from './views/load/load.query.js';
import { MattersArisingForHandler } from './views/matters-arising/matters-arising.query.js';
import { ActionsOverTimeHandler } from './views/over-time/over-time.query.js';
import { OverdueActionsHandler } from './views/overdue/overdue.query.js';

export const actionsProjections: readonly AnyProjection[] = [actionRegister, actionDatings, actionOfficers, actionParagraphs, carriedItems];

@Module({
  imports: [CqrsModule],
  controllers: [commandController(actionsCommands), TrackerController],
  providers: [
    ...decidedBy(actionDecider, actionsCommands, GatherActionFacts),
    GatherActionFacts,
    ActionRows,
    ActionSheetAsAtHandler,
    ActionsRaisedByHandler,
    ActionsRaisedAtHandler,
    ActionAsAtHandler,
    ActionRevisionHandler,
    ActionsOverTimeHandler,
    OverdueActionsHandler,
    ActionLoadHandler,
    MattersArisingForHandler,
  ],
})
export class ActionsModule {}
