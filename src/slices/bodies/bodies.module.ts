import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { bodiesCommands, EstablishBody } from './bodies.commands.js';
import { BodiesTold } from './views/body/bodies-told.js';
import { BodyHeadHandler, SeatOfBodyHandler, StandingItemsOnHandler, StandingOnHandler } from './body-head.query.js';
import { bodyLifeCommands } from './body-life.commands.js';
import { bodyDecider } from './body.decider.js';
import { DiariesNamedHandler } from './diaries-named.query.js';
import { GatherLife } from './gather-life.js';
import { GatherParents } from './gather-parents.js';
import { BodiesController } from './http/bodies.controller.js';
import { BodyReadingsController } from './http/body-readings.controller.js';
import { BodyLiveController } from './http/live.controller.js';
import { ConstitutionsOfHandler, ShowBodyHandler } from './views/body/body.query.js';
import { BodyDates } from './views/body-dates.js';
import { BodyLives } from './views/body-register/body-lives.js';
import { ListBodiesHandler } from './views/body-register/body-register.query.js';
import { CoverageOfHandler } from './views/membership/membership-coverage.query.js';
import { LocalitySurveyOfHandler } from './views/locality-survey/survey.query.js';
import { WaitsForHandler } from './views/pathfinders/waits-for.query.js';
import { TreeOfBodiesHandler } from './views/tree/tree.query.js';

const [standing, life] = [bodiesCommands.filter((command) => command !== EstablishBody), [EstablishBody, ...bodyLifeCommands]];

@Module({
  imports: [CqrsModule],
  controllers: [BodiesController, BodyReadingsController, BodyLiveController, commandController([...bodiesCommands, ...bodyLifeCommands])],
  providers: [
    GatherParents,
    GatherLife,
    BodyDates,
    BodyLives,
    BodiesTold,
    ...decidedBy(bodyDecider, standing, GatherParents),
    ...decidedBy(bodyDecider, life, GatherLife),
    StandingOnHandler,
    StandingItemsOnHandler,
    BodyHeadHandler,
    DiariesNamedHandler,
    SeatOfBodyHandler,
    ShowBodyHandler,
    ConstitutionsOfHandler,
    ListBodiesHandler,
    TreeOfBodiesHandler,
    CoverageOfHandler,
    LocalitySurveyOfHandler,
    WaitsForHandler,
  ],
})
export class BodiesModule {}
