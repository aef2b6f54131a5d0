import { Controller, Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone } from '../../http/needs.js';
import { allows, bodiesWith } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { csvFile, plainText } from '../frame/downloads.js';
import { Pages } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { pageMomentFor } from '../frame/turning-back.js';
import { BodyHead, type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { spelledIn } from '../../slices/directory/directory.queries.js';
import { ListMeetings } from '../../slices/meetings/meetings.queries.js';
import { refuseAction, ACTION_STATUSES, type ActionSheet, sheetCsv, sheetText } from '../../slices/actions/actions.words.js';
import { ActionSheetAsAt, ActionsOverTime } from '../../slices/actions/actions.queries.js';
import { loadChart, overTimeChart } from './tracker-charts.js';
import { addressOf, asChosen, askedIn, choicesOf, fits, isFiltered, VIEWS } from './tracker-filter.js';
import { grouped, mostOverdueFirst, pageOf, pressing, trackerRow, tagOf } from './tracker-view.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

type Params = Readonly<Record<string, string>>;

interface Read {
  readonly sheet: ActionSheet;
  readonly body: BodyHeading;
  readonly today: string;
  readonly then: PageMoment;
}

/** How many months the picture goes back. */
const MONTHS = 24;
const MOST_MEETINGS = 500;

const VIEW_NAMES = { sheet: 'Action sheet', overdue: 'Overdue', 'over-time': 'Over time' } as const;

/** The action tracker: the sheet, what is overdue, and the counts over time. Public, except exempt actions. */
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
  async tracker(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const asked = askedIn(query);
    const { sheet, body, today, then } = await this.read(params, request);
    const { bodyId } = body;
    const at = `/bodies/${bodyId}/actions`;
    const all = sheet.groups.flatMap(({ actions }) => actions);
    const choices = choicesOf(all);
    const names = await spelledIn(this.queries, { officer: asked.officer, organisation: asked.organisation });
    const found = all.filter((action) => fits(action, asked, names));
    const list = pageOf(asked.view === 'overdue' ? mostOverdueFirst(found) : found, asked.page);
    const mayOpen = await this.meetingsOpenTo(request, bodyId);
    const to = (changes: Parameters<typeof addressOf>[2]): string => then.to(addressOf(at, asked, changes));
    const audits = allows(request.principal!, 'audit.read', bodyId);
    const mayMerge = allows(request.principal!, 'directory.record', bodyId);
    return this.pages.render(request, reply, {
      title: `${asked.view === 'sheet' ? 'Actions' : `Actions: ${VIEW_NAMES[asked.view].toLowerCase()}`} – ${body.name}`,
      template: 'actions/tracker.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Actions' }),
      problems: then.problems,
      data: {
        body,
        sheet,
        today,
        at,
        asked: asChosen(asked, choices),
        then,
        audits,
        mayMerge,
        views: VIEWS.map((view) => ({
          text: VIEW_NAMES[view],
          href: to({ view: view === 'sheet' ? undefined : view }),
          active: view === asked.view,
        })),
        pressing: pressing(all),
        pressingHrefs: {
          overdue: to({ view: 'overdue', state: undefined }),
          soon: to({ view: undefined, state: 'due-within-a-week' }),
          waiting: to({ view: undefined, state: 'reported-complete' }),
        },
        filtered: isFiltered(asked),
        clearHref: then.to(addressOf(at, { view: asked.view, page: 1 })),
        choices,
        states: ACTION_STATUSES.map((value) => ({ value, text: tagOf(value).text })),
        found: found.length,
        groups: grouped(list.rows, mayOpen, then.to).map((group) => ({
          ...group,
          meetingHref: group.meetingHref && audits ? then.to(group.meetingHref) : group.meetingHref,
        })),
        rows: list.rows.map((action) => trackerRow(action, then.to)),
        page: list.page,
        pages: list.pages,
        earlier: list.page > 1 ? to({ page: String(list.page - 1) }) : null,
        later: list.page < list.pages ? to({ page: String(list.page + 1) }) : null,
        key: sheet.key.map((one) => ({ ...one, classes: ACTION_STATUSES.map(tagOf).find(({ text }) => text === one.status)?.classes })),
        charts: asked.view === 'over-time' ? await this.charts(sheet, body, then, request) : [],
      },
    });
  }

  @Get('actions.csv')
  async csv(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const { sheet, body } = await this.read(params, request);
    return csvFile(reply, `${body.bodyId}-actions-${sheet.asAt}`, sheetCsv(sheet));
  }

  @Get('actions.txt')
  async text(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const { sheet } = await this.read(params, request);
    return plainText(reply, sheetText(sheet));
  }

  /** Public: ?as-at=day. With audit.read: also ?as-at=instant and ?as-known-at. */
  private async read(params: Params, request: FastifyRequest): Promise<Read> {
    const bodyId = idIn(params, 'bodyId');
    const body = await this.queries.execute(new BodyHead(bodyId));
    const timeZone = body?.timeZone ?? 'UTC';
    const then = pageMomentFor(request, { bodyId, timeZone }, { byDay: true });
    const today = dateInZone(this.clock.now(), timeZone);
    const exemptIn = bodiesWith(request.principal!, 'meetings.read-exempt');
    const moments = then.past ? then.moments : undefined;
    const sheet = body && (await this.queries.execute(new ActionSheetAsAt(bodyId, then.day ?? today, exemptIn, undefined, moments)));
    if (!sheet) throw new RequestRefused(refuseAction('action-sheet.not-found', { detail: { bodyId } }));
    return { sheet, body, today, then };
  }

  private async charts(
    sheet: ActionSheet,
    { timeZone }: BodyHeading,
    then: PageMoment,
    { principal }: FastifyRequest,
  ): Promise<readonly object[]> {
    const exemptIn = bodiesWith(principal!, 'meetings.read-exempt');
    const exactly = then.past ? { ...then.moments, timeZone } : undefined;
    const tallies = await this.queries.execute(new ActionsOverTime(sheet.bodyId, sheet.asAt, MONTHS, exemptIn, exactly));
    return [overTimeChart(tallies), loadChart(sheet.groups.flatMap(({ actions }) => actions))];
  }

  /** Whether this reader can open a meeting's page; a link that would lead to a refusal is not shown. */
  private async meetingsOpenTo({ principal }: FastifyRequest, bodyId: string): Promise<(meetingId: string) => boolean> {
    if (allows(principal!, 'meetings.read-drafts', bodyId)) return () => true;
    const { rows } = await this.queries.execute(new ListMeetings({ bodyId, publishedOnly: true, newestFirst: true, limit: MOST_MEETINGS }));
    const published = new Set(rows.map(({ meetingId }) => meetingId));
    return (meetingId) => published.has(meetingId);
  }
}
