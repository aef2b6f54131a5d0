import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { dateInZone } from '../../kernel/dates.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { Pages } from '../frame/pages.js';
import { decisionChoices } from '../frame/steps/decision-choice.js';
import { type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { SignedMeetings } from '../../slices/meetings/meetings.queries.js';
import { refuseDirection, directionRegister, type DirectionStory, directionTold } from '../../slices/directions/directions.words.js';
import { DirectionFormAsAt, DirectionAsAt, DirectionsRevision, DirectionLogAsAt } from '../../slices/directions/directions.queries.js';
import { type DirectionsPageOf, pageOf } from './direction-reading.js';
import { DIRECTION_STEPS, DRAFT, type StepAt } from './direction-steps.js';
import { shown, recipientIn } from './direction-words.js';
import { storyOf } from '../frame/steps/story.js';
import { earlierIn } from './log.page.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type Right } from '../../kernel/rights.js';
import { openedStep } from '../frame/steps/opened-step.js';
import { addressOfDirection, addressOfDecision } from '../frame/addresses.js';
type Params = Readonly<Record<string, string>>;

interface Read extends DirectionsPageOf {
  readonly direction: DirectionStory;
}

/** One direction as its form, with its whole story, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/directions/:direction')
export class DirectionPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const read = await this.read(params, request);
    const done = query.done === 'draft' ? DRAFT.done : stepNamed(DIRECTION_STEPS, query.done)?.done;
    return this.page(read, request, reply, { step: query.do, done, problems: read.then.problems });
  }

  @Post(':step')
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, request, reply } = asked;
    const step = stepAsked(DIRECTION_STEPS, params.step);
    const read = await this.read(params, request);
    const { direction, body } = read;
    return this.forms.take(asked, {
      name: params.step ?? '',
      step,
      known: await this.stepAt(read, request),
      target: body.bodyId,
      extraFields: { direction: direction.direction },
      at: addressOfDirection(direction.directionId),
      shownBy: [directionRegister],
      again: (shown) => this.page(read, request, reply, shown),
    });
  }

  private async read(params: Params, request: FastifyRequest): Promise<Read> {
    const page = await pageOf(this.queries, request);
    const { bodyId } = page.body;
    const id = idIn(params, 'direction');
    const direction = await this.queries.execute(new DirectionAsAt(bodyId, id, page.day, page.reader, page.then.moments));
    if (!direction) throw new RequestRefused(refuseDirection('direction.not-found', { detail: { bodyId, direction: id } }));
    return { ...page, direction };
  }

  private async page(read: Read, request: FastifyRequest, reply: FastifyReply, opened: Shown): Promise<string> {
    const { body, today, day, then, direction, reader } = read;
    const { bodyId, timeZone } = body;
    const { problems = [], typed, done } = opened;
    const may = (right: Right): boolean => allows(request.principal!, right, bodyId);
    const { offered, chosen, form } = openedStep(DIRECTION_STEPS, direction, opened, { may, past: then.past });
    const at = addressOfDirection(direction.directionId);
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${direction.reference ?? 'Draft'} ${direction.title} – direction`,
      template: 'directions/direction.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Directions', href: `/bodies/${bodyId}/directions` },
        { text: direction.reference ?? direction.title },
      ),
      problems,
      ...(done && { done }),
      data: {
        body,
        today,
        day,
        then,
        at,
        direction: shown(direction),
        printed: await this.queries.execute(new DirectionFormAsAt(bodyId, direction.direction, day, reader, then.moments)),
        before: await this.before(read),
        decisionHref: await this.decisionHref(direction, request),
        offered,
        form: form && shownForm(form, await this.stepAt(read, request), { action: `${at}/${chosen}`, cancel: at, typed }),
        key: this.forms.key(),
        revision: await this.queries.execute(new DirectionsRevision(bodyId)),
        story: storyOf(direction.story, directionTold, (instant) => dateInZone(instant, timeZone), recipientIn(direction)),
        ref: `direction:${direction.directionId}`,
      },
    });
  }

  private async stepAt({ body, today, day, reader, direction }: Read, { principal }: FastifyRequest): Promise<StepAt> {
    const { bodyId } = body;
    const [decisions, log] = await Promise.all([
      decisionChoices(this.queries, bodyId, allows(principal!, 'meetings.read-exempt', bodyId)),
      this.queries.execute(new DirectionLogAsAt(bodyId, day, 'live', reader)),
    ]);
    return { direction, today, decisions, earlier: earlierIn(log ?? { items: [] }) };
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
