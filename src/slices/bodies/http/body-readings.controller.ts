import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../http/needs.js';
import { answerAs } from '../../../http/answer-as.js';
import { exemptFor, type Principal } from '../../../kernel/principal.js';
import { API, idIn } from '../../../http/command-routes.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { bodyFound } from './body-found.js';
import { type Coverage, coverageText } from '../views/membership/membership-coverage.js';
import { CoverageOf } from '../views/membership/membership-coverage.query.js';
import { type LocalitySurvey, surveyText } from '../views/locality-survey/survey.js';
import { LocalitySurveyOf } from '../views/locality-survey/survey.query.js';
import { type BodyTree, treeText } from '../views/tree/tree.js';
import { TreeOfBodies } from '../views/tree/tree.query.js';
import { AsAtQuery, BodyTreeDto, CoverageDto, LocalitySurveyDto, TreeQuery } from './body-readings.dto.js';

/** Bodies over time, for anyone. */
@ApiTags('bodies')
@Anyone()
@Controller(`${API}/bodies`)
export class BodyReadingsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('tree')
  @ApiProduces('application/json', 'text/plain')
  @ApiOperation({ operationId: 'ReadBodyTree', summary: 'Who reports to whom on a day' })
  @ApiOkResponse({ type: BodyTreeDto })
  @ApiNotFoundResponse({ description: '`body.not-found`' })
  async tree(
    @Query() { 'as-at': asAt, root, format }: TreeQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BodyTree | string> {
    const day = asAt ?? (await this.queries.execute(new TodayIn()));
    const tree = bodyFound(await this.queries.execute(new TreeOfBodies(day, root, exemptFor(principal))), { bodyId: root });
    return answerAs(reply, format, tree, { text: treeText });
  }

  @Get(':bodyId/coverage')
  @ApiParam({ name: 'bodyId', type: String })
  @ApiProduces('application/json', 'text/plain')
  @ApiOperation({
    operationId: 'ReadCoverage',
    summary: 'Seats held and vacant on a day, since when, and the organisations and sectors at the table',
  })
  @ApiOkResponse({ type: CoverageDto })
  @ApiNotFoundResponse({ description: '`body.not-found`' })
  async coverage(
    @Param() params: object,
    @Query() { 'as-at': asAt, format }: AsAtQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Coverage | string> {
    const coverage = bodyFound(await this.queries.execute(new CoverageOf(idIn(params, 'bodyId'), asAt)), params);
    return answerAs(reply, format, coverage, { text: coverageText });
  }

  @Get(':bodyId/locality-survey')
  @ApiParam({ name: 'bodyId', type: String })
  @ApiProduces('application/json', 'text/plain')
  @ApiOperation({
    operationId: 'ReadLocalitySurvey',
    summary: 'The questions of the 2016 survey of localities, answered out of the record',
  })
  @ApiOkResponse({ type: LocalitySurveyDto })
  @ApiNotFoundResponse({ description: '`body.not-found`' })
  async survey(
    @Param() params: object,
    @Query() { 'as-at': asAt, format }: AsAtQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LocalitySurvey | string> {
    const survey = bodyFound(await this.queries.execute(new LocalitySurveyOf(idIn(params, 'bodyId'), asAt, exemptFor(principal))), params);
    return answerAs(reply, format, survey, { text: surveyText });
  }
}
