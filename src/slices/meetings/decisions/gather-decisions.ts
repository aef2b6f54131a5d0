import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../../kernel/command.js';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { decisionsNamed } from './about-decisions.js';
import { type DecisionCommand } from './decisions.commands.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { decisionFacts } from '../reading/decisions-as-they-stand.port.js';

/** Gathers the earlier decisions that a decision ratifies, declines to ratify, rescinds or supersedes. */
@Injectable()
export class GatherDecisions implements FactGatherer<DecisionFacts | undefined> {
  constructor(private readonly queries: QueryBus) {}

  gather(command: BusCommand, type: CommandClass): Promise<DecisionFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  private readonly facts: FactsByCommand<DecisionCommand> = {
    RecordDecision: (data) => decisionFacts(this.queries, decisionsNamed(data)),
  };
}
