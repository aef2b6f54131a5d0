import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../access/needs.js';
import { bodiesWith, type Principal } from '../../../access/principal.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { CLOCK, type Clock } from '../../../kernel/clock.js';
import { dateInZone } from '../../../kernel/dates.js';
import { BodyHead } from '../../bodies/bodies.queries.js';
import { refuseAction } from '../action.refusals.js';
import { type ExemptIn } from '../views/action-register/action-register.query.js';
import { ActionAsAt, type ActionStory } from '../views/action-register/action-story.query.js';
import { type ActionView } from '../views/action-register/action-view.js';
import { ActionSheetAsAt } from '../views/action-sheet/action-sheet.query.js';
import { type ActionSheet } from '../views/action-sheet/action-sheet.js';
import { sheetCsv } from '../views/action-sheet/sheet-csv.js';
import { sheetText } from '../views/action-sheet/sheet-text.js';
import { ActionLoad, type Load } from '../views/load/load.query.js';
import { type MattersArising, MattersArisingFor } from '../views/matters-arising/matters-arising.query.js';
import { OverdueActions } from '../views/overdue/overdue.query.js';
import { overdueCsv, overdueText } from '../views/overdue/overdue-pages.js';
import {
  ActionSheetDto,
  ActionSheetQuery,
  ActionShownDto,
  ActionStoryDto,
  AsAtQuery,
  LoadDto,
  LoadQuery,
  MattersArisingDto,
  MattersArisingQuery,
  OverdueQuery,
} from './tracker.dto.js';

/** Where no body says which zone is meant. */
const USUAL_TIME_ZONE = 'Europe/London';

const exemptFor = (principal: Principal): ExemptIn => bodiesWith(principal, 'meetings.read-exempt');

/** The public tracker: everybody may read it, without the items taken in private; who may read those sees them too. */
@ApiTags('actions')
@Anyone()
@Controller(API)
export class TrackerController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('bodies/:bodyId/action-sheet')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({
    operationId: 'ReadActionSheet',
    summary: 'The action sheet as printed: what was on the tracker on a day, grouped by meeting.',
  })
  @ApiOkResponse({ type: ActionSheetDto })
  @ApiProduces('application/json', 'text/plain', 'text/csv')
  async sheet(
    @Param() params: Readonly<Record<string, string>>,
    @Query() { 'as-at': asAt, format, since }: ActionSheetQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionSheet | string> {
    const bodyId = idIn(params, 'bodyId');
    const sheet = await this.queries.execute(new ActionSheetAsAt(bodyId, asAt ?? (await this.today(bodyId)), exemptFor(principal), since));
    if (!sheet) throw new RequestRefused(refuseAction('action-sheet.not-found', { detail: { bodyId } }));
    switch (format) {
      case 'text':
        void reply.type('text/plain; charset=utf-8');
        return sheetText(sheet);
      case 'csv':
        void reply.type('text/csv; charset=utf-8; header=present');
        return sheetCsv(sheet);
      case 'json':
      case undefined:
        return sheet;
    }
  }

  @Get('bodies/:bodyId/actions/:action')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'action', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadAction', summary: 'One action on a day, with its whole story.' })
  @ApiOkResponse({ type: ActionStoryDto })
  async one(
    @Param() params: Readonly<Record<string, string>>,
    @Query() { 'as-at': asAt }: AsAtQuery,
    @Caller() principal: Principal,
  ): Promise<ActionStory> {
    const bodyId = idIn(params, 'bodyId');
    const actionId = `${bodyId}/${idIn(params, 'action')}`;
    const story = await this.queries.execute(new ActionAsAt(actionId, asAt ?? (await this.today(bodyId)), exemptFor(principal)));
    if (!story) throw new RequestRefused(refuseAction('action.not-found', { detail: { actionId } }));
    return story;
  }

  @Get('bodies/:bodyId/matters-arising')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({
    operationId: 'ReadMattersArising',
    summary: 'What a meeting’s agenda should bring back: open actions, items not taken, decisions continued.',
  })
  @ApiOkResponse({ type: MattersArisingDto })
  async mattersArising(
    @Param() params: Readonly<Record<string, string>>,
    @Query() query: MattersArisingQuery,
    @Caller() principal: Principal,
  ): Promise<MattersArising> {
    const meetingId = `${idIn(params, 'bodyId')}/${query.for}`;
    const matters = await this.queries.execute(new MattersArisingFor(meetingId, exemptFor(principal)));
    if (!matters) throw new RequestRefused(refuseAction('matters-arising.not-found', { field: 'for', detail: { meetingId } }));
    return matters;
  }

  @Get('actions/overdue')
  @ApiOperation({ operationId: 'ListOverdueActions', summary: 'What is overdue across bodies, most overdue first.' })
  @ApiOkResponse({ type: PageOf(ActionShownDto) })
  @ApiProduces('application/json', 'text/plain', 'text/csv')
  async overdue(
    @Query() query: OverdueQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<ActionView> | string> {
    const { body, officer, organisation, format } = query;
    const asAt = query['as-at'] ?? (await this.today(body));
    const overdue = new OverdueActions(asAt, { bodyId: body, officer, organisation }, exemptFor(principal), page(query));
    const found = orRefuse(await this.queries.execute(overdue));
    switch (format) {
      case 'text':
        void reply.type('text/plain; charset=utf-8');
        return overdueText(found.rows, asAt, found.next !== null);
      case 'csv':
        void reply.type('text/csv; charset=utf-8; header=present');
        return overdueCsv(found.rows);
      case 'json':
      case undefined:
        return pageAnswer(found);
    }
  }

  @Get('actions/by-officer')
  @ApiOperation({
    operationId: 'ReadLoadByOfficer',
    summary: 'What each officer has on trackers: open, overdue, due within a week, reported complete.',
  })
  @ApiOkResponse({ type: PageOf(LoadDto) })
  byOfficer(@Query() query: LoadQuery, @Caller() principal: Principal): Promise<PageAnswer<Load>> {
    return this.load('officer', query, principal);
  }

  @Get('actions/by-organisation')
  @ApiOperation({
    operationId: 'ReadLoadByOrganisation',
    summary: 'What each organisation has on trackers: open, overdue, due within a week, reported complete.',
  })
  @ApiOkResponse({ type: PageOf(LoadDto) })
  byOrganisation(@Query() query: LoadQuery, @Caller() principal: Principal): Promise<PageAnswer<Load>> {
    return this.load('organisation', query, principal);
  }

  private async load(of: 'officer' | 'organisation', query: LoadQuery, principal: Principal): Promise<PageAnswer<Load>> {
    const asAt = query['as-at'] ?? (await this.today(query.body));
    return pageAnswer(await this.queries.execute(new ActionLoad(of, asAt, query.body, exemptFor(principal), page(query))));
  }

  private async today(bodyId?: string): Promise<string> {
    const body = bodyId === undefined ? null : await this.queries.execute(new BodyHead(bodyId));
    return dateInZone(this.clock.now(), body?.timeZone ?? USUAL_TIME_ZONE);
  }
}
