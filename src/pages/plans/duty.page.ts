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
import { type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { refuseDuty, dutyRegister, dutyTold } from '../../slices/plans/plans.words.js';
import { DutyAsAt, type DutyView, DutyStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { DUTY_STEPS, RECORD_DUTY } from './duty-steps.js';
import { addressOfDuty } from '../frame/addresses.js';
import { shownDuty } from './duty-words.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type Right } from '../../kernel/rights.js';
import { openedStep } from '../frame/steps/opened-step.js';
import { storyOf } from '../frame/steps/story.js';
type Params = Readonly<Record<string, string>>;
type Read = PlanPageRead & { readonly duty: DutyView };

/** One duty with its occurrences and its story, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/duties/:duty')
export class DutyPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const done = query.done === 'record' ? RECORD_DUTY.done : stepNamed(DUTY_STEPS, query.done)?.done;
    return this.page(await this.read(params, request), request, reply, { step: query.do, done });
  }

  @Post(':step')
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, request, reply } = asked;
    const step = stepAsked(DUTY_STEPS, params.step);
    const read = await this.read(params, request);
    const { dutyId } = read.duty;
    return this.forms.take(asked, {
      name: params.step ?? '',
      step,
      known: read.duty,
      target: dutyId,
      at: addressOfDuty(dutyId),
      shownBy: [dutyRegister],
      again: (shown) => this.page(read, request, reply, shown),
    });
  }

  private async read(params: Params, request: FastifyRequest): Promise<Read> {
    const read = await this.reading.read(request);
    const dutyId = `${read.body.bodyId}/${idIn(params, 'duty')}`;
    const duty = await this.queries.execute(new DutyAsAt(dutyId, read.day, read.known));
    if (!duty) throw new RequestRefused(refuseDuty('duty.not-found', { detail: { dutyId } }));
    return { ...read, duty };
  }

  private async page({ body, then, day, known, duty }: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const { bodyId, name, timeZone } = body;
    const { problems = [], typed, done } = shown;
    const may = (right: Right): boolean => allows(request.principal!, right, bodyId);
    const { offered, chosen, form } = openedStep(DUTY_STEPS, duty, shown, { may, past: then.past });
    const at = addressOfDuty(duty.dutyId);
    const story = await this.queries.execute(new DutyStory(duty.dutyId, day, known));
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${duty.title} – duty of ${name}`,
      template: 'plans/duty.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Plans', href: `/bodies/${bodyId}/plans` },
        { text: 'Duties', href: `/bodies/${bodyId}/duties` },
        { text: duty.title },
      ),
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
