import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { FormDoor } from '../frame/form-door.js';
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { labelsOf, linked } from '../frame/steps/parts.js';
import { offeredOf, type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import {
  refuseParticipation,
  type AnnualReport,
  annualReportCsv,
  annualReportText,
  COUNTED,
} from '../../slices/participation/participation.words.js';
import {
  AnnualParticipationReport,
  AnnualParticipationRevision,
  ListParticipationRequests,
} from '../../slices/participation/participation.queries.js';
import { ANNUAL_STEPS } from './annual-steps.js';
import { pageOf, type RequestsPageOf } from './request-reading.js';
import { addressOf } from './request-words.js';

type Params = Readonly<Record<string, string>>;

interface Read extends RequestsPageOf {
  readonly report: AnnualReport;
}

const WORDS: Readonly<Record<(typeof COUNTED)[number], string>> = {
  received: 'Received',
  agreed: 'Agreed to',
  refused: 'Refused',
  'led-to-change': 'Led to a change of a public service',
  declined: 'Declined as a repeat',
  withdrawn: 'Withdrawn',
};
const FIRST_YEAR = 2017;
const MOST = 1_000;

/** The report of a reporting year, with the requests behind each number; everybody’s to read once it is published. */
@ApiExcludeController()
@Controller('bodies/:bodyId/participation-requests/annual/:year')
export class AnnualParticipationPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Anyone()
  async show(
    @Param() params: Params,
    @Query() query: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const read = await this.read(params, request);
    return this.page(read, request, reply, { step: query.do, done: stepNamed(ANNUAL_STEPS, query.done)?.done });
  }

  @Get('report.csv')
  @Anyone()
  async csv(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { report } = await this.read(params, request);
    void reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="${report.bodyId}-participation-requests-${report.year}.csv"`)
      .header('cache-control', 'no-store');
    return annualReportCsv(report);
  }

  @Get('report.txt')
  @Anyone()
  async text(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { report } = await this.read(params, request);
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
    return annualReportText(report);
  }

  @Post(':step')
  @Needs('participation.record')
  async record(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const step = stepNamed(ANNUAL_STEPS, params.step);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    const read = await this.read(params, request);
    const { body, report } = read;
    const parts = step.parts(read);
    const sent = await this.forms.submit(step.command, body.bodyId, request, { labels: labelsOf(parts), also: { year: report.year } });
    if (!sent.done)
      return this.page(read, request, reply, { step: params.step, problems: linked(sent.problems, parts), typed: sent.typed });
    return seeOther(reply, `/bodies/${body.bodyId}/participation-requests/annual/${report.year}?done=${params.step}`);
  }

  private async read(params: Params, request: FastifyRequest): Promise<Read> {
    const page = await pageOf(this.queries, request);
    const { bodyId } = page.body;
    const year = Number(params.year);
    const known = Number.isInteger(year) && year >= FIRST_YEAR && year <= Number(page.today.slice(0, 4));
    const report = known ? await this.queries.execute(new AnnualParticipationReport(bodyId, year)) : null;
    if (!report || !(report.published || page.mayRead))
      throw new RequestRefused(refuseParticipation('annual-participation.not-found', { detail: { bodyId, year } }));
    return { ...page, report };
  }

  private async page(
    read: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    { step, problems = [], typed, done }: Shown,
  ): Promise<string> {
    const { body, today, day, report, mayRead } = read;
    const { bodyId, name } = body;
    const register = `/bodies/${bodyId}/participation-requests`;
    const at = `${register}/annual/${report.year}`;
    const offered = offeredOf(ANNUAL_STEPS, read, (right) => allows(request.principal!, right, bodyId));
    const chosen = typed || offered.some((one) => one.step === step) ? step : undefined;
    const form = stepNamed(ANNUAL_STEPS, chosen);
    const { rows } = await this.queries.execute(new ListParticipationRequests(bodyId, day, mayRead, {}, { limit: MOST }));
    const open = new Set(rows.map(({ requestId }) => requestId));
    const period = `1 April ${report.year} to 31 March ${report.year + 1}`;
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}Participation request report, ${period} – ${name}`,
      template: 'participation/annual.njk',
      breadcrumbs: [
        { text: 'Bodies', href: '/bodies' },
        { text: name, href: `/bodies/${bodyId}` },
        { text: 'Participation requests', href: register },
        { text: `Report ${report.year} to ${report.year + 1}` },
      ],
      problems,
      ...(done && { done }),
      data: {
        body,
        today,
        at,
        report,
        period,
        counts: COUNTED.map((counted) => ({
          words: WORDS[counted],
          number: report.counts[counted],
          requests: report.requests[counted].map((one) => ({ ...one, href: open.has(one.requestId) ? addressOf(one.requestId) : null })),
        })),
        offered,
        form: form && shownForm(form, read, { action: `${at}/${chosen}`, cancel: at, typed }),
        key: this.forms.key(),
        revision: await this.queries.execute(new AnnualParticipationRevision(bodyId)),
      },
    });
  }
}
