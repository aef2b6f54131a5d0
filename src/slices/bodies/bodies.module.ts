import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { bodiesCommands } from './bodies.commands.js';
import { BodyHeadHandler, StandingOnHandler } from './bodies.queries.js';
import { bodyDecider } from './body.decider.js';
import { GatherParents } from './gather-parents.js';
import { BodiesController } from './http/bodies.controller.js';
import { ConstitutionsOfHandler, ShowBodyHandler } from './views/body/body.query.js';
import { ListBodiesHandler } from './views/body-register/body-register.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [BodiesController, commandController(bodiesCommands)],
  providers: [
    GatherParents,
    ...decidedBy(bodyDecider, bodiesCommands, GatherParents),
    StandingOnHandler,
    BodyHeadHandler,
    ShowBodyHandler,
    ConstitutionsOfHandler,
    ListBodiesHandler,
  ],
})
export class BodiesModule {}
