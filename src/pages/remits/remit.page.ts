import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { idIn } from '../../http/command-routes.js';
import { Anyone, SignedIn } from '../../http/needs.js';
import { RequestRefused } from '../../http/request-refused.js';
import { type DecisionRef } from '../../kernel/citation.js';
import { allows, exemptFor } from '../../kernel/principal.js';
import { bodyIdOf } from '../../kernel/record-id.js';
import { when } from '../../kernel/words.js';
import { BodyHead } from '../../slices/bodies/bodies.queries.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { isPublished } from '../../slices/meetings/meetings.words.js';
import { RemitAsAt, RemitRevision, type RemitStory } from '../../slices/remits/remits.queries.js';
import { refuseRemit, remitTold } from '../../slices/remits/remits.words.js';
import { addressOfDecision, addressOfMeeting, addressOfRemit } from '../frame/addresses.js';
import { type BodyPage, bodyPageOf } from '../frame/body-page.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { openedMeetings } from '../frame/steps/meeting-choices.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { storyOf } from '../frame/steps/story.js';
import { RemitChoices } from './remit-choices.js';
import { MAKE, REMIT_STEPS } from './remit-steps.js';
import { shownRemit } from './remit-words.js';

type Read = BodyPage & { readonly remit: RemitStory };

/** One remit with its story, what both bodies made of it, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/remits/:remit')
export class RemitPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
    choices: RemitChoices,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: ({ body, remit }) =>
        stepsOf(REMIT_STEPS, remit, async () => ({
          remit,
          bodies: await choices.bodiesBeside(body.bodyId),
          theirs: remit.to.bodyId === null ? [] : await openedMeetings(queries, remit.to.bodyId, remit.madeOn),
          ours: await openedMeetings(queries, body.bodyId, remit.madeOn),
        })),
      target: ({ remit }) => remit.remitId,
      revision: ({ remit }) => queries.execute(new RemitRevision(remit.remitId)),
      address: ({ remit }) => addressOfRemit(remit.remitId),
      alsoDone: { make: MAKE },
      content: (read, { request }) => this.content(read, request),
    });
  }

  @Get()
  @Anyone()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.show(asked);
  }

  @Post(':step')
  @SignedIn()
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.record(asked);
  }

  private async read({ params, request }: PageAsked): Promise<Read> {
    const page = await bodyPageOf(this.queries, request, (bodyId) => refuseRemit('remit-list.not-found', { detail: { bodyId } }));
    const remitId = `${page.body.bodyId}/${idIn(params, 'remit')}`;
    const remit = await this.queries.execute(new RemitAsAt(remitId, page.day, exemptFor(request.principal!), page.then.moments));
    if (!remit) throw new RequestRefused(refuseRemit('remit.not-found', { detail: { remitId } }));
    return { ...page, remit };
  }

  private async content({ body, remit }: Read, request: FastifyRequest): Promise<PageContent> {
    const { bodyId, name, timeZone } = body;
    const { source, placed, answer, noted } = remit;
    const story = await Promise.all(
      storyOf(remit.story, remitTold, timeZone).map(async ({ atMeeting, ...entry }) => ({
        ...entry,
        meeting: atMeeting === undefined ? null : await this.meetingOf(atMeeting, request),
      })),
    );
    return {
      title: `${remit.title} – remit of ${name}`,
      template: 'remits/remit.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Remits', href: `/bodies/${bodyId}/remits` }, { text: remit.title }),
      data: {
        remit: shownRemit(remit),
        toHref: remit.to.bodyId === null ? null : `/bodies/${remit.to.bodyId}`,
        source: { meeting: await this.meetingOf(source.meetingId, request), decision: await this.decisionOf(source.decision, request) },
        placed: placed && (await this.meetingOf(placed.atMeeting, request)),
        answer: answer && {
          meeting: answer.atMeeting === undefined ? null : await this.meetingOf(answer.atMeeting, request),
          decision: await this.decisionOf(answer.decision, request),
        },
        noted: noted && {
          meeting: await this.meetingOf(noted.atMeeting, request),
          decision: await this.decisionOf(noted.decision, request),
        },
        story,
      },
    };
  }

  /** A meeting in words, with its address as far as this reader may open it. */
  private async meetingOf(meetingId: string, { principal }: FastifyRequest): Promise<object> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    const body = await this.queries.execute(new BodyHead(bodyIdOf(meetingId)));
    const may = allows(principal!, 'meetings.read-drafts', bodyIdOf(meetingId)) || (meeting !== undefined && isPublished(meeting));
    return {
      text: `${body?.name ?? bodyIdOf(meetingId)}, ${meeting ? when(meeting.date) : meetingId}`,
      href: may ? addressOfMeeting(meetingId) : null,
    };
  }

  private async decisionOf(decision: DecisionRef | undefined, { principal }: FastifyRequest): Promise<object | null> {
    if (!decision) return null;
    const meeting = (await this.queries.execute(new MeetingAsItStands(decision.meetingId)))?.meeting;
    const signed = meeting?.minute.signed !== undefined;
    const paragraph = meeting?.decisions.find(({ decisionId }) => decisionId === decision.decisionId)?.paragraph;
    if (!signed && !allows(principal!, 'meetings.read-drafts', bodyIdOf(decision.meetingId))) return null;
    return { text: paragraph ? `paragraph ${paragraph}` : 'the decision', href: addressOfDecision(decision) };
  }
}
