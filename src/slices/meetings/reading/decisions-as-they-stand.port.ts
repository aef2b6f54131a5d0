import { Query } from '@nestjs/cqrs';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type DecisionAsItStands } from '../events/decision.events.js';

/**
 * Decisions as the whole record has them now; `null` while that cannot be told. A decision that is in no record is left out. Each decision
 * is read from its meeting's stream, and what other meetings decided of it from the register, once that has caught up.
 */
export class DecisionsAsTheyStand extends Query<readonly DecisionAsItStands[] | null> {
  constructor(readonly decisions: readonly DecisionRef[]) {
    super();
  }
}
