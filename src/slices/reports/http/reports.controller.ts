import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller, Needs } from '../../../http/needs.js';
import { type Principal, sightOf } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf, PageQuery } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { refuseReport } from '../report.refusals.js';
import { PromiseCandidates } from '../views/candidates/candidates.query.js';
import { ListReportPromises, type PromiseView } from '../views/promises/promises.query.js';
import { type ListedRecommendation, ListRecommendations } from '../views/recommendations/recommendations.query.js';
import { reportText } from '../views/report/report-text.js';
import { type ReportView } from '../views/report/report-view.js';
import { ListReports, type ReportContradiction, ReportContradictions, ShowReport } from '../views/report/report.query.js';
import {
  ListedRecommendationDto,
  PromiseCandidatesDto,
  PromisesQuery,
  PromiseViewDto,
  RecommendationsQuery,
  ReportContradictionDto,
  ReportQuery,
  ReportsQuery,
  ReportViewDto,
} from './report-view.dto.js';

/**
 * A report is public with the agenda it is on, and decisions on it with the signed minute; before that either needs `meetings.read-drafts`.
 * A report that is exempt, or under an exempt item, needs `meetings.read-exempt`.
 */
@ApiTags('reports')
@ApiParam({ name: 'bodyId', type: String })
@Anyone()
@Controller(`${API}/bodies/:bodyId`)
export class ReportsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('reports')
  @ApiOperation({ operationId: 'ListReports', summary: 'The register of a body’s reports, by the date on the paper' })
  @ApiOkResponse({ type: PageOf(ReportViewDto) })
  async list(
    @Param() params: object,
    @Query() { undecided, meeting, ...paging }: ReportsQuery,
    @Caller() principal: Principal,
  ): Promise<PageAnswer<ReportView>> {
    const bodyId = idIn(params, 'bodyId');
    const asked = { bodyId, undecided: undecided === 'true', meetingId: meeting, ...page(paging), ...sightOf(principal, bodyId) };
    return pageAnswer(await this.queries.execute(new ListReports(asked)));
  }

  @Get('reports/:report')
  @ApiParam({ name: 'report', type: String })
  @ApiOperation({
    operationId: 'ReadReport',
    summary: 'One report, with what became of each recommendation and where it does not agree with itself',
  })
  @ApiProduces('application/json', 'text/plain')
  @ApiOkResponse({ type: ReportViewDto })
  @ApiNotFoundResponse({ description: '`report.not-found`' })
  async show(
    @Param() params: object,
    @Query() { format }: ReportQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportView | string> {
    const bodyId = idIn(params, 'bodyId');
    const reportId = `${bodyId}/${idIn(params, 'report')}`;
    const report = await this.queries.execute(new ShowReport(reportId, sightOf(principal, bodyId)));
    if (!report) throw new RequestRefused(refuseReport('report.not-found', { detail: { reportId } }));
    return answerAs(reply, format, report, { text: reportText });
  }

  @Get('recommendations')
  @Needs('meetings.read-drafts')
  @ApiOperation({ operationId: 'ListRecommendations', summary: 'Recommendations and what became of them; a page counts reports' })
  @ApiOkResponse({ type: PageOf(ListedRecommendationDto) })
  async recommendations(
    @Param() params: object,
    @Query() { state = 'all', ...paging }: RecommendationsQuery,
    @Caller() principal: Principal,
  ): Promise<PageAnswer<ListedRecommendation>> {
    const bodyId = idIn(params, 'bodyId');
    const asked = { bodyId, ...page(paging), ...sightOf(principal, bodyId) };
    return pageAnswer(await this.queries.execute(new ListRecommendations(asked, state)));
  }

  @Get('report-promises')
  @ApiOperation({ operationId: 'ListReportPromises', summary: 'Reports that were promised, and whether they were brought back' })
  @ApiOkResponse({ type: PageOf(PromiseViewDto) })
  async promises(
    @Param() params: object,
    @Query() { outstanding, 'as-at': asAt, ...paging }: PromisesQuery,
    @Caller() principal: Principal,
  ): Promise<PageAnswer<PromiseView>> {
    const bodyId = idIn(params, 'bodyId');
    const asked = {
      bodyId,
      outstanding: outstanding === 'true',
      asAt: asAt ?? (await this.queries.execute(new TodayIn(bodyId))),
      ...page(paging),
      ...sightOf(principal, bodyId),
    };
    return pageAnswer(await this.queries.execute(new ListReportPromises(asked)));
  }

  @Get('report-contradictions')
  @ApiOperation({
    operationId: 'ListReportContradictions',
    summary: 'Where reports do not agree with themselves; nothing of it is mended. A page counts reports',
  })
  @ApiOkResponse({ type: PageOf(ReportContradictionDto) })
  async contradictions(
    @Param() params: object,
    @Query() paging: PageQuery,
    @Caller() principal: Principal,
  ): Promise<PageAnswer<ReportContradiction>> {
    const bodyId = idIn(params, 'bodyId');
    const asked = { bodyId, ...page(paging), ...sightOf(principal, bodyId) };
    return pageAnswer(await this.queries.execute(new ReportContradictions(asked)));
  }

  @Get('report-candidates')
  @Needs('meetings.read-drafts')
  @ApiOperation({
    operationId: 'ListReportCandidates',
    summary: 'Decisions whose words ask for a report, of which neither a promise nor an action is recorded',
  })
  @ApiOkResponse({ type: PromiseCandidatesDto })
  async candidates(@Param() params: object, @Caller() principal: Principal): Promise<PromiseCandidatesDto> {
    const bodyId = idIn(params, 'bodyId');
    return { items: await this.queries.execute(new PromiseCandidates(bodyId, sightOf(principal, bodyId).exempt)) };
  }
}
