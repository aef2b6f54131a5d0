import { momentOf, now, sectionOf } from '../record/entries.js';
import { type Entry, type Meeting, type Section, type Spell } from '../record/meeting.state.js';
import { type Place } from '../rules/places.js';

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

/** `para. 6.1`, `item 2`. The sederunt writes `para.6.1`. */
export const namedPlace = ({ kind, number, beforeItems }: PlaceName, gap = ' '): string => {
  if (beforeItems) return 'the business before the first item';
  return kind === 'paragraph' ? `para.${gap}${number}` : `item ${number}`;
};

/** The last paragraph, or item, that had begun at a place; `null` before the first. An item had begun by an entry that was struck since. */
export function lastBegun(meeting: Meeting, { after, sectionId }: Place): PlaceName | null {
  const moment = momentOf(meeting, after);
  const last = meeting.entries.findLastIndex((_entry, index) => index <= moment && nameOf(meeting, index) !== null);
  const inHand = sectionId ?? meeting.entries[moment]?.sectionId ?? undefined;
  return itemBegun(meeting, inHand, meeting.entries[last]) ?? nameOf(meeting, last);
}

/**
 * The first paragraph, or item, that something from a place on holds for; `null` where none follows. A decision or vote on a paragraph belongs
 * to the paragraph: somebody who came between the two was there from that paragraph on.
 */
export function firstFrom(meeting: Meeting, { after, sectionId }: Place): PlaceName | null {
  const index = nextThing(meeting, momentOf(meeting, after) + 1);
  return itemBegun(meeting, sectionId, meeting.entries[index]) ?? nameOf(meeting, index);
}

/** Where a time in the room began; `null` where nothing follows yet. */
export const arrivalOf = (meeting: Meeting, { from, cameIn }: Spell): PlaceName | null =>
  firstFrom(meeting, { after: from, ...(cameIn !== undefined && { sectionId: cameIn }) });

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
  const sectionId = leftIn ?? moved?.sectionId;
  return lastBegun(meeting, { after: to, ...(sectionId !== undefined && { sectionId }) });
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
  if (index === first && entry?.sectionId !== left) return `from item ${sectionOf(meeting, left ?? null)?.number ?? ''}`;
  if (!entry) {
    const last = meeting.entries.findLast(isThing);
    const begun = itemBegun(meeting, meeting.inHand ?? undefined, last);
    if (begun && !(last && meeting.inHand === left)) return `from ${namedPlace(begun)}`;
    const name = lastBegun(meeting, { after: last?.entryId ?? null });
    return name ? `after ${namedPlace(name)}` : 'from the start';
  }
  const name = nameOf(meeting, index);
  if (!name) return 'from the start';
  if (entry.kind === 'paragraph' && name.kind === 'paragraph') return `from ${namedPlace(name)}`;
  const before = meeting.entries
    .slice(0, index)
    .filter((one, at) => one.kind === entry.kind && isThing(one) && namedPlace(nameOf(meeting, at) ?? name) === namedPlace(name)).length;
  return `from the ${ordinal(before)}${entry.kind} ${name.kind === 'item' ? 'under' : 'on'} ${namedPlace(name)}`;
}

/** The section in which somebody left who was there from the start, before the first entry; so the meeting had begun with them. */
export const leftAtOpening = ({ attendances }: Meeting): string | undefined =>
  attendances.flatMap(({ spells }) => spells).find(({ from, to, leftIn }) => from === null && to === null && leftIn !== undefined)?.leftIn;

const isThing = ({ kind, struck }: Entry): boolean => kind !== 'annotation' && struck === undefined;

/** The index of the first entry from a moment on that stands and is no note; one past the last where there is none. */
function nextThing({ entries }: Meeting, moment: number): number {
  const index = entries.findIndex((entry, at) => at >= moment && isThing(entry));
  return index < 0 ? entries.length : index;
}

function itemBegun(meeting: Meeting, sectionId: string | undefined, beside: Entry | undefined): PlaceName | null {
  const section = sectionId === undefined || beside?.sectionId === sectionId ? undefined : sectionOf(meeting, sectionId);
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
const ordinal = (before: number): string => ORDINALS[before] ?? `${before + 1}th `;
