import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { API } from '../../../http/command-routes.js';
import { ChoiceField, IntegerField } from '../../../http/fields.js';
import { Caller, Needs } from '../../../http/needs.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type Principal } from '../../../kernel/principal.js';
import { readerFor } from '../../due/due.queries.js';
import { type NameOffered, type NamesOffered, NamesThatMayBeOne } from '../views/names/names-offered.query.js';

const KINDS = ['person', 'organisation'] as const;
const MOST = 50;

class NamesQuery {
  @ChoiceField(KINDS, { description: 'person: officers that deadlines are with; organisation: organisations they are with' })
  kind!: (typeof KINDS)[number];
  @IntegerField({ optional: true, min: 1, max: 200, description: 'The most pairs; 50 where nothing is said' })
  limit?: number;
}

class StandsInDto {
  @ApiProperty({ type: String })
  kind!: string;
  @ApiProperty({ type: String, example: 'cpp-strategic-board/2016-03-03-adaptations' })
  recordId!: string;
}

@AnswerOf<NameOffered>()
class NameOfferedDto {
  @ApiProperty({ type: String, description: 'The id under which it is declared the same as the other, or another', example: 'j-smith' })
  id!: string;
  @ApiProperty({ type: String, description: 'As records write it', example: 'J Smith' })
  name!: string;
  @ApiProperty({ type: () => StandsInDto, isArray: true, description: 'A few records it stands in' })
  records!: StandsInDto[];
}

@AnswerOf<NamesOffered>()
class NamesOfferedDto {
  @ApiProperty({ enum: KINDS })
  kind!: string;
  @ApiProperty({ type: () => NameOfferedDto })
  one!: NameOfferedDto;
  @ApiProperty({ type: () => NameOfferedDto })
  other!: NameOfferedDto;
  @ApiProperty({ type: String, description: 'Why they may be one', example: 'They differ in one letter.' })
  why!: string;
}

class NamesAnswerDto {
  @ApiProperty({ type: () => NamesOfferedDto, isArray: true })
  items!: readonly NamesOffered[];
  @ApiProperty({ type: Boolean, description: 'Whether there are more than were asked for' })
  more!: boolean;
}

/** Names that may be one, offered for declaring them so (`declare-spelling-same`) or two (`declare-spelling-distinct`). */
@ApiTags('people')
@Controller(API)
export class NamesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('names-that-may-be-one')
  @Needs('directory.record', 'anywhere')
  @ApiOperation({
    operationId: 'ListNamesThatMayBeOne',
    summary: 'Officers or organisations written in two ways that may be one; nothing makes one of them by itself.',
  })
  @ApiOkResponse({ type: NamesAnswerDto })
  async names(@Query() { kind, limit = MOST }: NamesQuery, @Caller() principal: Principal): Promise<NamesAnswerDto> {
    const { rows, more } = await this.queries.execute(new NamesThatMayBeOne(kind, readerFor(principal), limit));
    return { items: rows, more };
  }
}
