import { type InBodies } from '../../../../kernel/principal.js';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type DatingFacts } from '../../../../kernel/deadline.js';
import { DatingFactsOf } from '../../../bodies/meetings.port.js';
import { dated, restsOn } from '../../../calendars/calendars.words.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { headOn, type PlanHead } from '../../plan.state.js';
import { itemDated, itemOn } from '../../plan-item.state.js';
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
    private readonly queries: QueryBus,
  ) {}

  /** A plan with its items' rows in order; `null` where the reader may not read it, or it was not adopted by that day. */
  async plan(planId: string, asAt: string, exemptIn: InBodies, known?: Known): Promise<PlanRead | null> {
    const found = await this.register.find(planId);
    if (!found || !mayRead(found, exemptIn)) return null;
    const row = { ...found, updates: knownOf(found.updates, asAt, known) };
    const head = headOn(row.updates, asAt);
    if (!head) return null;
    const all = await this.items.findMany({ where: { planId }, orderBy: { place: 'asc' } });
    const items = all.map((item) => ({ ...item, updates: knownOf(item.updates, asAt, known) }));
    const facts = await this.facts(found.bodyId, [head], items, known);
    return { row, head: headDated(head, facts), items, facts };
  }

  /** What the deadlines of a body's plans follow from, now or as known; `undefined` where none of them rests on anything. */
  async facts(bodyId: string, heads: readonly PlanHead[], items: readonly PlanItemRow[], known?: Known): Promise<DatingFacts | undefined> {
    const deadlines = [...items.map(({ record: { due, addedOn } }) => [due, addedOn] as const), ...heads.flatMap(reviewOf)];
    const rests = deadlines.some(([deadline, saidOn]) => Object.values(restsOn(deadline, saidOn)).includes(true));
    return rests ? (await this.queries.execute(new DatingFactsOf([bodyId], known, known?.timeZone))).get(bodyId) : undefined;
  }
}

export interface PlanRead {
  readonly row: PlanRegisterRow;
  readonly head: PlanHead;
  readonly items: readonly PlanItemRow[];
  /** What the items' deadlines follow from, where any rests on the calendar or the diary. */
  readonly facts: DatingFacts | undefined;
}

const reviewOf = ({ nextReview, settledOn }: PlanHead) => (nextReview ? [[nextReview, settledOn] as const] : []);

/** The plan with its review's deadline as it follows from the facts. */
export const headDated = (head: PlanHead, facts: DatingFacts | undefined): PlanHead =>
  facts && head.nextReview ? { ...head, nextReview: dated(head.nextReview, head.settledOn, facts) } : head;

/** The items of a plan as they stood on a day; those that were added later are not there. */
export const itemsOn = (rows: readonly PlanItemRow[], asAt: string, facts: DatingFacts | undefined): PlanItemView[] =>
  rows.flatMap(({ planId, updates }) => {
    const item = itemOn(updates, asAt);
    return item ? [itemView(itemDated(item, facts), planId, asAt)] : [];
  });
