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
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { labelsOf, linked } from '../frame/steps/parts.js';
import { offeredOf, type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { refuseDuty, dutyRegister, dutyTold } from '../../slices/plans/plans.words.js';
import { DutyAsAt, type DutyView, DutyStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { DUTY_STEPS, RECORD_DUTY } from './duty-steps.js';
import { addressOfDuty, shownDuty } from './duty-words.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { storyOf } from '../frame/steps/story.js';

type Params = Readonly<Record<string, string>>;
type Read = PlanPageRead & { readonly duty: DutyView };

/** One duty with its occurrences and its story, and the forms of whoever may record something of it. */
@ApiExcludeController()
@Controller('bodies/:bodyId/duties/:duty')
export class DutyPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
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
    const done = query.done === 'record' ? RECORD_DUTY.done : stepNamed(DUTY_STEPS, query.done)?.done;
    return this.page(await this.read(params, request), request, reply, { step: query.do, done });
  }

  @Post(':step')
  @SignedIn()
  async record(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const name = params.step ?? '';
    const step = stepNamed(DUTY_STEPS, name);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    const read = await this.read(params, request);
    const { dutyId } = read.duty;
    const parts = step.parts(read.duty);
    const sent = await this.forms.submit(step.command, dutyId, request, { labels: labelsOf(parts) });
    if (!sent.done) return this.page(read, request, reply, { step: name, problems: linked(sent.problems, parts), typed: sent.typed });
    await this.projections.waitFor(sent.outcome.position, { names: [dutyRegister.name] });
    return seeOther(reply, `${addressOfDuty(dutyId)}?done=${name}`);
  }

  private async read(params: Params, request: FastifyRequest): Promise<Read> {
    const read = await this.reading.read(request);
    const dutyId = `${read.body.bodyId}/${idIn(params, 'duty')}`;
    const duty = await this.queries.execute(new DutyAsAt(dutyId, read.day, read.known));
    if (!duty) throw new RequestRefused(refuseDuty('duty.not-found', { detail: { dutyId } }));
    return { ...read, duty };
  }

  private async page(
    { body, then, day, known, duty }: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    { step, problems = [], typed, done }: Shown,
  ): Promise<string> {
    const { bodyId, name, timeZone } = body;
    const offered = then.past ? [] : offeredOf(DUTY_STEPS, duty, (right) => allows(request.principal!, right, bodyId));
    const chosen = problems.length > 0 || offered.some((one) => one.step === step) ? step : undefined;
    const form = stepNamed(DUTY_STEPS, chosen);
    const at = addressOfDuty(duty.dutyId);
    const story = await this.queries.execute(new DutyStory(duty.dutyId, day, known));
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${duty.title} – duty of ${name}`,
      template: 'plans/duty.njk',
      breadcrumbs: [
        { text: 'Bodies', href: '/bodies' },
        { text: name, href: `/bodies/${bodyId}` },
        { text: 'Plans', href: `/bodies/${bodyId}/plans` },
        { text: 'Duties', href: `/bodies/${bodyId}/duties` },
        { text: duty.title },
      ],
      problems: [...problems, ...then.problems],
      ...(done && { done }),
      data: {
        ...{ body, then, at, asAt: day, duty: shownDuty(duty) },
        story: storyOf(story, dutyTold, (instant) => dateInZone(instant, timeZone)),
        offered,
        form: form && shownForm(form, duty, { action: `${at}/${chosen}`, cancel: at, typed }),
        key: this.forms.key(),
        revision: await this.queries.execute(new RecordRevision('duty', duty.dutyId)),
      },
    });
  }
}
