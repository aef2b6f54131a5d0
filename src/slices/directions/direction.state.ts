import { dateMoved } from '../../kernel/words.js';
import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type DateMoved, type DatingFacts, type Deadline } from '../../kernel/deadline.js';
import { given } from '../../kernel/plain.js';
import { dated } from '../calendars/calendars.words.js';
import { type DecisionRef } from '../../kernel/citation.js';
import {
  type Decided,
  type DirectionEvent,
  type DirectionReportedData,
  type DirectionTerms,
  type OptionalTerm,
  type Replacement,
} from './direction.events.js';
import { type FactOf, type UpdateOf } from '../../kernel/update.js';

/** A direction as its events tell it. All dates are calendar dates where the body sits. */
export interface Direction {
  readonly bodyId: string;
  readonly direction: string;
  /** The terms as they now stand: as amended in draft, and as corrected since. */
  readonly terms: DirectionTerms;
  readonly draftedOn: string;
  readonly approval?: Decided & { readonly on: string; readonly reference: string; readonly standing: string };
  readonly exempt: boolean;
  readonly issues: readonly Issue[];
  readonly reports: readonly Pick<DirectionReportedData, 'on' | 'recipient' | 'words' | 'measures' | 'timeframeMet'>[];
  readonly reviews: readonly { readonly on: string; readonly words: string; readonly next?: Deadline }[];
  /** The review the direction awaits: as its terms say, or as the last review asked. */
  readonly review?: Deadline;
  readonly timeframeMetOn?: string;
  readonly end?: Ending;
  /** The days of its terms that moved since they were said, once it is approved; absent until it is dated. */
  readonly datesMoved?: { readonly timeframes: DateMoved | null; readonly review: DateMoved | null };
  /** Day of the last step (approved, issued, acknowledged): the direction cannot end earlier. */
  readonly settledOn: string;
}

export interface Issue {
  readonly recipient: string;
  readonly on: string;
  readonly by: string;
  readonly acknowledge: Deadline;
  /** The move of the day by which to acknowledge, where it is another than was said at the issue; absent until the direction is dated. */
  readonly dateMoved?: DateMoved | null;
  readonly acknowledged?: { readonly on: string; readonly by?: string; readonly words?: string };
}

export interface Ending {
  readonly how: 'withdrawn' | 'completed' | Replacement;
  readonly on: string;
  readonly words?: string;
  /** The direction that replaced it. */
  readonly by?: { readonly direction: string; readonly reference: string };
  readonly decision?: DecisionRef;
}

export type DirectionStatus = 'drafted' | 'approved' | 'issued' | 'in-force' | Ending['how'];

/** What one event changes; the event's metadata plays no part. */
export type DirectionFact = FactOf<DirectionEvent>;

export const statusOf = ({ end, issues, approval, terms }: Direction): DirectionStatus => {
  if (end) return end.how;
  if (issues.length === 0) return approval ? 'approved' : 'drafted';
  const acknowledged = (recipient: string): boolean => issues.some((one) => one.recipient === recipient && one.acknowledged !== undefined);
  return terms.recipients.every(({ recipient }) => acknowledged(recipient)) ? 'in-force' : 'issued';
};

/** A direction is live once approved, until it is completed, varied, revoked or superseded (s.27). */
export const isLive = ({ approval, end }: Pick<Direction, 'approval' | 'end'>): boolean => approval !== undefined && end === undefined;

/** The clocks that run for a direction: its timeframes, its review, and each acknowledgement that is awaited. */
export function clocksRunning({ timeframeMetOn, review, reviews, issues }: Direction): readonly string[] {
  return [
    ...(timeframeMetOn === undefined ? ['timeframe'] : []),
    ...(review !== undefined || reviews.length === 0 ? ['review'] : []),
    ...issues.filter(({ acknowledged }) => !acknowledged).map(({ recipient }) => acknowledgementClock(recipient)),
  ];
}

export const acknowledgementClock = (recipient: string): string => `acknowledge-${recipient}`;

const later = (a: string, b: string): string => (a > b ? a : b);

const without = (terms: DirectionTerms, removed: readonly OptionalTerm[]): DirectionTerms =>
  Object.fromEntries(Object.entries(terms).filter(([name]) => !removed.includes(name as OptionalTerm))) as unknown as DirectionTerms;

