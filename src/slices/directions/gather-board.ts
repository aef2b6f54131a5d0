import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { BodyHead, StandingOn } from '../bodies/bodies.queries.js';
import { DecisionsAsTheyStand } from '../meetings/record/decisions-as-they-stand.port.js';
import { MeetingCited, MeetingDates } from '../bodies/meetings.port.js';
import { type DecidingMeeting, type DirectionFacts } from './direction.facts.js';
import { type ApproveDirectionDto } from './direction.payloads.js';

type Named = Partial<Pick<ApproveDirectionDto, 'decision' | 'paragraph'>>;

/** Words that may mean a meeting of the body. */
const WORDS = ['timeframes', 'review', 'next', 'acknowledgeBy'];

/** What a direction's commands must know of the board: its place, its meetings, and the decision that is named, from its meeting's own stream. */
@Injectable()
export class GatherBoard implements FactGatherer {
  constructor(private readonly queries: QueryBus) {}

  async gather({ target: bodyId, data }: BusCommand): Promise<DirectionFacts> {
    const head = await this.queries.execute(new BodyHead(bodyId));
    const meetings = head && WORDS.some((field) => field in data) ? await this.queries.execute(new MeetingDates(bodyId)) : [];
    const facts: DirectionFacts = { timeZone: head?.timeZone ?? null, meetings, format: null, meeting: null };
    const { decision, paragraph } = data as Named;
    if (!head || !decision) return facts;
    const { meeting, behind } = await this.meeting(decision.meetingId, decision.decisionId, paragraph);
    const standing = meeting && (await this.queries.execute(new StandingOn(bodyId, meeting.date)));
    return { ...facts, meeting, behind, format: standing?.constitution.references.direction ?? null };
  }

  private async meeting(
    meetingId: string,
    decisionId: string | undefined,
    paragraph: string | undefined,
  ): Promise<{ readonly meeting: DecidingMeeting | null; readonly behind: boolean }> {
    const meeting = await this.queries.execute(new MeetingCited(meetingId));
    if (!meeting) return { meeting: null, behind: false };
    const meant = meeting.decisions.filter((one) => one.decisionId === decisionId || one.paragraph === paragraph);
    const standing = await this.queries.execute(new DecisionsAsTheyStand(meant.map((one) => ({ meetingId, decisionId: one.decisionId }))));
    const decisions = meant.map((one) => {
      const now = standing?.find(({ decision }) => decision.decisionId === one.decisionId);
      return {
        ...one,
        ...(now?.ratification && { ratification: now.ratification }),
        ...(now?.rescindedBy && { rescindedBy: now.rescindedBy }),
      };
    });
    return { meeting: { ...meeting, decisions }, behind: standing === null };
  }
}
