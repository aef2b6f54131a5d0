import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FactGatherer } from '../../eventstore/decide.js';
import { type BusCommand, type ByCommand, type CommandClass, madeOf } from '../../kernel/command.js';
import { given } from '../../kernel/plain.js';
import { bodyIdOf } from '../../kernel/record-id.js';
import { BodyHead } from '../bodies/bodies.queries.js';
import { MeetingAsItStands } from '../meetings/meetings.queries.js';
import { type RemitFacts, type RemitMeeting } from './remit.facts.js';
import { type remitsCommands } from './remits.commands.js';

interface Named {
  readonly to?: string | undefined;
  readonly meetingId?: string | undefined;
}
const nothing = (): Named => ({});
const atMeeting = (data: { readonly atMeeting?: string }): Named => ({ meetingId: data.atMeeting });

/** The records outside the remit that each command names. */
const NAMED: ByCommand<typeof remitsCommands, Named> = {
  MakeRemit: ({ to, source }) => ({ to: to.bodyId, meetingId: source.meetingId }),
  RuleOnReferral: nothing,
  PlaceRemit: atMeeting,
  AcceptRemit: atMeeting,
  DeclineRemit: atMeeting,
  AnswerRemit: atMeeting,
  NoteAnswer: atMeeting,
  ReopenRemit: nothing,
  WithdrawRemit: nothing,
  CorrectRemit: ({ to }) => ({ to: to?.bodyId }),
};

/** Gathers what a remit's commands need of both bodies and their meetings. A meeting that is named is read from its own stream. */
@Injectable()
export class GatherRemitFacts implements FactGatherer<RemitFacts> {
  constructor(private readonly queries: QueryBus) {}

  async gather(command: BusCommand, type: CommandClass): Promise<RemitFacts> {
    const { to, meetingId } = madeOf(NAMED, type, command);
    const toBody = to === undefined ? undefined : await this.queries.execute(new BodyHead(to));
    return given({
      timeZone: (await this.queries.execute(new BodyHead(bodyIdOf(command.target))))?.timeZone ?? null,
      to: toBody && { name: toBody.name },
      meeting: meetingId === undefined ? null : await this.meeting(meetingId),
    });
  }

  private async meeting(meetingId: string): Promise<RemitMeeting | null> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    if (!meeting) return null;
    const { bodyId, date, status, standings, agenda, decisions, entries } = meeting;
    const struck = new Set(entries.filter((entry) => entry.struck !== undefined).map(({ entryId }) => entryId));
    return {
      meetingId,
      bodyId,
      date,
      opened: standings.length > 0,
      cancelled: status === 'cancelled',
      items: agenda
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map(({ itemId, number, title, asked }) => given({ itemId, number, title, asked })),
      decisions: decisions.map(({ decisionId, paragraph, sectionHeading, words, parts }) => ({
        ...{ decisionId, paragraph, sectionHeading, words, parts },
        struck: struck.has(decisionId),
      })),
    };
  }
}
