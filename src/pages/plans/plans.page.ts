import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, exemptFor } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { slugOf } from '../../kernel/ids.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { formIn, type FormFields } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { Pages } from '../frame/pages.js';
import { shownForm } from '../frame/steps/step.js';
import { refusePlan, planRegister } from '../../slices/plans/plans.words.js';
import { ListPlans } from '../../slices/plans/plans.queries.js';
import { ADOPT } from './plan-steps.js';
import { PlanReading } from './plan-reading.js';
import { addressOfPlan } from '../frame/addresses.js';
import { countsInWords, KIND_NAMES } from './plan-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

const ON_A_PAGE = 50;
const LONGEST_ID = 60;

/** The plans of a body, with the number of their items in each status. Public, except plans adopted in private. */
@ApiExcludeController()
@Controller('bodies/:bodyId/plans')
export class PlansPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {}

  @Get()
  @Anyone()
  async list(@AskedPage() { query: { do: step, after }, request, reply }: PageAsked): Promise<string> {
    return this.page(request, reply, { adopting: step === 'adopt', after });
  }

  @Post()
  @SignedIn()
  async adopt(@AskedPage() asked: PageAsked): Promise<string> {
    const { request, reply } = asked;
    const { body } = await this.reading.read(request);
    const planId = `${body.bodyId}/${slugOf(formIn(request).get('title') ?? '', LONGEST_ID) || 'plan'}`;
    return this.forms.take(asked, {
      name: 'adopt',
      step: ADOPT,
      known: { meetings: await this.reading.meetings(body.bodyId) },
      target: planId,
      taken: { text: 'The body has a plan of this title already. Give this one another title.', href: '#title' },
      at: addressOfPlan(planId),
      shownBy: [planRegister],
      again: ({ problems, typed }) => this.page(request, reply, { adopting: true, problems, typed }),
    });
  }

  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      adopting,
      after,
      problems = [],
      typed,
    }: {
      readonly adopting: boolean;
      readonly after?: string | undefined;
      readonly problems?: readonly PageProblem[];
      readonly typed?: FormFields;
    },
  ): Promise<string> {
    const { body, today, then, day } = await this.reading.read(request);
    const { bodyId, name } = body;
    const page = { limit: ON_A_PAGE, ...(after && { cursor: after }) };
    const found = await this.queries.execute(new ListPlans(bodyId, day, exemptFor(request.principal!), page));
    if (!found) throw new RequestRefused(refusePlan('plan-list.not-found', { detail: { bodyId } }));
    const mayAdopt = allows(request.principal!, 'plans.record', bodyId) && !then.past;
    const form = adopting && mayAdopt ? ADOPT : undefined;
    const at = `/bodies/${bodyId}/plans`;
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}Plans – ${name}`,
      template: 'plans/plans.njk',
      breadcrumbs: [{ text: 'Bodies', href: '/bodies' }, { text: name, href: `/bodies/${bodyId}` }, { text: 'Plans' }],
      problems: [...problems, ...then.problems],
      data: {
        body,
        today,
        then,
        at,
        plans: found.rows.map((plan) => ({
          ...plan,
          href: `${addressOfPlan(plan.planId)}${then.query && `?${then.query}`}`,
          kindName: KIND_NAMES[plan.kind],
          inWords: countsInWords(plan.counts),
        })),
        later: found.next && `${at}?after=${encodeURIComponent(found.next)}`,
        mayAdopt,
        form: form && shownForm(form, { meetings: await this.reading.meetings(bodyId) }, { action: at, cancel: at, typed }),
        key: this.forms.key(),
        revision: '*',
      },
    });
  }
}
