import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FactGatherer } from '../../eventstore/decide.js';
import { type BusCommand, type ByCommand, type CommandClass, madeOf } from '../../kernel/command.js';
import { dateInZone } from '../../kernel/dates.js';
import { bodyIdOf } from '../../kernel/record-id.js';
import { BodyHead, type BodyHeading, StandingOn } from '../bodies/bodies.queries.js';
import { requisitionRuleOf } from '../bodies/bodies.words.js';
import { TodayIn } from '../calendars/calendars.queries.js';
import { MeetingCited } from '../bodies/meetings.port.js';
import { type RequisitionFacts } from './requisition.facts.js';
import { type requisitionsCommands } from './requisitions.commands.js';

interface Named {
  readonly meetingId?: string;
  /** Whether somebody asks, and from which day, where that is said. */
  readonly asks?: { readonly on?: string | undefined };
}

const NAMED: ByCommand<typeof requisitionsCommands, Named> = {
  ReceiveRequisition: ({ on }) => ({ asks: { on } }),
  JoinRequisition: ({ on }) => ({ asks: { on } }),
  AnswerRequisition: ({ atMeeting }) => ({ meetingId: atMeeting }),
  ReopenRequisition: () => ({}),
  EndRequisition: () => ({}),
};

/** Gathers what a requisition's commands need: the rule and the members of the day it counts from, and the meeting that is named. */
@Injectable()
export class GatherRequisitionFacts implements FactGatherer<RequisitionFacts> {
  constructor(private readonly queries: QueryBus) {}

  async gather(command: BusCommand, type: CommandClass): Promise<RequisitionFacts> {
    const bodyId = bodyIdOf(command.target);
    const { meetingId, asks } = madeOf(NAMED, type, command);
    const body = await this.queries.execute(new BodyHead(bodyId));
    const cited = meetingId === undefined ? null : await this.queries.execute(new MeetingCited(meetingId));
    return {
      timeZone: body?.timeZone ?? null,
      asked: asks && body ? await this.askedOn(body, asks.on ?? (await this.dayOf(command, body))) : null,
      meeting: cited && cited.bodyId === bodyId && !cited.cancelled ? { date: cited.date, opened: cited.opened } : null,
    };
  }

  private dayOf({ envelope: { happenedAt } }: BusCommand, { bodyId, timeZone }: BodyHeading): string | Promise<string> {
    return happenedAt === undefined ? this.queries.execute(new TodayIn(bodyId)) : dateInZone(happenedAt, timeZone);
  }

  private async askedOn({ bodyId, kind }: BodyHeading, day: string): Promise<RequisitionFacts['asked']> {
    const standing = await this.queries.execute(new StandingOn(bodyId, day));
    if (!standing) return null;
    const members = standing.roll.flatMap(({ holder, voting }) => (holder ? [{ personId: holder.personId, voting }] : []));
    return { rule: requisitionRuleOf(standing.constitution, kind), members };
  }
}
