import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { decisionChoices } from '../frame/steps/decision-choice.js';
import { SignedMeetings } from '../../slices/meetings/meetings.queries.js';
import { refuseDirection, type DirectionStory, directionTold } from '../../slices/directions/directions.words.js';
import { DirectionFormAsAt, DirectionAsAt, DirectionsRevision, DirectionLogAsAt } from '../../slices/directions/directions.queries.js';
import { type DirectionsPageOf, pageOf } from './direction-reading.js';
import { DIRECTION_STEPS, DRAFT, type StepAt } from './direction-steps.js';
import { shown, recipientIn } from './direction-words.js';
import { storyOf } from '../frame/steps/story.js';
import { earlierIn } from './log.page.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { addressOfDirection, addressOfDecision } from '../frame/addresses.js';

interface Read extends DirectionsPageOf {
  readonly direction: DirectionStory;
}

/** One direction as its form, with its whole story, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/directions/:direction')
export class DirectionPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: (read, { request }) => stepsOf(DIRECTION_STEPS, read.direction, () => this.known(read, request)),
      target: ({ body }) => body.bodyId,
      revision: ({ body }) => queries.execute(new DirectionsRevision(body.bodyId)),
      address: ({ direction }) => addressOfDirection(direction.directionId),
      beside: ({ direction }) => ({ extraFields: { direction: direction.direction } }),
      alsoDone: { draft: DRAFT },
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
    const page = await pageOf(this.queries, request);
    const { bodyId } = page.body;
    const id = idIn(params, 'direction');
    const direction = await this.queries.execute(new DirectionAsAt(bodyId, id, page.day, page.reader, page.then.moments));
    if (!direction) throw new RequestRefused(refuseDirection('direction.not-found', { detail: { bodyId, direction: id } }));
    return { ...page, direction };
  }

  private async known({ body: { bodyId }, today, day, reader, direction }: Read, { principal }: FastifyRequest): Promise<StepAt> {
    const [decisions, log] = await Promise.all([
      decisionChoices(this.queries, bodyId, allows(principal!, 'meetings.read-exempt', bodyId)),
      this.queries.execute(new DirectionLogAsAt(bodyId, day, 'live', reader)),
    ]);
    return { direction, today, decisions, earlier: earlierIn(log ?? { items: [] }) };
  }

  private async content(read: Read, request: FastifyRequest): Promise<PageContent> {
    const { body, today, day, then, direction, reader } = read;
    const { bodyId, timeZone } = body;
    return {
      title: `${direction.reference ?? 'Draft'} ${direction.title} – direction`,
      template: 'directions/direction.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Directions', href: `/bodies/${bodyId}/directions` },
        { text: direction.reference ?? direction.title },
      ),
      data: {
        today,
        day,
        direction: shown(direction),
        printed: await this.queries.execute(new DirectionFormAsAt(bodyId, direction.direction, day, reader, then.moments)),
        before: await this.before(read),
        decisionHref: await this.decisionHref(direction, request),
        story: storyOf(direction.story, directionTold, timeZone, recipientIn(direction)),
        ref: `direction:${direction.directionId}`,
      },
    };
  }

  /** The earlier direction that this one replaces, if it is in the record and the reader may read it. */
  private async before({ direction: { terms, bodyId }, day, reader, then }: Read): Promise<object | null> {
    const id = terms.relation?.direction;
    const earlier = id === undefined ? null : await this.queries.execute(new DirectionAsAt(bodyId, id, day, reader, then.moments));
    return (
      earlier && {
        kind: terms.relation!.kind,
        text: `${earlier.reference ?? ''} ${earlier.title}`,
        href: addressOfDirection(earlier.directionId),
      }
    );
  }

  /** The address of the approving decision, if this reader may open it. */
  private async decisionHref({ bodyId, approval }: DirectionStory, { principal }: FastifyRequest): Promise<string | null> {
    if (!approval) return null;
    const { meetingId, decisionId } = approval.decision;
    const open =
      allows(principal!, 'meetings.read-drafts', bodyId) || (await this.queries.execute(new SignedMeetings(bodyId))).includes(meetingId);
    return open ? addressOfDecision({ meetingId, decisionId }) : null;
  }
}
