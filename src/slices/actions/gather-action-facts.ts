import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type ByCommand, type CommandClass, madeOf } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { BodyHead, DiariesNamed } from '../bodies/bodies.queries.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { MeetingCited, MeetingDates } from '../bodies/meetings.port.js';
import { type ActionFacts } from './action.facts.js';
import { type actionsCommands } from './actions.commands.js';
import { type DueDatesDto } from '../calendars/due-dates.payloads.js';
import { bodyIdOf } from '../../kernel/record-id.js';

interface Named {
  readonly meetingId?: string | undefined;
  readonly due?: string | undefined;
  readonly dueDates?: DueDatesDto | undefined;
}
const nothing = (): Named => ({});

/** The records outside the action that each command names. */
const NAMED: ByCommand<typeof actionsCommands, Named> = {
  RaiseAction: ({ source, due, dueDates }) => ({ meetingId: source.decision?.meetingId, due, dueDates }),
  FollowAgreedAction: ({ meetingId }) => ({ meetingId, due: '' }),
  ReportProgress: nothing,
  ExtendAction: ({ due, dueDates }) => ({ due, dueDates }),
  TransferAction: nothing,
  ReportActionComplete: nothing,
  NoteActionComplete: ({ atMeeting }) => ({ meetingId: atMeeting }),
  ReopenAction: nothing,
  DeclineAction: nothing,
  GiveApprovalElsewhere: nothing,
  CorrectAction: ({ due, dueDates }) => ({ due, dueDates }),
};

/** Gathers the facts an action's commands need of its body and the body's meetings. A meeting that is named is read from its own stream. */
@Injectable()
export class GatherActionFacts implements FactGatherer<ActionFacts> {
  constructor(private readonly queries: QueryBus) {}

  async gather(command: BusCommand, type: CommandClass): Promise<ActionFacts> {
    const bodyId = bodyIdOf(command.target);
    const { meetingId, due, dueDates } = madeOf(NAMED, type, command);
    const said = due !== undefined || dueDates !== undefined;
    return {
      timeZone: (await this.queries.execute(new BodyHead(bodyId)))?.timeZone ?? null,
      meetings: said ? await this.queries.execute(new MeetingDates(bodyId)) : [],
      meeting: meetingId === undefined ? null : await this.queries.execute(new MeetingCited(meetingId)),
      ...(said ? { holidays: await this.queries.execute(new HolidaysFor(bodyId)) } : {}),
      ...(due === undefined ? {} : { diaries: await this.queries.execute(new DiariesNamed(bodyId, [due])) }),
    };
  }
}
