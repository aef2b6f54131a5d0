import { momentOf, now, sectionOf } from '../record/entries.js';
import { type Entry, type Meeting, type Section, type Spell } from '../record/meeting.state.js';

/**
 * What a place in the record is called: the paragraph it belongs to, or the item where none of its paragraphs stands before it. Votes and
 * decisions are taken before anything of their item is written down, so that a place is read from the last entry of any kind, and from the
 * item in hand where there is no entry of it yet.
 */
export interface PlaceName {
  readonly kind: 'paragraph' | 'item';
  readonly number: string;
  /** Of business before the first item, which has no number in print. */
  readonly beforeItems?: true;
}

/** A place in the record, and the item in hand there where that had no entry yet. */
interface PlaceRead {
  readonly after: string | null;
  readonly sectionId?: string | undefined;
}

/** `para. 6.1`, `item 2`. The sederunt writes `para.6.1`. */
export const namedPlace = ({ kind, number, beforeItems }: PlaceName, gap = ' '): string => {
  if (beforeItems) return 'the business before the first item';
  return kind === 'paragraph' ? `para.${gap}${number}` : `item ${number}`;
};

/** The last paragraph, or item, that had begun at a place; `null` before the first. An item had begun by an entry that was struck since. */
export function lastBegun(meeting: Meeting, { after, sectionId }: PlaceRead): PlaceName | null {
  const moment = momentOf(meeting, after);
  const last = meeting.entries.findLastIndex((_entry, index) => index <= moment && nameOf(meeting, index) !== null);
  const inHand = sectionId ?? meeting.entries[moment]?.sectionId;
  return itemBegun(meeting, inHand, meeting.entries[last]) ?? nameOf(meeting, last);
}

/**
 * The first paragraph, or item, that something from a place on holds for; `null` where none follows. A decision or vote on a paragraph belongs
 * to the paragraph: somebody who came between the two was there from that paragraph on.
 */
export function firstFrom(meeting: Meeting, { after, sectionId }: PlaceRead): PlaceName | null {
  const index = nextThing(meeting, momentOf(meeting, after) + 1);
  return itemBegun(meeting, sectionId, meeting.entries[index]) ?? nameOf(meeting, index);
}

/** Where a time in the room began; `null` where nothing follows yet. */
export const arrivalOf = (meeting: Meeting, { from, cameIn }: Spell): PlaceName | null =>
  firstFrom(meeting, { after: from, sectionId: cameIn });

/**
 * Where somebody left; `null` before the first item, and for whoever is there. A motion is no entry of the record: whoever moved or seconded
 * one where they then left was there for its item.
 */
export function departureOf(meeting: Meeting, personId: string, { to, leftIn }: Spell): PlaceName | null {
  if (to === undefined) return null;
  const moved = meeting.motions.findLast(
    ({ movedBy, movedAfter, secondedBy, secondedAfter }) =>
      (movedBy.personId === personId && movedAfter === to) || (secondedBy?.personId === personId && secondedAfter === to),
  );
  return lastBegun(meeting, { after: to, sectionId: leftIn ?? moved?.sectionId });
}

/** The moments at which anything can differ: each entry that stands, notes apart, for a note is of no item's business; and now. */
export const momentsOf = (meeting: Meeting): readonly number[] => [
  ...meeting.entries.flatMap((entry, moment) => (isThing(entry) ? [moment] : [])),
  now(meeting),
];

/**
 * A moment in words, no two moments alike: `from the start`, `from para. 2`, `from the second decision on para. 2`, `from the vote under
 * item 3`; and where no entry follows yet `from item 4`, the item in hand, or `after para. 3`. A moment of -1 is the opening, of a meeting
 * in whose first item somebody left before anything of the item was written down.
 */
