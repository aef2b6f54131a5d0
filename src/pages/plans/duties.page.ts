import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, SignedIn } from '../../http/needs.js';
import { RequestRefused } from '../../http/request-refused.js';
import { refuseDuty } from '../../slices/plans/plans.words.js';
import { ListDuties } from '../../slices/plans/plans.queries.js';
import { RECORD_DUTY } from './duty-steps.js';
import { addressOfDuty } from '../frame/addresses.js';
import { shownDuty } from './duty-words.js';
import { hrefIn, pageOf, type PlanList, PlanLists, type ShownList } from './plan-lists.js';
import { PlanReading } from './plan-reading.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

const DUTIES: PlanList<void> = {
  title: 'Duties',
  at: 'duties',
  template: 'plans/duties.njk',
  above: { title: 'Plans', at: 'plans' },
  noun: 'duty',
  addressOf: addressOfDuty,
  step: RECORD_DUTY,
  named: 'record',
};
const NOTHING = (): void => undefined;

/** The duties of a body: what it must do by law again and again. Public. */
@ApiExcludeController()
@Controller('bodies/:bodyId/duties')
export class DutiesPage {
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
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.lists.record(asked, DUTIES, NOTHING, (shown) => this.page(asked, shown));
  }

  private async page(asked: PageAsked, shown: ShownList): Promise<string> {
    const read = await this.reading.read(asked.request);
    const { bodyId } = read.body;
    const found = await this.queries.execute(new ListDuties(bodyId, read.day, pageOf(shown)));
    if (!found) throw new RequestRefused(refuseDuty('duty-list.not-found', { detail: { bodyId } }));
    const duties = found.rows.map((duty) => ({ ...shownDuty(duty), href: hrefIn(read, addressOfDuty(duty.dutyId)) }));
    return this.lists.page(asked, read, DUTIES, shown, { known: NOTHING, next: found.next, data: { duties } });
  }
}
