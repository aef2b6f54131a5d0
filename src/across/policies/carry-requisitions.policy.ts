import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { type MeetingEvent, meetingIdOf } from '../../slices/meetings/events/meeting.events.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { AnswerRequisition, ReopenRequisition } from '../../slices/requisitions/requisitions.commands.js';
import { type Asked, type Policy } from './policy.js';

type Event = Extract<MeetingEvent, { type: 'MeetingCalled' | 'MeetingOpened' | 'MeetingCancelled' }>;

/** A meeting called on a requisition answers it: at once where the rule asks that it be called, else when it is held. */
@Injectable()
export class CarryRequisitions implements Policy {
  readonly name = 'carry-requisitions';
  readonly sentence = 'When a meeting that members asked for is called, held or cancelled, that is recorded of their requisition.';
  readonly on: readonly string[] = ['MeetingCalled', 'MeetingOpened', 'MeetingCancelled'] satisfies Event['type'][];

  constructor(private readonly queries: QueryBus) {}

  async *react(event: RecordedEvent): AsyncIterable<Asked> {
    const { type, data, stream } = event as Recorded<Event>;
    const atMeeting = meetingIdOf(stream);
    const meeting = (await this.queries.execute(new MeetingAsItStands(atMeeting)))?.meeting;
    const target = meeting?.requisition?.requisitionId;
    if (target === undefined) return;
    if (type === 'MeetingCancelled')
      yield { command: ReopenRequisition, target, data: { reason: `The meeting was cancelled: ${data.reason}` } };
    else yield { command: AnswerRequisition, target, data: { atMeeting, how: type === 'MeetingCalled' ? 'called' : 'held' } };
  }
}
