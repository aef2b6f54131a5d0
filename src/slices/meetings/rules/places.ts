import { dateInZone, instantInZone } from '../../../kernel/dates.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { lastEntryBy, lastEntryOfParagraph, momentOf, type Place, placeNow, standingAt } from '../record/entries.js';

export { type Place, placeNow };

/** The place at which something takes effect, as the command names it. */
export interface PlaceAsked {
  readonly fromTheStart?: boolean;
  readonly afterParagraph?: string;
  /** Wall-clock, `HH:mm`. */
  readonly time?: string;
}

/**
 * Finds the entry after which something took effect: the paragraph named; else by the time given; else by when it happened;
 * else after everything recorded so far. A time of day is compared only with entries that happened on that day, because a
 * record written up the day after bears the times of the writing.
 */
export function placeOf(meeting: Meeting, asked: PlaceAsked, happenedAt: string): Place | Refusal {
  if (asked.afterParagraph !== undefined) {
    const after = lastEntryOfParagraph(meeting, asked.afterParagraph);
    if (after === undefined)
      return refuseMeeting('meeting.no-such-paragraph', { field: 'afterParagraph', detail: { paragraph: asked.afterParagraph } });
    return { after };
  }
  if (asked.fromTheStart) return { after: null };
  const after = asked.time === undefined ? null : byTime(meeting, asked.time);
  if (after) return after;
  const late = asked.time === undefined && meeting.entries.some((entry) => entry.happenedAt > happenedAt);
  return late ? { after: lastEntryBy(meeting, happenedAt) } : placeNow(meeting);
}

/** The place at a time of the meeting's day; `null` where no entry of that day happened later than the time. */
function byTime(meeting: Meeting, time: string): Place | null {
  const zone = meeting.timeZone;
  const day = meeting.standings.at(-1)?.standing.asOf ?? meeting.date;
  const instant = instantInZone(day, time, zone);
  const thatDay = meeting.entries.filter((entry) => dateInZone(entry.happenedAt, zone) === day);
  if (!thatDay.some((entry) => entry.happenedAt > instant)) return null;
  const before = thatDay.findLast((entry) => entry.happenedAt <= instant);
  if (before) return { after: before.entryId };
  const first = momentOf(meeting, thatDay[0]!.entryId);
  return { after: meeting.entries[first - 1]?.entryId ?? null };
}

/** The first moment at which something that takes effect after an entry is in effect. */
export const momentAfter = (meeting: Meeting, { after }: Place): number => momentOf(meeting, after) + 1;

export const standingAtPlace = (meeting: Meeting, place: Place) => standingAt(meeting, momentAfter(meeting, place));
