import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type CommandClass } from '../../../kernel/command.js';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { type DecisionFacts } from '../record/decision.events.js';
import { DecisionsAsTheyStand } from '../record/decisions-as-they-stand.port.js';
import { MeetingAsItStands } from '../record/meeting-now.query.js';
import { type CorrectVoteDto, type MoveMotionDto, type TakeVoteDto } from './motion.payloads.js';
import { type DecisionRef } from '../../../kernel/citation.js';

/** The decision a motion would rescind: its date says what share of the votes the motion needs. */
@Injectable()
export class GatherRescinded implements FactGatherer {
  constructor(private readonly queries: QueryBus) {}

  async gather(command: BusCommand, { spec }: CommandClass): Promise<DecisionFacts> {
    const rescinds = await this.rescindedBy(command, spec.type);
    if (!rescinds) return { decisions: [] };
    const decisions = await this.queries.execute(new DecisionsAsTheyStand([rescinds]));
    return decisions === null ? { decisions: [], behind: true } : { decisions };
  }

  private async rescindedBy({ target, data }: BusCommand, type: string): Promise<DecisionRef | undefined> {
    if (type === 'MoveMotion') return (data as MoveMotionDto).rescinds;
    if (type !== 'TakeVote' && type !== 'CorrectVote') return undefined;
    const { motionId, voteId } = data as Partial<TakeVoteDto & CorrectVoteDto>;
    const motions = (await this.queries.execute(new MeetingAsItStands(target)))?.meeting.motions ?? [];
    return motions.find((motion) => (motionId === undefined ? motion.vote?.voteId === voteId : motion.motionId === motionId))?.rescinds;
  }
}
