import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { type AnyProjection } from '../../kernel/projection.js';
import { directionDecider } from './direction.decider.js';
import { directionsCommands } from './directions.commands.js';
import { GatherBoard } from './gather-board.js';
import { DirectionsController } from './http/directions.controller.js';
import { DirectionFormAsAtHandler } from './views/direction/direction-form.query.js';
import { directionRecipients, directionRegister } from './views/direction-register/direction-register.projection.js';
import {
  DirectionAsAtHandler,
  DirectionByReferenceHandler,
  DirectionRows,
  DirectionsRevisionHandler,
  DirectionsToHandler,
} from './views/direction-register/direction-register.query.js';
import { DirectionLogAsAtHandler } from './views/log/direction-log.query.js';
import { DirectionPerformanceHandler } from './views/performance/performance.query.js';

export const directionsProjections: readonly AnyProjection[] = [directionRegister, directionRecipients];

@Module({
  imports: [CqrsModule],
  controllers: [commandController(directionsCommands), DirectionsController],
  providers: [
    ...decidedBy(directionDecider, directionsCommands, GatherBoard),
    GatherBoard,
    DirectionRows,
    DirectionAsAtHandler,
    DirectionByReferenceHandler,
    DirectionFormAsAtHandler,
    DirectionLogAsAtHandler,
    DirectionPerformanceHandler,
    DirectionsRevisionHandler,
    DirectionsToHandler,
  ],
})
export class DirectionsModule {}
