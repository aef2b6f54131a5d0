import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CheckedPipe } from './checked.pipe.js';
import { CommandDoor } from './command-door.js';
import { LiveController } from './live/live.controller.js';
import { LiveHub } from './live/live-hub.js';
import { ProblemPageController } from './openapi/problem-page.controller.js';
import { CommandWatch } from './operations/command-watch.js';
import { Metrics } from './operations/metrics.js';
import { OperationsController } from './operations/operations.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ReadAfterGuard } from './read-after.guard.js';

/** What every request goes through, and what is no slice's: the live feed, health, metrics, the list of problems. */
@Global()
@Module({
  imports: [CqrsModule],
  controllers: [OperationsController, ProblemPageController, LiveController],
  providers: [
    CommandDoor,
    CommandWatch,
    Metrics,
    LiveHub,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: CheckedPipe },
    { provide: APP_GUARD, useClass: ReadAfterGuard },
  ],
  exports: [CommandDoor, LiveHub, Metrics],
})
export class HttpModule {}
