import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../http/needs.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { exemptFor, type Principal } from '../../../kernel/principal.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { refuseRemit } from '../remit.refusals.js';
import { ListRemits, RemitAsAt, type RemitStory } from '../views/remit-register/remit-register.query.js';
import { remitsText } from '../views/remit-register/remits-text.js';
import { type RemitView } from '../views/remit-register/remit-view.js';
import { RemitQuery, RemitShownDto, RemitsQuery, RemitStoryDto } from './remit-view.dto.js';

/** The register of remits is public, without what was remitted in private; a reader with the right to exempt items sees that too. */
@ApiTags('remits')
@Anyone()
@Controller(`${API}/bodies/:bodyId/remits`)
export class RemitsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ListRemits', summary: 'What a body remitted to others, or what came to it, and where each stands.' })
  @ApiOkResponse({ type: PageOf(RemitShownDto) })
  @ApiProduces('application/json', 'text/plain')
  async list(
    @Param() params: object,
    @Query() query: RemitsQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<RemitView> | string> {
    const bodyId = idIn(params, 'bodyId');
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const found = await this.queries.execute(new ListRemits(bodyId, query.way ?? 'made', asAt, exemptFor(principal), page(query)));
    if (!found) throw new RequestRefused(refuseRemit('remit-list.not-found', { detail: { bodyId } }));
    return answerAs(reply, query.format, pageAnswer(found), { text: ({ items }) => remitsText(items) });
  }

  @Get(':remit')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'remit', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadRemit', summary: 'One remit on a day, with its whole story.' })
  @ApiOkResponse({ type: RemitStoryDto })
  @ApiNotFoundResponse({ description: '`remit.not-found`' })
  async one(@Param() params: object, @Query() query: RemitQuery, @Caller() principal: Principal): Promise<RemitStory> {
    const bodyId = idIn(params, 'bodyId');
    const remitId = `${bodyId}/${idIn(params, 'remit')}`;
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const remit = await this.queries.execute(new RemitAsAt(remitId, asAt, exemptFor(principal)));
    if (!remit) throw new RequestRefused(refuseRemit('remit.not-found', { detail: { remitId } }));
    return remit;
  }
}
