import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { bodyOfTarget } from '../../kernel/record-id.js';
import { seatNamed } from '../../slices/bodies/bodies.words.js';
import { VacateSeat } from '../../slices/bodies/bodies.commands.js';
import { meetingIdOf } from '../../slices/meetings/events/meeting.events.js';
import { type ElectionEvent } from '../../slices/meetings/votes/election.events.js';
import { type Asked, type Policy } from './policy.js';

/** The day of the meeting is their last as a member, since they were one until that place in it. */
export class EndedVacatesSeat implements Policy {
  readonly name = 'ended-vacates-seat';
  readonly sentence = "When somebody's membership ends at a meeting of a body, their seat is vacant after that day.";
  readonly on: readonly ElectionEvent['type'][] = ['MembershipEnded'];

  *react({ stream, data }: RecordedEvent): Iterable<Asked> {
    const { seatId, on, reason } = data as Extract<Recorded<ElectionEvent>, { type: 'MembershipEnded' }>['data'];
    const seat = seatNamed(seatId, bodyOfTarget(meetingIdOf(stream)));
    yield { command: VacateSeat, target: seat.bodyId, data: { seatId: seat.seatId, lastDay: on, reason } };
  }
}
