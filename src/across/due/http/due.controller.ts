import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../http/needs.js';
import { type Principal } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { knownBy } from '../../../http/as-known-at.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { type Page } from '../../../projections/read-model.js';
import { byTheEndOf, BodyHead } from '../../../slices/bodies/bodies.queries.js';
import { spelledIn } from '../../../slices/directory/directory.queries.js';
import { TodayIn } from '../../../slices/calendars/calendars.queries.js';
import { refuseCalendar } from '../../../slices/calendars/calendars.words.js';
import { DueFiles, readerFor, WHOLE } from '../views/due-calendar/due-files.js';
import { type DueFilter, ListDues, OneDue } from '../views/due-calendar/due-list.query.js';
import { type DueMoment, ListDuesThen } from '../views/due-calendar/due-then.query.js';
import { dueCsv, dueText, explanationOf } from '../views/due-calendar/due-text.js';
import { type DueShown } from '../views/due-calendar/due-view.js';
import { type AsAtDueQuery, BodyDueQuery, DueQuery, DueShownDto, ExplainDueQuery, ExplainedDto } from './due.dto.js';

/** The deadlines of all kinds of record. Everybody may read published ones; readers of drafts, or of exempt items, see those too. */
@ApiTags('due')
@Anyone()
@Controller(API)
export class DueController {
  constructor(
    private readonly queries: QueryBus,
    private readonly files: DueFiles,
  ) {}

  @Get('due')
  @ApiOperation({
    operationId: 'ListDue',
    summary: 'What falls due across bodies and kinds, by its last day; as a calendar to subscribe to with format=ics.',
  })
  @ApiOkResponse({ type: PageOf(DueShownDto) })
  @ApiProduces('application/json', 'text/plain', 'text/csv', 'text/calendar')
  due(
    @Query() query: DueQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<DueShown> | string> {
    return this.answer(query, query.body, principal, reply);
  }

  @Get('bodies/:bodyId/due')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({
    operationId: 'ListDueOfBody',
    summary: 'What falls due in a body, by its last day; as a calendar to subscribe to with format=ics.',
  })
  @ApiOkResponse({ type: PageOf(DueShownDto) })
  @ApiProduces('application/json', 'text/plain', 'text/csv', 'text/calendar')
  dueOfBody(
    @Param() params: Readonly<Record<string, string>>,
    @Query() query: BodyDueQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<DueShown> | string> {
    return this.answer(query, idIn(params, 'bodyId'), principal, reply);
  }

  @Get('due/explain')
  @ApiOperation({ operationId: 'ExplainDue', summary: 'How a deadline came to its day: the rule, each day that did not count and why.' })
  @ApiOkResponse({ type: ExplainedDto })
  @ApiProduces('application/json', 'text/plain')
  async explain(
    @Query() query: ExplainDueQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly due: DueShown; readonly explanation: string } | string> {
    const reader = readerFor(principal);
    const unknown = () => new RequestRefused(refuseCalendar('due.not-found', { field: 'due', detail: { due: query.due } }));
    const now = await this.queries.execute(new OneDue(query.due, await this.queries.execute(new TodayIn()), reader));
    if (!now) throw unknown();
    const { asAt, then } = await this.asked(query, now.bodyId, principal);
    const due = then
      ? orRefuse<Page<DueShown>>(await this.queries.execute(new ListDuesThen({ dueId: query.due }, then, reader, { limit: 1 }))).rows[0]
      : await this.queries.execute(new OneDue(query.due, asAt, reader));
    if (!due) throw unknown();
    const explained = { due, explanation: explanationOf(due) };
    return answerAs(reply, query.format, explained, { text: ({ explanation }) => `${dueText([due], false)}\n${explanation}\n` });
  }

  /**
   * The day lateness is counted on, and, where it is a day of the past or `as-known-at` is asked, the moment as at which deadlines are told.
   */
  private async asked(
    { 'as-at': asAt, 'as-known-at': asKnownAt }: AsAtDueQuery,
    bodyId: string | undefined,
    principal: Principal,
  ): Promise<{ readonly asAt: string; readonly then: DueMoment | null }> {
    const today = await this.queries.execute(new TodayIn(bodyId));
    const timeZone = (bodyId && (await this.queries.execute(new BodyHead(bodyId)))?.timeZone) || USUAL_TIME_ZONE;
    const recordedBy = knownBy(asKnownAt, principal, { bodyId: bodyId ?? ALL_BODIES, timeZone });
    const day = asAt ?? (recordedBy === undefined ? today : dateInZone(recordedBy, timeZone));
    if (day >= today && recordedBy === undefined) return { asAt: day, then: null };
    return { asAt: day, then: { asAt: day, moments: { ...byTheEndOf(day, timeZone), ...(recordedBy && { recordedBy }) } } };
  }

  private async answer(
    query: BodyDueQuery,
    bodyId: string | undefined,
    principal: Principal,
    reply: FastifyReply,
  ): Promise<PageAnswer<DueShown> | string> {
    const { from, until, officer, organisation, kind, standing = 'live', undated, format } = query;
    if (from !== undefined && until !== undefined && from > until)
      throw new RequestRefused(refuseCalendar('due.reversed', { field: 'until' }));
    const { asAt, then } = await this.asked(query, bodyId, principal);
    const asked: DueFilter = { from, until, bodyId, officer, organisation, kind, standing, undated: undated === 'true' };
    const filter = await spelledIn(this.queries, asked);
    const reader = readerFor(principal);
    const list = async (wanted: { readonly limit: number; readonly cursor?: string }): Promise<Page<DueShown>> =>
      orRefuse(
        await this.queries.execute(then ? new ListDuesThen(filter, then, reader, wanted) : new ListDues(filter, asAt, reader, wanted)),
      );
    const whole = (): Promise<Page<DueShown>> => (then ? list({ limit: WHOLE }) : this.files.whole(filter, asAt, reader));
    switch (format) {
      case 'text': {
        void reply.type('text/plain; charset=utf-8');
        const { rows, next } = await whole();
        return dueText(rows, next !== null);
      }
      case 'csv':
        void reply.type('text/csv; charset=utf-8; header=present');
        return dueCsv((await whole()).rows);
      case 'ics':
        void reply.type('text/calendar; charset=utf-8; method=PUBLISH');
        if (!then) return this.files.calendar(filter, asAt, await this.queries.execute(new TodayIn()), reader);
        return orRefuse(await this.files.calendarThen(filter, then, reader)).text;
      case 'json':
      case undefined:
        return pageAnswer(await list(page(query)));
    }
  }
}
