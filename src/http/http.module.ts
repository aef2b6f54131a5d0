import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CheckedPipe } from './checked.pipe.js';
import { CommandDoor } from './command-door.js';
import { BODY_OF_STREAM, type BodyOfStream, LiveFeed } from './live/live-feed.js';
import { Follower } from './live/follower.js';
import { LiveHub } from './live/live-hub.js';
import { ProblemPageController } from './openapi/problem-page.controller.js';
import { CommandWatch } from './operations/command-watch.js';
import { Metrics } from './operations/metrics.js';
import { OperationsController } from './operations/operations.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ReadAfterGuard } from './read-after.guard.js';

/** What every request passes through, and the routes of no slice: the live feed, health, metrics, the list of problems. */
@Module({})
export class HttpModule {
  /** `bodyOfStream` tells which body a stream belongs to; the application hands it in, since it knows every kind of record. */
  static forStreams(bodyOfStream: BodyOfStream): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [CqrsModule],
      controllers: [OperationsController, ProblemPageController],
      providers: [
        CommandDoor,
        CommandWatch,
        Metrics,
        Follower,
        LiveFeed,
        LiveHub,
        { provide: BODY_OF_STREAM, useValue: bodyOfStream },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: CheckedPipe },
        { provide: APP_GUARD, useClass: ReadAfterGuard },
      ],
      exports: [CommandDoor, Follower, LiveFeed, LiveHub, BODY_OF_STREAM, Metrics],
    };
  }
}
