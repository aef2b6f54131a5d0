import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { structures } from '../../../../http/openapi/shapes.js';
import { API, idIn } from '../../../../http/command-routes.js';
import { Caller, Needs } from '../../../../http/needs.js';
import { allows, type Principal } from '../../../../kernel/principal.js';
import { readMeeting } from '../../agenda/http/reading-meeting.js';
import { courseOf, type CourseView } from '../course-view.js';

@AnswerOf<CourseView>()
class CourseViewDto {
  @ApiProperty({ ...structures, description: 'Each with its number, what it says, and what of it can be put right' })
  readonly steps!: readonly object[];
  @ApiProperty({ ...structures, description: 'What was struck, with what it had said and why' })
  readonly struck!: readonly object[];
}

@ApiTags('meetings')
@ApiParam({ name: 'bodyId', type: String })
@ApiParam({ name: 'meeting', type: String })
@Controller(`${API}/bodies/:bodyId/meetings/:meeting/course`)
export class CourseController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('meetings.read-drafts')
  @ApiOperation({ summary: 'The course of a meeting, step by step, as corrections name it' })
  @ApiOkResponse({ type: CourseViewDto })
  @ApiNotFoundResponse({ description: '`meeting.not-found`' })
  async course(@Param() params: object, @Caller() principal: Principal): Promise<CourseView> {
    const { meeting } = await readMeeting(this.queries, params, principal, 'signed');
    return courseOf(meeting, { exempt: allows(principal, 'meetings.read-exempt', idIn(params, 'bodyId')) });
  }
}
