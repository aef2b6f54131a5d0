import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, type Sight, sightOf } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { slugOf } from '../../kernel/ids.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { fieldsOf, formIn, type FormFields } from '../frame/forms.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { Pages } from '../frame/pages.js';
import { offeredOf, shownForm, stepNamed, type Shown } from '../frame/steps/step.js';
import { BodyHead, type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { TodayIn } from '../../slices/calendars/calendars.queries.js';
import { refuseReport } from '../../slices/reports/reports.words.js';
import {
  PromiseCandidates,
  ListReportPromises,
  ListRecommendations,
  ListReports,
  ReportContradictions,
} from '../../slices/reports/reports.queries.js';
import { REGISTER_STEPS } from './register-steps.js';
import { ReportChoices } from './report-choices.js';
import { addressOfReport } from '../frame/addresses.js';
import { person, shownPromise, shownRecommendation } from './report-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

type Params = Readonly<Record<string, string>>;

/** `ON_A_PAGE`: rows on a page of the register; `MOST`: rows of each list above it. */
const ON_A_PAGE = 50;
const MOST = 200;
const LONGEST_ID = 70;

interface ShownOfRegister extends Shown {
  readonly after?: string | undefined;
}

/** The register of a body’s reports, with undecided recommendations, promised reports, and contradictions within papers. */
@ApiExcludeController()
@Controller('bodies/:bodyId/reports')
export class ReportsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly choices: ReportChoices,
  ) {}

  @Get()
  @Anyone()
  async register(
    @AskedPage() { params, query: { do: step, after, decision, fulfils, words }, request, reply }: PageAsked,
  ): Promise<string> {
    const typed: FormFields = {
      ...(decision !== undefined && { decision }),
      ...(words !== undefined && { words }),
      ...(fulfils !== undefined && { fulfils: [{ promise: fulfils }] }),
    };
    return this.page(params, request, reply, { step, after, typed });
  }

  @Post()
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, query, request, reply } = asked;
    const name = query.do ?? '';
    const step = stepAsked(REGISTER_STEPS, name, 'do');
    const { bodyId } = await this.bodyIn(params);
    const form = formIn(request);
    const typed = fieldsOf(form);
    if (form.has('_more')) return this.page(params, request, reply, { step: name, typed });
    const today = await this.queries.execute(new TodayIn(bodyId));
    const day = typeof typed.date === 'string' ? typed.date : today;
    const slug = slugOf(`${day} ${typeof typed.title === 'string' ? typed.title : ''}${name === 'promise' ? ' promised' : ''}`, LONGEST_ID);
    const recordId = `${bodyId}/${slug}`;
    return this.forms.take(asked, {
      name,
      step,
      known: { typed, ...(await this.choices.ofRegister(bodyId, today, sightOf(request.principal!, bodyId))) },
      target: recordId,
      taken: { text: 'There is a report of this title and day already. Give this one another title.', href: '#title' },
      at: addressOfReport(recordId),
      again: (shown) => this.page(params, request, reply, shown),
    });
  }

  private async bodyIn(params: Params): Promise<BodyHeading> {
    const bodyId = idIn(params, 'bodyId');
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) throw new RequestRefused(refuseReport('report.body-unknown', { detail: { bodyId } }));
    return body;
  }

  private async page(
    params: Params,
    request: FastifyRequest,
    reply: FastifyReply,
    { step, after, problems = [], typed = {} }: ShownOfRegister,
  ): Promise<string> {
    const body = await this.bodyIn(params);
    const { bodyId, name } = body;
    const principal = request.principal!;
    const sight = sightOf(principal, bodyId);
    const today = await this.queries.execute(new TodayIn(bodyId));
    const offered = offeredOf(REGISTER_STEPS, undefined, (right) => allows(principal, right, bodyId));
    const chosen = offered.some((one) => one.step === step) ? step : undefined;
    const form = stepNamed(REGISTER_STEPS, chosen);
    const at = `/bodies/${bodyId}/reports`;
    const page = { bodyId, ...sight, limit: ON_A_PAGE, ...(after && { cursor: after }) };
    const { rows, next } = await this.queries.execute(new ListReports(page));
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}Reports – ${name}`,
      template: 'reports/reports.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Reports' }),
      problems,
      data: {
        ...{ body, at, today, offered },
        ...(await this.pressing(bodyId, today, sight)),
        candidates: offered.length > 0 ? await this.queries.execute(new PromiseCandidates(bodyId, sight.exempt)) : [],
        reports: rows.map((report) => ({
          ...report,
          href: addressOfReport(report.reportId),
          by: report.authors.map(person).join('; '),
          on: report.date ?? report.submittedOn,
        })),
        later: next && `${at}?after=${encodeURIComponent(next)}`,
        form:
          form &&
          shownForm(
            form,
            { typed, ...(await this.choices.ofRegister(bodyId, today, sight)) },
            { action: `${at}?do=${chosen}`, cancel: at, typed },
          ),
        key: this.forms.key(),
        revision: '*',
      },
    });
  }

  /**
   * Undecided recommendations are only for readers of drafts: for others a recommendation with an unpublished outcome would look undecided.
   */
  private async pressing(bodyId: string, asAt: string, sight: Sight): Promise<Readonly<Record<string, unknown>>> {
    const asked = { bodyId, limit: MOST, ...sight };
    const undecided = sight.drafts ? (await this.queries.execute(new ListRecommendations(asked, 'undecided'))).rows : [];
    const promises = (await this.queries.execute(new ListReportPromises({ ...asked, asAt, outstanding: true }))).rows;
    const contradictions = (await this.queries.execute(new ReportContradictions(asked))).rows;
    return {
      mayRead: sight.drafts,
      undecided: undecided.map((one) => ({ ...shownRecommendation(one), href: addressOfReport(one.reportId) })),
      promises: promises.map(shownPromise),
      late: promises.filter(({ overdue }) => overdue).length,
      contradictions: contradictions.map((one) => ({ ...one, href: `${addressOfReport(one.reportId)}#contradictions` })),
    };
  }
}
