import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Anyone, Caller } from '../../../../http/needs.js';
import { API, idIn } from '../../../../http/command-routes.js';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { date, text, textOrNull } from '../../../../http/openapi/shapes.js';
import { bodiesWith, exemptFor, type Principal } from '../../../../kernel/principal.js';
import { MINUTE_RESOLVED } from '../between.payloads.js';
import { MinuteReceivedAt, type MinuteReceivedThere } from '../views/received-minutes/received-minutes.query.js';

@AnswerOf<MinuteReceivedThere>()
export class MinuteReceivedDto {
  @ApiProperty({ ...text, example: 'council/2016-03-31' }) readonly atMeeting!: string;
  @ApiProperty({ ...text, description: 'The name of the body that received it' }) readonly body!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty({ ...text, enum: MINUTE_RESOLVED }) readonly resolved!: string;
  @ApiProperty({ ...textOrNull, description: 'The amendment with which it was approved' }) readonly amendment!: string | null;
  @ApiProperty(textOrNull) readonly decisionId!: string | null;
}

/** What other bodies resolved on a minute: public with the minute of the meeting that did. */
@ApiTags('minutes')
@Anyone()
@Controller(`${API}/bodies/:bodyId/meetings/:meeting/minute/received`)
export class ReceivedMinutesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'meeting', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ListMinuteReceived', summary: 'What other bodies resolved on the minute, which was submitted to them.' })
  @ApiOkResponse({ type: MinuteReceivedDto, isArray: true })
  received(@Param() params: object, @Caller() principal: Principal): Promise<readonly MinuteReceivedThere[]> {
    const reader = { draftsIn: bodiesWith(principal, 'meetings.read-drafts'), exemptIn: exemptFor(principal) };
    return this.queries.execute(new MinuteReceivedAt(`${idIn(params, 'bodyId')}/${idIn(params, 'meeting')}`, reader));
  }
}
