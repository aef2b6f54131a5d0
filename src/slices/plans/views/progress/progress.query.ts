import { type InBodies } from '../../../../kernel/principal.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { PlanRows } from '../plan/plan-rows.js';
import { planProgress, type PlanProgress } from './progress.js';

/** The progress report of a plan for a period; `null` where the reader may see no such plan, or none was adopted by its end. */
export class PlanProgressIn extends Query<PlanProgress | null> {
  constructor(
    readonly planId: string,
    readonly from: string,
    readonly until: string,
    readonly exemptIn: InBodies = [],
  ) {
    super();
  }
}

@QueryHandler(PlanProgressIn)
export class PlanProgressInHandler implements IQueryHandler<PlanProgressIn> {
  constructor(private readonly plans: PlanRows) {}

  async execute({ planId, from, until, exemptIn }: PlanProgressIn): Promise<PlanProgress | null> {
    const found = await this.plans.plan(planId, until, exemptIn);
    if (!found) return null;
    const { row, head, items, facts } = found;
    return planProgress({ planId, bodyId: row.bodyId, title: head.title, updates: row.updates, items, facts: facts?.() }, from, until);
  }
}
