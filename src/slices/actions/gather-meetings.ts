import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type CommandClass } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { BodyHead } from '../bodies/bodies.queries.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { MeetingCited, MeetingDates } from '../bodies/meetings.port.js';
import { type ActionFacts } from './action.facts.js';
import { type CorrectActionDto, type NoteActionCompleteDto, type RaiseActionDto } from './action.payloads.js';

/** What an action's commands must know of its body and the body's meetings. A meeting that is named is read from its own stream. */
@Injectable()
export class GatherMeetings implements FactGatherer {
  constructor(private readonly queries: QueryBus) {}

  async gather({ target, data }: BusCommand, { spec }: CommandClass): Promise<ActionFacts> {
    const bodyId = target.slice(0, target.indexOf('/'));
    const named =
      spec.type === 'RaiseAction'
        ? (data as RaiseActionDto).source.decision?.meetingId
        : spec.type === 'NoteActionComplete'
          ? (data as NoteActionCompleteDto).atMeeting
          : undefined;
    const { due, dueDates } = data as Pick<CorrectActionDto, 'due' | 'dueDates'>;
    const said = due !== undefined || dueDates !== undefined;
    const counts = said || spec.type === 'RecountDeadline';
    return {
      timeZone: (await this.queries.execute(new BodyHead(bodyId)))?.timeZone ?? null,
      meetings: said ? await this.queries.execute(new MeetingDates(bodyId)) : [],
      meeting: named === undefined ? null : await this.queries.execute(new MeetingCited(named)),
      ...(counts ? { holidays: await this.queries.execute(new HolidaysFor(bodyId)) } : {}),
    };
  }
}
