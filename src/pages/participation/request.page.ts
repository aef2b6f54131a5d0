import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { Instead, RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { decisionChoices } from '../frame/steps/decision-choice.js';
import { when } from '../../kernel/words.js';
import { refuseParticipation, type PublicRequest, requestTold, publishedWords } from '../../slices/participation/participation.words.js';
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
import { addressOfRequest } from '../frame/addresses.js';

interface Read extends RequestsPageOf {
  readonly request: RequestStory;
}

const MOST = 1_000;

/**
 * One participation request: its clocks with their sums, the matters of its decision, its notices and story, and the forms of the next
 * steps.
 */
@ApiExcludeController()
@Controller('bodies/:bodyId/participation-requests/:request')
export class ParticipationRequestPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: (read, asked) => stepsOf(REQUEST_STEPS, read.request, () => this.known(read, asked)),
      target: ({ request }) => request.requestId,
      revision: ({ request }) => queries.execute(new ParticipationRevision(request.requestId)),
      address: ({ request }) => addressOfRequest(request.requestId),
      beside: (read) => ({ extraFields: (typed) => happenedOn(typed, read), problemsIn: provisionsIn }),
      alsoDone: { received: RECEIVE },
      content: (read) => this.content(read),
    });
  }

  @Get()
  @Anyone()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.show(asked);
  }

  @Post(':step')
  @Needs('participation.record')
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.record(asked);
  }

  private async read({ params, request }: PageAsked): Promise<Read | Instead> {
    const page = await pageOf(this.queries, request);
    const { bodyId } = page.body;
    const requestId = `${bodyId}/${idIn(params, 'request')}`;
    const reading = readingOf(request.principal!, bodyId);
    const found = await this.queries.execute(new ParticipationRequestAsAt(requestId, page.day, reading, page.sight, page.then.moments));
    if (!found) throw new RequestRefused(refuseParticipation('participation.not-found', { detail: { requestId } }));
    return 'story' in found ? { ...page, request: found } : new Instead(await this.publicContent(found, page));
  }

  private async content({ body, today, day, request: one }: Read): Promise<PageContent> {
    return {
      title: `${one.title} – participation request`,
      template: 'participation/request.njk',
      breadcrumbs: breadcrumbs(body, one.title),
      data: {
        today,
        day,
        request: shownRequest(one, day),
        notices: await noticesOf(this.queries, one, today),
        story: storyOf(one.story, requestTold, body.timeZone, authorityIn(one)),
        ref: `participation-request:${one.requestId}`,
      },
    };
  }

  private async publicContent(one: PublicRequest, { body, today }: RequestsPageOf): Promise<PageContent> {
    return {
      title: `${one.title} – participation request`,
      template: 'participation/public-request.njk',
      breadcrumbs: breadcrumbs(body, one.title),
      data: {
        body,
        request: {
          ...one,
          tag: tagOfDecision(one),
          publications: one.publications.map((publication) => ({ ...publication, words: publishedWords(publication.what) })),
        },
        notices: await publicNoticesOf(this.queries, one, today),
      },
    };
  }

  private async known(
    { body: { bodyId }, day, today, sight, request: one }: Read,
    { query, request: { principal } }: PageAsked,
  ): Promise<StepAt> {
    const [decisions, similar, { rows }] = await Promise.all([
      decisionChoices(this.queries, bodyId, allows(principal!, 'meetings.read-exempt', bodyId)),
      this.queries.execute(new SimilarRequests(one.requestId, day, sight)),
      this.queries.execute(new ListParticipationRequests(bodyId, day, sight, {}, { limit: MOST })),
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

const breadcrumbs = (body: RequestsPageOf['body'], title: string) =>
  breadcrumbsOf(body, { text: 'Participation requests', href: `/bodies/${body.bodyId}/participation-requests` }, { text: title });
