import { type DatingFacts, type Deadline } from '../../kernel/deadline.js';
import { dated } from '../calendars/calendars.words.js';
import { type DecisionCited, type PlanItemDetails, type PlanItemEvent } from './plan.events.js';
import { occurrenceAfter } from './recurrence.js';
import { type FactOf } from '../../kernel/update.js';

/** The status of an item by its last step, on whatever day. */
export type RecordedPlanItemStatus = 'open' | 'achieved' | 'superseded' | 'dropped';

/** An item as its events tell it. All dates are calendar dates where the body sits. */
export interface PlanItem extends PlanItemDetails {
  readonly itemId: string;
  readonly addedOn: string;
  readonly standing: RecordedPlanItemStatus;
  /** Achievements reported of the item, in the order they were recorded; the plan's last column shows them. */
  readonly progress: readonly ItemProgress[];
  readonly evaluations: readonly ItemEvaluation[];
  /** Earlier wordings, the oldest first. */
  readonly amendments: readonly ItemAmendment[];
  /** Occurrences that were met, of an item that recurs. */
  readonly met: readonly string[];
  /** The settling of the item, once it is settled. */
  readonly settled?: { readonly on: string; readonly words: string; readonly ref?: string; readonly decision?: DecisionCited };
  /** Day of the last step that changed the item's standing or deadline: the next such step cannot be earlier. */
  readonly settledOn: string;
}

export interface ItemProgress {
  readonly on: string;
  readonly words: string;
  readonly kind: 'reported' | 'occurrence met' | 'completed' | 'superseded';
  readonly reportedBy?: string;
}

export interface ItemEvaluation {
  readonly on: string;
  readonly rating: string;
  readonly evidence?: string;
  readonly improvement?: string;
}

export interface ItemAmendment {
  readonly on: string;
  /** The earlier values of the fields that were changed; a field that had no value is absent. */
  readonly was: Partial<PlanItemDetails>;
  readonly decision?: DecisionCited;
  readonly reason?: string;
}

/** What one event changes; the event's metadata plays no part. */
export type ItemFact = FactOf<PlanItemEvent>;

/** Nothing can happen to an item that was not added: it stays `null`. */
export function evolveItem(item: PlanItem | null, event: ItemFact): PlanItem | null {
  if (event.type === 'PlanItemAdded') {
    const { itemId, on, details } = event.data;
    const nothing = { progress: [], evaluations: [], amendments: [], met: [] };
    return { ...details, ...nothing, itemId, addedOn: on, standing: 'open', settledOn: on };
  }
  if (!item) return null;
  switch (event.type) {
    case 'PlanItemAmended':
      return amended(item, event.data);
    case 'PlanItemDueRecounted':
      return { ...item, due: event.data.due };
    case 'PlanItemAchievementReported': {
      const { on, words, reportedBy } = event.data;
      return {
        ...item,
        progress: [...item.progress, { on, words, kind: 'reported', ...(reportedBy === undefined ? {} : { reportedBy }) }],
      };
    }
    case 'PlanItemSelfEvaluated': {
      const { on, rating, evidence, improvement } = event.data;
      return { ...item, evaluations: [...item.evaluations, { on, rating, evidence, improvement }] };
    }
    case 'PlanItemOccurrenceMet': {
      const { on, words, occurrence } = event.data;
      return {
        ...item,
        progress: [...item.progress, { on, words, kind: 'occurrence met' }],
        met: [...item.met, occurrence],
        settledOn: on,
      };
    }
    case 'PlanItemCompleted': {
      const { on, words, decision } = event.data;
      const progress = [...item.progress, { on, words, kind: 'completed' } as const];
      return { ...item, progress, standing: 'achieved', settled: { on, words, decision }, settledOn: on };
    }
    case 'PlanItemSuperseded': {
      const { on, by, ref, words, decision } = event.data;
      const progress = [...item.progress, { on, words: words ?? `Superseded by ${by}`, kind: 'superseded' } as const];
      return { ...item, progress, standing: 'superseded', settled: { on, words: by, ref, decision }, settledOn: on };
    }
    case 'PlanItemDropped': {
      const { on, reason, decision } = event.data;
      return { ...item, standing: 'dropped', settled: { on, words: reason, decision }, settledOn: on };
    }
    case 'PlanItemReopened':
      return { ...item, standing: 'open', settled: undefined, settledOn: event.data.on };
  }
}

function amended(item: PlanItem, { on, changes, decision, reason }: Extract<ItemFact, { type: 'PlanItemAmended' }>['data']): PlanItem {
  const was = Object.fromEntries(Object.keys(changes).map((name) => [name, item[name as keyof PlanItemDetails]]));
  const anew = changes.due === undefined ? {} : { met: [], settledOn: on > item.settledOn ? on : item.settledOn };
  return { ...item, ...changes, ...anew, amendments: [...item.amendments, { on, was, decision, reason }] };
}

/** The item as it stood at the end of a day; `null` before it was added. */
export const itemOn = (facts: readonly ItemFact[], date: string): PlanItem | null =>
  facts.filter(({ data }) => data.on <= date).reduce<PlanItem | null>(evolveItem, null);

/** The item with its deadline as it follows from the facts. */
export const itemDated = (item: PlanItem, facts: DatingFacts | undefined): PlanItem => {
  const due = facts ? dated(item.due, item.addedOn, facts) : item.due;
  return due === item.due ? item : { ...item, due };
};

/** The last day of what is due next: of an item that recurs, the occurrence after the last that was met. */
export function latestOf({ due, met }: Pick<PlanItem, 'due' | 'met'>): string | undefined {
  const last = [...met].sort().at(-1);
  return last === undefined ? due.latest : occurrenceAfter(due, last);
}

/** The next occurrence as a deadline, in the words of the first. */
export const dueNext = (due: Deadline, occurrence: string | undefined): Deadline => {
  const { earliest: _earliest, latest, ...rest } = due;
  const first = due.first ?? latest;
  return { ...rest, ...(first === undefined ? {} : { first }), ...(occurrence === undefined ? {} : { latest: occurrence }) };
};
