import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { exemptFor } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { type Choice } from '../frame/steps/parts.js';
import { when } from '../../kernel/words.js';
import { refusePlan, occurrenceAfter, occurrencesUntil, type PlanView, planItemTold } from '../../slices/plans/plans.words.js';
import { PlanAsAt, PlanItemAsAt, type PlanItemStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { ITEM_STEPS, type ItemAt } from './item-steps.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { addressOfItem, dueBy, tagOf } from './plan-words.js';
import { addressOfPlan } from '../frame/addresses.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { storyOf } from '../frame/steps/story.js';

type Read = PlanPageRead & { readonly plan: PlanView; readonly item: PlanItemStory };

/** One item of a plan with its whole story, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/plans/:plan/items/:item')
export class PlanItemPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: (read) => stepsOf(ITEM_STEPS, read, () => this.known(read)),
      target: ({ item }) => item.planId,
      revision: ({ item }) => queries.execute(new RecordRevision('plan', item.planId)),
      address: ({ item }) => addressOfItem(item),
      beside: ({ item }) => ({ extraFields: { item: item.itemId } }),
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
    const read = await this.reading.read(request);
    const planId = `${read.body.bodyId}/${idIn(params, 'plan')}`;
    const itemId = idIn(params, 'item');
    const exemptIn = exemptFor(request.principal!);
    const plan = await this.queries.execute(new PlanAsAt(planId, read.day, exemptIn, read.known));
    const item = await this.queries.execute(new PlanItemAsAt(planId, itemId, read.day, exemptIn, read.known));
    if (!plan || !item) throw new RequestRefused(refusePlan('plan-item.not-found', { detail: { planId, item: itemId } }));
    return { ...read, plan, item };
  }

  private async known({ item, plan, today }: Read): Promise<ItemAt> {
    return { item, plan, meetings: await this.reading.meetings(plan.bodyId), occurrences: occurrencesOf(item, today) };
  }

  private async content({ body, today, then, day, plan, item }: Read, request: FastifyRequest): Promise<PageContent> {
    const called = `Item ${item.number ?? item.itemId}`;
    const end = then.query && `?${then.query}`;
    return {
      title: `${called} – ${plan.title}`,
      template: 'plans/plan-item.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Plans', href: `/bodies/${body.bodyId}/plans` },
        { text: plan.title, href: `${addressOfPlan(plan.planId)}${end}` },
        { text: called },
      ),
      data: {
        ...{ today, plan, item, called, asAt: day },
        tag: tagOf(item.status),
        dueBy: dueBy(item),
        links: item.links.map((link) => ({ ...link, href: `${addressOfItem({ planId: item.planId, itemId: link.item })}${end}` })),
        settledHref: item.settled?.decision ? await this.reading.addressOf(item.settled.decision, request) : null,
        story: storyOf(item.story, planItemTold, body.timeZone),
      },
    };
  }
}

/** The days on which an item that recurs fell due, or falls due next, and was not met. */
function occurrencesOf({ due, met }: PlanItemStory, today: string): readonly Choice[] {
  if (due.recurrence === undefined) return [];
  const next = occurrenceAfter(due, today);
  return [...occurrencesUntil(due, today), ...(next === undefined ? [] : [next])]
    .filter((day) => !met.includes(day))
    .map((day) => ({ value: day, text: when(day) }));
}
