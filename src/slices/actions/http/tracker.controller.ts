import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../http/needs.js';
import { exemptFor, type Principal } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { knownBy } from '../../../http/as-known-at.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { momentOf, type Moments } from '../../../kernel/moments.js';
import { BodyHead } from '../../bodies/bodies.queries.js';
import { spelledIn } from '../../directory/directory.queries.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { refuseAction } from '../action.refusals.js';
import { ActionAsAt, type ActionStory } from '../views/action-register/action-story.query.js';
import { type ActionView, type Exactly, exactlyOn } from '../views/action-register/action-view.js';
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
  type AcrossQuery,
  AsKnownQuery,
  LoadDto,
  LoadQuery,
  MattersArisingDto,
  MattersArisingQuery,
  OverdueQuery,
} from './tracker.dto.js';

/** The tracker is public, without the actions taken in private; a reader with the right to exempt items sees those too. */
@ApiTags('actions')
@Anyone()
@Controller(API)
export class TrackerController {
  constructor(private readonly queries: QueryBus) {}

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
    @Query() { format, since, ...query }: ActionSheetQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionSheet | string> {
    const bodyId = idIn(params, 'bodyId');
    const { day, moments } = await this.asked(bodyId, query, principal);
    const sheet = await this.queries.execute(new ActionSheetAsAt(bodyId, day, exemptFor(principal), since, moments));
    if (!sheet) throw new RequestRefused(refuseAction('action-sheet.not-found', { detail: { bodyId } }));
    return answerAs(reply, format, sheet, { text: sheetText, csv: sheetCsv });
  }

  @Get('bodies/:bodyId/actions/:action')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'action', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadAction', summary: 'One action on a day, with its whole story.' })
  @ApiOkResponse({ type: ActionStoryDto })
  async one(
    @Param() params: Readonly<Record<string, string>>,
    @Query() query: AsKnownQuery,
    @Caller() principal: Principal,
  ): Promise<ActionStory> {
    const bodyId = idIn(params, 'bodyId');
    const actionId = `${bodyId}/${idIn(params, 'action')}`;
    const { day, moments } = await this.asked(bodyId, query, principal);
    const story = await this.queries.execute(new ActionAsAt(actionId, day, exemptFor(principal), moments));
    if (!story) throw new RequestRefused(refuseAction('action.not-found', { detail: { actionId } }));
    return story;
  }

  /** The day on which standing and lateness are judged: the day of `as-at`; without it the day of `as-known-at`; without either, today. */
  private async asked(
    bodyId: string,
    { 'as-at': asAt, 'as-known-at': asKnownAt }: AsKnownQuery,
    principal: Principal,
  ): Promise<{ readonly day: string; readonly moments?: Moments }> {
    const timeZone = (await this.queries.execute(new BodyHead(bodyId)))?.timeZone;
    if (asKnownAt === undefined || timeZone === undefined) return { day: asAt ?? (await this.queries.execute(new TodayIn(bodyId))) };
    const recordedBy = knownBy(asKnownAt, principal, { bodyId, timeZone })!;
    const happenedBy = asAt === undefined ? undefined : (momentOf(asAt, timeZone) ?? undefined);
    return { day: asAt ?? dateInZone(recordedBy, timeZone), moments: { happenedBy, recordedBy } };
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
    const { asAt, exactly } = await this.askedAcross(query, principal);
    const filter = await spelledIn(this.queries, { bodyId: body, officer, organisation });
    const overdue = new OverdueActions(asAt, filter, exemptFor(principal), page(query), exactly);
    const found = orRefuse(await this.queries.execute(overdue));
    return answerAs(reply, format, pageAnswer(found), {
      text: ({ items, next }) => overdueText(items, asAt, next !== null),
      csv: ({ items }) => overdueCsv(items),
    });
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
    const { asAt, exactly } = await this.askedAcross(query, principal);
    const load = new ActionLoad(of, asAt, query.body, exemptFor(principal), page(query), exactly);
    return pageAnswer(orRefuse(await this.queries.execute(load)));
  }

  /** The day that a list of one body or of all is told for; of a day of the past, or with `as-known-at`, the moment it is told as at. */
  private async askedAcross(
    { body, 'as-at': asked, 'as-known-at': asKnownAt }: AcrossQuery,
    principal: Principal,
  ): Promise<{ readonly asAt: string; readonly exactly?: Exactly }> {
    const today = await this.queries.execute(new TodayIn(body));
    const timeZone = (body && (await this.queries.execute(new BodyHead(body)))?.timeZone) || USUAL_TIME_ZONE;
    const recordedBy = knownBy(asKnownAt, principal, { bodyId: body ?? ALL_BODIES, timeZone });
    const asAt = asked ?? (recordedBy === undefined ? today : dateInZone(recordedBy, timeZone));
    if (asAt >= today && recordedBy === undefined) return { asAt };
    return { asAt, exactly: exactlyOn(asAt, timeZone, recordedBy === undefined ? {} : { recordedBy }) };
  }
}