/** Nothing can happen to a direction that was not drafted: it stays `null`. */
export function evolveDirection(direction: Direction | null, { type, data }: DirectionFact): Direction | null {
  if (type === 'DirectionDrafted') {
    const { bodyId, direction: id, terms, on } = data;
    return {
      bodyId,
      direction: id,
      terms,
      draftedOn: on,
      exempt: false,
      issues: [],
      reports: [],
      reviews: [],
      review: terms.review,
      settledOn: on,
    };
  }
  if (!direction) return null;
  const ended = (end: Omit<Ending, 'on'>): Direction => ({ ...direction, end: { ...end, on: data.on } });
  switch (type) {
    case 'DirectionDraftAmended': {
      const terms = { ...without(direction.terms, data.without), ...data.changes };
      return { ...direction, terms, review: terms.review };
    }
    case 'DirectionDraftWithdrawn':
      return ended({ how: 'withdrawn', words: data.reason });
    case 'DirectionApproved': {
      const { on, reference, standing, decision, paragraph, part, exempt } = data;
      return { ...direction, exempt, approval: { on, reference, standing, decision, paragraph, part }, settledOn: on };
    }
    case 'DirectionIssued': {
      const { on, by, to, acknowledge } = data;
      const issues = [...direction.issues, ...to.map(({ recipient }) => ({ recipient, on, by, acknowledge }))];
      return { ...direction, issues, settledOn: later(direction.settledOn, on) };
    }
    case 'DirectionAcknowledged': {
      const { recipient, on, by, words } = data;
      const issues = direction.issues.map((one) => (one.recipient === recipient ? { ...one, acknowledged: { on, by, words } } : one));
      return { ...direction, issues, settledOn: later(direction.settledOn, on) };
    }
    case 'DirectionReported': {
      const { on, recipient, words, measures, timeframeMet } = data;
      const met = timeframeMet ? { timeframeMetOn: on } : {};
      return { ...direction, ...met, reports: [...direction.reports, { on, recipient, words, measures, timeframeMet }] };
    }
    case 'DirectionCompleted':
      return ended({ how: 'completed', words: data.words, decision: data.decision });
    case 'DirectionReplaced':
      return ended({ how: data.how, by: { direction: data.by, reference: data.byReference } });
    case 'DirectionRevoked':
      return ended({ how: 'revoked', words: data.reason, decision: data.decision });
    case 'DirectionReviewed': {
      const { on, words, next } = data;
      return { ...direction, review: next, reviews: [...direction.reviews, { on, words, next }] };
    }
    case 'DirectionCorrected': {
      const { exempt = direction.exempt, review = direction.review, ...changes } = data.changes;
      const terms = { ...direction.terms, ...changes };
      // Once a review was held, a corrected review is the one that the last review asked for, not the one in the terms.
      return { ...direction, terms: direction.reviews.length === 0 ? { ...terms, review } : terms, review, exempt };
    }
  }
}

/** When the end of each clock was written down that a direction no longer has running, as it stood by these updates. */
export function endsOf(direction: Direction, updates: readonly DirectionUpdate[]): ReadonlyMap<string, string> {
  const running = direction.end ? [] : clocksRunning(direction);
  const ends = new Map<string, string>();
  for (const { type, data, recordedAt } of updates) {
    const ended =
      type === 'DirectionAcknowledged'
        ? [acknowledgementClock(data.recipient)]
        : type === 'DirectionReported' && data.timeframeMet
          ? ['timeframe']
          : 'clocks' in data
            ? data.clocks
            : [];
    for (const clock of ended) if (!running.includes(clock) && !ends.has(clock)) ends.set(clock, recordedAt);
  }
  return ends;
}

/** The direction with its deadlines as they follow from the facts: those of each clock, which an ended one keeps as they were at its end. */
export function directionDated(direction: Direction, factsOf: (clock: string) => DatingFacts): Direction {
  const again = <D extends Deadline | undefined>(deadline: D, saidOn: string, clock: string): D =>
    deadline ? (dated(deadline, saidOn, factsOf(clock)) as D) : deadline;
  const { terms, approval, draftedOn, issues, review } = direction;
  // Timeframes and review run from the approval; those of a draft, from the draft.
  const runsFrom = approval?.on ?? draftedOn;
  const since = (said: Deadline | undefined, now: Deadline | undefined): DateMoved | null =>
    approval && now ? dateMoved(said?.latest, now.latest) : null;
  const [timeframes, reviewed] = [
    again(terms.timeframes, runsFrom, 'timeframe'),
    review && again(review, direction.reviews.at(-1)?.on ?? runsFrom, 'review'),
  ];
  return {
    ...direction,
    terms: given({ ...terms, timeframes, review: again(terms.review, runsFrom, 'review') }),
    ...(reviewed ? { review: reviewed } : {}),
    datesMoved: { timeframes: since(terms.timeframes, timeframes), review: since(review, reviewed) },
    issues: issues.map((issue) => {
      const acknowledge = again(issue.acknowledge, issue.on, acknowledgementClock(issue.recipient));
      return { ...issue, acknowledge, dateMoved: since(issue.acknowledge, acknowledge) };
    }),
  };
}

/** Every direction of a body, in the order they were drafted. */
export interface Directions {
  readonly directions: readonly Direction[];
}

export const directionOf = ({ directions }: Directions, id: string): Direction | undefined =>
  directions.find(({ direction }) => direction === id);

/** Stream `directions-<bodyId>`. */
export const directionsHistory: History<Directions> = {
  category: 'directions',
  ofBody: 'itself',
  initial: { directions: [] },
  evolve: (state, recorded) => {
    const event = recorded as Recorded<DirectionEvent>;
    const before = directionOf(state, event.data.direction) ?? null;
    const after = evolveDirection(before, event);
    if (!after) return state;
    if (!before) return { directions: [...state.directions, after] };
    return { directions: state.directions.map((one) => (one === before ? after : one)) };
  },
};

/** A step as the register keeps it. */
export type DirectionUpdate = UpdateOf<DirectionEvent>;

/** The direction at the end of a day; `null` before it was drafted, or approved where it was approved before its draft was written down. */
export function directionOn(updates: readonly DirectionFact[], date: string): Direction | null {
  if (!updates.some(({ data }) => data.on <= date)) return null;
  return updates
    .filter(({ type, data }) => type === 'DirectionDrafted' || type === 'DirectionDraftAmended' || data.on <= date)
    .reduce<Direction | null>(evolveDirection, null);
}
