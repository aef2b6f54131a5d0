import { Controller, Get, Query as AskedOf, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from '../../../http/needs.js';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { isRefusal } from '../../../kernel/refusal.js';
import { type PageProblem } from '../../frame/page-problem.js';
import { Pages } from '../../frame/pages.js';
import { HistoryOf, type RecordHistory, requireAudit } from '../../../across/audit/audit.queries.js';
import { refuseAudit, renderHistory } from '../../../across/audit/audit.words.js';
import { asFile } from '../record/as-file.js';
import { refGiven } from '../record/own-page.js';
import { readHead } from '../record/record-head.js';
import { stateView } from '../record/state-parts.js';
import { timelineCsv } from './timeline-csv.js';
import { inDays, type Query, timelineAsked } from './timeline-asked.js';
import { timelineView } from './timeline-view.js';

/** The timeline of any record, and the record as it stood, by either clock. */
@ApiExcludeController()
@Needs('audit.read', 'anywhere')
@Controller()
export class TimelinePage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get('records')
  async timeline(
    @AskedOf() { ref = '' }: Query,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const given = refGiven(String(ref));
    if (given === '') return this.form(request, reply, given);
    if (requireAudit(given, request.principal!) === null)
      return this.form(request, reply, given, { text: 'Enter a record as one of the examples has it', href: '#ref' }, 422);
    const now = await this.queries.execute(new HistoryOf(given));
    if (isRefusal(now)) return this.form(request, reply, given, { text: 'Nothing of that name is in the record', href: '#ref' }, 404);
    const head = await readHead(this.queries, now.ref, now.kind, now.state);
    const asked = timelineAsked(request.url, now.ref, head.zone);
    const { then } = asked;
    const history = then.past ? await this.turned(now.ref, then.moments) : now;
    return this.pages.render(request, reply, {
      title: `Timeline: ${head.title}`,
      template: 'audit/timeline/timeline.njk',
      breadcrumbs: [...head.breadcrumbs, { text: 'Timeline' }],
      problems: then.problems,
      data: {
        head,
        then: inDays(then, head.zone),
        asked,
        ...timelineView(now.events, history.events, asked, head),
        state: stateView(history.state, {
          zone: head.zone,
          part: asked.part,
          from: asked.partFrom,
          address: (part, from) => `${asked.address({ part, 'part-from': from === undefined ? undefined : String(from) })}#state`,
        }),
        partWhole: `${asked.address({})}#state`,
      },
    });
  }

  @Get('records.csv')
  async csv(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { history, zone } = await this.asked(query, request);
    asFile(reply, history.ref, 'timeline', 'csv');
    return timelineCsv(history.events, zone);
  }

  @Get('records.txt')
  async text(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { history } = await this.asked(query, request);
    asFile(reply, history.ref, 'timeline', 'txt');
    return renderHistory(history);
  }

  @Get('records.json')
  async json(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { history } = await this.asked(query, request);
    asFile(reply, history.ref, 'timeline', 'json');
    return JSON.stringify(history, null, 2);
  }

  /** The history to download: the whole timeline as of the moments in the address. */
  private async asked({ ref = '' }: Query, request: FastifyRequest): Promise<{ readonly history: RecordHistory; readonly zone: string }> {
    requireAudit(ref, request.principal!);
    const now = orRefuse<RecordHistory>(await this.queries.execute(new HistoryOf(ref)));
    const { zone } = await readHead(this.queries, now.ref, now.kind, now.state);
    const { then } = timelineAsked(request.url, now.ref, zone);
    if (then.problems.length > 0) throw new RequestRefused(refuseAudit('audit.moment-malformed'));
    return { history: then.past ? await this.turned(now.ref, then.moments) : now, zone };
  }

  private async turned(ref: string, { happenedBy, recordedBy }: { readonly happenedBy?: string; readonly recordedBy?: string }) {
    return orRefuse<RecordHistory>(await this.queries.execute(new HistoryOf(ref, happenedBy, recordedBy)));
  }

  private form(request: FastifyRequest, reply: FastifyReply, ref: string, problem?: PageProblem, status = 200): string {
    return this.pages.render(request, reply, {
      title: 'Records',
      template: 'audit/record/records.njk',
      problems: problem ? [problem] : [],
      status,
      data: { ref },
    });
  }
}
