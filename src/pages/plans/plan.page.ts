import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, exemptFor } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { dateInZone } from '../../kernel/dates.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { FormDoor } from '../frame/form-door.js';
import { fieldsOf, formIn } from '../frame/forms.js';
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { labelsOf, linked } from '../frame/steps/parts.js';
import { offeredOf, type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { refusePlan, planCsv, planText, type PlanView, planItems, planRegister, planTold } from '../../slices/plans/plans.words.js';
import { PlanAsAt, SelfEvaluationAsAt, PlanStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { ADOPT, PLAN_STEPS, type PlanAt } from './plan-steps.js';
import { storyOf } from '../frame/steps/story.js';
import { addressOfPlan, countsInWords, KIND_NAMES, progressChart, tableOf } from './plan-words.js';

type Params = Readonly<Record<string, string>>;

/** A plan as its document prints it, with how far it is, its self-evaluation and its story. */
@ApiExcludeController()
@Controller('bodies/:bodyId/plans/:plan')
export class PlanPage {
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
    const done = query.done === 'adopt' ? ADOPT.done : stepNamed(PLAN_STEPS, query.done)?.done;
    return this.page(params, request, reply, { step: query.do, done });
  }

  @Get(['plan.csv', 'plan.txt'])
  @Anyone()
  async file(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { plan } = await this.read(params, request);
    const csv = new URL(request.url, 'http://here').pathname.endsWith('.csv');
    void reply.type(csv ? 'text/csv; charset=utf-8; header=present' : 'text/plain; charset=utf-8').header('cache-control', 'no-store');
    if (csv) void reply.header('content-disposition', `attachment; filename="${plan.planId.replace('/', '-')}-${plan.asAt}.csv"`);
    return csv ? planCsv(plan) : planText(plan);
  }

  @Post(':step')
  @SignedIn()
  async record(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const name = params.step ?? '';
    const step = stepNamed(PLAN_STEPS, name);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    const { plan } = await this.read(params, request);
    const known = await this.planAt(plan);
    const parts = step.parts(known);
    const also = step.also?.(fieldsOf(formIn(request)), known) ?? {};
    const sent = await this.forms.submit(step.command, plan.planId, request, { labels: labelsOf(parts), also });
    if (!sent.done) return this.page(params, request, reply, { step: name, problems: linked(sent.problems, parts), typed: sent.typed });
    await this.projections.waitFor(sent.outcome.position, { names: [planRegister.name, planItems.name] });
    return seeOther(reply, `${addressOfPlan(plan.planId)}?done=${name}`);
  }

  private async read(params: Params, request: FastifyRequest): Promise<PlanPageRead & { readonly plan: PlanView }> {
    const read = await this.reading.read(request);
    const planId = `${read.body.bodyId}/${idIn(params, 'plan')}`;
    const plan = await this.queries.execute(new PlanAsAt(planId, read.day, exemptFor(request.principal!), read.known));
    if (!plan) throw new RequestRefused(refusePlan('plan.not-found', { detail: { planId } }));
    return { ...read, plan };
  }

  private async page(
    params: Params,
    request: FastifyRequest,
    reply: FastifyReply,
    { step, problems = [], typed, done }: Shown,
  ): Promise<string> {
    const { body, today, then, day, known, plan } = await this.read(params, request);
    const { bodyId, name, timeZone } = body;
    const exemptIn = exemptFor(request.principal!);
    const offered = then.past ? [] : offeredOf(PLAN_STEPS, plan, (right) => allows(request.principal!, right, bodyId));
    const chosen = problems.length > 0 || offered.some((one) => one.step === step) ? step : undefined;
    const form = stepNamed(PLAN_STEPS, chosen);
    const at = addressOfPlan(plan.planId);
    const evaluation = plan.scale.length ? await this.queries.execute(new SelfEvaluationAsAt(plan.planId, day, exemptIn, known)) : null;
    const story = await this.queries.execute(new PlanStory(plan.planId, day, exemptIn, known));
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${plan.title}`,
      template: 'plans/plan.njk',
      breadcrumbs: [
        { text: 'Bodies', href: '/bodies' },
        { text: name, href: `/bodies/${bodyId}` },
        { text: 'Plans', href: `/bodies/${bodyId}/plans` },
        { text: plan.title },
      ],
      problems: [...problems, ...then.problems],
      ...(done && { done }),
      data: {
        ...{ body, today, then, at, plan, evaluation },
        kindName: KIND_NAMES[plan.kind],
        inWords: countsInWords(plan.counts),
        table: tableOf(plan),
        items: plan.groups.reduce((sum, { items }) => sum + items.length, 0),
        chart: progressChart(plan),
        adoptedHref: plan.adopted.by === 'decision' ? await this.reading.addressOf(plan.adopted.decision, request) : null,
        story: storyOf(story, planTold, (instant) => dateInZone(instant, timeZone)),
        offered,
        form: form && shownForm(form, await this.planAt(plan), { action: `${at}/${chosen}`, cancel: at, typed }),
        key: this.forms.key(),
        revision: await this.queries.execute(new RecordRevision('plan', plan.planId)),
      },
    });
  }

  private async planAt(plan: PlanView): Promise<PlanAt> {
    return { plan, meetings: await this.reading.meetings(plan.bodyId) };
  }
}
