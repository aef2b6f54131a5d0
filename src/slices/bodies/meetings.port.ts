import { Query } from '@nestjs/cqrs';
import { type CitedMeeting } from '../../kernel/citation.js';
import { type DatingFacts } from '../../kernel/deadline.js';
import { type Moments } from '../../kernel/moments.js';

/** The questions a body asks of its meetings: they stand here, and the slice of meetings answers them (`agenda/`, `record/`). */

/** A meeting whose decisions or agenda are cited, as the record has it now; `null` where none was called. Reads the record itself. */
export class MeetingCited extends Query<CitedMeeting | null> {
  constructor(readonly meetingId: string) {
    super();
  }
}

/** What of some meetings is exempt, as `<meetingId>#<id>` of items, sections, decisions and motions. */
export class ExemptPlaces extends Query<ReadonlySet<string>> {
  constructor(readonly meetingIds: readonly string[]) {
    super();
  }
}

/**
 * The dates of a body's meetings that are not cancelled, in order. Waits for the read models, so that the date of "next meeting" does not
 * depend on how quick they are.
 */
export class MeetingDates extends Query<readonly string[]> {
  constructor(readonly bodyId: string) {
    super();
  }
}

/**
 * What the dates of deadlines follow from, by body: the dates of its meetings that are not cancelled, and the recorded holidays. Now, or
 * with `moments` as it was and as it was known; `timeZone`: where the bodies sit; `others`: bodies on whose diaries deadlines hang as well.
 */
export class DatingFactsOf extends Query<ReadonlyMap<string, DatingFacts>> {
  constructor(
    readonly bodyIds: readonly string[],
    readonly moments: Moments = {},
    readonly timeZone?: string,
    readonly others: readonly string[] = [],
  ) {
    super();
  }
}

/**
 * The days on which bodies met, in order, by body. `upToHead`: waits until the read model has reached the head of the record. `recordedBy`,
 * an instant: counts only what had been written down by then.
 */
export class DaysMet extends Query<ReadonlyMap<string, readonly string[]>> {
  constructor(
    readonly bodyIds: readonly string[],
    readonly how: { readonly upToHead?: boolean; readonly recordedBy?: string } = {},
  ) {
    super();
  }
}
