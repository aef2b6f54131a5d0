import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { bodyOfTarget } from '../../kernel/record-id.js';
import { FillSeat } from '../../slices/bodies/bodies.commands.js';
import { meetingIdOf } from '../../slices/meetings/events/meeting.events.js';
import { type ElectionEvent } from '../../slices/meetings/votes/election.events.js';
import { electedBy } from './elected-by.js';
import { type Asked, type Policy } from './policy.js';

/** Whoever holds the seat until then leaves it that day. The meeting itself has the moment of it, the record of the body the day. */
export class ElectedFillSeats implements Policy {
  readonly name = 'elected-fill-seats';
  readonly sentence = 'When somebody is elected to a seat at a meeting of a body, they hold the seat from that day.';
  readonly on: readonly ElectionEvent['type'][] = ['ElectionHeld', 'ElectionRoundTaken', 'ElectionCorrected'];

  *react(event: RecordedEvent): Iterable<Asked> {
    const { on, elected } = electedBy(event as Recorded<ElectionEvent>);
    const target = bodyOfTarget(meetingIdOf(event.stream));
    for (const { person, seatId } of elected)
      if (seatId !== undefined) yield { command: FillSeat, target, data: { seatId, holder: person, from: on, succeeds: true } };
  }
}
