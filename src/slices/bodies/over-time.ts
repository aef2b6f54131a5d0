import { addDays } from '../../kernel/dates.js';
import { type Recorded } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import {
  type BodyLifeEvent,
  type BudgetPhase,
  type DecisionCited,
  type LocalityTold,
  type Money,
  type RemitKind,
} from './body-life.events.js';

/**
 * A body over time: how it came to be, slept, was launched again and ended, and what it is for. A part of the body's state, and a column of
 * its register; folded by the same function in both. Lists are kept sorted by their first day, however late something was recorded.
 */
export interface BodyOverTime {
  readonly proposed: Extract<BodyLifeEvent, { type: 'BodyProposed' }>['data'] | null;
  readonly sabbaticals: readonly Sabbatical[];
  readonly relaunches: readonly { readonly on: string; readonly words?: string }[];
  readonly dissolved: { readonly on: string; readonly reason: string } | null;
  readonly dormancyRules: readonly DormancyRule[];
  readonly dormancies: readonly DeclaredDormancy[];
  readonly conditions: readonly ReadinessCondition[];
  readonly pathfinder: Pathfinder | null;
  readonly localities: readonly Locality[];
  readonly serves: readonly { readonly localityId: string; readonly areaBodyId: string; readonly from: string }[];
  readonly budgets: readonly Budget[];
  readonly sectors: readonly { readonly seatId: string; readonly sector: string; readonly from: string }[];
  readonly remits: readonly Remit[];
  readonly reviewPlanned: Deadline | null;
  /** What its deadlines are dated by; no reader is told of it. */
  readonly dating?: LifeDating;
}

export interface LifeDating {
  /** When the end of a deadline was written down, by its clock: it keeps the day it had then. */
  readonly ends: Readonly<Record<string, string>>;
  /** The day on which the review of its rules was planned. */
  readonly reviewSaidOn?: string;
}

/** The clocks of a body's own life: a sabbatical is named by its first day. */
export const sabbaticalClock = ({ from }: Pick<Sabbatical, 'from'>): string => `sabbatical-${from}`;
export const phaseClock = (budgetId: string, phaseId: string): string => `budget-${budgetId}-${phaseId}`;
export const PATHFINDER_CLOCK = 'pathfinder-review';
export const REVIEW_CLOCK = 'constitution-review';

/**
 * When a pathfinder is reviewed, hung on the diary of the body that reviews it: a review recorded before that body was kept with it names no
 * diary.
 */
export function reviewedIn(reviewAt: Deadline, reviewedBy: string | undefined, bodyId: string): Deadline {
  const { hangsOn } = reviewAt;
  if (!hangsOn || hangsOn.of || reviewedBy === undefined || reviewedBy === bodyId) return reviewAt;
  return { ...reviewAt, hangsOn: { ...hangsOn, of: { named: reviewedBy, bodyId: reviewedBy } } };
}

/** From `from` to `lastDay`, both included; going on where there is no last day, whatever was planned. */
export interface Sabbatical {
  readonly from: string;
  readonly until?: Deadline;
  readonly reason: string;
  readonly lastDay?: string;
}

export interface DormancyRule {
  readonly from: string;
  readonly noMeetingForMonths?: number;
  readonly source: string;
}

export interface DeclaredDormancy {
  /** The first day the body was surely dormant, by the words recorded. */
  readonly from: string;
  readonly words: string;
  readonly reason: string;
}

export interface ReadinessCondition {
  readonly conditionId: string;
  readonly title: string;
  readonly source?: string;
  /** `withdrawn`: the first day the evidence no longer counts. */
  readonly evidence: readonly { readonly on: string; readonly words: string; readonly link?: string; readonly withdrawn?: string }[];
}

export interface Pathfinder {
  readonly gated: readonly string[];
  readonly on: string;
  readonly reviewAt: Deadline;
  readonly reviewedBy?: string;
  readonly reviews: readonly { readonly on: string; readonly outcome: 'proceed' | 'not-yet'; readonly findings: string }[];
}

export interface Locality {
  readonly localityId: string;
  readonly lastDay?: string;
  /** The locality's details as recorded from each day on; the first entry's day is the locality's first day. */
  readonly told: readonly (LocalityTold & { readonly from: string })[];
}

export interface Budget {
  readonly budgetId: string;
  readonly title: string;
  readonly on: string;
  readonly delegatedBy?: string;
  readonly amount?: Money;
  readonly toBeDefined?: string;
  readonly phases: readonly (BudgetPhase & { readonly begun?: string })[];
}

export interface Remit {
  readonly kind: RemitKind;
  readonly words: string;
  readonly link?: string;
  readonly from: string;
  readonly decision?: DecisionCited;
  readonly source?: string;
}

export const nothingYet: BodyOverTime = {
  proposed: null,
  sabbaticals: [],
  relaunches: [],
  dissolved: null,
  dormancyRules: [],
  dormancies: [],
  conditions: [],
  pathfinder: null,
  localities: [],
  serves: [],
  budgets: [],
  sectors: [],
  remits: [],
  reviewPlanned: null,
};

