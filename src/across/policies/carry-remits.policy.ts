import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { dateInZone } from '../../kernel/dates.js';
import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { bodyIdOf } from '../../kernel/record-id.js';
import { type DecisionEvent } from '../../slices/meetings/events/decision.events.js';
import { type MeetingEvent, meetingIdOf } from '../../slices/meetings/events/meeting.events.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { AcceptRemit, AnswerRemit, NoteAnswer, PlaceRemit } from '../../slices/remits/remits.commands.js';
import { type Asked, type Policy } from './policy.js';

type Event = Extract<MeetingEvent, { type: 'AgendaItemAdded' | 'ItemTaken' }> | Extract<DecisionEvent, { type: 'DecisionRecorded' }>;

/**
 * The clerk of the other body records its own meeting and nothing else: an item that names the remit, the item taken, what is decided on it.
 * A decision that continues the business leaves the remit with the body it went to. Of the body that remitted, a decision on the item that
 * brings the answer back notes it.
 */
@Injectable()
export class CarryRemits implements Policy {
  readonly name = 'carry-remits';
  readonly sentence =
    'When an item that brings a remit is put on an agenda, taken, or decided on, the remit is taken on, accepted, and answered; and its answer noted.';
  readonly on: readonly string[] = ['AgendaItemAdded', 'ItemTaken', 'DecisionRecorded'] satisfies Event['type'][];

  constructor(private readonly queries: QueryBus) {}

  async *react(event: RecordedEvent): AsyncIterable<Asked> {
    const { type, data, stream, happenedAt } = event as Recorded<Event>;
    const atMeeting = meetingIdOf(stream);
    if (type === 'AgendaItemAdded' && data.remit === undefined) return;
    const meeting = (await this.queries.execute(new MeetingAsItStands(atMeeting)))?.meeting;
    const target = meeting && remitOf(meeting, type === 'AgendaItemAdded' ? data.itemId : data.sectionId);
    if (!target) return;
    const own = bodyIdOf(target) === meeting.bodyId;
    if (type === 'DecisionRecorded') {
      const { outcome, decisionId } = data;
      if (outcome.kind !== 'continued') yield { command: own ? NoteAnswer : AnswerRemit, target, data: { atMeeting, decisionId } };
      return;
    }
    if (own) return;
    if (type === 'ItemTaken') yield { command: AcceptRemit, target, data: { atMeeting } };
    else yield { command: PlaceRemit, target, data: { atMeeting, itemId: data.itemId, on: dateInZone(happenedAt, meeting.timeZone) } };
  }
}

/** The remit that an item of the agenda brings, by the item or by the section it was taken as. */
function remitOf({ agenda, sections }: Meeting, id: string): string | undefined {
  const itemId = sections.find(({ sectionId }) => sectionId === id)?.itemId ?? id;
  return agenda.find((item) => item.itemId === itemId)?.remit;
}
