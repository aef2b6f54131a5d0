import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, exemptFor } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { dateInZone } from '../../kernel/dates.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { csvFile, plainText } from '../frame/downloads.js';
import { Pages } from '../frame/pages.js';
import { type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { refusePlan, planCsv, planText, type PlanView, planItems, planRegister, planTold } from '../../slices/plans/plans.words.js';
import { PlanAsAt, SelfEvaluationAsAt, PlanStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { ADOPT, PLAN_STEPS, type PlanAt } from './plan-steps.js';
import { addressOfPlan } from '../frame/addresses.js';
import { countsInWords, KIND_NAMES, progressChart, tableOf } from './plan-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type Right } from '../../kernel/rights.js';
import { openedStep } from '../frame/steps/opened-step.js';
import { storyOf } from '../frame/steps/story.js';
type Params = Readonly<Record<string, string>>;

/** A plan as its document prints it, with its progress, its self-evaluation and its story. */
@ApiExcludeController()
@Controller('bodies/:bodyId/plans/:plan')
export class PlanPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const done = query.done === 'adopt' ? ADOPT.done : stepNamed(PLAN_STEPS, query.done)?.done;
    return this.page(params, request, reply, { step: query.do, done });
  }

  @Get(['plan.csv', 'plan.txt'])
  @Anyone()
  async file(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const { plan } = await this.read(params, request);
    const csv = new URL(request.url, 'http://here').pathname.endsWith('.csv');
    return csv ? csvFile(reply, `${plan.planId.replace('/', '-')}-${plan.asAt}`, planCsv(plan)) : plainText(reply, planText(plan));
  }

  @Post(':step')
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, request, reply } = asked;
    const step = stepAsked(PLAN_STEPS, params.step);
    const { plan } = await this.read(params, request);
    return this.forms.take(asked, {
      name: params.step ?? '',
      step,
      known: await this.planAt(plan),
      target: plan.planId,
      at: addressOfPlan(plan.planId),
      shownBy: [planRegister, planItems],
      again: (shown) => this.page(params, request, reply, shown),
    });
  }

  private async read(params: Params, request: FastifyRequest): Promise<PlanPageRead & { readonly plan: PlanView }> {
    const read = await this.reading.read(request);
    const planId = `${read.body.bodyId}/${idIn(params, 'plan')}`;
    const plan = await this.queries.execute(new PlanAsAt(planId, read.day, exemptFor(request.principal!), read.known));
    if (!plan) throw new RequestRefused(refusePlan('plan.not-found', { detail: { planId } }));
    return { ...read, plan };
  }

  private async page(params: Params, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const { body, today, then, day, known, plan } = await this.read(params, request);
    const { bodyId, timeZone } = body;
    const exemptIn = exemptFor(request.principal!);
    const { problems = [], typed, done } = shown;
    const may = (right: Right): boolean => allows(request.principal!, right, bodyId);
    const { offered, chosen, form } = openedStep(PLAN_STEPS, plan, shown, { may, past: then.past });
    const at = addressOfPlan(plan.planId);
    const evaluation = plan.scale.length ? await this.queries.execute(new SelfEvaluationAsAt(plan.planId, day, exemptIn, known)) : null;
    const story = await this.queries.execute(new PlanStory(plan.planId, day, exemptIn, known));
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${plan.title}`,
      template: 'plans/plan.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Plans', href: `/bodies/${bodyId}/plans` }, { text: plan.title }),
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
