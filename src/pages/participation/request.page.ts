import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { Pages } from '../frame/pages.js';
import { decisionChoices } from '../frame/steps/decision-choice.js';
import { type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { when } from '../../kernel/words.js';
import {
  refuseParticipation,
  participationRegister,
  type PublicRequest,
  requestTold,
  publishedWords,
} from '../../slices/participation/participation.words.js';
import {
  ListParticipationRequests,
  ParticipationRequestAsAt,
  ParticipationRevision,
  type RequestStory,
  SimilarRequests,
} from '../../slices/participation/participation.queries.js';
import { noticesOf, publicNoticesOf } from './request-notices.js';
import { happenedOn, pageOf, provisionsIn, readingOf, type RequestsPageOf } from './request-reading.js';
import { type StepAt } from './request-step.js';
import { RECEIVE } from './receipt-steps.js';
import { REQUEST_STEPS } from './request-steps.js';
import { storyOf } from '../frame/steps/story.js';
import { shownRequest } from './request-view.js';
import { tagOfDecision, authorityIn } from './request-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type Right } from '../../kernel/rights.js';
import { openedStep } from '../frame/steps/opened-step.js';
import { addressOfRequest } from '../frame/addresses.js';
type Params = Readonly<Record<string, string>>;

interface Read extends RequestsPageOf {
  readonly request: RequestStory;
}

interface ShownOfRequest extends Shown {
  readonly query?: Params;
}

const MOST = 1_000;

/**
 * One participation request: its clocks with their sums, the matters of its decision, its notices and story, and the forms of the next
 * steps.
 */
@ApiExcludeController()
@Controller('bodies/:bodyId/participation-requests/:request')
export class ParticipationRequestPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const { found, page } = await this.find(params, request);
    if (!('story' in found)) return this.publicPage(found, page, request, reply);
    const done = query.done === 'received' ? RECEIVE.done : stepNamed(REQUEST_STEPS, query.done)?.done;
    return this.page({ ...page, request: found }, request, reply, { step: query.do, done, problems: page.then.problems, query });
  }

  @Post(':step')
  @Needs('participation.record')
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, request, reply } = asked;
    const step = stepAsked(REQUEST_STEPS, params.step);
    const { found, page } = await this.find(params, request);
    if (!('story' in found)) throw notFound(found.requestId);
    const read = { ...page, request: found };
    return this.forms.take(asked, {
      name: params.step ?? '',
      step,
      known: await this.stepAt(read, request),
      target: found.requestId,
      extraFields: (typed) => happenedOn(typed, page),
      problemsIn: provisionsIn,
      at: addressOfRequest(found.requestId),
      shownBy: [participationRegister],
      again: (shown) => this.page(read, request, reply, shown),
    });
  }

  private async find(
    params: Params,
    request: FastifyRequest,
  ): Promise<{ readonly found: RequestStory | PublicRequest; readonly page: RequestsPageOf }> {
    const page = await pageOf(this.queries, request);
    const { bodyId } = page.body;
    const requestId = `${bodyId}/${idIn(params, 'request')}`;
    const reading = readingOf(request.principal!, bodyId);
    const found = await this.queries.execute(new ParticipationRequestAsAt(requestId, page.day, reading, page.then.moments));
    if (!found) throw notFound(requestId);
    return { found, page };
  }

  private async page(read: Read, request: FastifyRequest, reply: FastifyReply, opened: ShownOfRequest): Promise<string> {
    const { body, today, day, then, request: one } = read;
    const { bodyId, timeZone } = body;
    const { problems = [], typed, done, query = {} } = opened;
    const may = (right: Right): boolean => allows(request.principal!, right, bodyId);
    const { offered, chosen, form } = openedStep(REQUEST_STEPS, one, opened, { may, past: then.past });
    const at = addressOfRequest(one.requestId);
    const known = form && (await this.stepAt(read, request, query));
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${one.title} – participation request`,
      template: 'participation/request.njk',
      breadcrumbs: breadcrumbs(read, one.title),
      problems,
      ...(done && { done }),
      data: {
        body,
        today,
        day,
        then,
        at,
        request: shownRequest(one, day),
        notices: await noticesOf(this.queries, one, today),
        offered,
        form:
          form &&
          known &&
          shownForm(form, known, {
            action: `${at}/${chosen}`,
            cancel: at,
            typed: typed ?? { ...form.start?.(known), happenedAt: today },
          }),
        key: this.forms.key(),
        revision: await this.queries.execute(new ParticipationRevision(one.requestId)),
        story: storyOf(one.story, requestTold, timeZone, authorityIn(one)),
        ref: `participation-request:${one.requestId}`,
      },
    });
  }

  private async publicPage(one: PublicRequest, page: RequestsPageOf, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    return this.pages.render(request, reply, {
      title: `${one.title} – participation request`,
      template: 'participation/public-request.njk',
      breadcrumbs: breadcrumbs(page, one.title),
      data: {
        body: page.body,
        request: {
          ...one,
          tag: tagOfDecision(one),
          publications: one.publications.map((publication) => ({ ...publication, words: publishedWords(publication.what) })),
        },
        notices: await publicNoticesOf(this.queries, one, page.today),
      },
    });
  }

  private async stepAt({ body, day, today, request: one }: Read, { principal }: FastifyRequest, query: Params = {}): Promise<StepAt> {
    const { bodyId } = body;
    const [decisions, similar, { rows }] = await Promise.all([
      decisionChoices(this.queries, bodyId, allows(principal!, 'meetings.read-exempt', bodyId)),
      this.queries.execute(new SimilarRequests(one.requestId, day)),
      this.queries.execute(new ListParticipationRequests(bodyId, day, true, {}, { limit: MOST })),
    ]);
    const alike = (similar ?? []).map(({ requestId }) => requestId);
    const others = rows.flatMap((row) => ('madeOn' in row && row.requestId !== one.requestId ? [row] : []));
    const place = (requestId: string): number => (alike.includes(requestId) ? alike.indexOf(requestId) : alike.length);
    const earlier = others
      .sort((a, b) => place(a.requestId) - place(b.requestId))
      .map(({ requestId, title, madeOn }) => ({ value: requestId, text: `${title}, made on ${when(madeOn)}` }));
    return { request: one, today, decisions, earlier, query };
  }
}

const notFound = (requestId: string): RequestRefused =>
  new RequestRefused(refuseParticipation('participation.not-found', { detail: { requestId } }));

const breadcrumbs = ({ body }: Pick<RequestsPageOf, 'body'>, title: string) =>
  breadcrumbsOf(body, { text: 'Participation requests', href: `/bodies/${body.bodyId}/participation-requests` }, { text: title });