export function momentInWords(meeting: Meeting, moment: number): string {
  const index = nextThing(meeting, moment);
  const entry = meeting.entries[index];
  const left = leftAtOpening(meeting);
  const first = nextThing(meeting, 0);
  if (moment < 0 || (index === first && left === undefined)) return 'from the start';
  const leftBehind = index === first ? itemBegun(meeting, left, entry) : null;
  if (leftBehind) return `from ${namedPlace(leftBehind)}`;
  if (!entry) {
    const last = meeting.entries.findLastIndex(isThing);
    const begun = meeting.inHand === left ? null : itemBegun(meeting, meeting.inHand, meeting.entries[last]);
    if (begun) return `from ${namedPlace(begun)}`;
    const name = lastBegun(meeting, { after: meeting.entries[last]!.entryId });
    return `after ${name ? namedPlace(name) : entryInWords(meeting, last)}`;
  }
  const name = nameOf(meeting, index);
  if (name && !name.beforeItems && entry.kind === 'paragraph') return `from ${namedPlace(name)}`;
  return `from ${entryInWords(meeting, index)}`;
}

/** An entry among those of its kind in its place: `the decision on para. 2`, `the second procedural motion before the first item`. */
function entryInWords(meeting: Meeting, index: number): string {
  const place = placeInWords(meeting, index);
  const { kind } = meeting.entries[index]!;
  const before = meeting.entries
    .slice(0, index)
    .filter((one, at) => one.kind === kind && isThing(one) && placeInWords(meeting, at) === place).length;
  return `the ${ordinal(before)}${kind === 'procedure' ? 'procedural motion' : kind} ${place}`;
}

function placeInWords(meeting: Meeting, index: number): string {
  const name = nameOf(meeting, index);
  if (!name) return 'before the first item';
  if (name.beforeItems) return `in ${namedPlace(name)}`;
  return `${name.kind === 'item' ? 'under' : 'on'} ${namedPlace(name)}`;
}

/** The section in which somebody left who was there from the start, before the first entry; so the meeting had begun with them. */
export const leftAtOpening = ({ attendances }: Meeting): string | undefined =>
  attendances.flatMap(({ spells }) => spells).find(({ to, leftIn }) => to === null && leftIn !== undefined)?.leftIn;

const isThing = ({ kind, struck }: Entry): boolean => kind !== 'annotation' && struck === undefined;

/** The index of the first entry from a moment on that stands and is no note; -1 where there is none. */
const nextThing = ({ entries }: Meeting, moment: number): number => entries.findIndex((entry, at) => at >= moment && isThing(entry));

/** The item of a section, where that is not the one of the entry beside. */
function itemBegun(meeting: Meeting, sectionId: string | null | undefined, beside: Entry | undefined): PlaceName | null {
  const section = beside?.sectionId === sectionId ? undefined : sectionOf(meeting, sectionId);
  return section ? itemNamed(section) : null;
}

const before = (section: Section | undefined): Pick<PlaceName, 'beforeItems'> => (section?.beforeItems ? { beforeItems: true } : {});

const itemNamed = (section: Section): PlaceName => ({ kind: 'item', number: section.number, ...before(section) });

/** The paragraph, or item, an entry belongs to; `null` for one that was struck, or that stands before the first item. */
function nameOf(meeting: Meeting, index: number): PlaceName | null {
  const entry = meeting.entries[index];
  if (!entry || entry.struck !== undefined) return null;
  const { entryId, sectionId, kind } = entry;
  const decided = kind === 'decision' ? meeting.decisions.find(({ decisionId }) => decisionId === entryId)?.paragraphId : undefined;
  const earlier =
    kind === 'paragraph'
      ? entryId
      : (decided ??
        meeting.entries
          .slice(0, index)
          .findLast((one) => one.kind === 'paragraph' && one.struck === undefined && one.sectionId === sectionId)?.entryId);
  const paragraph = meeting.paragraphs.find(({ paragraphId }) => paragraphId === earlier);
  const section = sectionOf(meeting, sectionId);
  if (paragraph) return { kind: 'paragraph', number: paragraph.number, ...before(section) };
  return section ? itemNamed(section) : null;
}

const ORDINALS = ['', 'second ', 'third ', 'fourth ', 'fifth ', 'sixth ', 'seventh ', 'eighth ', 'ninth '];
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** `` for the first, `second ` for what one stands before, `21st ` for what twenty do. */
const ordinal = (before: number): string => ORDINALS[before] ?? `${before + 1}${SUFFIXES[ordinals.select(before + 1)] ?? 'th'} `;
