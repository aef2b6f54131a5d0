import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Caller, Needs } from '../../../http/needs.js';
import { type Principal } from '../../../kernel/principal.js';
import { API } from '../../../http/command-routes.js';
import { ChoiceField, LineField } from '../../../http/fields.js';
import { orRefuse } from '../../../http/request-refused.js';
import { requireAudit } from './require-audit.js';
import { type Clock, CLOCKS, type Difference, DifferenceOf } from '../views/difference/difference.query.js';
import { renderDifference } from '../views/difference/render-difference.js';

export class DifferenceQuery {
  @LineField({ max: 300, description: 'The record, named as for its history', example: 'cpp-strategic-board/2016-03-03-adaptations' })
  ref!: string;
  @LineField({
    max: 40,
    optional: true,
    description: 'The one moment: a date (its end) or an instant; its beginning where nothing is said',
    example: '2016-03-04',
  })
  from?: string;
  @LineField({ max: 40, optional: true, description: 'The other moment; now where nothing is said', example: '2016-06-09' })
  to?: string;
  @ChoiceField([...CLOCKS], { optional: true, description: 'What had happened by then (where nothing is said), or what was known' })
  clock?: Clock;
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

@ApiTags('audit')
@Controller(`${API}/difference`)
export class DifferenceController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('audit.read', 'anywhere')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'ReadDifference',
    summary: 'What is different in a record between two moments, and what happened between them',
  })
  @ApiProduces('application/json', 'text/plain')
  @ApiOkResponse({ description: 'What was added, removed, changed and moved, and the events between' })
  async difference(
    @Query() { ref, from, to, clock = 'happened', format }: DifferenceQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Difference | string> {
    requireAudit(ref, principal);
    const difference = orRefuse<Difference>(await this.queries.execute(new DifferenceOf(ref, clock, from, to)));
    if (format !== 'text') return difference;
    void reply.type('text/plain; charset=utf-8');
    return renderDifference(difference);
  }
}
