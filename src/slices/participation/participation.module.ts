import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { annualParticipationDecider } from './annual-participation.decider.js';
import { GatherParticipation } from './gather-participation.js';
import { ParticipationController } from './http/participation.controller.js';
import { annualParticipationCommands, participationCommands, participationRequestCommands } from './participation.commands.js';
import { participationDecider } from './participation.decider.js';
import {
  AnnualParticipationReportHandler,
  AnnualParticipationRevisionHandler,
  ParticipationYearsHandler,
  ToBePublishedHandler,
} from './views/annual-report/annual-report.query.js';
import { NoticeOfHandler } from './views/register/notice.query.js';
import { ListParticipationRequestsHandler } from './views/register/participation-register.query.js';
import { ParticipationRequestAsAtHandler, ParticipationRevisionHandler } from './views/register/participation-request.query.js';
import { ParticipationRows } from './views/register/participation-rows.js';
import { SimilarRequestsHandler } from './views/register/similar.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(participationCommands), ParticipationController],
  providers: [
    ...decidedBy(participationDecider, participationRequestCommands, GatherParticipation),
    ...decidedBy(annualParticipationDecider, annualParticipationCommands, GatherParticipation),
    GatherParticipation,
    ParticipationRows,
    ListParticipationRequestsHandler,
    ParticipationRequestAsAtHandler,
    NoticeOfHandler,
    SimilarRequestsHandler,
    AnnualParticipationReportHandler,
    AnnualParticipationRevisionHandler,
    ParticipationRevisionHandler,
    ParticipationYearsHandler,
    ToBePublishedHandler,
  ],
})
export class ParticipationModule {}
