import { standingOfMeeting } from '../reading/standing-of-meeting.js';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../../kernel/command.js';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { DecisionsAsTheyStand } from '../reading/decisions-as-they-stand.port.js';
import { MeetingAsItStands } from '../reading/meeting-now.query.js';
import { peopleMeant } from '../sederunt/gather-people-meant.js';
import { type SignMinuteDto } from './minute.payloads.js';
import { type LaterMeetingFacts, type MinuteCommand, SignMinute, type StyleFacts } from './minutes.commands.js';

/**
 * Gathers the later meeting that approves, signs or corrects a minute, from its own stream as it stands at that moment; and the style of the body. A decision of that
 * meeting is never removed from its stream, only rescinded, and then the facts show it.
 */
@Injectable()
export class GatherLaterMeeting implements FactGatherer<LaterMeetingFacts | StyleFacts | undefined> {
  constructor(private readonly queries: QueryBus) {}

  gather(command: BusCommand, type: CommandClass): Promise<LaterMeetingFacts | StyleFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  /** Whoever signs a minute is somebody of the later meeting. */
  async meant(command: BusCommand): Promise<object> {
    const { data } = command;
    if (!(command instanceof SignMinute)) return data;
    const { atMeeting } = data as SignMinuteDto;
    const later = (await this.queries.execute(new MeetingAsItStands(atMeeting)))?.meeting;
    return later ? peopleMeant(this.queries, data, later) : data;
  }

  private readonly facts: FactsByCommand<MinuteCommand> = {
    RestyleMinute: (_data, meetingId) => this.style(meetingId),
    ApproveMinute: ({ atMeeting, decisionId }) => this.later(atMeeting, decisionId),
    SignMinute: ({ atMeeting }) => this.later(atMeeting),
    CorrectSignedMinute: ({ atMeeting, decisionId }) => this.later(atMeeting, decisionId),
  };

  private async style(meetingId: string): Promise<StyleFacts> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    const standing = meeting && (await this.queries.execute(standingOfMeeting(meeting)));
    return { style: standing?.minuteStyle ?? null };
  }

  private async later(atMeeting: string, decisionId?: string): Promise<LaterMeetingFacts> {
    const later = (await this.queries.execute(new MeetingAsItStands(atMeeting)))?.meeting ?? null;
    const informal = later?.decisions.some((one) => one.decisionId === decisionId && one.standing === 'informal');
    return { later, ...(informal && decisionId !== undefined && { ratified: await this.ratified(atMeeting, decisionId) }) };
  }

  private async ratified(meetingId: string, decisionId: string): Promise<boolean> {
    const found = await this.queries.execute(new DecisionsAsTheyStand([{ meetingId, decisionId }]));
    return found?.[0]?.ratification?.outcome === 'ratified';
  }
}
