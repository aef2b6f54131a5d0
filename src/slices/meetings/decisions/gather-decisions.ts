import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type CommandClass } from '../../../kernel/command.js';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { decisionsNamed } from './about-decisions.js';
import { type DecisionFacts } from '../record/decision.events.js';
import { DecisionsAsTheyStand } from '../record/decisions-as-they-stand.port.js';

/** Gathers the earlier decisions that a decision ratifies, declines to ratify, rescinds or supersedes. */
@Injectable()
export class GatherDecisions implements FactGatherer {
  constructor(private readonly queries: QueryBus) {}

  async gather({ data }: BusCommand, { spec }: CommandClass): Promise<DecisionFacts> {
    const named = spec.type === 'RecordDecision' ? decisionsNamed(data) : [];
    const decisions = named.length === 0 ? [] : await this.queries.execute(new DecisionsAsTheyStand(named));
    return decisions === null ? { decisions: [], behind: true } : { decisions };
  }
}
