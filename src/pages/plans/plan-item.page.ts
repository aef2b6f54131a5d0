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
import { Pages } from '../frame/pages.js';
import { type Choice } from '../frame/steps/parts.js';
import { type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { when } from '../../kernel/words.js';
import { refusePlan, occurrenceAfter, occurrencesUntil, type PlanView, planItems, planItemTold } from '../../slices/plans/plans.words.js';
import { PlanAsAt, PlanItemAsAt, type PlanItemStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { ITEM_STEPS, type ItemAt } from './item-steps.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { addressOfItem, dueBy, tagOf } from './plan-words.js';
import { addressOfPlan } from '../frame/addresses.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type Right } from '../../kernel/rights.js';
import { openedStep } from '../frame/steps/opened-step.js';
import { storyOf } from '../frame/steps/story.js';
type Params = Readonly<Record<string, string>>;

type Read = PlanPageRead & { readonly plan: PlanView; readonly item: PlanItemStory };

/** One item of a plan with its whole story, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/plans/:plan/items/:item')
export class PlanItemPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const read = await this.read(params, request);
    return this.page(read, request, reply, { step: query.do, done: stepNamed(ITEM_STEPS, query.done)?.done });
  }

  @Post(':step')
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, request, reply } = asked;
    const step = stepAsked(ITEM_STEPS, params.step);
    const read = await this.read(params, request);
    const { planId, itemId } = read.item;
    return this.forms.take(asked, {
      name: params.step ?? '',
      step,
      known: await this.itemAt(read),
      target: planId,
      extraFields: { item: itemId },
      at: addressOfItem(read.item),
      shownBy: [planItems],
      again: (shown) => this.page(read, request, reply, shown),
    });
  }

  private async read(params: Params, request: FastifyRequest): Promise<Read> {
    const read = await this.reading.read(request);
    const planId = `${read.body.bodyId}/${idIn(params, 'plan')}`;
    const itemId = idIn(params, 'item');
    const exemptIn = exemptFor(request.principal!);
    const plan = await this.queries.execute(new PlanAsAt(planId, read.day, exemptIn, read.known));
    const item = await this.queries.execute(new PlanItemAsAt(planId, itemId, read.day, exemptIn, read.known));
    if (!plan || !item) throw new RequestRefused(refusePlan('plan-item.not-found', { detail: { planId, item: itemId } }));
    return { ...read, plan, item };
  }

  private async page(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const { body, today, then, day, plan, item } = read;
    const { bodyId, timeZone } = body;
    const { problems = [], typed, done } = shown;
    const may = (right: Right): boolean => allows(request.principal!, right, bodyId);
    const { offered, chosen, form } = openedStep(ITEM_STEPS, { item, plan }, shown, { may, past: then.past });
    const at = addressOfItem(item);
    const called = `Item ${item.number ?? item.itemId}`;
    const end = then.query && `?${then.query}`;
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${called} – ${plan.title}`,
      template: 'plans/plan-item.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Plans', href: `/bodies/${bodyId}/plans` },
        { text: plan.title, href: `${addressOfPlan(plan.planId)}${end}` },
        { text: called },
      ),
      problems: [...problems, ...then.problems],
      ...(done && { done }),
      data: {
        ...{ body, today, then, at, plan, item, called, asAt: day },
        tag: tagOf(item.status),
        dueBy: dueBy(item),
        links: item.links.map((link) => ({ ...link, href: `${addressOfItem({ planId: item.planId, itemId: link.item })}${end}` })),
        settledHref: item.settled?.decision ? await this.reading.addressOf(item.settled.decision, request) : null,
        story: storyOf(item.story, planItemTold, (instant) => dateInZone(instant, timeZone)),
        offered,
        form: form && shownForm(form, await this.itemAt(read), { action: `${at}/${chosen}`, cancel: at, typed }),
        key: this.forms.key(),
        revision: await this.queries.execute(new RecordRevision('plan', item.planId)),
      },
    });
  }

  private async itemAt({ item, plan, today }: Read): Promise<ItemAt> {
    return { item, plan, meetings: await this.reading.meetings(plan.bodyId), occurrences: occurrencesOf(item, today) };
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
