import { type InBodies } from '../../../../kernel/principal.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Known } from '../known.js';
import { headingOf } from '../plan/plan-cells.js';
import { itemsOn, PlanRows } from '../plan/plan-rows.js';
import { type PlanGroupView, type PlanItemView, planView } from '../plan/plan-view.js';

/** How a plan was last evaluated: each item's newest rating, and how many have each, by heading and in all. */
export interface SelfEvaluation {
  readonly planId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly asAt: string;
  readonly scale: readonly string[];
  readonly counts: readonly RatingCount[];
  readonly groups: readonly {
    readonly groupId: string | null;
    readonly heading: string;
    readonly counts: readonly RatingCount[];
    readonly items: readonly EvaluatedItem[];
  }[];
}

/** `rating` is null for what was never evaluated. */
export interface RatingCount {
  readonly rating: string | null;
  readonly items: number;
}

export interface EvaluatedItem {
  readonly itemId: string;
  readonly number: string | null;
  readonly text: string;
  readonly rating: string | null;
  readonly on: string | null;
  readonly evidence: string | null;
  readonly improvement: string | null;
}

export class SelfEvaluationAsAt extends Query<SelfEvaluation | null> {
  constructor(
    readonly planId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
    readonly known?: Known,
  ) {
    super();
  }
}

const evaluated = ({ itemId, number, text, evaluation }: PlanItemView): EvaluatedItem => ({
  itemId,
  number,
  text,
  rating: evaluation?.rating ?? null,
  on: evaluation?.on ?? null,
  evidence: evaluation?.evidence ?? null,
  improvement: evaluation?.improvement ?? null,
});

const counted = (scale: readonly string[], items: readonly EvaluatedItem[]): RatingCount[] =>
  [...scale, null].map((rating) => ({ rating, items: items.filter((item) => item.rating === rating).length }));

@QueryHandler(SelfEvaluationAsAt)
export class SelfEvaluationAsAtHandler implements IQueryHandler<SelfEvaluationAsAt> {
  constructor(private readonly plans: PlanRows) {}

  async execute({ planId, asAt, exemptIn, known }: SelfEvaluationAsAt): Promise<SelfEvaluation | null> {
    const found = await this.plans.plan(planId, asAt, exemptIn, known);
    if (!found) return null;
    const { head } = found;
    const { scale, title, bodyId } = head;
    const groups = planView(head, itemsOn(found.items, asAt, found.facts), asAt)
      .groups.filter(({ items }) => items.length > 0)
      .map((group: PlanGroupView) => {
        const items = group.items.map(evaluated);
        return { groupId: group.groupId, heading: headingOf(group), counts: counted(scale, items), items };
      });
    const counts = counted(
      scale,
      groups.flatMap(({ items }) => items),
    );
    return { planId, bodyId, title, asAt, scale, counts, groups };
  }
}
