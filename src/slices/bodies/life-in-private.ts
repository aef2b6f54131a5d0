import { type Recorded } from '../../kernel/event.js';
import { DECIDED_IN_PRIVATE } from '../../kernel/exempt.js';
import { type BodyLifeEvent, type DecisionCited } from './body-life.events.js';

/** A decision as a key of what is exempt. */
const placeOf = ({ meetingId, decisionId }: DecisionCited): string => `${meetingId}#${decisionId}`;

const decisionOf = ({ data }: Recorded<BodyLifeEvent>): DecisionCited | undefined =>
  (data as { readonly decision?: DecisionCited }).decision;

/** The decisions that a body's life rests on, after another step of it. */
export const restsOn = (rests: readonly DecisionCited[], event: Recorded<BodyLifeEvent>): readonly DecisionCited[] => {
  const decision = decisionOf(event);
  return decision ? [...rests, decision] : rests;
};

/** Whether a step of a life rests on a decision that is exempt. */
export const isPrivate = (rests: readonly DecisionCited[], exempt: ReadonlySet<string>): boolean =>
  rests.some((decision) => exempt.has(placeOf(decision)));

interface Subjects {
  readonly begun?: readonly string[];
  readonly of?: string;
}
type SubjectTable = { readonly [T in BodyLifeEvent['type']]?: (event: Recorded<Extract<BodyLifeEvent, { type: T }>>) => Subjects };

const ofCondition = ({ data }: { readonly data: { readonly condition: string } }): Subjects => ({ of: `condition ${data.condition}` });
const ofBudget = ({ data }: { readonly data: { readonly budgetId: string } }): Subjects => ({ of: `budget ${data.budgetId}` });

/** What an event begins of which later events tell, and what it tells of that an earlier one began. */
const SUBJECTS: SubjectTable = {
  ReadinessConditionsSet: ({ data }) => ({ begun: data.conditions.map(({ conditionId }) => `condition ${conditionId}`) }),
  ConditionEvidenced: ofCondition,
  EvidenceWithdrawn: ofCondition,
  PathfinderNamed: () => ({ begun: ['pathfinder'] }),
  PathfinderReviewed: () => ({ of: 'pathfinder' }),
  BudgetDelegated: ({ data }) => ({ begun: [`budget ${data.budgetId}`] }),
  BudgetChanged: ofBudget,
  BudgetPhaseDated: ofBudget,
  BudgetPhaseBegun: ofBudget,
};
const subjectsOf = (event: Recorded<BodyLifeEvent>): Subjects =>
  (SUBJECTS[event.type] as ((event: Recorded<BodyLifeEvent>) => Subjects) | undefined)?.(event) ?? {};

/**
 * Turns the events of a body's life, one after another, into what may be told of them to a reader without the right to what is exempt. A
 * step that rests on an exempt decision, or tells of what such a step began, keeps what concerns everybody: that it was taken, what kind of
 * step it is and the day. Its words, what it rests on, how much money it is of and what it planned are left out.
 */
export function tellingWithout(exempt: ReadonlySet<string>): <E extends Recorded<BodyLifeEvent>>(event: E) => E {
  const subjects = new Set<string>();
  return (event) => {
    const { begun = [], of } = subjectsOf(event);
    const decision = decisionOf(event);
    const own = decision !== undefined && exempt.has(placeOf(decision));
    for (const subject of begun) {
      if (own) subjects.add(subject);
      else subjects.delete(subject);
    }
    return own || (of !== undefined && subjects.has(of)) ? { ...event, data: withoutWords(event.data) } : event;
  };
}

/** Ids, kinds and outcomes: what is said with them concerns everybody. */
const KEPT = /^(bodyId|kind|timeZone|outcome|condition|gated|clocks|dropped|delegatedBy|reviewedBy|.+Id)$/;
/** What the step rests on, and what it planned, where a step need not have it. */
const LEFT_OUT = /^(decision|source|report|link|until|nextReview)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function withoutWords<T>(said: T, field = ''): T {
  if (KEPT.test(field)) return said;
  if (typeof said === 'string') return (DAY.test(said) ? said : DECIDED_IN_PRIVATE) as T;
  if (Array.isArray(said)) return said.map((one) => withoutWords(one as unknown)) as T;
  if (typeof said !== 'object' || said === null) return said;
  if ('explanation' in said) return { kind: 'none', words: DECIDED_IN_PRIVATE, explanation: DECIDED_IN_PRIVATE } as T;
  const { amount, ...rest } = said as Record<string, unknown>;
  const kept = Object.entries(rest).filter(([name]) => !LEFT_OUT.test(name));
  const told = kept.map(([name, value]) => [name, withoutWords(value, name)] as const);
  return Object.fromEntries(amount === undefined || 'deadline' in said ? told : [...told, ['toBeDefined', DECIDED_IN_PRIVATE]]) as T;
}
