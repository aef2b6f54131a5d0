import { Query } from '@nestjs/cqrs';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type DecisionAsItStands } from './decision.events.js';

/**
 * Decisions as the whole record has them now; `null` while that cannot be told. Those that are in no record are left out.
 * The decision itself is read from its meeting's stream; what other meetings made of it, from the register once that has caught up.
 */
export class DecisionsAsTheyStand extends Query<readonly DecisionAsItStands[] | null> {
  constructor(readonly decisions: readonly DecisionRef[]) {
    super();
  }
}
