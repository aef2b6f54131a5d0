import { type InBodies } from '../../../../kernel/principal.js';
import { type Page } from '../../../../projections/read-model.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { headOn } from '../../plan.state.js';
import { itemDated, itemOn } from '../../plan-item.state.js';
import { type Known } from '../known.js';
import { type ItemUpdate, type PlanItemRow } from '../plan-item/plan-item.projection.js';
import { closedAt, endedAt, headDated, itemsOn, PlanRows } from './plan-rows.js';
import { itemView, type PlanItemView, planSummary, type PlanSummary, planView, type PlanView } from './plan-view.js';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';

/** A body's plans on a day, in the order they were adopted; `null` where there is no such body. */
export class ListPlans extends Query<Page<PlanSummary> | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

/** A plan on a day; `null` where there is none, it was not adopted yet, or the reader may not see it. */
export class PlanAsAt extends Query<PlanView | null> {
  constructor(
    readonly planId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
    readonly known?: Known,
  ) {
    super();
  }
}

export interface PlanItemStory extends PlanItemView {
  readonly bodyId: string;
  readonly planTitle: string;
  readonly asAt: string;
  /** Everything recorded of the item up to the day, in the order it was recorded. */
  readonly story: readonly (Omit<ItemUpdate, 'data'> & { readonly data: object })[];
}

/** One item on a day with all that led there. */
export class PlanItemAsAt extends Query<PlanItemStory | null> {
  constructor(
    readonly planId: string,
    readonly itemId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
    readonly known?: Known,
  ) {
    super();
  }
}

@QueryHandler(ListPlans)
export class ListPlansHandler implements IQueryHandler<ListPlans> {
  constructor(
    private readonly plans: PlanRows,
    private readonly queries: QueryBus,
  ) {}

  async execute({ bodyId, asAt, exemptIn, page }: ListPlans): Promise<Page<PlanSummary> | null> {
    if (!(await this.queries.execute(new BodyHead(bodyId)))) return null;
    const { rows, next } = await this.plans.register.page({
      where: { bodyId, adoptedOn: { lte: asAt } },
      orderBy: { adoptedOn: 'asc' },
      ...page,
    });
    // A page may have fewer plans than asked for, where some of them may not be shown.
    const readable = await this.plans.readable(rows, exemptIn);
    const items = await this.plans.itemsOf(readable, exemptIn);
    const byPlan = Map.groupBy(items, ({ planId }) => planId);
    const facts = await this.plans.facts(bodyId, readable, items, asAt);
    const heads = readable.flatMap((row) => {
      const head = headOn(row.updates, asAt);
      return head ? [headDated({ ...head, exempt: row.exempt }, facts?.(closedAt(row, asAt)))] : [];
    });
    return { rows: heads.map((head) => planSummary(head, itemsOn(byPlan.get(head.planId) ?? NONE, asAt, facts))), next };
  }
}

const NONE: readonly PlanItemRow[] = [];

@QueryHandler(PlanAsAt)
export class PlanAsAtHandler implements IQueryHandler<PlanAsAt> {
  constructor(private readonly plans: PlanRows) {}

  async execute({ planId, asAt, exemptIn, known }: PlanAsAt): Promise<PlanView | null> {
    const found = await this.plans.plan(planId, asAt, exemptIn, known);
    return found && planView(found.head, itemsOn(found.items, asAt, found.facts), asAt);
  }
}

@QueryHandler(PlanItemAsAt)
export class PlanItemAsAtHandler implements IQueryHandler<PlanItemAsAt> {
  constructor(private readonly plans: PlanRows) {}

  async execute({ planId, itemId, asAt, exemptIn, known }: PlanItemAsAt): Promise<PlanItemStory | null> {
    const found = await this.plans.plan(planId, asAt, exemptIn, known);
    const row = found?.items.find((one) => one.itemId === itemId);
    const item = row && itemOn(row.updates, asAt);
    if (!found || !row || !item) return null;
    const { bodyId, title } = found.head;
    const story = row.updates.filter(({ data }) => data.on <= asAt);
    return { ...itemView(itemDated(item, found.facts?.(endedAt(row.updates, asAt))), planId, asAt), bodyId, planTitle: title, asAt, story };
  }
}
