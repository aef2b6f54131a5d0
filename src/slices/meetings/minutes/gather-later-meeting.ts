import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand } from '../../../kernel/command.js';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { DecisionsAsTheyStand } from '../record/decisions-as-they-stand.port.js';
import { MeetingAsItStands } from '../record/meeting-now.query.js';
import { type LaterMeetingFacts } from './minutes.commands.js';

/**
 * The later meeting that approves, signs or corrects a minute. It is another stream, read as it stands at that moment;
 * what it decided is never taken back there, only rescinded, and that is seen.
 */
@Injectable()
export class GatherLaterMeeting implements FactGatherer {
  constructor(private readonly queries: QueryBus) {}

  async gather({ data }: BusCommand): Promise<LaterMeetingFacts | undefined> {
    const { atMeeting, decisionId } = data as { readonly atMeeting?: string; readonly decisionId?: string };
    if (atMeeting === undefined) return undefined;
    const later = (await this.queries.execute(new MeetingAsItStands(atMeeting)))?.meeting ?? null;
    const informal = later?.decisions.some((one) => one.decisionId === decisionId && one.standing === 'informal');
    return { later, ...(informal && decisionId !== undefined && { ratified: await this.ratified(atMeeting, decisionId) }) };
  }

  private async ratified(meetingId: string, decisionId: string): Promise<boolean> {
    const found = await this.queries.execute(new DecisionsAsTheyStand([{ meetingId, decisionId }]));
    return found?.[0]?.ratification?.outcome === 'ratified';
  }
}
