import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { csvFile, plainText } from '../frame/downloads.js';
import { Pages } from '../frame/pages.js';
import { type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
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

import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type Right } from '../../kernel/rights.js';
import { openedStep } from '../frame/steps/opened-step.js';
import { addressOfRequest } from '../frame/addresses.js';

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

/** The report of a reporting year, with the requests behind each number. Public once the report is published. */
@ApiExcludeController()
@Controller('bodies/:bodyId/participation-requests/annual/:year')
export class AnnualParticipationPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const read = await this.read(params, request);
    return this.page(read, request, reply, { step: query.do, done: stepNamed(ANNUAL_STEPS, query.done)?.done });
  }

  @Get('report.csv')
  @Anyone()
  async csv(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const { report } = await this.read(params, request);
    return csvFile(reply, `${report.bodyId}-participation-requests-${report.year}`, annualReportCsv(report));
  }

  @Get('report.txt')
  @Anyone()
  async text(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const { report } = await this.read(params, request);
    return plainText(reply, annualReportText(report));
  }

  @Post(':step')
  @Needs('participation.record')
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, request, reply } = asked;
    const step = stepAsked(ANNUAL_STEPS, params.step);
    const read = await this.read(params, request);
    const { body, report } = read;
    return this.forms.take(asked, {
      name: params.step ?? '',
      step,
      known: read,
      target: body.bodyId,
      extraFields: { year: report.year },
      at: `/bodies/${body.bodyId}/participation-requests/annual/${report.year}`,
      shownBy: [],
      again: (shown) => this.page(read, request, reply, shown),
    });
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

  private async page(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const { body, today, day, report, mayRead } = read;
    const { bodyId, name } = body;
    const register = `/bodies/${bodyId}/participation-requests`;
    const at = `${register}/annual/${report.year}`;
    const { problems = [], typed, done } = shown;
    const may = (right: Right): boolean => allows(request.principal!, right, bodyId);
    const { offered, chosen, form } = openedStep(ANNUAL_STEPS, read, shown, { may });
    const { rows } = await this.queries.execute(new ListParticipationRequests(bodyId, day, mayRead, {}, { limit: MOST }));
    const open = new Set(rows.map(({ requestId }) => requestId));
    const period = `1 April ${report.year} to 31 March ${report.year + 1}`;
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}Participation request report, ${period} – ${name}`,
      template: 'participation/annual.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Participation requests', href: register },
        { text: `Report ${report.year} to ${report.year + 1}` },
      ),
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
          requests: report.requests[counted].map((one) => ({
            ...one,
            href: open.has(one.requestId) ? addressOfRequest(one.requestId) : null,
          })),
        })),
        offered,
        form: form && shownForm(form, read, { action: `${at}/${chosen}`, cancel: at, typed }),
        key: this.forms.key(),
        revision: await this.queries.execute(new AnnualParticipationRevision(bodyId)),
      },
    });
  }
}
