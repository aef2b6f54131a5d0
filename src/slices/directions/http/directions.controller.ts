import { idOfName } from '../../../kernel/ids.js';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../http/needs.js';
import { bodiesWith, exemptFor, type Principal } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { refuseDirection } from '../direction.refusals.js';
import { type LogStatus } from '../direction-flags.js';
import { formHtml, formText } from '../views/direction/direction-form.js';
import { DirectionFormAsAt } from '../views/direction/direction-form.query.js';
import { DirectionAsAt, DirectionByReference, DirectionsTo, type Reader } from '../views/direction-register/direction-register.query.js';
import { type DirectionStory, type DirectionView } from '../views/direction-register/direction-view.js';
import { type DirectionGaps, DirectionLogAsAt, gapsIn } from '../views/log/direction-log.query.js';
import { logCsv, logText, type DirectionLog } from '../views/log/log-text.js';
import { type Performance, performanceText } from '../views/performance/performance.js';
import { DirectionPerformance } from '../views/performance/performance.query.js';
import {
  DirectionAsAtQuery,
  DirectionGapsDto,
  DirectionLogDto,
  DirectionLogQuery,
  DirectionPerformanceDto,
  DirectionPeriodQuery,
  DirectionRecipientQuery,
  DirectionReferenceQuery,
  DirectionStoryDto,
  DirectionViewDto,
} from './direction-view.dto.js';

type Params = Readonly<Record<string, string>>;

const readerOf = (principal: Principal): Reader => ({
  draftsIn: bodiesWith(principal, 'meetings.read-drafts'),
  exemptIn: exemptFor(principal),
});

/** An issued direction is public. A draft, and one that was not issued yet, takes `meetings.read-drafts`; one decided in private, `meetings.read-exempt`. */
@ApiTags('directions')
@Anyone()
@Controller(API)
export class DirectionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('bodies/:bodyId/directions')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadDirectionLog', summary: 'The log of a body’s directions on a day, whole, in the order of approval.' })
  @ApiOkResponse({ type: DirectionLogDto })
  @ApiProduces('application/json', 'text/plain', 'text/csv')
  async log(
    @Param() params: Params,
    @Query() { 'as-at': asAt, state = 'live', format }: DirectionLogQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DirectionLog | string> {
    const log = await this.logOf(params, asAt, state, principal);
    return answerAs(reply, format, log, { text: logText, csv: logCsv });
  }

  @Get('bodies/:bodyId/directions/gaps')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ListDirectionGaps', summary: 'What a body’s live directions leave open; nothing of it is mended.' })
  @ApiOkResponse({ type: DirectionGapsDto })
  async gaps(
    @Param() params: Params,
    @Query() { 'as-at': asAt }: DirectionAsAtQuery,
    @Caller() principal: Principal,
  ): Promise<DirectionGaps> {
    return gapsIn(await this.logOf(params, asAt, 'live', principal));
  }

  @Get('bodies/:bodyId/directions/performance')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({
    operationId: 'ReadDirectionPerformance',
    summary: 'What became of a body’s directions in a period, and the reports made on them.',
  })
  @ApiOkResponse({ type: DirectionPerformanceDto })
  @ApiProduces('application/json', 'text/plain')
  async performance(
    @Param() params: Params,
    @Query() { from, until, format }: DirectionPeriodQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Performance | string> {
    const bodyId = idIn(params, 'bodyId');
    if (until < from) throw new RequestRefused(refuseDirection('directions.period-reversed', { field: 'until' }));
    const found = await this.queries.execute(new DirectionPerformance(bodyId, from, until, readerOf(principal)));
    if (!found) throw new RequestRefused(refuseDirection('directions.not-found', { detail: { bodyId } }));
    return answerAs(reply, format, found, { text: performanceText });
  }

  @Get('bodies/:bodyId/directions/:direction')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'direction', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadDirection', summary: 'One direction on a day, with its whole story and what it said before.' })
  @ApiOkResponse({ type: DirectionStoryDto })
  async one(
    @Param() params: Params,
    @Query() { 'as-at': asAt }: DirectionAsAtQuery,
    @Caller() principal: Principal,
  ): Promise<DirectionStory> {
    const bodyId = idIn(params, 'bodyId');
    return this.story(bodyId, idIn(params, 'direction'), asAt ?? (await this.queries.execute(new TodayIn(bodyId))), principal);
  }

  @Get('directions')
  @ApiOperation({ operationId: 'ListDirectionsToRecipient', summary: 'What was issued to a recipient, by any body, oldest first.' })
  @ApiOkResponse({ type: PageOf(DirectionViewDto) })
  async toRecipient(@Query() query: DirectionRecipientQuery, @Caller() principal: Principal): Promise<PageAnswer<DirectionView>> {
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn()));
    const recipient = idOfName(query.recipient);
    return pageAnswer(await this.queries.execute(new DirectionsTo(recipient, asAt, readerOf(principal), page(query))));
  }

  @Get('directions/:reference')
  @ApiParam({ name: 'reference', schema: { type: 'string' }, example: 'SBIJB-170523-2' })
  @ApiOperation({
    operationId: 'ReadDirectionByReference',
    summary: 'The direction of a reference, whatever its capitals; as text or HTML it is the printed form.',
  })
  @ApiOkResponse({ type: DirectionStoryDto })
  @ApiProduces('application/json', 'text/plain', 'text/html')
  async byReference(
    @Param() { reference = '' }: Params,
    @Query() { 'as-at': on, body, format }: DirectionReferenceQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DirectionStory | string> {
    const asAt = on ?? (await this.queries.execute(new TodayIn(body)));
    const found = orRefuse(await this.queries.execute(new DirectionByReference(reference, asAt, readerOf(principal), body)));
    const { bodyId, direction } = found;
    if (format !== 'text' && format !== 'html') return this.story(bodyId, direction, asAt, principal);
    const form = await this.queries.execute(new DirectionFormAsAt(bodyId, direction, asAt, readerOf(principal)));
    if (!form) throw new RequestRefused(refuseDirection('direction.not-found', { detail: { reference } }));
    void reply.type(format === 'text' ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8');
    return format === 'text' ? formText(form) : formHtml(form);
  }

  private async story(bodyId: string, direction: string, asAt: string, principal: Principal): Promise<DirectionStory> {
    const story = await this.queries.execute(new DirectionAsAt(bodyId, direction, asAt, readerOf(principal)));
    if (!story) throw new RequestRefused(refuseDirection('direction.not-found', { detail: { bodyId, direction } }));
    return story;
  }

  private async logOf(params: Params, asAt: string | undefined, state: LogStatus, principal: Principal): Promise<DirectionLog> {
    const bodyId = idIn(params, 'bodyId');
    const day = asAt ?? (await this.queries.execute(new TodayIn(bodyId)));
    const log = await this.queries.execute(new DirectionLogAsAt(bodyId, day, state, readerOf(principal)));
    if (!log) throw new RequestRefused(refuseDirection('directions.not-found', { detail: { bodyId } }));
    return log;
  }
}