const byFrom = <T extends { readonly from: string }>(list: readonly T[], added: T): readonly T[] =>
  [...list, added].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** The day a deadline's words certainly reach: the end of the time they name, else its beginning, else the day they were recorded for. */
export const dayOf = ({ latest, earliest }: Deadline, recorded: string): string => latest ?? earliest ?? recorded;

const onCondition = (state: BodyOverTime, id: string, change: (one: ReadinessCondition) => ReadinessCondition): BodyOverTime => ({
  ...state,
  conditions: state.conditions.map((one) => (one.conditionId === id ? change(one) : one)),
});

const onBudget = (state: BodyOverTime, id: string, change: (one: Budget) => Budget): BodyOverTime => ({
  ...state,
  budgets: state.budgets.map((one) => (one.budgetId === id ? change(one) : one)),
});

const onLocality = (state: BodyOverTime, id: string, change: (one: Locality) => Locality): BodyOverTime => ({
  ...state,
  localities: state.localities.map((one) => (one.localityId === id ? change(one) : one)),
});

export function evolveOverTime(state: BodyOverTime, event: Recorded<BodyLifeEvent>): BodyOverTime {
  const next = lived(state, event);
  const before = state.dating ?? { ends: {} };
  const dating = datingAfter(before, next, event);
  return dating === before ? next : { ...next, dating };
}

function datingAfter(before: LifeDating, next: BodyOverTime, event: Recorded<BodyLifeEvent>): LifeDating {
  if (event.type === 'ConstitutionReviewPlanned') return { ...before, reviewSaidOn: event.data.on };
  if (event.type === 'PathfinderNamed') {
    const { [PATHFINDER_CLOCK]: _, ...ends } = before.ends;
    return { ...before, ends };
  }
  const ended = (event.type === 'BodyDissolved' ? clocksOf(next, () => true) : clocksOf(next, ({ over }) => over)).filter(
    (clock) => !(clock in before.ends),
  );
  if (ended.length === 0) return before;
  return { ...before, ends: { ...before.ends, ...Object.fromEntries(ended.map((clock) => [clock, event.recordedAt])) } };
}

/** The clocks of a body's life, those that are over, or all of them. */
const clocksOf = (
  { sabbaticals, pathfinder, budgets, reviewPlanned }: BodyOverTime,
  wanted: (one: { readonly over: boolean }) => boolean,
): string[] =>
  [
    ...sabbaticals.map((one) => ({ clock: sabbaticalClock(one), over: one.lastDay !== undefined })),
    ...(pathfinder ? [{ clock: PATHFINDER_CLOCK, over: pathfinder.reviews.some(({ outcome }) => outcome === 'proceed') }] : []),
    ...budgets.flatMap(({ budgetId, phases }) =>
      phases.map(({ phaseId, begun }) => ({ clock: phaseClock(budgetId, phaseId), over: begun !== undefined })),
    ),
    ...(reviewPlanned ? [{ clock: REVIEW_CLOCK, over: false }] : []),
  ]
    .filter(wanted)
    .map(({ clock }) => clock);

