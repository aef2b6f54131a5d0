import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { refuseAccess } from '../../../http/access.refusals.js';
import { Caller, Needs } from '../../../http/needs.js';
import { allows, bodiesWith, type Principal } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { API } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { searchAsked } from '../views/search/asking.js';
import { searchCsv, searchText } from '../views/search/search-text.js';
import { type FoundEntry, SearchRecord } from '../views/search/search.query.js';
import { SearchFoundDto, SearchQuery } from './search.dto.js';

interface SearchAnswer extends PageAnswer<FoundEntry> {
  readonly count: number;
}

@ApiTags('audit')
@Controller(`${API}/search`)
export class SearchController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('audit.read', 'anywhere')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'Search',
    summary:
      'Everything recorded that has all of the words, in the bodies whose history whoever asks may read; corrected and struck words too',
  })
  @ApiProduces('application/json', 'text/plain', 'text/csv')
  @ApiOkResponse({ type: SearchFoundDto })
  async search(
    @Query() query: SearchQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SearchAnswer | string> {
    const { body, format } = query;
    if (body !== undefined && !allows(principal, 'audit.read', body))
      throw new RequestRefused(refuseAccess('access.right-missing', { detail: { right: 'audit.read', bodyId: body } }));
    const found = await this.queries.execute(new SearchRecord(searchAsked(query, bodiesWith(principal, 'audit.read'), page(query))));
    const answer = { ...pageAnswer(found), count: found.count };
    return answerAs<SearchAnswer, 'text' | 'csv'>(reply, format, answer, {
      text: ({ items }) => searchText(items),
      csv: ({ items }) => searchCsv(items),
    });
  }
}
