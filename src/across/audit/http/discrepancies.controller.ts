import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Caller, Needs } from '../../../http/needs.js';
import { allows, type Principal } from '../../../kernel/principal.js';
import { API, idIn } from '../../../http/command-routes.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { refuseMinute } from '../../../slices/meetings/meetings.words.js';
import { DiscrepanciesOf } from '../views/discrepancies/discrepancies.query.js';
import { type Discrepancy } from '../views/discrepancies/discrepancy.js';
import { renderDiscrepancies } from '../views/discrepancies/find-discrepancies.js';
import { TextOrJsonQuery } from '../../../slices/meetings/meetings.queries.js';

class DiscrepancyDto {
  @ApiProperty({ type: String, example: 'sheet-heading' })
  kind!: string;
  @ApiProperty({ type: String, example: 'cpp-strategic-board/2016-03-03#4.4(a)' })
  where!: string;
  @ApiProperty({ type: String })
  what!: string;
  @ApiProperty({ type: String, example: '26 November 2016' })
  recordSays!: string;
  @ApiProperty({ type: String, example: 'the meeting was on 26 November 2015' })
  otherSays!: string;
}

class DiscrepanciesDto {
  @ApiProperty({ type: DiscrepancyDto, isArray: true })
  items!: readonly Discrepancy[];
}

@ApiTags('Minutes')
@ApiParam({ name: 'bodyId', type: String })
@ApiNotFoundResponse({ description: '`discrepancies.not-found`' })
@Controller(`${API}/bodies/:bodyId/discrepancies`)
export class DiscrepanciesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('meetings.read-drafts')
  @ApiOperation({ summary: 'What does not agree in a body’s record; it is reported and never mended' })
  @ApiProduces('application/json', 'text/plain')
  @ApiOkResponse({ type: DiscrepanciesDto })
  async discrepancies(
    @Param() params: object,
    @Query() { format }: TextOrJsonQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiscrepanciesDto | string> {
    const bodyId = idIn(params, 'bodyId');
    const found = await this.queries.execute(new DiscrepanciesOf(bodyId, allows(principal, 'meetings.read-exempt', bodyId)));
    if (!found) throw new RequestRefused(refuseMinute('discrepancies.not-found', { detail: { bodyId } }));
    if (format !== 'text') return { items: found };
    void reply.type('text/plain; charset=utf-8');
    return renderDiscrepancies(bodyId, found);
  }
}
