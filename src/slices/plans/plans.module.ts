import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { dutyDecider } from './duty.decider.js';
import { dutyCommands } from './duties.commands.js';
import { GatherPlanFacts } from './gather-plan-facts.js';
import { DutiesController } from './http/duties.controller.js';
import { PlansController } from './http/plans.controller.js';
import { planDecider } from './plan.decider.js';
import { planCommands } from './plans.commands.js';
import { DutyAsAtHandler, ListDutiesHandler } from './views/duty-register/duties.query.js';
import { ListPlansHandler, PlanAsAtHandler, PlanItemAsAtHandler } from './views/plan/plan.query.js';
import { PlanRows } from './views/plan/plan-rows.js';
import { PlanProgressInHandler } from './views/progress/progress.query.js';
import { SelfEvaluationAsAtHandler } from './views/self-evaluation/self-evaluation.query.js';
import { DutyStoryHandler, PlanStoryHandler, RecordRevisionHandler } from './views/story/story.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(planCommands), commandController(dutyCommands), PlansController, DutiesController],
  providers: [
    ...decidedBy(planDecider, planCommands, GatherPlanFacts),
    ...decidedBy(dutyDecider, dutyCommands, GatherPlanFacts),
    GatherPlanFacts,
    PlanRows,
    ListPlansHandler,
    PlanAsAtHandler,
    PlanItemAsAtHandler,
    PlanProgressInHandler,
    SelfEvaluationAsAtHandler,
    ListDutiesHandler,
    DutyAsAtHandler,
    PlanStoryHandler,
    DutyStoryHandler,
    RecordRevisionHandler,
  ],
})
export class PlansModule {}
