import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, sightOf } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { type BodyPage, bodyPageOf } from '../frame/body-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { Pages } from '../frame/pages.js';
import { offeredOf, type Shown, shownForm, type Step, stepNamed } from '../frame/steps/step.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { refuseReport, reportPromises, reportRegister, type ReportView, reportTold } from '../../slices/reports/reports.words.js';
import { type ReportThen, ShowReportThen } from '../../slices/reports/reports.queries.js';
import { REGISTER_STEPS } from './register-steps.js';
import { ReportChoices } from './report-choices.js';
import { PROMISE_STEPS, REPORT_STEPS } from './report-steps.js';
import { addressOfDecision, addressOfMeeting, addressOfReport } from '../frame/addresses.js';
import { person, shownPromise, shownRecommendation } from './report-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { storyOf } from '../frame/steps/story.js';
type Params = Readonly<Record<string, string>>;

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
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly choices: ReportChoices,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const read = await this.read(params, request);
    const done = stepIn(read.found, query.done) ?? stepNamed(REGISTER_STEPS, query.done);
    const typed = query.letter === undefined ? undefined : { letter: query.letter };
    return this.page(read, request, reply, { step: query.do, done: done?.done, ...(typed && { typed }) });
  }

  @Post(':step')
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, request, reply } = asked;
    const read = await this.read(params, request);
    const step = await this.stepOf(read, params.step, request);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    return this.forms.take(asked, {
      name: params.step ?? '',
      step,
      known: undefined,
      target: read.recordId,
      at: addressOfReport(read.recordId),
      shownBy: [reportRegister, reportPromises],
      again: (shown) => this.page(read, request, reply, shown),
    });
  }

  private async read(params: Params, request: FastifyRequest): Promise<Read> {
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

  /** The step of the report, or of the promise, ready for its form. */
  private async stepOf(
    { found, today }: Read,
    name: string | undefined,
    { principal }: FastifyRequest,
  ): Promise<Step<never, void> | undefined> {
    if (found.kind === 'promise') return stepNamed(PROMISE_STEPS, name);
    const step = stepNamed(REPORT_STEPS, name);
    return step && knowing(step, await this.choices.ofReport(found.report, today, sightOf(principal!, found.report.bodyId)));
  }

  private async page(
    read: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    { step, problems = [], typed, done, refused }: Shown,
  ): Promise<string> {
    const { body, today, then, recordId, found } = read;
    const { bodyId, timeZone } = body;
    const offered = then.past ? [] : offeredIn(found, (right) => allows(request.principal!, right, bodyId));
    const chosen = refused || offered.some((one) => one.step === step) ? step : undefined;
    const form = await this.stepOf(read, chosen, request);
    const at = addressOfReport(recordId);
    const { title } = found.kind === 'report' ? found.report : found.promise;
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${title} – ${found.kind === 'report' ? 'report' : 'report promised'}`,
      template: `reports/${found.kind}.njk`,
      breadcrumbs: breadcrumbsOf(body, { text: 'Reports', href: `/bodies/${bodyId}/reports` }, { text: title }),
      problems: [...problems, ...then.problems],
      ...(done && { done }),
      data: {
        ...{ body, today, then, at, recordId, offered },
        ...(found.kind === 'report' ? await this.shownReport(found.report, request) : shownPromised(found)),
        story: storyOf(found.story, reportTold, timeZone),
        form: form && shownForm(form, undefined, { action: `${at}/${chosen}`, cancel: at, typed }),
        key: this.forms.key(),
        revision: found.revision,
      },
    });
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

/** The same step, where what its form is made of is known. */
const knowing = <Of, Known>({ parts, start, extraFields, notYet, ...step }: Step<Of, Known>, known: Known): Step<Of, void> => ({
  ...step,
  parts: () => parts(known),
  ...(notYet && { notYet: () => notYet(known) }),
  ...(start && { start: () => start(known) }),
  ...(extraFields && { extraFields: (typed) => extraFields(typed, known) }),
});

const stepIn = (found: ReportThen, name: string | undefined) =>
  found.kind === 'report' ? stepNamed(REPORT_STEPS, name) : stepNamed(PROMISE_STEPS, name);

const offeredIn = (found: ReportThen, may: Parameters<typeof offeredOf>[2]) =>
  found.kind === 'report' ? offeredOf(REPORT_STEPS, found.report, may) : offeredOf(PROMISE_STEPS, found.promise, may);

function shownPromised({ promise }: Extract<ReportThen, { kind: 'promise' }>): Readonly<Record<string, unknown>> {
  const { source } = promise;
  return {
    promise: shownPromise(promise),
    sourceHref: source.kind === 'decision' ? addressOfDecision(source.decision) : addressOfReport(source.reportId),
    keptBy: promise.keptBy.map((one) => ({ ...one, href: addressOfReport(one.reportId) })),
  };
}
