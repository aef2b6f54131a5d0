import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { type AnyProjection } from '../../kernel/projection.js';
import { GatherForReports } from './gather-for-reports.js';
import { ReportsController } from './http/reports.controller.js';
import { reportDecider } from './report.decider.js';
import { reportsCommands } from './reports.commands.js';
import { reportCandidates } from './views/candidates/candidate.projection.js';
import { PromiseCandidatesHandler } from './views/candidates/candidates.query.js';
import { ListReportPromisesHandler, ShowReportPromiseHandler } from './views/promises/promises.query.js';
import { reportPromises } from './views/promises/report-promise.projection.js';
import { ExemptReportsHandler } from './views/report-register/exempt-reports.query.js';
import { ListRecommendationsHandler } from './views/recommendations/recommendations.query.js';
import { reportRegister } from './views/report-register/report-register.projection.js';
import { ReportRows } from './views/report-register/report-register.query.js';
import { reportMeetings, reportPlaces } from './views/report-register/report-side.projections.js';
import { ShowReportThenHandler } from './views/report-then/report-then.query.js';
import { ListReportsHandler, ReportContradictionsHandler, ShowReportHandler } from './views/report/report.query.js';

export const reportsProjections: readonly AnyProjection[] = [
  reportRegister,
  reportPromises,
  reportPlaces,
  reportMeetings,
  reportCandidates,
];

@Module({
  imports: [CqrsModule],
  controllers: [commandController(reportsCommands), ReportsController],
  providers: [
    GatherForReports,
    ...decidedBy(reportDecider, reportsCommands, GatherForReports),
    ReportRows,
    ListReportsHandler,
    ExemptReportsHandler,
    ShowReportHandler,
    ReportContradictionsHandler,
    ListRecommendationsHandler,
    ListReportPromisesHandler,
    PromiseCandidatesHandler,
    ShowReportPromiseHandler,
    ShowReportThenHandler,
  ],
})
export class ReportsModule {}
