import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../http/needs.js';
import { allows, type Principal } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { refuseBody } from '../body.refusals.js';
import { type Attendance, attendanceText } from '../../meetings/sederunt/views/attendance/attendance.js';
import { AttendanceOf, type PeriodAsked } from '../../meetings/sederunt/views/attendance/attendance.query.js';
import { type Coverage, coverageText } from '../views/membership/membership-coverage.js';
import { CoverageOf } from '../views/membership/membership-coverage.query.js';
import { type LocalitySurvey, surveyText } from '../views/locality-survey/survey.js';
import { LocalitySurveyOf } from '../views/locality-survey/survey.query.js';
import { type QuorateMeetings, quorateText } from '../../meetings/sederunt/views/quorate-meetings/quorate-meetings.js';
import { QuorateMeetingsOf } from '../../meetings/sederunt/views/quorate-meetings/quorate-meetings.query.js';
import { type BodyTree, treeText } from '../views/tree/tree.js';
import { TreeOfBodies } from '../views/tree/tree.query.js';
import {
  AsAtQuery,
  AttendanceDto,
  BodyTreeDto,
  CoverageDto,
  LocalitySurveyDto,
  PeriodQuery,
  QuorateMeetingsDto,
  TreeQuery,
} from './body-readings.dto.js';

/**
 * Bodies over time, for anyone. Who came to a meeting, and whether it had a quorum, is public once its minute is signed; whoever may read
 * drafts sees the others too.
 */
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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BodyTree | string> {
    const day = asAt ?? (await this.queries.execute(new TodayIn()));
    const tree = found(await this.queries.execute(new TreeOfBodies(day, root)), { bodyId: root });
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
    const coverage = found(await this.queries.execute(new CoverageOf(idIn(params, 'bodyId'), asAt)), params);
    return answerAs(reply, format, coverage, { text: coverageText });
  }

  @Get(':bodyId/attendance')
  @ApiParam({ name: 'bodyId', type: String })
  @ApiProduces('application/json', 'text/plain')
  @ApiOperation({ operationId: 'ReadAttendance', summary: 'Who came to its meetings, by member and by meeting' })
  @ApiOkResponse({ type: AttendanceDto })
  @ApiNotFoundResponse({ description: '`body.not-found`' })
  async attendance(
    @Param() params: object,
    @Query() query: PeriodQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Attendance | string> {
    const bodyId = idIn(params, 'bodyId');
    const attendance = found(await this.queries.execute(new AttendanceOf(bodyId, period(query, principal, bodyId))), params);
    return answerAs(reply, query.format, attendance, { text: attendanceText });
  }

  @Get(':bodyId/quorate-meetings')
  @ApiParam({ name: 'bodyId', type: String })
  @ApiProduces('application/json', 'text/plain')
  @ApiOperation({ operationId: 'ReadQuorateMeetings', summary: 'Which of its meetings had a quorum throughout, and where it was lost' })
  @ApiOkResponse({ type: QuorateMeetingsDto })
  @ApiNotFoundResponse({ description: '`body.not-found`' })
  async quorate(
    @Param() params: object,
    @Query() query: PeriodQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuorateMeetings | string> {
    const bodyId = idIn(params, 'bodyId');
    const meetings = found(await this.queries.execute(new QuorateMeetingsOf(bodyId, period(query, principal, bodyId))), params);
    return answerAs(reply, query.format, meetings, { text: quorateText });
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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LocalitySurvey | string> {
    const survey = found(await this.queries.execute(new LocalitySurveyOf(idIn(params, 'bodyId'), asAt)), params);
    return answerAs(reply, format, survey, { text: surveyText });
  }
}

const period = ({ from, until }: PeriodQuery, principal: Principal, bodyId: string): PeriodAsked => ({
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
  drafts: allows(principal, 'meetings.read-drafts', bodyId),
});

function found<T>(answer: T | null, params: object): T {
  if (answer === null) throw new RequestRefused(refuseBody('body.not-found', { detail: params as Record<string, unknown> }));
  return answer;
}
