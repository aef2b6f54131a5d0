import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Needs } from '../../../http/needs.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { refuseRequisition } from '../requisition.refusals.js';
import { ListRequisitions, RequisitionAsAt, type RequisitionStory } from '../views/requisition-register/requisition-register.query.js';
import { requisitionsText } from '../views/requisition-register/requisitions-text.js';
import { type RequisitionView } from '../views/requisition-register/requisition-view.js';
import { RequisitionQuery, RequisitionShownDto, RequisitionsQuery, RequisitionStoryDto } from './requisition-view.dto.js';

/** Requisitions are read by whoever may read drafts; the notice of the meeting publishes who asked and for what. */
@ApiTags('requisitions')
@Needs('meetings.read-drafts')
@Controller(`${API}/bodies/:bodyId/requisitions`)
export class RequisitionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ListRequisitions', summary: 'The special meetings that members asked for, and where each stands.' })
  @ApiOkResponse({ type: PageOf(RequisitionShownDto) })
  @ApiProduces('application/json', 'text/plain')
  async list(
    @Param() params: object,
    @Query() query: RequisitionsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<RequisitionView> | string> {
    const bodyId = idIn(params, 'bodyId');
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const found = await this.queries.execute(new ListRequisitions(bodyId, asAt, page(query)));
    if (!found) throw new RequestRefused(refuseRequisition('requisition-list.not-found', { detail: { bodyId } }));
    return answerAs(reply, query.format, pageAnswer(found), { text: ({ items }) => requisitionsText(items) });
  }

  @Get(':requisition')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'requisition', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadRequisition', summary: 'One requisition on a day, with its clock and its whole story.' })
  @ApiOkResponse({ type: RequisitionStoryDto })
  @ApiNotFoundResponse({ description: '`requisition.not-found`' })
  async one(@Param() params: object, @Query() query: RequisitionQuery): Promise<RequisitionStory> {
    const bodyId = idIn(params, 'bodyId');
    const requisitionId = `${bodyId}/${idIn(params, 'requisition')}`;
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const found = await this.queries.execute(new RequisitionAsAt(requisitionId, asAt));
    if (!found) throw new RequestRefused(refuseRequisition('requisition.not-found', { detail: { requisitionId } }));
    return found;
  }
}
