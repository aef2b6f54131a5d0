import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone } from '../../../access/needs.js';
import { allows, bodiesWith } from '../../../access/principal.js';
import { idIn } from '../../../http/command-routes.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { CLOCK, type Clock } from '../../../kernel/clock.js';
import { dateInZone } from '../../../kernel/dates.js';
import { Pages } from '../../../web/pages.js';
import { BodyHead, type BodyHeading } from '../../bodies/bodies.queries.js';
import { ListMeetings } from '../../meetings/meetings.queries.js';
import { refuseAction } from '../action.refusals.js';
import { STATUSES } from '../status.js';
import { type ActionSheet } from '../views/action-sheet/action-sheet.js';
import { ActionSheetAsAt } from '../views/action-sheet/action-sheet.query.js';
import { sheetCsv } from '../views/action-sheet/sheet-csv.js';
import { sheetText } from '../views/action-sheet/sheet-text.js';
import { ActionsOverTime } from '../views/over-time/over-time.query.js';
import { loadChart, overTimeChart } from './tracker-charts.js';
import { addressOf, askedIn, choicesOf, fits, isFiltered, type TrackerAsked, VIEWS } from './tracker-filter.js';
import { grouped, mostOverdueFirst, pageOf, pressing, shown, tagOf } from './tracker-view.js';

type Params = Readonly<Record<string, string>>;

/** The picture goes back so far. */
const MONTHS = 24;
const MOST_MEETINGS = 500;

const VIEW_NAMES = { sheet: 'Action sheet', overdue: 'Overdue', 'over-time': 'Over time' } as const;

/** The action tracker: the sheet as it is known, what is overdue, and how it went over time. Everybody may read it, without what is exempt. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId')
export class TrackerPage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('actions')
  async tracker(
    @Param() params: Params,
    @Query() query: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const asked = askedIn(query);
    const { sheet, body, today } = await this.read(params, asked, request);
    const { bodyId } = body;
    const at = `/bodies/${bodyId}/actions`;
    const all = sheet.groups.flatMap(({ actions }) => actions);
    const found = all.filter((action) => fits(action, asked));
    const list = pageOf(asked.view === 'overdue' ? mostOverdueFirst(found) : found, asked.page);
    const mayOpen = await this.meetingsOpenTo(request, bodyId);
    return this.pages.render(request, reply, {
      title: `${asked.view === 'sheet' ? 'Actions' : `Actions: ${VIEW_NAMES[asked.view].toLowerCase()}`} – ${body.name}`,
      template: 'actions/pages/tracker.njk',
      breadcrumbs: [{ text: 'Bodies', href: '/bodies' }, { text: body.name, href: `/bodies/${bodyId}` }, { text: 'Actions' }],
      problems: asked.problems,
      data: {
        body,
        sheet,
        today,
        at,
        asked,
        asAtTyped: asked.problems.length > 0 ? query['as-at'] : asked.asAt,
        views: VIEWS.map((view) => ({
          text: VIEW_NAMES[view],
          href: addressOf(at, asked, { view: view === 'sheet' ? undefined : view }),
          active: view === asked.view,
        })),
        pressing: pressing(all),
        pressingHrefs: {
          overdue: addressOf(at, { ...asked, view: 'overdue', state: undefined }),
          soon: addressOf(at, { ...asked, view: 'sheet', state: 'due-within-a-week' }),
          waiting: addressOf(at, { ...asked, view: 'sheet', state: 'reported-complete' }),
        },
        filtered: isFiltered(asked),
        clearHref: addressOf(at, { view: asked.view, asAt: asked.asAt, page: 1, problems: [] }),
        choices: choicesOf(all),
        states: STATUSES.map((value) => ({ value, text: tagOf(value).text })),
        found: found.length,
        groups: grouped(list.rows, mayOpen),
        rows: list.rows.map(shown),
        page: list.page,
        pages: list.pages,
        earlier: list.page > 1 ? addressOf(at, asked, { page: String(list.page - 1) }) : null,
        later: list.page < list.pages ? addressOf(at, asked, { page: String(list.page + 1) }) : null,
        key: sheet.key.map((one) => ({ ...one, classes: STATUSES.map(tagOf).find(({ text }) => text === one.status)?.classes })),
        charts: asked.view === 'over-time' ? await this.charts(sheet, request) : [],
      },
    });
  }

  @Get('actions.csv')
  async csv(
    @Param() params: Params,
    @Query() query: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { sheet, body } = await this.read(params, askedIn(query), request);
    void reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="${body.bodyId}-actions-${sheet.asAt}.csv"`)
      .header('cache-control', 'no-store');
    return sheetCsv(sheet);
  }

  @Get('actions.txt')
  async text(
    @Param() params: Params,
    @Query() query: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { sheet } = await this.read(params, askedIn(query), request);
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
    return sheetText(sheet);
  }

  private async read(
    params: Params,
    { asAt }: TrackerAsked,
    { principal }: FastifyRequest,
  ): Promise<{ readonly sheet: ActionSheet; readonly body: BodyHeading; readonly today: string }> {
    const bodyId = idIn(params, 'bodyId');
    const body = await this.queries.execute(new BodyHead(bodyId));
    const today = dateInZone(this.clock.now(), body?.timeZone ?? 'UTC');
    const sheet =
      body && (await this.queries.execute(new ActionSheetAsAt(bodyId, asAt ?? today, bodiesWith(principal!, 'meetings.read-exempt'))));
    if (!sheet) throw new RequestRefused(refuseAction('action-sheet.not-found', { detail: { bodyId } }));
    return { sheet, body, today };
  }

  private async charts(sheet: ActionSheet, { principal }: FastifyRequest): Promise<readonly object[]> {
    const exemptIn = bodiesWith(principal!, 'meetings.read-exempt');
    const tallies = await this.queries.execute(new ActionsOverTime(sheet.bodyId, sheet.asAt, MONTHS, exemptIn));
    return [overTimeChart(tallies), loadChart(sheet.groups.flatMap(({ actions }) => actions))];
  }

  /** Whether this reader can open a meeting's page: links that lead to a refusal are not shown. */
  private async meetingsOpenTo({ principal }: FastifyRequest, bodyId: string): Promise<(meetingId: string) => boolean> {
    if (allows(principal!, 'meetings.read-drafts', bodyId)) return () => true;
    const { rows } = await this.queries.execute(new ListMeetings({ bodyId, publishedOnly: true, newestFirst: true, limit: MOST_MEETINGS }));
    const published = new Set(rows.map(({ meetingId }) => meetingId));
    return (meetingId) => published.has(meetingId);
  }
}
