import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { dateInZone } from '../../kernel/dates.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { FormDoor } from '../frame/form-door.js';
import { fieldsOf, formIn } from '../frame/forms.js';
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { decisionChoices } from '../frame/steps/decision-choice.js';
import { labelsOf, linked } from '../frame/steps/parts.js';
import { offeredOf, type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { SignedMeetings } from '../../slices/meetings/meetings.queries.js';
import { refuseDirection, directionRegister, type DirectionStory, directionTold } from '../../slices/directions/directions.words.js';
import { DirectionFormAsAt, DirectionAsAt, DirectionsRevision, DirectionLogAsAt } from '../../slices/directions/directions.queries.js';
import { type DirectionsPageOf, pageOf } from './direction-reading.js';
import { DIRECTION_STEPS, type StepAt } from './direction-steps.js';
import { storyOf } from '../frame/steps/story.js';
import { addressOf, recipientIn, shown } from './direction-words.js';
import { earlierIn } from './log.page.js';

type Params = Readonly<Record<string, string>>;

interface Read extends DirectionsPageOf {
  readonly direction: DirectionStory;
}

const DRAFTED = 'The draft is saved. It is not public until it is approved and issued.';

/** One direction as its form, with its whole story and the forms of whoever may record something of it. */
@ApiExcludeController()
@Controller('bodies/:bodyId/directions/:direction')
export class DirectionPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
    private readonly projections: ProjectionEngine,
  ) {}

  @Get()
  @Anyone()
  async show(
    @Param() params: Params,
    @Query() query: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const read = await this.read(params, request);
    const done = query.done === 'draft' ? DRAFTED : stepNamed(DIRECTION_STEPS, query.done)?.done;
    return this.page(read, request, reply, { step: query.do, done, problems: read.then.problems });
  }

  @Post(':step')
  @SignedIn()
  async record(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const name = params.step ?? '';
    const step = stepNamed(DIRECTION_STEPS, name);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    const read = await this.read(params, request);
    const { direction, body } = read;
    const at = await this.stepAt(read, request);
    const parts = step.parts(at);
    const sent = await this.forms.submit(step.command, body.bodyId, request, {
      labels: labelsOf(parts),
      also: { ...step.also?.(fieldsOf(formIn(request)), at), direction: direction.direction },
    });
    if (!sent.done) return this.page(read, request, reply, { step: name, problems: linked(sent.problems, parts), typed: sent.typed });
    // So that the page one is sent to shows what was just recorded.
    await this.projections.waitFor(sent.outcome.position, { names: [directionRegister.name] });
    return seeOther(reply, `${addressOf(direction.directionId)}?done=${name}`);
  }

  private async read(params: Params, request: FastifyRequest): Promise<Read> {
    const page = await pageOf(this.queries, request);
    const { bodyId } = page.body;
    const id = idIn(params, 'direction');
    const direction = await this.queries.execute(new DirectionAsAt(bodyId, id, page.day, page.reader, page.then.moments));
    if (!direction) throw new RequestRefused(refuseDirection('direction.not-found', { detail: { bodyId, direction: id } }));
    return { ...page, direction };
  }

  private async page(
    read: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    { step, problems = [], typed, done }: Shown,
  ): Promise<string> {
    const { body, today, day, then, direction, reader } = read;
    const { bodyId, name, timeZone } = body;
    const offered = then.past ? [] : offeredOf(DIRECTION_STEPS, direction, (right) => allows(request.principal!, right, bodyId));
    const chosen = typed !== undefined || offered.some((one) => one.step === step) ? step : undefined;
    const form = stepNamed(DIRECTION_STEPS, chosen);
    const at = addressOf(direction.directionId);
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${direction.reference ?? 'Draft'} ${direction.title} – direction`,
      template: 'directions/direction.njk',
      breadcrumbs: [
        { text: 'Bodies', href: '/bodies' },
        { text: name, href: `/bodies/${bodyId}` },
        { text: 'Directions', href: `/bodies/${bodyId}/directions` },
        { text: direction.reference ?? direction.title },
      ],
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

  /** The earlier direction it replaces, where that is in the record and may be read. */
  private async before({ direction: { terms, bodyId }, day, reader, then }: Read): Promise<object | null> {
    const id = terms.relation?.direction;
    const earlier = id === undefined ? null : await this.queries.execute(new DirectionAsAt(bodyId, id, day, reader, then.moments));
    return (
      earlier && { kind: terms.relation!.kind, text: `${earlier.reference ?? ''} ${earlier.title}`, href: addressOf(earlier.directionId) }
    );
  }

  /** Its place in the decisions of the body, as far as this reader may open it. */
  private async decisionHref({ bodyId, approval }: DirectionStory, { principal }: FastifyRequest): Promise<string | null> {
    if (!approval) return null;
    const { meetingId, decisionId } = approval.decision;
    const open =
      allows(principal!, 'meetings.read-drafts', bodyId) || (await this.queries.execute(new SignedMeetings(bodyId))).includes(meetingId);
    const query = new URLSearchParams({ meeting: meetingId }).toString();
    return open ? `/bodies/${bodyId}/decisions?${query}#${meetingId.slice(bodyId.length + 1)}.${decisionId}` : null;
  }
}
