import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, Needs } from '../../http/needs.js';
import { RequestRefused } from '../../http/request-refused.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { csvFile, plainText } from '../frame/downloads.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
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
import { addressOfRequest } from '../frame/addresses.js';

/** The report cannot be turned back: a year is counted as it stands. */
interface Read extends Omit<RequestsPageOf, 'then'> {
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
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: (read) => stepsOf(ANNUAL_STEPS, read, () => read),
      target: ({ body }) => body.bodyId,
      revision: ({ body }) => queries.execute(new AnnualParticipationRevision(body.bodyId)),
      address: ({ body, report }) => `${registerOf(body)}/annual/${report.year}`,
      beside: ({ report }) => ({ extraFields: { year: report.year } }),
      content: (read) => this.content(read),
    });
  }

  @Get()
  @Anyone()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.show(asked);
  }

  @Get('report.csv')
  @Anyone()
  async csv(@AskedPage() asked: PageAsked): Promise<string> {
    const { report } = await this.read(asked);
    return csvFile(asked.reply, `${report.bodyId}-participation-requests-${report.year}`, annualReportCsv(report));
  }

  @Get('report.txt')
  @Anyone()
  async text(@AskedPage() asked: PageAsked): Promise<string> {
    const { report } = await this.read(asked);
    return plainText(asked.reply, annualReportText(report));
  }

  @Post(':step')
  @Needs('participation.record')
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.record(asked);
  }

  private async read({ params, request }: PageAsked): Promise<Read> {
    const { body, today, day, mayRead, sight } = await pageOf(this.queries, request);
    const { bodyId } = body;
    const year = Number(params.year);
    const known = Number.isInteger(year) && year >= FIRST_YEAR && year <= Number(today.slice(0, 4));
    const report = known ? await this.queries.execute(new AnnualParticipationReport(bodyId, year)) : null;
    if (!report || !(report.published || mayRead))
      throw new RequestRefused(refuseParticipation('annual-participation.not-found', { detail: { bodyId, year } }));
    return { body, today, day, mayRead, sight, report };
  }

  private async content({ body, today, day, report, sight }: Read): Promise<PageContent> {
    const { bodyId, name } = body;
    const { rows } = await this.queries.execute(new ListParticipationRequests(bodyId, day, sight, {}, { limit: MOST }));
    const open = new Set(rows.map(({ requestId }) => requestId));
    const period = `1 April ${report.year} to 31 March ${report.year + 1}`;
    return {
      title: `Participation request report, ${period} – ${name}`,
      template: 'participation/annual.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Participation requests', href: registerOf(body) },
        { text: `Report ${report.year} to ${report.year + 1}` },
      ),
      data: {
        today,
        report,
        period,
        counts: COUNTED.map((counted) => ({
          words: WORDS[counted],
          number: report.counts[counted],
          requests: report.requests[counted].map((one) => ({
            ...one,
            href: one.requestId !== null && open.has(one.requestId) ? addressOfRequest(one.requestId) : null,
          })),
        })),
      },
    };
  }
}

const registerOf = ({ bodyId }: { readonly bodyId: string }): string => `/bodies/${bodyId}/participation-requests`;
