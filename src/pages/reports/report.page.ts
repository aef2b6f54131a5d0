import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, sightOf } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { type BodyPage, bodyPageOf } from '../frame/body-page.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { refuseReport, type ReportView, reportTold } from '../../slices/reports/reports.words.js';
import { type ReportThen, ShowReportThen } from '../../slices/reports/reports.queries.js';
import { REGISTER_STEPS } from './register-steps.js';
import { ReportChoices } from './report-choices.js';
import { PROMISE_STEPS, REPORT_STEPS } from './report-steps.js';
import { addressOfDecision, addressOfMeeting, addressOfReport } from '../frame/addresses.js';
import { person, shownPromise, shownRecommendation } from './report-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { storyOf } from '../frame/steps/story.js';

interface Read extends BodyPage {
  readonly recordId: string;
  readonly found: ReportThen;
}

/**
 * A report with the decisions on each recommendation, or a report that is only promised; with the forms for recording more, if the reader
 * may.
 */
@ApiExcludeController()
@Controller('bodies/:bodyId/reports/:report')
export class ReportPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
    choices: ReportChoices,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: ({ found, today, body }, { request }) =>
        found.kind === 'promise'
          ? stepsOf(PROMISE_STEPS, found.promise, () => found.promise)
          : stepsOf(REPORT_STEPS, found.report, () => choices.ofReport(found.report, today, sightOf(request.principal!, body.bodyId))),
      target: ({ recordId }) => recordId,
      revision: ({ found }) => found.revision,
      address: ({ recordId }) => addressOfReport(recordId),
      alsoDone: REGISTER_STEPS,
      content: (read, { request }) => this.content(read, request),
    });
  }

  @Get()
  @Anyone()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    const { letter } = asked.query;
    return this.page.show(asked, letter === undefined ? {} : { typed: { letter } });
  }

  @Post(':step')
  @SignedIn()
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.record(asked);
  }

  private async read({ params, request }: PageAsked): Promise<Read> {
    const page = await bodyPageOf(this.queries, request, (bodyId) =>
      refuseReport('report.not-found', { detail: { reportId: `${bodyId}/${params.report}` } }),
    );
    const { bodyId } = page.body;
    const recordId = `${bodyId}/${idIn(params, 'report')}`;
    const found = await this.queries.execute(
      new ShowReportThen(recordId, page.day, sightOf(request.principal!, bodyId), page.then.moments),
    );
    if (!found) throw new RequestRefused(refuseReport('report.not-found', { detail: { reportId: recordId } }));
    return { ...page, recordId, found };
  }

  private async content({ body, today, recordId, found }: Read, request: FastifyRequest): Promise<PageContent> {
    const { title } = found.kind === 'report' ? found.report : found.promise;
    return {
      title: `${title} – ${found.kind === 'report' ? 'report' : 'report promised'}`,
      template: `reports/${found.kind}.njk`,
      breadcrumbs: breadcrumbsOf(body, { text: 'Reports', href: `/bodies/${body.bodyId}/reports` }, { text: title }),
      data: {
        ...{ today, recordId },
        ...(found.kind === 'report' ? await this.shownReport(found.report, request) : shownPromised(found)),
        story: storyOf(found.story, reportTold, body.timeZone),
      },
    };
  }

  private async shownReport(report: ReportView, { principal }: FastifyRequest): Promise<Readonly<Record<string, unknown>>> {
    const drafts = allows(principal!, 'meetings.read-drafts', report.bodyId);
    const mayDecide = report.withdrawn === null && allows(principal!, 'reports.record', report.bodyId);
    const places = await Promise.all(
      report.places.map(async (place) => {
        const meeting = drafts ? null : (await this.queries.execute(new MeetingAsItStands(place.meetingId)))?.meeting;
        return { ...place, href: drafts || (meeting?.notices.length ?? 0) > 0 ? addressOfMeeting(place.meetingId) : null };
      }),
    );
    return {
      report,
      places,
      mayDecide,
      authors: report.authors.map(person),
      approvedBy: report.approvedBy.map(person),
      recommendations: report.recommendations.map(shownRecommendation),
      keeps: report.keeps.map(addressOfReport),
    };
  }
}

function shownPromised({ promise }: Extract<ReportThen, { kind: 'promise' }>): Readonly<Record<string, unknown>> {
  const { source } = promise;
  return {
    promise: shownPromise(promise),
    sourceHref: source.kind === 'decision' ? addressOfDecision(source.decision) : addressOfReport(source.reportId),
    keptBy: promise.keptBy.map((one) => ({ ...one, href: addressOfReport(one.reportId) })),
  };
}
