import { Query, type QueryBus } from '@nestjs/cqrs';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type DecisionAsItStands, type DecisionFacts } from '../events/decision.events.js';

/**
 * Decisions as the whole record has them now; `null` while that cannot be told. A decision that is in no record is left out. Each decision
 * is read from its meeting's stream, and what other meetings decided of it from the register, once that has caught up.
 */
export class DecisionsAsTheyStand extends Query<readonly DecisionAsItStands[] | null> {
  constructor(readonly decisions: readonly DecisionRef[]) {
    super();
  }
}

/** The facts of decisions of other meetings that a command is about. */
export async function decisionFacts(queries: QueryBus, refs: readonly DecisionRef[]): Promise<DecisionFacts> {
  const decisions = refs.length === 0 ? [] : await queries.execute(new DecisionsAsTheyStand(refs));
  return decisions === null ? { decisions: [], behind: true } : { decisions };
}
