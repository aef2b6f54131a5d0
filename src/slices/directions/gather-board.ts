import { sameNumber } from '../../kernel/names.js';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type ByCommand, type CommandClass, madeOf } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { BodyHead, DiariesNamed, StandingOn } from '../bodies/bodies.queries.js';
import { DecisionsAsTheyStand } from '../meetings/reading/decisions-as-they-stand.port.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { MeetingCited, MeetingDates } from '../bodies/meetings.port.js';
import { type DecidingMeeting, type DirectionFacts } from './direction.facts.js';
import { type DirectionDecisionDto } from './direction.payloads.js';
import { type directionsCommands } from './directions.commands.js';

interface Named {
  /** Words that may mean a meeting of the body. */
  readonly words?: readonly (string | undefined)[];
  readonly decision?: DirectionDecisionDto | undefined;
  readonly paragraph?: string | undefined;
}
const nothing = (): Named => ({});
const boxes = ({ timeframes, review }: { readonly timeframes?: string; readonly review?: string }): Named => ({
  words: [timeframes, review],
});
const byDecision = ({ decision, paragraph }: Pick<Named, 'decision' | 'paragraph'>): Named => ({ decision, paragraph });

/** The decision, and the words for a day, that each command names. */
const NAMED: ByCommand<typeof directionsCommands, Named> = {
  DraftDirection: boxes,
  AmendDraft: boxes,
  WithdrawDraft: nothing,
  ApproveDirection: byDecision,
  IssueDirection: ({ acknowledgeBy }) => ({ words: [acknowledgeBy] }),
  AcknowledgeDirection: nothing,
  ReportOnDirection: nothing,
  CompleteDirection: byDecision,
  RevokeDirection: byDecision,
  ReviewDirection: ({ next }) => ({ words: [next] }),
  CorrectDirection: boxes,
};

/** Gathers the facts of the board that a direction's commands need: place, meetings, and the decision named, from its meeting's stream. */
@Injectable()
export class GatherBoard implements FactGatherer<DirectionFacts> {
  constructor(private readonly queries: QueryBus) {}

  async gather(command: BusCommand, type: CommandClass): Promise<DirectionFacts> {
    const bodyId = command.target;
    const { words = [], decision, paragraph } = madeOf(NAMED, type, command);
    const head = await this.queries.execute(new BodyHead(bodyId));
    const said = words.some((one) => one !== undefined);
    const meetings = head && said ? await this.queries.execute(new MeetingDates(bodyId)) : [];
    const diaries = head ? await this.queries.execute(new DiariesNamed(bodyId, words)) : [];
    const holidays = head && said ? await this.queries.execute(new HolidaysFor(bodyId)) : [];
    const facts: DirectionFacts = { timeZone: head?.timeZone ?? null, meetings, holidays, diaries, format: null, meeting: null };
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
    const meant = meeting.decisions.filter((one) => one.decisionId === decisionId || sameNumber(one.paragraph, paragraph));
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
