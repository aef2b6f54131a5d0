import { Query } from '@nestjs/cqrs';
import { type CitedMeeting } from '../../kernel/citation.js';

/**
 * What a body has to ask of its meetings: the questions stand here, the slice of meetings answers them (`agenda/`, `record/`).
 */

/** A meeting whose decisions or agenda are cited, as the record has it now; `null` where none was called. Reads the record itself. */
export class MeetingCited extends Query<CitedMeeting | null> {
  constructor(readonly meetingId: string) {
    super();
  }
}

/**
 * The dates of a body's meetings that are not cancelled, in order, as far as has been recorded until now: what "next meeting" means should
 * not depend on how quick the read models are.
 */
export class MeetingDates extends Query<readonly string[]> {
  constructor(readonly bodyId: string) {
    super();
  }
}

/**
 * The days on which bodies met, in order, by body. `upTo` the head of the record: the read model is waited for. `recordedBy` an instant: by
 * what had been written down until then.
 */
export class DaysMet extends Query<ReadonlyMap<string, readonly string[]>> {
  constructor(
    readonly bodyIds: readonly string[],
    readonly how: { readonly upToHead?: boolean; readonly recordedBy?: string } = {},
  ) {
    super();
  }
}
