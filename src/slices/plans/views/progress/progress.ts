import { addDays } from '../../../../kernel/dates.js';
import { type DatingFacts, type Deadline } from '../../../../kernel/deadline.js';
import { dated } from '../../../calendars/calendars.words.js';
import { type PlanItemEvent } from '../../plan.events.js';
import { type HeadFact } from '../../plan.state.js';
import { itemDated, type ItemFact, itemOn, type PlanItem } from '../../plan-item.state.js';
import { itemStatusOn } from '../../plan-item-status.js';
import { occurrencesUntil } from '../../recurrence.js';

/** The progress report of a plan from one day to another, both included. */
export interface PlanProgress {
  readonly planId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly from: string;
  readonly until: string;
  readonly added: readonly ProgressLine[];
  readonly achieved: readonly ProgressLine[];
  readonly reported: readonly ProgressLine[];
  readonly evaluated: readonly (ProgressLine & { readonly rating: string; readonly before: string | null })[];
  /** Amended, superseded, dropped or reopened. */
  readonly changed: readonly (ProgressLine & { readonly how: string })[];
  /** Items that became overdue in the period, whether or not they still are; `still`: overdue on its last day. */
  readonly fellOverdue: readonly (ProgressLine & { readonly still: boolean })[];
  readonly reviews: readonly { readonly on: string; readonly words: string }[];
}

export interface ProgressLine {
  readonly itemId: string;
  readonly number: string | null;
  readonly on: string;
  readonly words: string;
}

interface ItemFacts {
  readonly itemId: string;
  readonly updates: readonly ItemFact[];
}
type Fact<T extends PlanItemEvent['type']> = Extract<ItemFact, { type: T }>;

/**
 * The days in the period from which an item was overdue, having not been so the day before. An item's status changes only on the day of an
 * update and on the day after something fell due: no other day needs to be looked at.
 */
export function fellOverdueOn(updates: readonly ItemFact[], from: string, until: string, dating?: DatingFacts): string[] {
  const overdue = (day: string): boolean => {
    const item = itemOn(updates, day);
    return item !== null && itemStatusOn(itemDated(item, dating), day).status === 'overdue';
  };
  const candidates = new Set<string>();
  for (const { data } of updates) candidates.add(data.on);
  for (const due of dueDays(updates, until, dating)) candidates.add(addDays(due, 1));
  return [...candidates].filter((day) => day >= from && day <= until && overdue(day) && !overdue(addDays(day, -1))).sort();
}

function dueDays(updates: readonly ItemFact[], until: string, dating: DatingFacts | undefined): string[] {
  return updates.flatMap((fact) => {
    const said = dueOf(fact);
    const due = said && dating ? dated(said, fact.data.on, dating) : said;
    return due?.latest === undefined ? [] : [due.latest, ...occurrencesUntil(due, until)];
  });
}

const dueOf = ({ type, data }: ItemFact): Deadline | undefined => {
  if (type === 'PlanItemAdded') return data.details.due;
  if (type === 'PlanItemAmended') return data.changes.due;
  return type === 'PlanItemDueRecounted' ? data.due : undefined;
};

export interface PlanFactsOfPeriod {
  readonly planId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly updates: readonly HeadFact[];
  readonly items: readonly ItemFacts[];
  /** What the items' deadlines follow from, where any rests on the calendar or the diary. */
  readonly facts?: DatingFacts | undefined;
}

export function planProgress(
  { planId, bodyId, title, updates, items, facts: dating }: PlanFactsOfPeriod,
  from: string,
  until: string,
): PlanProgress {
  const within = ({ data: { on } }: { readonly data: { readonly on: string } }): boolean => on >= from && on <= until;
  const lines = <T extends PlanItemEvent['type'], L>(type: T, show: (fact: Fact<T>, item: PlanItem) => L) =>
    items.flatMap(({ itemId, updates: facts }) =>
      facts
        .filter((fact): fact is Fact<T> => fact.type === type && within(fact))
        .flatMap((fact) => {
          const item = itemOn(facts, fact.data.on);
          return item ? [{ itemId, number: item.number ?? null, on: fact.data.on, ...show(fact, item) }] : [];
        }),
    );
  const inOrder = <L extends { readonly on: string }>(found: readonly L[]): L[] => [...found].sort((a, b) => a.on.localeCompare(b.on));
  return {
    planId,
    bodyId,
    title,
    from,
    until,
    added: inOrder(lines('PlanItemAdded', ({ data }) => ({ words: data.details.text }))),
    achieved: inOrder([
      ...lines('PlanItemCompleted', ({ data: { words } }) => ({ words })),
      ...lines('PlanItemOccurrenceMet', ({ data: { words, occurrence } }) => ({ words: `For ${occurrence}: ${words}` })),
    ]),
    reported: inOrder(lines('PlanItemAchievementReported', ({ data: { words } }) => ({ words }))),
    evaluated: inOrder(
      lines('PlanItemSelfEvaluated', ({ data }, item) => ({
        rating: data.rating,
        before: item.evaluations.filter(({ on }) => on < data.on).at(-1)?.rating ?? null,
        words: data.evidence ?? '',
      })),
    ),
    changed: inOrder([
      ...lines('PlanItemAmended', ({ data: { changes, reason, decision } }) => ({
        how: `amended: ${Object.keys(changes).join(', ')}`,
        words: reason ?? (decision ? `decision ${decision.paragraph} of ${decision.meetingId}` : ''),
      })),
      ...lines('PlanItemSuperseded', ({ data: { by, words } }) => ({ how: `superseded by ${by}`, words: words ?? '' })),
      ...lines('PlanItemDropped', ({ data: { reason } }) => ({ how: 'dropped', words: reason })),
      ...lines('PlanItemReopened', ({ data: { reason } }) => ({ how: 'reopened', words: reason })),
    ]),
    fellOverdue: inOrder(items.flatMap(({ itemId, updates: facts }) => overdueLines(itemId, facts, from, until, dating))),
    reviews: updates.flatMap((fact) =>
      fact.type === 'PlanReviewed' && within(fact) ? [{ on: fact.data.on, words: fact.data.outcome }] : [],
    ),
  };
}

function overdueLines(
  itemId: string,
  facts: readonly ItemFact[],
  from: string,
  until: string,
  dating: DatingFacts | undefined,
): PlanProgress['fellOverdue'] {
  const last = itemOn(facts, until);
  const still = last !== null && itemStatusOn(itemDated(last, dating), until).status === 'overdue';
  return fellOverdueOn(facts, from, until, dating).flatMap((on) => {
    const item = itemOn(facts, on);
    return item ? [{ itemId, number: item.number ?? null, on, words: item.due.words, still }] : [];
  });
}
