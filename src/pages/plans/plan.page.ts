import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { exemptFor } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { csvFile, plainText } from '../frame/downloads.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { refusePlan, planCsv, planText, type PlanView, planTold } from '../../slices/plans/plans.words.js';
import { PlanAsAt, SelfEvaluationAsAt, PlanStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { ADOPT, PLAN_STEPS } from './plan-steps.js';
import { addressOfPlan } from '../frame/addresses.js';
import { countsInWords, KIND_NAMES, progressChart, tableOf } from './plan-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { storyOf } from '../frame/steps/story.js';

type Read = PlanPageRead & { readonly plan: PlanView };

/** A plan as its document prints it, with its progress, its self-evaluation and its story. */
@ApiExcludeController()
@Controller('bodies/:bodyId/plans/:plan')
export class PlanPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: ({ plan }) => stepsOf(PLAN_STEPS, plan, async () => ({ plan, meetings: await reading.meetings(plan.bodyId) })),
      target: ({ plan }) => plan.planId,
      revision: ({ plan }) => queries.execute(new RecordRevision('plan', plan.planId)),
      address: ({ plan }) => addressOfPlan(plan.planId),
      alsoDone: { adopt: ADOPT },
      content: (read, { request }) => this.content(read, request),
    });
  }

  @Get()
  @Anyone()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.show(asked);
  }

  @Get(['plan.csv', 'plan.txt'])
  @Anyone()
  async file(@AskedPage() asked: PageAsked): Promise<string> {
    const { request, reply } = asked;
    const { plan } = await this.read(asked);
    const csv = new URL(request.url, 'http://here').pathname.endsWith('.csv');
    return csv ? csvFile(reply, `${plan.planId.replace('/', '-')}-${plan.asAt}`, planCsv(plan)) : plainText(reply, planText(plan));
  }

  @Post(':step')
  @SignedIn()
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.record(asked);
  }

  private async read({ params, request }: PageAsked): Promise<Read> {
    const read = await this.reading.read(request);
    const planId = `${read.body.bodyId}/${idIn(params, 'plan')}`;
    const plan = await this.queries.execute(new PlanAsAt(planId, read.day, exemptFor(request.principal!), read.known));
    if (!plan) throw new RequestRefused(refusePlan('plan.not-found', { detail: { planId } }));
    return { ...read, plan };
  }

  private async content({ body, today, day, known, plan }: Read, request: FastifyRequest): Promise<PageContent> {
    const exemptIn = exemptFor(request.principal!);
    const evaluation = plan.scale.length ? await this.queries.execute(new SelfEvaluationAsAt(plan.planId, day, exemptIn, known)) : null;
    const story = await this.queries.execute(new PlanStory(plan.planId, day, exemptIn, known));
    return {
      title: plan.title,
      template: 'plans/plan.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Plans', href: `/bodies/${body.bodyId}/plans` }, { text: plan.title }),
      data: {
        ...{ today, plan, evaluation },
        kindName: KIND_NAMES[plan.kind],
        inWords: countsInWords(plan.counts),
        table: tableOf(plan),
        items: plan.groups.reduce((sum, { items }) => sum + items.length, 0),
        chart: progressChart(plan),
        adoptedHref: plan.adopted.by === 'decision' ? await this.reading.addressOf(plan.adopted.decision, request) : null,
        story: storyOf(story, planTold, body.timeZone),
      },
    };
  }
}
