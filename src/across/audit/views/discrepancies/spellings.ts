import { nameKey, sameName } from '../../../../kernel/names.js';
import { type Meeting, entryOf } from '../../../../slices/meetings/meetings.words.js';
import { type PersonNamed } from '../../../../slices/bodies/bodies.words.js';
import { type ComparedRecord, type Discrepancy } from './discrepancy.js';

interface Name {
  readonly name: string;
  readonly title: string;
  /** First letters of the given names; empty where only a surname is given. */
  readonly initials: string;
  /** The given names by their keys, without full stops and accents. */
  readonly given: readonly string[];
  readonly surname: string;
}

const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Councillor|Cllr|Baillie|Chief|Superintendent|Inspector|Constable|Sergeant|LSO)\.?$/;

/** `Mr David Farries` as title `Mr`, initials `D`, surname `Farries`. */
export function nameOf(name: string): Name {
  const words = name
    .normalize('NFC')
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/);
  const titles = words.findIndex((word) => !TITLE.test(word));
  const given = titles < 0 ? [] : words.slice(titles, -1);
  return {
    name,
    title: (titles < 0 ? words : words.slice(0, titles)).join(' '),
    initials: given.map((word) => word[0]?.toUpperCase() ?? '').join(''),
    given: given.map((word) => plain(word).replaceAll('.', '')),
    surname: titles < 0 ? '' : (words.at(-1) ?? ''),
  };
}

/** A name without its accents, as a keyboard that has none writes it. */
export const plain = (name: string): string => nameKey(nameKey(name).normalize('NFD').replace(/\p{M}/gu, ''));

/** Whether the given names may be one person's: each the same, or one the initial of the other. */
const givenAlike = (a: Name, b: Name): boolean =>
  a.given.length === b.given.length && a.given.every((word, at) => word.startsWith(b.given[at]!) || b.given[at]!.startsWith(word));

/**
 * Whether two names may be one person: the same surname, but another title or other initials; or, of two ids, names that differ in nothing,
 * or in accents, or in how much of a given name is written out. Only somebody who knows them can tell.
 */
const mayBeOne = (a: Name, b: Name, twoIds: boolean): boolean =>
  a.surname !== '' &&
  plain(a.surname) === plain(b.surname) &&
  a.initials !== '' &&
  b.initials !== '' &&
  (plain(a.initials) !== plain(b.initials) || !sameName(a.title, b.title) || (twoIds && givenAlike(a, b)));

/** Pairs of spellings that may be one person: both in rolls and sederunts, or one of them only in the text of a minute. */
export function spellings(record: ComparedRecord): Discrepancy[] {
  const people = [...new Map(record.people.map((one) => [`${one.personId} ${nameKey(one.name)}`, one])).values()];
  const found: Discrepancy[] = [];
  const areTwo = together(record);
  const canonical = (id: string): string => record.canonical.get(id) ?? id;
  for (const [index, one] of people.entries()) {
    for (const other of people.slice(index + 1)) {
      const declared = one.personId !== other.personId && canonical(one.personId) === canonical(other.personId);
      const apart =
        record.apart.has(`${canonical(one.personId)} ${canonical(other.personId)}`) ||
        record.apart.has(`${canonical(other.personId)} ${canonical(one.personId)}`);
      if (!declared && !apart && !areTwo(one, other) && mayBeOne(nameOf(one.name), nameOf(other.name), one.personId !== other.personId)) {
        found.push(discrepancy(`${record.bodyId}#${one.personId}`, one.name, `${other.name}, elsewhere in the record`));
      }
    }
  }
  const known = people.map(({ name }) => nameOf(name));
  return [...found, ...record.about.flatMap((meeting) => mentionedOtherwise(meeting, known))];
}

/**
 * Whether two people of one surname and other initials are known to be two: both on one roll, or both in one sederunt. Two ids whose names
 * may be one person's in full are asked about all the same, since one person may stand twice in a list by mistake.
 */
function together({ about }: ComparedRecord): (one: PersonNamed, other: PersonNamed) => boolean {
  const lists = about.flatMap((meeting) => [
    ...meeting.standings.map(({ standing }) => new Set(standing.roll.flatMap(({ holder }) => (holder ? [holder.personId] : [])))),
    new Set(meeting.attendances.map(({ person }) => person.personId)),
  ]);
  return (one, other) =>
    one.personId !== other.personId &&
    plain(nameOf(one.name).initials) !== plain(nameOf(other.name).initials) &&
    lists.some((list) => list.has(one.personId) && list.has(other.personId));
}

/**
 * Names in the text of a minute that the minute's own sederunt spells otherwise, or, if the sederunt has nobody of that surname, the rolls.
 */
function mentionedOtherwise(meeting: Meeting, known: readonly Name[]): Discrepancy[] {
  const there = meeting.attendances.map(({ person }) => nameOf(person.name));
  const seen = new Set<string>();
  return mentions(meeting, new Set(known.map(({ surname }) => plain(surname)))).flatMap(({ where, mentioned }) => {
    const ofThatName = ({ surname, initials }: Name): boolean => plain(surname) === plain(mentioned.surname) && initials !== '';
    const near = there.filter(ofThatName);
    const same = near.length > 0 ? near : known.filter(ofThatName);
    // A text may spell out what a list abbreviates.
    if (same.length === 0 || same.some(({ initials }) => initials === mentioned.initials) || seen.has(mentioned.name)) return [];
    seen.add(mentioned.name);
    const names = [...new Set(same.map(({ name }) => name))].join('; ');
    return [discrepancy(where, mentioned.name, `${names}, in the ${near.length > 0 ? 'sederunt' : 'membership'}`)];
  });
}

const discrepancy = (where: string, recordSays: string, otherSays: string): Discrepancy => ({
  kind: 'spelling',
  where,
  what: 'Two spellings that may be one person, not declared the same nor distinct.',
  recordSays,
  otherSays,
});

interface Mention {
  readonly where: string;
  readonly mentioned: Name;
}

/** People named with a title and given names in the text of a minute, whose surname is known. */
function mentions(meeting: Meeting, surnames: ReadonlySet<string>): Mention[] {
  const standing = (entryId: string): boolean => entryOf(meeting, entryId)?.struck === undefined;
  const texts = [
    ...meeting.paragraphs.filter(({ paragraphId }) => standing(paragraphId)).map(({ number, text }) => ({ place: number, text })),
    ...meeting.annotations
      .filter(({ annotationId }) => standing(annotationId))
      .map(({ annotationId, text }) => ({ place: annotationId, text })),
    ...meeting.decisions
      .filter(({ decisionId }) => standing(decisionId))
      .map(({ paragraph, words, parts }) => ({ place: paragraph, text: [words, ...parts.map(({ text }) => text)].join('\n') })),
  ];
  const NAMED =
    /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Councillor|Cllr|Chief\sSuperintendent|Chief\sInspector)\.?\s(?:\p{Lu}\p{Ll}*\.?\s){1,3}\p{Lu}[\p{L}'’-]+/gu;
  return texts.flatMap(({ place, text }) =>
    [...text.matchAll(NAMED)]
      .map(([name]) => nameOf(name))
      .filter(({ surname, initials }) => initials !== '' && surnames.has(plain(surname)))
      .map((mentioned) => ({ where: `${meeting.meetingId}#${place}`, mentioned })),
  );
}
