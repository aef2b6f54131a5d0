import { type InBodies } from '../../../../kernel/principal.js';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type DatingFacts } from '../../../../kernel/deadline.js';
import { byTheEndOf, type FactsAt, factsAt } from '../../../bodies/bodies.queries.js';
import { ExemptPlaces } from '../../../bodies/meetings.port.js';
import { dated, restsOn } from '../../../calendars/calendars.words.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { ExemptReports } from '../../../reports/reports.queries.js';
import { meetingsOf, toldWithout } from '../../../meetings/meetings.words.js';
import { headOn, type PlanHead } from '../../plan.state.js';
import { itemDated, itemOn } from '../../plan-item.state.js';
import { type Known, knownOf } from '../known.js';
import { type PlanItemRow, planItems } from '../plan-item/plan-item.projection.js';
import { planRegister, type PlanRegisterRow } from '../plan-register/plan-register.projection.js';
import { itemView, type PlanItemView } from './plan-view.js';

const isIn = (exemptIn: InBodies, bodyId: string): boolean => exemptIn === '*' || exemptIn.includes(bodyId);

/** The reads that the views of plans share. */
@Injectable()
export class PlanRows {
  constructor(
    @InjectReadModel(planRegister) readonly register: ReadModel<PlanRegisterRow>,
    @InjectReadModel(planItems) private readonly items: ReadModel<PlanItemRow>,
    private readonly queries: QueryBus,
  ) {}

  /** A plan with its items' rows in order; `null` where the reader may not read it, or it was not adopted by that day. */
  async plan(planId: string, asAt: string, exemptIn: InBodies, known?: Known): Promise<PlanRead | null> {
    const found = await this.register.find(planId);
    const [told] = found ? await this.readable([found], exemptIn) : [];
    if (!told) return null;
    const row = { ...told, updates: knownOf(told.updates, asAt, known) };
    const head = headOn(row.updates, asAt);
    if (!head) return null;
    const all = await this.itemsOf([row], exemptIn);
    const items = all.map((item) => ({ ...item, updates: knownOf(item.updates, asAt, known) }));
    const facts = await this.facts(row.bodyId, [row], items, asAt, known);
    return { row, head: headDated({ ...head, exempt: row.exempt }, facts?.(closedAt(row, asAt))), items, facts };
  }

  /** What the deadlines of a body's plans follow from on a day, or as known; `undefined` where none of them rests on anything. */
  async facts(
    bodyId: string,
    plans: readonly PlanRegisterRow[],
    items: readonly PlanItemRow[],
    asAt: string,
    known?: Known,
  ): Promise<FactsAt | undefined> {
    const deadlines = [
      ...items.flatMap(({ updates }) => itemOn(updates, asAt) ?? []).map(({ due, addedOn }) => [due, addedOn] as const),
      ...plans.flatMap(({ updates }) => headOn(updates, asAt) ?? []).flatMap(reviewOf),
    ];
    const rests = deadlines.some(([deadline, saidOn]) => Object.values(restsOn(deadline, saidOn)).includes(true));
    if (!rests) return undefined;
    const ends = [...items.map(({ updates }) => endedAt(updates, asAt)), ...plans.map((plan) => closedAt(plan, asAt))];
    return factsAt(this.queries, bodyId, { deadlines, moments: known ?? byTheEndOf(asAt), ends, timeZone: known?.timeZone });
  }

  /**
   * The plans that a reader may see. A plan is exempt by its own flag, or because the decision that adopted it, or the report that proposed
   * it, is exempt now; a step that another exempt decision made is told without its words to a reader without the right to it.
   */
  async readable(rows: readonly PlanRegisterRow[], exemptIn: InBodies): Promise<readonly PlanRegisterRow[]> {
    const adopting = rows.flatMap(({ record: { adopted } }) => (adopted.by === 'decision' ? [adopted.decision.meetingId] : []));
    const places = await this.queries.execute(new ExemptPlaces([...adopting, ...rows.flatMap(({ updates }) => meetingsOf(updates))]));
    const reports = await this.queries.execute(new ExemptReports(rows.flatMap(({ record: { report } }) => report ?? [])));
    return rows.flatMap((row) => {
      const { adopted, report } = row.record;
      const exempt =
        row.exempt ||
        (report !== undefined && reports.has(report)) ||
        (adopted.by === 'decision' && places.has(`${adopted.decision.meetingId}#${adopted.decision.decisionId}`));
      if (isIn(exemptIn, row.bodyId)) return [{ ...row, exempt }];
      return exempt ? [] : [{ ...row, updates: toldWithout(row.updates, places) }];
    });
  }

  /** The items of some plans of a body in order, as far as the reader may see them. */
  async itemsOf(plans: readonly PlanRegisterRow[], exemptIn: InBodies): Promise<readonly PlanItemRow[]> {
    const [plan] = plans;
    if (!plan) return [];
    const planIds = plans.map(({ planId }) => planId);
    const rows = await this.items.findMany({ where: { planId: { in: planIds } }, orderBy: { planId: 'asc', place: 'asc' } });
    if (isIn(exemptIn, plan.bodyId)) return rows;
    const places = await this.queries.execute(new ExemptPlaces(rows.flatMap(({ updates }) => meetingsOf(updates))));
    return rows.map((row) => ({ ...row, updates: toldWithout(row.updates, places) }));
  }
}

export interface PlanRead {
  readonly row: PlanRegisterRow;
  readonly head: PlanHead;
  readonly items: readonly PlanItemRow[];
  /** What the items' deadlines follow from, where any rests on the calendar or the diary. */
  readonly facts: FactsAt | undefined;
}

/** When the last step was written down that settled an item, as it stood on a day; `null` where it was open. */
export function endedAt(updates: PlanItemRow['updates'], asAt: string): string | null {
  const known = updates.filter(({ data }) => data.on <= asAt);
  if ((itemOn(known, asAt)?.standing ?? 'open') === 'open') return null;
  return known.findLast(({ type }) => SETTLES.has(type))?.recordedAt ?? null;
}

const SETTLES: ReadonlySet<string> = new Set(['PlanItemCompleted', 'PlanItemSuperseded', 'PlanItemDropped']);

/** When the closing of a plan was written down, as it stood on a day: its review is no longer awaited. */
export const closedAt = ({ updates }: Pick<PlanRegisterRow, 'updates'>, asAt: string): string | null =>
  headOn(updates, asAt)?.closed
    ? (updates.findLast(({ type, data }) => type === 'PlanClosed' && data.on <= asAt)?.recordedAt ?? null)
    : null;

const reviewOf = ({ nextReview, settledOn }: PlanHead) => (nextReview ? [[nextReview, settledOn] as const] : []);

/** The plan with its review's deadline as it follows from the facts. */
export const headDated = (head: PlanHead, facts: DatingFacts | undefined): PlanHead =>
  facts && head.nextReview ? { ...head, nextReview: dated(head.nextReview, head.settledOn, facts) } : head;

/** The items of a plan as they stood on a day; those that were added later are not there. */
export const itemsOn = (rows: readonly PlanItemRow[], asAt: string, facts: FactsAt | undefined): PlanItemView[] =>
  rows.flatMap(({ planId, updates }) => {
    const item = itemOn(updates, asAt);
    return item ? [itemView(itemDated(item, facts?.(endedAt(updates, asAt))), planId, asAt)] : [];
  });
