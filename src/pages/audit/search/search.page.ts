import { inOrder } from '../../../kernel/names.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from '../../../http/needs.js';
import { bodiesWith, type InBodies } from '../../../kernel/principal.js';
import { USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { readAsked } from '../../../projections/full-text/asked-words.js';
import { Pages } from '../../frame/pages.js';
import { BodyHead, type BodyHeading, ListBodies } from '../../../slices/bodies/bodies.queries.js';
import { parseRef, searchAsked, SEARCH_KINDS, searchCsv } from '../../../across/audit/audit.words.js';
import { RecordersIn, MOST_COUNTED, type SearchFound, SearchRecord } from '../../../across/audit/audit.queries.js';
import { ordersOf, searchAddress, type SearchTyped, searchTyped } from './search-form.js';
import { shownEntry } from './search-view.js';

type Asked = Readonly<Record<string, unknown>>;

const ON_A_PAGE = 20;
const MOST_BODIES = 1_000;
/** The most entries in a file; a search that finds more must be narrowed first. */
const MOST_IN_FILE = 10_000;

/** Search by words over everything recorded in the bodies whose history the reader may read. */
@ApiExcludeController()
@Needs('audit.read', 'anywhere')
@Controller()
export class SearchPage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get('search')
  async search(@Query() query: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const readIn = bodiesWith(request.principal!, 'audit.read');
    const asked = searchTyped(query);
    const { typed, address, problems } = asked;
    const cursor = typeof query.after === 'string' && query.after !== '' ? query.after : undefined;
    const looks = asked.asks && problems.length === 0;
    const bodies = await this.bodies(readIn);
    const found = looks ? await this.found(asked, readIn, ON_A_PAGE, cursor) : null;
    const phrases = readAsked(address.words ?? '');
    const ref = parseRef(address.words ?? '');
    return this.pages.render(request, reply, {
      title: address.words === undefined ? 'Search' : `${address.words} – search`,
      template: 'audit/search/search.njk',
      problems,
      data: {
        typed,
        asked,
        bodies: bodies.map(({ bodyId, name }) => ({ value: bodyId, text: name })),
        bodyNames: Object.fromEntries(bodies.map(({ bodyId, name }) => [bodyId, name])),
        zones: Object.fromEntries(bodies.map(({ bodyId, timeZone }) => [bodyId, timeZone])),
        recorders: (await this.queries.execute(new RecordersIn(readIn))).map(({ login, name }) => ({
          value: login,
          text: `${name} (${login})`,
        })),
        kinds: Object.entries(SEARCH_KINDS).map(([value, text]) => ({ value, text })),
        everywhere: readIn === '*',
        found: found && {
          ...found,
          rows: found.rows.map((entry) => shownEntry(entry, phrases)),
          more: found.count > MOST_COUNTED,
          most: MOST_COUNTED,
        },
        orders: ordersOf(asked),
        named: ref && ref.kind !== 'body' ? address.words : null,
        pages: {
          ...(cursor !== undefined && { previous: { href: searchAddress(asked), text: 'First page' } }),
          ...(found?.next && { next: { href: searchAddress(asked, '/search', { after: found.next }) } }),
        },
        withoutFilters: searchAddress({ typed: { words: typed.words, sort: typed.sort } }),
        csvHref: searchAddress(asked, '/search.csv'),
        jsonHref: searchAddress(asked, '/search.json'),
        mostInFile: MOST_IN_FILE,
      },
    });
  }

  @Get('search.csv')
  async csv(@Query() query: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { rows } = await this.file(query, request, reply, 'csv');
    void reply.type('text/csv; charset=utf-8; header=present');
    return searchCsv(rows);
  }

  @Get('search.json')
  async json(@Query() query: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { rows, count } = await this.file(query, request, reply, 'json');
    return { items: rows, count };
  }

  private file(query: Asked, request: FastifyRequest, reply: FastifyReply, ending: string): Promise<SearchFound> {
    void reply.header('content-disposition', `attachment; filename="search.${ending}"`).header('cache-control', 'no-store');
    return this.found(searchTyped(query), bodiesWith(request.principal!, 'audit.read'), MOST_IN_FILE);
  }

  private async found({ address }: SearchTyped, readIn: InBodies, limit: number, cursor?: string): Promise<SearchFound> {
    const body = address.body === undefined ? null : await this.queries.execute(new BodyHead(address.body));
    return this.queries.execute(new SearchRecord(searchAsked(address, readIn, { limit, cursor }, body?.timeZone ?? USUAL_TIME_ZONE)));
  }

  /** The bodies whose history this reader may read, by name. */
  private async bodies(readIn: InBodies): Promise<readonly Pick<BodyHeading, 'bodyId' | 'name' | 'timeZone'>[]> {
    if (readIn === '*') return (await this.queries.execute(new ListBodies({ limit: MOST_BODIES, sort: 'name' }))).rows;
    const heads = await Promise.all(readIn.map((bodyId) => this.queries.execute(new BodyHead(bodyId))));
    return heads.filter((head) => head !== null).sort((a, b) => inOrder(a.name, b.name));
  }
}
