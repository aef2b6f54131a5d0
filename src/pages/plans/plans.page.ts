import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, SignedIn } from '../../http/needs.js';
import { exemptFor } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { refusePlan } from '../../slices/plans/plans.words.js';
import { ListPlans } from '../../slices/plans/plans.queries.js';
import { ADOPT, type PlanAt } from './plan-steps.js';
import { hrefIn, pageOf, type PlanList, PlanLists, type ShownList } from './plan-lists.js';
import { PlanReading } from './plan-reading.js';
import { addressOfPlan } from '../frame/addresses.js';
import { countsInWords, KIND_NAMES } from './plan-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

type Known = Pick<PlanAt, 'meetings'> & { readonly bodyId: string };

const PLANS: PlanList<Known> = {
  title: 'Plans',
  at: 'plans',
  template: 'plans/plans.njk',
  noun: 'plan',
  addressOf: addressOfPlan,
  step: ADOPT,
  named: 'adopt',
};

/** The plans of a body, with the number of their items in each status. Public, except plans adopted in private. */
@ApiExcludeController()
@Controller('bodies/:bodyId/plans')
export class PlansPage {
  constructor(
    private readonly lists: PlanLists,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {}

  @Get()
  @Anyone()
  async list(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page(asked, { step: asked.query.do, after: asked.query.after });
  }

  @Post()
  @SignedIn()
  async adopt(@AskedPage() asked: PageAsked): Promise<string> {
    return this.lists.record(asked, PLANS, this.known, (shown) => this.page(asked, shown));
  }

  private readonly known = async (bodyId: string): Promise<Known> => ({
    bodyId,
    meetings: await this.reading.meetings(bodyId),
  });

  private async page(asked: PageAsked, shown: ShownList): Promise<string> {
    const read = await this.reading.read(asked.request);
    const { today, day } = read;
    const { bodyId } = read.body;
    const found = await this.queries.execute(new ListPlans(bodyId, day, exemptFor(asked.request.principal!), pageOf(shown)));
    if (!found) throw new RequestRefused(refusePlan('plan-list.not-found', { detail: { bodyId } }));
    const plans = found.rows.map((plan) => ({
      ...plan,
      href: hrefIn(read, addressOfPlan(plan.planId)),
      kindName: KIND_NAMES[plan.kind],
      inWords: countsInWords(plan.counts),
    }));
    return this.lists.page(asked, read, PLANS, shown, { known: this.known, next: found.next, data: { today, plans } });
  }
}
