import { Controller, Get, Query as AskedOf, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from '../../../http/needs.js';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { Pages } from '../../frame/pages.js';
import { HistoryOf, type RecordHistory, type Difference, DifferenceOf, requireAudit } from '../../../across/audit/audit.queries.js';
import { dateMovedTold, refuseAudit, renderDifference } from '../../../across/audit/audit.words.js';
import { asFile } from '../record/as-file.js';
import { readHead, type RecordHead } from '../record/record-head.js';
import { timelineEntry } from '../timeline/entries.js';
import { changeGroups } from './difference-view.js';
import { type DifferenceAsked, differenceAsked } from './difference-asked.js';

type Query = Readonly<Record<string, string | undefined>>;

const CHANGES_ON_A_PAGE = 60;
const MOST_EVENTS = 60;

/** The changes of a record between two moments, by either clock. */
@ApiExcludeController()
@Needs('audit.read', 'anywhere')
@Controller('records')
export class DifferencePage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get('difference')
  async show(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { head, asked } = await this.read(query, request);
    const found = asked.chosen && asked.problems.length === 0 ? await this.between(head.ref, asked) : null;
    const page = Math.max(1, Number(/^\d{1,4}$/.exec(query.page ?? '')?.[0] ?? 1));
    const pages = found ? Math.max(1, Math.ceil(found.changes.length / CHANGES_ON_A_PAGE)) : 1;
    const here = Math.min(page, pages);
    const address = (to: number): string => `${head.difference}&${asked.query}&page=${to}`;
    return this.pages.render(request, reply, {
      title: `Difference: ${head.title}`,
      template: 'audit/difference/difference.njk',
      breadcrumbs: [...head.breadcrumbs, { text: 'Timeline', href: head.timeline }, { text: 'Difference' }],
      problems: asked.problems,
      data: {
        head,
        asked,
        found: found && { changes: found.changes.length + found.dates.length, events: found.events.length },
        dates: (found?.dates ?? []).map((one) => ({ told: dateMovedTold(one), by: one.by.map(({ what }) => what) })),
        groups: found ? changeGroups(found.changes.slice((here - 1) * CHANGES_ON_A_PAGE, here * CHANGES_ON_A_PAGE), head.zone) : [],
        events: (found?.events ?? []).slice(0, MOST_EVENTS).map((entry) => timelineEntry(entry, head.zone)),
        page: here,
        pages,
        earlier: here > 1 ? address(here - 1) : null,
        later: here < pages ? address(here + 1) : null,
        downloads: ['txt', 'json'].map(
          (ending) => `/records/difference.${ending}?${new URLSearchParams({ ref: head.ref }).toString()}&${asked.query}`,
        ),
      },
    });
  }

  @Get('difference.txt')
  async text(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { head, asked } = await this.read(query, request);
    asFile(reply, head.ref, 'difference', 'txt');
    return renderDifference(await this.between(head.ref, asked));
  }

  @Get('difference.json')
  async json(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { head, asked } = await this.read(query, request);
    asFile(reply, head.ref, 'difference', 'json');
    return JSON.stringify(await this.between(head.ref, asked), null, 2);
  }

  private async read(query: Query, request: FastifyRequest): Promise<{ readonly head: RecordHead; readonly asked: DifferenceAsked }> {
    const ref = String(query.ref ?? '');
    requireAudit(ref, request.principal!);
    const now = orRefuse<RecordHistory>(await this.queries.execute(new HistoryOf(ref)));
    const head = await readHead(this.queries, now.ref, now.kind, now.state);
    return { head, asked: differenceAsked(query, head.zone) };
  }

  private async between(ref: string, { clock, from, to, problems }: DifferenceAsked): Promise<Difference> {
    if (problems.length > 0) throw new RequestRefused(refuseAudit('audit.moment-malformed'));
    return orRefuse<Difference>(await this.queries.execute(new DifferenceOf(ref, clock, from, to)));
  }
}