function lived(state: BodyOverTime, event: Recorded<BodyLifeEvent>): BodyOverTime {
  switch (event.type) {
    case 'BodyProposed':
      return { ...state, proposed: event.data };
    case 'SabbaticalBegun': {
      const { from, until, reason } = event.data;
      return { ...state, sabbaticals: byFrom(state.sabbaticals, { from, reason, ...(until && { until }) }) };
    }
    case 'SabbaticalEnded':
      return { ...state, sabbaticals: ended(state.sabbaticals, event.data.lastDay) };
    case 'BodyRelaunched': {
      const { on, words } = event.data;
      const relaunches = [...state.relaunches, { on, ...(words === undefined ? {} : { words }) }];
      return {
        ...state,
        relaunches: relaunches.sort((a, b) => (a.on < b.on ? -1 : 1)),
        sabbaticals: ended(state.sabbaticals, addDays(on, -1)),
      };
    }
    case 'BodyDissolved':
      return { ...state, dissolved: { on: event.data.on, reason: event.data.reason } };
    case 'DormancyRuleAdopted': {
      const { bodyId: _, ...rule } = event.data;
      return { ...state, dormancyRules: byFrom(state.dormancyRules, rule) };
    }
    case 'DormancyRecorded': {
      const { from, reason } = event.data;
      const day = dayOf(from, event.happenedAt.slice(0, 10));
      return { ...state, dormancies: byFrom(state.dormancies, { from: day, words: from.words, reason }) };
    }
    case 'ReadinessConditionsSet': {
      const kept = new Map(state.conditions.map((one) => [one.conditionId, one.evidence]));
      return {
        ...state,
        conditions: event.data.conditions.map((one) => ({ ...one, evidence: kept.get(one.conditionId) ?? [] })),
      };
    }
    case 'ConditionEvidenced': {
      const { bodyId: _, condition, ...evidence } = event.data;
      return onCondition(state, condition, (one) => ({ ...one, evidence: [...one.evidence, evidence] }));
    }
    case 'EvidenceWithdrawn': {
      const { condition, on } = event.data;
      return onCondition(state, condition, (one) => ({
        ...one,
        evidence: one.evidence.map((told) => (told.withdrawn === undefined && told.on <= on ? { ...told, withdrawn: on } : told)),
      }));
    }
    case 'PathfinderNamed': {
      const { bodyId, gated, on, reviewAt, reviewedBy } = event.data;
      const review = reviewedIn(reviewAt, reviewedBy, bodyId);
      return { ...state, pathfinder: { gated, on, reviewAt: review, ...(reviewedBy && { reviewedBy }), reviews: [] } };
    }
    case 'PathfinderReviewed': {
      const { on, outcome, findings, nextReview } = event.data;
      const { pathfinder } = state;
      if (!pathfinder) return state;
      const reviews = [...pathfinder.reviews, { on, outcome, findings }];
      return { ...state, pathfinder: { ...pathfinder, reviews, reviewAt: nextReview ?? pathfinder.reviewAt } };
    }
    case 'LocalityDefined': {
      const { bodyId: _, source: _source, localityId, ...told } = event.data;
      return { ...state, localities: [...state.localities, { localityId, told: [told] }] };
    }
    case 'LocalityChanged': {
      const { localityId, from, changes } = event.data;
      return onLocality(state, localityId, (one) => {
        const before = one.told.findLast((told) => told.from <= from) ?? one.told[0]!;
        return { ...one, told: byFrom(one.told, { ...before, ...changes, from }) };
      });
    }
    case 'LocalityEnded':
      return onLocality(state, event.data.localityId, (one) => ({ ...one, lastDay: event.data.lastDay }));
    case 'LocalityServed': {
      const { localityId, areaBodyId, from } = event.data;
      return { ...state, serves: byFrom(state.serves, { localityId, areaBodyId, from }) };
    }
    case 'BudgetDelegated': {
      const { budgetId, title, on, delegatedBy, amount, toBeDefined, phases } = event.data;
      const budget = {
        budgetId,
        title,
        on,
        phases,
        ...(delegatedBy && { delegatedBy }),
        ...(amount && { amount }),
        ...(toBeDefined && { toBeDefined }),
      };
      return { ...state, budgets: [...state.budgets, budget] };
    }
    case 'BudgetChanged': {
      const { budgetId, changes } = event.data;
      return onBudget(state, budgetId, ({ amount, toBeDefined, ...one }) => ({
        ...one,
        ...(changes.amount || changes.toBeDefined !== undefined ? {} : { ...(amount && { amount }), ...(toBeDefined && { toBeDefined }) }),
        ...changes,
        phases: (changes.phases ?? one.phases).map((phase) => {
          const begun = one.phases.find(({ phaseId }) => phaseId === phase.phaseId)?.begun;
          return begun === undefined ? phase : { ...phase, begun };
        }),
      }));
    }
    case 'BudgetPhaseDated':
    case 'BudgetPhaseBegun': {
      const { budgetId, phaseId } = event.data;
      const more = event.type === 'BudgetPhaseDated' ? { deadline: event.data.deadline } : { begun: event.data.on };
      return onBudget(state, budgetId, (one) => ({
        ...one,
        phases: one.phases.map((phase) => (phase.phaseId === phaseId ? { ...phase, ...more } : phase)),
      }));
    }
    case 'SeatPlacedInSector': {
      const { bodyId: _, ...placed } = event.data;
      return { ...state, sectors: byFrom(state.sectors, placed) };
    }
    case 'RemitRecorded': {
      const { bodyId: _, ...remit } = event.data;
      return { ...state, remits: byFrom(state.remits, remit) };
    }
    case 'ConstitutionReviewPlanned':
      return { ...state, reviewPlanned: event.data.by };
    case 'ConstitutionReviewed':
      return { ...state, reviewPlanned: null };
  }
}

/** Ends the sabbatical that was going on. */
const ended = (sabbaticals: readonly Sabbatical[], lastDay: string): readonly Sabbatical[] =>
  sabbaticals.map((one) => (one.lastDay === undefined && one.from <= lastDay ? { ...one, lastDay } : one));

/** The conditions without evidence that counts on a day. */
export const lacking = ({ conditions }: BodyOverTime, date: string): readonly ReadinessCondition[] =>
  conditions.filter(({ evidence }) => !evidence.some(({ on, withdrawn }) => on <= date && (withdrawn === undefined || date < withdrawn)));

/** A locality as it was on a day; `null` where it did not exist then. */
export const localityOn = (
  { localityId, lastDay, told }: Locality,
  date: string,
): (LocalityTold & { readonly localityId: string; readonly from: string }) | null => {
  const now = told.findLast(({ from }) => from <= date);
  return now && (lastDay === undefined || date <= lastDay) ? { localityId, ...now } : null;
};

/** A locality is a ward, or an area of at most so many people (Community Empowerment (Scotland) Act 2015, s.9). */
export const LARGEST_LOCALITY = 30_000;
