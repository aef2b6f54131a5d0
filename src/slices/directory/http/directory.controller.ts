import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Anyone } from '../../../http/needs.js';
import { API, idIn } from '../../../http/command-routes.js';
import { type Spellings, SpellingsOf } from '../spellings.query.js';

class LinkDto {
  @ApiProperty({ type: String }) readonly id!: string;
  @ApiProperty({ type: String }) readonly sameAs!: string;
  @ApiProperty({ type: String, nullable: true, description: 'How it is written in records, where that was said' }) readonly name!:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'How the other is written' }) readonly sameAsName!: string | null;
  @ApiProperty({ type: String }) readonly reason!: string;
}

class SpellingsDto {
  @ApiProperty({ type: String }) readonly id!: string;
  @ApiProperty({ type: String, description: 'The id that stands for all spellings' }) readonly canonical!: string;
  @ApiProperty({ type: String, isArray: true, description: 'All of them, the canonical one first' }) readonly ids!: readonly string[];
  @ApiProperty({ type: () => LinkDto, isArray: true, description: 'What was declared, and why' }) readonly links!: readonly LinkDto[];
}

/** Which names of the published record are one; an id of which nothing is declared stands for itself. */
@Anyone()
@Controller(API)
export class DirectoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get('people/:personId')
  @ApiTags('people')
  @ApiOperation({ summary: 'The spellings that are declared one person' })
  @ApiParam({ name: 'personId', type: String })
  @ApiOkResponse({ type: SpellingsDto })
  async person(@Param() params: object): Promise<Spellings & { readonly id: string }> {
    const id = idIn(params, 'personId');
    return { id, ...(await this.queries.execute(new SpellingsOf('person', id))) };
  }

  @Get('organisations/:organisationId')
  @ApiTags('organisations')
  @ApiOperation({ summary: 'The spellings that are declared one organisation' })
  @ApiParam({ name: 'organisationId', type: String })
  @ApiOkResponse({ type: SpellingsDto })
  async organisation(@Param() params: object): Promise<Spellings & { readonly id: string }> {
    const id = idIn(params, 'organisationId');
    return { id, ...(await this.queries.execute(new SpellingsOf('organisation', id))) };
  }
}
