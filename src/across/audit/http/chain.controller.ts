import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Caller, Needs } from '../../../http/needs.js';
import { bodiesWith, type Principal } from '../../../kernel/principal.js';
import { API } from '../../../http/command-routes.js';
import { ChoiceField, LineField, StructuredField } from '../../../http/fields.js';
import { orRefuse } from '../../../http/request-refused.js';
import { type Chain, ChainOf } from '../chain.query.js';
import { requireAudit } from './require-audit.js';
import { renderChain } from '../views/chain/render-chain.js';

const USUAL_DEPTH = 8;
const depthProblem = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 20
    ? null
    : 'must be a whole number from 1 to 20';

export class ChainQuery {
  @LineField({
    max: 300,
    description:
      'The record: body/meeting#entry, body/action, report:body/id, direction:body/id, plan:body/id, participation-request:body/id',
    example: 'cpp-strategic-board/2016-03-03#4.4(b)',
  })
  ref!: string;
  @StructuredField(
    depthProblem,
    { type: 'integer', minimum: 1, maximum: 20, default: USUAL_DEPTH },
    { optional: true, description: 'Steps in either direction' },
  )
  depth?: string;
  @ChoiceField(['json', 'text'], { optional: true, description: 'json where nothing is said' })
  format?: 'json' | 'text';
}

class ChainStoryDto {
  @ApiProperty({ type: String, format: 'date' })
  on!: string;
  @ApiProperty({ type: String })
  what!: string;
}

class ChainNodeDto {
  @ApiProperty({ type: String, example: 'direction:sb-ijb/2023-eildon' })
  ref!: string;
  @ApiProperty({ type: String, example: 'direction' })
  kind!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, nullable: true })
  words!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  date!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'How it stands, in words' })
  state!: string | null;
  @ApiProperty({ type: ChainStoryDto, isArray: true })
  story!: readonly ChainStoryDto[];
  @ApiProperty({ type: Boolean, description: 'It is there, and whoever asks may not read it' })
  withheld!: boolean;
}

class ChainEdgeDto {
  @ApiProperty({ type: String })
  from!: string;
  @ApiProperty({ type: String })
  to!: string;
  @ApiProperty({ type: String, example: 'direction approved' })
  how!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  when!: string | null;
}

class ChainDto {
  @ApiProperty({ type: String })
  ref!: string;
  @ApiProperty({ type: ChainNodeDto, isArray: true })
  nodes!: readonly ChainNodeDto[];
  @ApiProperty({ type: ChainEdgeDto, isArray: true, description: 'From the earlier to the later' })
  edges!: readonly ChainEdgeDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Why it does not go on, where it was cut off' })
  cutOff!: string | null;
}

@ApiTags('audit')
@Controller(`${API}/chain`)
export class ChainController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('audit.read', 'anywhere')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'ReadChain', summary: 'What led to a record and what came of it, step by step, across all records' })
  @ApiProduces('application/json', 'text/plain')
  @ApiOkResponse({ type: ChainDto })
  async chain(
    @Query() { ref, depth, format }: ChainQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Chain | string> {
    requireAudit(ref, principal);
    const steps = depth === undefined ? USUAL_DEPTH : Number(depth);
    const chain = orRefuse<Chain>(await this.queries.execute(new ChainOf(ref, bodiesWith(principal, 'audit.read'), steps)));
    if (format !== 'text') return chain;
    void reply.type('text/plain; charset=utf-8');
    return renderChain(chain);
  }
}
