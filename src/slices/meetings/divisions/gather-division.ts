import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../../kernel/command.js';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { decisionFacts } from '../reading/decisions-as-they-stand.port.js';
import { MeetingAsItStands } from '../reading/meeting-now.query.js';
import { type Meeting } from '../record/meeting.state.js';
import { peopleMeant } from '../sederunt/gather-people-meant.js';
import { type DivisionDto } from './division.payloads.js';
import { type DivisionCommand } from './divisions.commands.js';

/** The decisions that motions of a division would rescind: their dates say what share of the votes such a motion needs. */
@Injectable()
export class GatherDivision implements FactGatherer<DecisionFacts | undefined> {
  constructor(private readonly queries: QueryBus) {}

  gather(command: BusCommand, type: CommandClass): Promise<DecisionFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  meant = ({ data }: BusCommand, state: unknown): Promise<object> => peopleMeant(this.queries, data, state as Meeting);

  private readonly facts: FactsByCommand<DivisionCommand> = {
    TakeDivision: (data, meetingId) => this.rescindedBy(data, meetingId),
    CorrectDivision: (data, meetingId) => this.rescindedBy(data, meetingId),
  };

  private async rescindedBy({ proposals }: DivisionDto, meetingId: string): Promise<DecisionFacts> {
    const motions = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting.motions ?? [];
    const named = motions.filter(({ motionId }) => proposals.some(({ proposalId }) => proposalId === motionId));
    return decisionFacts(
      this.queries,
      named.flatMap(({ rescinds }) => rescinds ?? []),
    );
  }
}
