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
import { type Choice, labelsOf, linked } from '../frame/steps/parts.js';
import { offeredOf, type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { when } from '../../kernel/words.js';
import { refusePlan, occurrenceAfter, occurrencesUntil, type PlanView, planItems, planItemTold } from '../../slices/plans/plans.words.js';
import { PlanAsAt, PlanItemAsAt, type PlanItemStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { ITEM_STEPS, type ItemAt } from './item-steps.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { storyOf } from '../frame/steps/story.js';
import { addressOfItem, addressOfPlan, dueBy, tagOf } from './plan-words.js';

type Params = Readonly<Record<string, string>>;

type Read = PlanPageRead & { readonly plan: PlanView; readonly item: PlanItemStory };

/** One item of a plan with its whole story, and the forms of whoever may record something of it. */
@ApiExcludeController()
@Controller('bodies/:bodyId/plans/:plan/items/:item')
export class PlanItemPage {
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
    const read = await this.read(params, request);
    return this.page(read, request, reply, { step: query.do, done: stepNamed(ITEM_STEPS, query.done)?.done });
  }

  @Post(':step')
  @SignedIn()
  async record(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const name = params.step ?? '';
    const step = stepNamed(ITEM_STEPS, name);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    const read = await this.read(params, request);
    const { planId, itemId } = read.item;
    const known = await this.itemAt(read);
    const parts = step.parts(known);
    const sent = await this.forms.submit(step.command, planId, request, {
      labels: labelsOf(parts),
      also: { ...step.also?.(fieldsOf(formIn(request)), known), item: itemId },
    });
    if (!sent.done) return this.page(read, request, reply, { step: name, problems: linked(sent.problems, parts), typed: sent.typed });
    await this.projections.waitFor(sent.outcome.position, { names: [planItems.name] });
    return seeOther(reply, `${addressOfItem(read.item)}?done=${name}`);
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

  private async page(
    read: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    { step, problems = [], typed, done }: Shown,
  ): Promise<string> {
    const { body, today, then, day, plan, item } = read;
    const { bodyId, name, timeZone } = body;
    const offered = then.past ? [] : offeredOf(ITEM_STEPS, { item, plan }, (right) => allows(request.principal!, right, bodyId));
    const chosen = problems.length > 0 || offered.some((one) => one.step === step) ? step : undefined;
    const form = stepNamed(ITEM_STEPS, chosen);
    const at = addressOfItem(item);
    const called = `Item ${item.number ?? item.itemId}`;
    const end = then.query && `?${then.query}`;
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${called} – ${plan.title}`,
      template: 'plans/plan-item.njk',
      breadcrumbs: [
        { text: 'Bodies', href: '/bodies' },
        { text: name, href: `/bodies/${bodyId}` },
        { text: 'Plans', href: `/bodies/${bodyId}/plans` },
        { text: plan.title, href: `${addressOfPlan(plan.planId)}${end}` },
        { text: called },
      ],
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
