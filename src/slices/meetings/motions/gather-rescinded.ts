import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../../kernel/command.js';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { decisionFacts } from '../reading/decisions-as-they-stand.port.js';
import { MeetingAsItStands } from '../reading/meeting-now.query.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { peopleMeant } from '../sederunt/gather-people-meant.js';
import { type MotionCommand } from './motions.commands.js';

/** The decision a motion would rescind: its date says what share of the votes the motion needs. */
@Injectable()
export class GatherRescinded implements FactGatherer<DecisionFacts | undefined> {
  constructor(private readonly queries: QueryBus) {}

  gather(command: BusCommand, type: CommandClass): Promise<DecisionFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  meant = ({ data }: BusCommand, state: unknown): Promise<object> => peopleMeant(this.queries, data, state as Meeting);

  private readonly facts: FactsByCommand<MotionCommand> = {
    MoveMotion: ({ rescinds }) => decisionFacts(this.queries, rescinds ? [rescinds] : []),
    TakeVote: ({ motionId }, meetingId) => this.rescindedBy(meetingId, (motion) => motion.motionId === motionId),
    CorrectVote: ({ voteId }, meetingId) => this.rescindedBy(meetingId, ({ vote }) => vote?.voteId === voteId),
  };

  private async rescindedBy(meetingId: string, isMeant: (motion: Motion) => boolean): Promise<DecisionFacts> {
    const motions = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting.motions ?? [];
    const rescinds = motions.find(isMeant)?.rescinds;
    return decisionFacts(this.queries, rescinds ? [rescinds] : []);
  }
}
