import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Caller, Needs } from '../../../http/needs.js';
import { type Principal } from '../../../kernel/principal.js';
import { ChoiceField, LineField } from '../../../http/fields.js';
import { orRefuse } from '../../../http/request-refused.js';
import { HistoryOf, type RecordHistory } from '../history-of.query.js';
import { requireAudit } from './require-audit.js';
import { renderHistory } from '../views/history/render-history.js';

export class HistoryQuery {
  @LineField({
    max: 300,
    description: 'The record: body, body/meeting, body/action, body/meeting#entry, principal:login',
    example: 'cpp-strategic-board/2016-03-03#4.4(b)',
  })
  ref!: string;
  @LineField({ max: 40, optional: true, description: 'As it was then: a date (its end) or an instant', example: '2016-03-04' })
  'as-at'?: string;
  @LineField({ max: 40, optional: true, description: 'As it was known then: a date (its end) or an instant' })
  'as-known-at'?: string;
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

@ApiTags('audit')
@Controller('api/v1/history')
export class AuditController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('audit.read', 'anywhere')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The history of any record, and its state as it was and as it was known' })
  @ApiOkResponse({ description: 'Its events in order, its state, what it came from and what came of it' })
  async history(
    @Query() query: HistoryQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordHistory | string> {
    requireAudit(query.ref, principal);
    const history: RecordHistory = orRefuse(await this.queries.execute(new HistoryOf(query.ref, query['as-at'], query['as-known-at'])));
    if (query.format !== 'text') return history;
    void reply.type('text/plain; charset=utf-8');
    return renderHistory(history);
  }
}
