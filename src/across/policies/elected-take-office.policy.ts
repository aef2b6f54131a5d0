import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { bodyOfTarget } from '../../kernel/record-id.js';
import { TakeOffice } from '../../slices/bodies/bodies.commands.js';
import { meetingIdOf } from '../../slices/meetings/events/meeting.events.js';
import { type ElectionEvent } from '../../slices/meetings/votes/election.events.js';
import { electedBy } from './elected-by.js';
import { type Asked, type Policy } from './policy.js';

/** Whoever holds the office until then leaves it that day. The meeting itself has the moment of it, the record of the body the day. */
export class ElectedTakeOffice implements Policy {
  readonly name = 'elected-take-office';
  readonly sentence = 'When somebody is elected to an office at a meeting of a body, they hold the office from that day.';
  readonly on: readonly ElectionEvent['type'][] = ['ElectionHeld', 'ElectionRoundTaken', 'ElectionCorrected'];

  *react(event: RecordedEvent): Iterable<Asked> {
    const { to, on, elected } = electedBy(event as Recorded<ElectionEvent>);
    const target = bodyOfTarget(meetingIdOf(event.stream));
    if (to?.office === undefined) return;
    for (const { person } of elected)
      yield { command: TakeOffice, target, data: { office: to.office, holder: person, from: on, succeeds: true } };
  }
}
