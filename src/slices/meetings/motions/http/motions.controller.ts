import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Anyone, Caller } from '../../../../http/needs.js';
import { allows, type Principal } from '../../../../kernel/principal.js';
import { API, idIn } from '../../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../../http/page.js';
import { ListMotions, type ShownMotion } from '../views/motion-register/motion-register.query.js';
import { BodyMotionsQuery, MeetingMotionsQuery, ShownMotionDto } from './motion-view.dto.js';

/** Motions and votes are public once the minute is signed, except on exempt items; a reader with the right to drafts sees them before. */
@ApiTags('motions')
@Anyone()
@Controller(`${API}/bodies/:bodyId`)
export class MotionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('motions')
  @ApiOperation({ summary: 'The motions and amendments of a body, with their votes' })
  @ApiParam({ name: 'bodyId', type: String })
  @ApiOkResponse({ type: PageOf(ShownMotionDto) })
  list(@Param() params: object, @Query() query: BodyMotionsQuery, @Caller() principal: Principal): Promise<PageAnswer<ShownMotion>> {
    return this.listed(idIn(params, 'bodyId'), query.meeting, query, principal);
  }

  @Get('meetings/:meeting/motions')
  @ApiOperation({ summary: 'The motions and amendments of one meeting, with their votes' })
  @ApiParam({ name: 'bodyId', type: String })
  @ApiParam({ name: 'meeting', type: String })
  @ApiOkResponse({ type: PageOf(ShownMotionDto) })
  ofMeeting(
    @Param() params: object,
    @Query() query: MeetingMotionsQuery,
    @Caller() principal: Principal,
  ): Promise<PageAnswer<ShownMotion>> {
    const bodyId = idIn(params, 'bodyId');
    return this.listed(bodyId, `${bodyId}/${idIn(params, 'meeting')}`, query, principal);
  }

  private async listed(bodyId: string, meetingId: string | undefined, query: MeetingMotionsQuery, principal: Principal) {
    const drafts = allows(principal, 'meetings.read-drafts', bodyId);
    const exempt = allows(principal, 'meetings.read-exempt', bodyId);
    return pageAnswer(
      await this.queries.execute(new ListMotions({ bodyId, meetingId, status: query.status, drafts, exempt, ...page(query) })),
    );
  }
}
