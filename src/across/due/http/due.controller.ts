import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../http/needs.js';
import { type Principal } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { TodayIn } from '../../../slices/calendars/calendars.queries.js';
import { refuseCalendar } from '../../../slices/calendars/calendars.words.js';
import { DueFiles, readerFor } from '../views/due-calendar/due-files.js';
import { type DueFilter, ListDues, OneDue } from '../views/due-calendar/due-list.query.js';
import { dueCsv, dueText, explanationOf } from '../views/due-calendar/due-text.js';
import { type DueShown } from '../views/due-calendar/due-view.js';
import { BodyDueQuery, DueQuery, DueShownDto, ExplainDueQuery, ExplainedDto } from './due.dto.js';

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
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn()));
    const due = await this.queries.execute(new OneDue(query.due, asAt, readerFor(principal)));
    if (!due) throw new RequestRefused(refuseCalendar('due.not-found', { field: 'due', detail: { due: query.due } }));
    const explained = { due, explanation: explanationOf(due) };
    return answerAs(reply, query.format, explained, { text: ({ explanation }) => `${dueText([due], false)}\n${explanation}\n` });
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
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const filter: DueFilter = { from, until, bodyId, officer, organisation, kind, standing, undated: undated === 'true' };
    const reader = readerFor(principal);
    switch (format) {
      case 'text': {
        void reply.type('text/plain; charset=utf-8');
        const { rows, next } = await this.files.whole(filter, asAt, reader);
        return dueText(rows, next !== null);
      }
      case 'csv':
        void reply.type('text/csv; charset=utf-8; header=present');
        return dueCsv((await this.files.whole(filter, asAt, reader)).rows);
      case 'ics':
        void reply.type('text/calendar; charset=utf-8; method=PUBLISH');
        return this.files.calendar(filter, asAt, await this.queries.execute(new TodayIn()), reader);
      case 'json':
      case undefined:
        return pageAnswer(await this.queries.execute(new ListDues(filter, asAt, reader, page(query))));
    }
  }
}
