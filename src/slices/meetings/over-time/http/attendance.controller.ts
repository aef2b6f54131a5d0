import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { answerAs } from '../../../../http/answer-as.js';
import { API, idIn } from '../../../../http/command-routes.js';
import { Anyone, Caller } from '../../../../http/needs.js';
import { allows, type Principal } from '../../../../kernel/principal.js';
import { bodyFound } from '../../../bodies/bodies.queries.js';
import { type Attendance, attendanceText } from '../views/attendance/attendance.js';
import { AttendanceOf, type PeriodAsked } from '../views/attendance/attendance.query.js';
import { type QuorateMeetings, quorateText } from '../views/quorate-meetings/quorate-meetings.js';
import { QuorateMeetingsOf } from '../views/quorate-meetings/quorate-meetings.query.js';
import { AttendanceDto, PeriodQuery, QuorateMeetingsDto } from './attendance.dto.js';

/**
 * A body's meetings over time, for anyone. Who came to a meeting, and whether it had a quorum, is public once its minute is signed; a
 * reader with the right to drafts sees the other meetings too.
 */
@ApiTags('bodies')
@Anyone()
@Controller(`${API}/bodies`)
export class AttendanceController {
  constructor(private readonly queries: QueryBus) {}

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
    const attendance = bodyFound(await this.queries.execute(new AttendanceOf(bodyId, period(query, principal, bodyId))), params);
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
    const meetings = bodyFound(await this.queries.execute(new QuorateMeetingsOf(bodyId, period(query, principal, bodyId))), params);
    return answerAs(reply, query.format, meetings, { text: quorateText });
  }
}

const period = ({ from, until }: PeriodQuery, principal: Principal, bodyId: string): PeriodAsked => ({
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
  drafts: allows(principal, 'meetings.read-drafts', bodyId),
});
