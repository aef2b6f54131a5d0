import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone } from '../../../http/needs.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { refuseDuty } from '../duty.refusals.js';
import { DutyAsAt, ListDuties } from '../views/duty-register/duties.query.js';
import { type DutyView } from '../views/duty-register/duty-view.js';
import { dutiesText } from '../views/duty-register/duties-text.js';
import { DutyListQuery, DutyShownDto, PlanItemQuery } from './plans-shown.dto.js';

/** A body's recurring duties by law are public. */
@ApiTags('duties')
@Anyone()
@Controller(`${API}/bodies/:bodyId/duties`)
export class DutiesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ListDuties', summary: 'A body’s recurring duties on a day: what is due next, and what was missed.' })
  @ApiOkResponse({ type: PageOf(DutyShownDto) })
  @ApiProduces('application/json', 'text/plain')
  async list(
    @Param() params: object,
    @Query() query: DutyListQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<DutyView> | string> {
    const bodyId = idIn(params, 'bodyId');
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const found = await this.queries.execute(new ListDuties(bodyId, asAt, page(query)));
    if (!found) throw new RequestRefused(refuseDuty('duty-list.not-found', { detail: { bodyId } }));
    return answerAs(reply, query.format, pageAnswer(found), { text: ({ items }) => dutiesText(items, asAt) });
  }

  @Get(':duty')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'duty', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadDuty', summary: 'One recurring duty on a day, occurrence by occurrence.' })
  @ApiOkResponse({ type: DutyShownDto })
  @ApiNotFoundResponse({ description: '`duty.not-found`' })
  async one(@Param() params: object, @Query() query: PlanItemQuery): Promise<DutyView> {
    const bodyId = idIn(params, 'bodyId');
    const dutyId = `${bodyId}/${idIn(params, 'duty')}`;
    const duty = await this.queries.execute(new DutyAsAt(dutyId, query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)))));
    if (!duty) throw new RequestRefused(refuseDuty('duty.not-found', { detail: { dutyId } }));
    return duty;
  }
}
