import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../../http/needs.js';
import { type Principal, sightOf } from '../../../../kernel/principal.js';
import { API, idIn } from '../../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../../http/page.js';
import { RequestRefused } from '../../../../http/request-refused.js';
import { refuseDecision } from '../decision.refusals.js';
import { ListDecisions, ShowDecision } from '../views/decision-register/decision-register.query.js';
import { decisionsCsv, decisionsText, type ShownDecision } from '../views/decision-register/decisions-text.js';
import { ShownDecisionDto } from './decision-view.dto.js';
import { DecisionListQuery } from '../decision.payloads.js';

/** Text and CSV are for whole lists, not for pages. */
const MOST_AT_ONCE = 10_000;

/** Decisions are public once the minute is signed, except those on exempt items; a reader with the right to drafts sees them before. */
@ApiTags('decisions')
@Anyone()
@Controller(`${API}/bodies/:bodyId`)
export class DecisionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('decisions')
  @ApiOperation({ summary: 'The register of a body’s decisions, with what awaits ratification' })
  @ApiParam({ name: 'bodyId', type: String })
  @ApiOkResponse({ type: PageOf(ShownDecisionDto) })
  list(
    @Param() params: object,
    @Query() query: DecisionListQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<ShownDecision> | string> {
    return this.listed(idIn(params, 'bodyId'), query.meeting, query, principal, reply);
  }

  @Get('meetings/:meeting/decisions')
  @ApiOperation({ summary: 'The decisions of one meeting, in the order of its record' })
  @ApiParam({ name: 'bodyId', type: String })
  @ApiParam({ name: 'meeting', type: String })
  @ApiOkResponse({ type: PageOf(ShownDecisionDto) })
  ofMeeting(
    @Param() params: object,
    @Query() query: DecisionListQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<ShownDecision> | string> {
    const bodyId = idIn(params, 'bodyId');
    return this.listed(bodyId, `${bodyId}/${idIn(params, 'meeting')}`, query, principal, reply);
  }

  @Get('meetings/:meeting/decisions/:decisionId')
  @ApiOperation({ summary: 'One decision, with what later meetings made of it' })
  @ApiParam({ name: 'bodyId', type: String })
  @ApiParam({ name: 'meeting', type: String })
  @ApiParam({ name: 'decisionId', type: String })
  @ApiOkResponse({ type: ShownDecisionDto })
  @ApiNotFoundResponse({ description: '`decision.not-found`' })
  async show(@Param() params: object, @Caller() principal: Principal): Promise<ShownDecision> {
    const bodyId = idIn(params, 'bodyId');
    const [meetingId, decisionId] = [`${bodyId}/${idIn(params, 'meeting')}`, idIn(params, 'decisionId')];
    const decision = await this.queries.execute(new ShowDecision(meetingId, decisionId, sightOf(principal, bodyId)));
    if (!decision) throw new RequestRefused(refuseDecision('decision.not-found', { detail: { meetingId, decisionId } }));
    return decision;
  }

  private async listed(
    bodyId: string,
    meetingId: string | undefined,
    query: DecisionListQuery,
    principal: Principal,
    reply: FastifyReply,
  ): Promise<PageAnswer<ShownDecision> | string> {
    const { verb, standing, text, format = 'json' } = query;
    const awaitingRatification = query['awaiting-ratification'] === 'true';
    const whole = format !== 'json' && query.limit === undefined;
    const found = await this.queries.execute(
      new ListDecisions({
        bodyId,
        meetingId,
        verb,
        standing,
        text,
        awaitingRatification,
        newestFirst: query.sort === '-date',
        ...page(query),
        ...(whole && { limit: MOST_AT_ONCE }),
        ...sightOf(principal, bodyId),
      }),
    );
    switch (format) {
      case 'json':
        return pageAnswer(found);
      case 'text':
        void reply.type('text/plain; charset=utf-8');
        return decisionsText(found.rows, awaitingRatification ? 'No decisions await ratification.' : undefined);
      case 'csv':
        void reply.type('text/csv; charset=utf-8');
        return decisionsCsv(found.rows);
    }
  }
}
