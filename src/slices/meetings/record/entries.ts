import { numbered } from '../../../kernel/names.js';
import { fromRoman } from '../../../kernel/roman.js';
import { type MinuteStyle, READY, type Standing } from '../../bodies/bodies.words.js';
import { type Entry, type Meeting, type Paragraph, type Section, type Turn } from './meeting.state.js';
import { afterTurns, beforeTurns } from './turns.js';

/**
 * Places in a meeting's record. A moment is an index into `entries`: the moment of an entry is its own index,
 * and `now` is one past the last.
 */
export const now = (meeting: Meeting): number => meeting.entries.length;

/** The moment of an entry; -1 for `null`, before the first. An entry that is not there is a fault of the stream. */
export function momentOf(meeting: Meeting, entryId: string | null): number {
  if (entryId === null) return -1;
  const index = placesOf(meeting.entries).get(entryId);
  if (index === undefined) throw new Error(`The record of ${meeting.meetingId} has no entry ${entryId}`);
  return index;
}

/** Entries are never changed in place, so the places of a sequence are found once for as long as it is held. */
const known = new WeakMap<readonly Entry[], ReadonlyMap<string, number>>();

function placesOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  let places = known.get(entries);
  if (!places) {
    places = new Map(entries.map(({ entryId }, index) => [entryId, index]));
    known.set(entries, places);
  }
  return places;
}

/** The one of `list` in force at a moment: of those in effect before it, the furthest on; of two at one place, the one recorded last. */
export function inForceAt<T extends { readonly after: string | null }>(
  meeting: Meeting,
  list: readonly T[],
  moment: number,
): T | undefined {
  return furthestBefore(list, moment, (after) => momentOf(meeting, after));
}

/** Of those in effect before a moment the furthest on, by the moments of what they follow; of two at one place, the one recorded last. */
export function furthestBefore<T extends { readonly after: string | null }>(
  list: readonly T[],
  moment: number,
  placeOf: (entryId: string | null) => number,
): T | undefined {
  let found: T | undefined;
  let furthest = -Infinity;
  for (const one of list) {
    const place = placeOf(one.after);
    if (place >= moment || place < furthest) continue;
    found = one;
    furthest = place;
  }
  return found;
}

/** The rules, seats and offices in force at a moment, with what changed hands in the meeting by then. */
export function standingAt(meeting: Meeting, moment: number): Standing | null {
  const base = inForceAt(meeting, meeting.standings, moment);
  if (!base) return null;
  const turns = meeting.turns.length === 0 ? [] : turnsAfter(meeting, base).filter(({ after }) => momentOf(meeting, after) < moment);
  return turns.length === 0 ? base.standing : afterTurns(base.standing, turns);
}

/** What changed hands while a standing was the last read from the record of the body, in the order of the record. */
export function turnsAfter(meeting: Meeting, base: Meeting['standings'][number]): readonly Turn[] {
  const from = momentOf(meeting, base.after);
  const until = meeting.standings[meeting.standings.indexOf(base) + 1];
  return meeting.turns
    .filter(({ after }) => momentOf(meeting, after) >= from && (!until || momentOf(meeting, after) <= momentOf(meeting, until.after)))
    .toSorted((a, b) => momentOf(meeting, a.after) - momentOf(meeting, b.after));
}

/** The standing that the record of the body has now for a day on which the meeting sat, as it was before the meeting itself changed it. */
export function unturned(meeting: Meeting, now: Standing): Standing {
  const base = meeting.standings.find(({ standing }) => standing.asOf === now.asOf);
  return base && meeting.turns.length > 0 ? beforeTurns(now, base.standing, turnsAfter(meeting, base)) : now;
}

/** Whether the public was excluded at a moment. */
export const isPublicExcluded = (meeting: Meeting, moment: number): boolean =>
  inForceAt(meeting, meeting.exclusions, moment)?.kind === 'excluded';

/** How the minute looks and reads: as the body had it when the meeting was opened, or as the meeting took it over since. */
export const minuteStyleOf = ({ restyled, standings }: Meeting): MinuteStyle =>
  restyled ?? standings[0]?.standing.minuteStyle ?? READY.partnership;

/** The greatest whole number of its items, in Arabic or Roman figures; 0 where it has none. */
export const lastNumberOf = ({ sections }: Meeting): number =>
  Math.max(0, ...sections.map(({ number }) => fromRoman(number) ?? (Number.parseInt(number, 10) || 0)));

export const lastEntryId = (meeting: Meeting): string | null => meeting.entries.at(-1)?.entryId ?? null;

/** Puts an entry after another (`null`: first of all). */
export function insertEntry<T extends { readonly entryId: string }>(entries: readonly T[], entry: T, after: string | null): readonly T[] {
  if (after === (entries.at(-1)?.entryId ?? null)) return [...entries, entry];
  const at = entries.findIndex((one) => one.entryId === after) + 1;
  return [...entries.slice(0, at), entry, ...entries.slice(at)];
}

/** Puts some of the entries, in their order, after another (`null`: first of all). */
export function moveEntries<T extends { readonly entryId: string }>(
  entries: readonly T[],
  { entryIds, after }: { readonly entryIds: readonly string[]; readonly after: string | null },
): readonly T[] {
  const [moved, rest] = [true, false].map((isMoved) => entries.filter(({ entryId }) => entryIds.includes(entryId) === isMoved));
  return rest!.toSpliced(rest!.findIndex(({ entryId }) => entryId === after) + 1, 0, ...moved!);
}

