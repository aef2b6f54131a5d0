import { type InBodies } from '../../../../kernel/principal.js';
import { Injectable } from '@nestjs/common';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { headOn, type PlanHead } from '../../plan.state.js';
import { itemOn } from '../../plan-item.state.js';
import { type Known, knownOf } from '../known.js';
import { type PlanItemRow, planItems } from '../plan-item/plan-item.projection.js';
import { planRegister, type PlanRegisterRow } from '../plan-register/plan-register.projection.js';
import { itemView, type PlanItemView } from './plan-view.js';

export const mayRead = ({ exempt, bodyId }: { readonly exempt: boolean; readonly bodyId: string }, exemptIn: InBodies): boolean =>
  !exempt || exemptIn === '*' || exemptIn.includes(bodyId);

/** The reads that the views of plans share. */
@Injectable()
export class PlanRows {
  constructor(
    @InjectReadModel(planRegister) readonly register: ReadModel<PlanRegisterRow>,
    @InjectReadModel(planItems) readonly items: ReadModel<PlanItemRow>,
  ) {}

  /** A plan with its items' rows in order; `null` where the reader may not read it, or it was not adopted by that day. */
  async plan(
    planId: string,
    asAt: string,
    exemptIn: InBodies,
    known?: Known,
  ): Promise<{ readonly row: PlanRegisterRow; readonly head: PlanHead; readonly items: readonly PlanItemRow[] } | null> {
    const found = await this.register.find(planId);
    if (!found || !mayRead(found, exemptIn)) return null;
    const row = { ...found, updates: knownOf(found.updates, asAt, known) };
    const head = headOn(row.updates, asAt);
    if (!head) return null;
    const items = await this.items.findMany({ where: { planId }, orderBy: { place: 'asc' } });
    return { row, head, items: items.map((item) => ({ ...item, updates: knownOf(item.updates, asAt, known) })) };
  }
}

/** The items of a plan as they stood on a day; those that were added later are not there. */
export const itemsOn = (rows: readonly PlanItemRow[], asAt: string): PlanItemView[] =>
  rows.flatMap(({ planId, updates }) => {
    const item = itemOn(updates, asAt);
    return item ? [itemView(item, planId, asAt)] : [];
  });
