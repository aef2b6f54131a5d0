import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { given } from '../../kernel/plain.js';
import { CallMeeting } from '../../slices/meetings/agenda/agenda.commands.js';
import { type MeetingEvent, meetingIdOf } from '../../slices/meetings/events/meeting.events.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { type Asked, type Policy } from './policy.js';

type Agreed = Extract<MeetingEvent, { type: 'NextMeetingAgreed' }>;

/** A meeting that is called for that day already is left as it is: the command is refused. */
@Injectable()
export class CallNextMeetings implements Policy {
  readonly name = 'call-next-meetings';
  readonly sentence = 'When a meeting agrees when and where the next one is to be, that meeting is called.';
  readonly on: readonly string[] = ['NextMeetingAgreed'] satisfies Agreed['type'][];

  constructor(private readonly queries: QueryBus) {}

  async *react(event: RecordedEvent): AsyncIterable<Asked> {
    const { data, stream } = event as Recorded<Agreed>;
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingIdOf(stream))))?.meeting;
    if (!meeting) return;
    const { bodyId, title, mode } = meeting;
    const { date, time, place } = data;
    yield { command: CallMeeting, target: `${bodyId}/${date}`, data: given({ date, time, place, title, mode }) };
  }
}
