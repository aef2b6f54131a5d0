import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone } from '../../http/needs.js';
import { idIn } from '../../http/command-routes.js';
import { pageAnswer } from '../../http/page.js';
import { orRefuse, RequestRefused } from '../../http/request-refused.js';
import { USUAL_TIME_ZONE } from '../../kernel/dates.js';
import { allows } from '../../kernel/principal.js';
import { ALL_BODIES } from '../../kernel/rights.js';
import { type Page } from '../../projections/read-model.js';
import { PublicAddress } from '../frame/feeds/public-address.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { pageMomentFor } from '../frame/turning-back.js';
import { Pages } from '../frame/pages.js';
import { BodyHead, type BodyHeading, ListBodies } from '../../slices/bodies/bodies.queries.js';
import { refuseCalendar } from '../../slices/calendars/calendars.words.js';
import { spelledIn } from '../../slices/directory/directory.queries.js';
import { TodayIn } from '../../slices/calendars/calendars.queries.js';
import { DueFiles, type DueFilter, readerFor, ListDues, ListDuesThen } from '../../across/due/due.queries.js';
import { dueCsv, type DueShown, KIND_NAMES } from '../../across/due/due.words.js';
import { askedIn, filterOf, isFiltered, type Query as Asked, queryOf } from './due-asked.js';
import { inGroups, lineOf } from './due-groups.js';

const ON_A_PAGE = 100;
/** The most bodies in the list to choose from. */
const MOST_BODIES = 500;
const FORMATS = ['csv', 'json', 'ics'] as const;
type Format = (typeof FORMATS)[number];
const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8; method=PUBLISH',
};

/** Deadlines of all bodies, or of one, now or as they were told on a day of the past. Public for deadlines of what is published. */
@ApiExcludeController()
@Anyone()
@Controller()
export class DuePage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly files: DueFiles,
    private readonly addresses: PublicAddress,
  ) {}

  @Get('due')
  async due(@Query() query: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(query, null, request, reply);
  }

  @Get('bodies/:bodyId/due')
  async dueOfBody(
    @Param() params: object,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.page(query, await this.bodyIn(params), request, reply);
  }

  @Get(FORMATS.map((format) => `due.${format}`))
  file(@Query() query: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.download(query, null, request, reply);
  }

  @Get(FORMATS.map((format) => `bodies/:bodyId/due.${format}`))
  async fileOfBody(
    @Param() params: object,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.download(query, await this.bodyIn(params), request, reply);
  }

  private async page(query: Asked, body: BodyHeading | null, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const asked = askedIn(body ? { ...query, body: undefined } : query);
    const filter = await spelledIn(this.queries, filterOf(body ? { ...asked, body: body.bodyId } : asked));
    const now = await this.queries.execute(new TodayIn(body?.bodyId));
    const of = body?.bodyId ?? ALL_BODIES;
    const then = pageMomentFor(request, { bodyId: of, timeZone: body?.timeZone ?? USUAL_TIME_ZONE }, { byDay: true });
    const today = then.day ?? now;
    const reader = readerFor(request.principal!);
    const list = async (wanted: DueFilter, page: { readonly limit: number; readonly cursor?: string }) =>
      orRefuse<Page<DueShown>>(
        await this.queries.execute(
          then.past
            ? new ListDuesThen(wanted, { asAt: today, moments: then.moments }, reader, page)
            : new ListDues(wanted, today, reader, page),
        ),
      );
    const page = { limit: ON_A_PAGE, ...(asked.after && { cursor: asked.after }) };
    const { rows, next } = await list(filter, page);
    // Undated deadlines stand after all dated ones, and are left out if a span of days is asked for.
    const wantsUndated = next === null && asked.from === undefined && asked.until === undefined;
    const undated = wantsUndated ? await list({ ...filter, undated: true }, { limit: ON_A_PAGE }) : { rows: [], next: null };
    const bodies = body ? [] : (await this.queries.execute(new ListBodies({ limit: MOST_BODIES, sort: 'name' }))).rows;
    const names = new Map([...bodies, ...(body ? [body] : [])].map(({ bodyId, name }) => [bodyId, name]));
    const nameOf = (bodyId: string): string => names.get(bodyId) ?? bodyId;
    const at = body ? `/bodies/${body.bodyId}/due` : '/due';
    const whole = `${this.addresses.of(request)}${at}.ics${queryOf(asked)}`;
    return this.pages.render(request, reply, {
      title: body ? `What is due – ${body.name}` : 'What is due',
      template: 'due/due.njk',
      breadcrumbs: body ? breadcrumbsOf(body, { text: 'Due' }) : [],
      problems: [...asked.problems, ...then.problems],
      data: {
        body,
        then,
        audits: allows(request.principal!, 'audit.read', of),
        today,
        at,
        asked,
        typed: { from: query.from, until: query.until },
        kinds: Object.entries(KIND_NAMES).map(([value, text]) => ({ value, text })),
        bodies: bodies.map(({ bodyId, name }) => ({ value: bodyId, text: name })),
        groups: inGroups(rows, today, nameOf),
        undated: undated.rows.map((due: DueShown) => lineOf(due, today, nameOf(due.bodyId))),
        moreUndated: undated.next !== null,
        filtered: isFiltered(asked),
        first: asked.after === undefined,
        later: next === null ? null : then.to(`${at}${queryOf(asked, { after: next })}`),
        downloads: Object.fromEntries(FORMATS.map((format) => [format, `${at}.${format}${queryOf(asked)}`])),
        subscribe: whole.replace(/^https?:/, 'webcal:'),
        whole,
      },
    });
  }

  private async download(query: Asked, body: BodyHeading | null, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const asked = askedIn(body ? { ...query, body: body.bodyId } : query);
    const format = FORMATS.find((one) => new URL(request.url, 'http://here').pathname.endsWith(`.${one}`))!;
    const today = await this.queries.execute(new TodayIn(body?.bodyId));
    const [filter, reader] = [await spelledIn(this.queries, filterOf(asked)), readerFor(request.principal!)];
    void reply
      .type(TYPES[format])
      .header('content-disposition', `attachment; filename="${body ? `${body.bodyId}-` : ''}due-${today}.${format}"`)
      .header('cache-control', 'no-store');
    if (format === 'ics') return this.files.calendar(filter, today, today, reader);
    const found = await this.files.whole(filter, today, reader);
    return format === 'csv' ? dueCsv(found.rows) : JSON.stringify(pageAnswer(found));
  }

  private async bodyIn(params: object): Promise<BodyHeading> {
    const bodyId = idIn(params, 'bodyId');
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) throw new RequestRefused(refuseCalendar('due.not-found', { detail: { bodyId } }));
    return body;
  }
}