/** Whatever follows an entry that is moved away keeps its own place: after the last entry before that one which stays. */
export function keepingPlace<T extends { readonly after: string | null }>(
  list: readonly T[],
  entries: readonly { readonly entryId: string }[],
  entryIds: readonly string[],
): readonly T[] {
  const lastLeft = (until: string): string | null =>
    entries
      .slice(
        0,
        entries.findIndex(({ entryId }) => entryId === until),
      )
      .findLast(({ entryId }) => !entryIds.includes(entryId))?.entryId ?? null;
  return list.map((one) => (one.after !== null && entryIds.includes(one.after) ? { ...one, after: lastLeft(one.after) } : one));
}

export const sectionOf = (meeting: Meeting, sectionId: string | null | undefined): Section | undefined =>
  meeting.sections.find((section) => section.sectionId === sectionId);

/** The section an item of the agenda was taken up as; an id of a section finds that section. */
export const sectionTaken = (meeting: Meeting, itemId: string): Section | undefined =>
  meeting.sections.find((section) => section.itemId === itemId) ?? sectionOf(meeting, itemId);

/** The standing paragraphs of a section, in the order of the record. Their numbers are consecutive and each is there once. */
export function paragraphsOf(meeting: Meeting, sectionId: string): readonly Paragraph[] {
  const byId = new Map(meeting.paragraphs.map((one) => [one.paragraphId, one]));
  return meeting.entries.flatMap((entry) => {
    const paragraph = !entry.struck && entry.sectionId === sectionId ? byId.get(entry.entryId) : undefined;
    return paragraph ? [paragraph] : [];
  });
}

/** The paragraph that stands in the minute under a number. */
export const paragraphNumbered = (meeting: Meeting, number: string): Paragraph | undefined =>
  numbered(
    meeting.paragraphs.filter((one) => !entryOf(meeting, one.paragraphId)?.struck),
    number,
  );

/**
 * Finds the entry that "to para. 6.1" means: the last entry that belongs to that paragraph, so that what was decided on it
 * is included. `undefined` where no paragraph has that number.
 */
export function lastEntryOfParagraph(meeting: Meeting, number: string): string | undefined {
  const paragraph = paragraphNumbered(meeting, number);
  if (!paragraph) return undefined;
  let last = paragraph.paragraphId;
  for (const entry of meeting.entries.slice(momentOf(meeting, paragraph.paragraphId) + 1)) {
    if (entry.kind === 'paragraph' || entry.sectionId !== paragraph.sectionId) break;
    last = entry.entryId;
  }
  return last;
}

export const entryOf = (meeting: Meeting, entryId: string): Entry | undefined => meeting.entries.find((entry) => entry.entryId === entryId);

/** The last vote on a motion, or division with it, that was declared void. */
export const voidVoteOn = ({ voidVotes }: Meeting, motionId: string): Meeting['voidVotes'][number] | undefined =>
  voidVotes.findLast(({ motionIds }) => motionIds.includes(motionId));

/** A decision that stands and rests on a vote, or a division: by what it names, or by one of the motions that were put in it, won or lost. */
export const restingOn = (meeting: Meeting, voteId: string, motionIds: readonly string[]): Meeting['decisions'][number] | undefined =>
  meeting.decisions.find(
    ({ decisionId, divisionId, motionId, onLossOf }) =>
      entryOf(meeting, decisionId)?.struck === undefined &&
      (divisionId === voteId || [motionId, onLossOf].some((one) => one !== undefined && motionIds.includes(one))),
  );

/** A decision that stands and rests on the loss of one of these motions, amendments or procedural motions. */
export const restingOnLoss = (meeting: Meeting, ids: readonly string[]): Meeting['decisions'][number] | undefined =>
  meeting.decisions.find(
    ({ decisionId, onLossOf }) => onLossOf !== undefined && ids.includes(onLossOf) && !entryOf(meeting, decisionId)?.struck,
  );

/** The last entry that had happened by an instant; for what is recorded late with the time it happened. */
export function lastEntryBy(meeting: Meeting, instant: string): string | null {
  let last: string | null = null;
  for (const entry of meeting.entries) if (entry.happenedAt <= instant) last = entry.entryId;
  return last;
}

/**
 * The entry that something at the end of a section follows. For the section in hand that is the last entry of the record, also when the
 * meeting comes back to an earlier item; for any other section, written down later, its own last entry.
 */
export function endOfSection(meeting: Meeting, sectionId: string): string | null {
  if (sectionId === meeting.inHand) return lastEntryId(meeting);
  const own = meeting.entries.findLast((entry) => entry.sectionId === sectionId);
  if (own) return own.entryId;
  const order = new Map(meeting.sections.map((section, index) => [section.sectionId, index]));
  const place = order.get(sectionId) ?? 0;
  return meeting.entries.findLast((entry) => entry.sectionId === null || (order.get(entry.sectionId) ?? 0) < place)?.entryId ?? null;
}

export interface Place {
  readonly after: string | null;
  /** The item in hand, for something that happens now before any entry of that item is written down. */
  readonly sectionId?: string;
}

/** After everything recorded so far. */
export function placeNow(meeting: Meeting): Place {
  const { inHand } = meeting;
  const begins = inHand !== null && meeting.entries.at(-1)?.sectionId !== inHand;
  return { after: lastEntryId(meeting), ...(begins && { sectionId: inHand }) };
}
