import { type PersonNamed, type Standing } from '../../slices/bodies/bodies.words.js';
import {
  type Meeting,
  type Motion,
  type Spell,
  entryOf,
  momentOf,
  now,
  attendanceOf,
  isThere,
  presidingAt,
  sectionHeading,
} from '../../slices/meetings/meetings.words.js';
import { PROCEDURAL_CHOICES, RULING_CHOICES } from '../frame/conduct-choices.js';
import { type ChosenEntry, chosenEntry } from './chosen-entry.js';
import { absenteesFor, entitledAt, entitledFor } from './division-choices.js';
import { pickable } from './forms/agreed-additions.js';
import { type OpenElection, openElection, peopleKnown, seatChoices } from './election-choices.js';

/** One line of a select. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The choices in the composer's forms, and the subject for which each form was opened. */
export interface ComposerChoices {
  readonly sections: readonly Choice[];
  /** Places for a decision: the item in hand as it is, or one of the paragraphs, newest first. */
  readonly places: readonly Choice[];
  /** Paragraphs by their numbers, newest first, one of which may be the one after which something took effect. */
  readonly paragraphs: readonly Choice[];
  readonly entitled: readonly Choice[];
  /** Members with a vote who were not in the room, and may be named as absent from a division. */
  readonly absentees: readonly Choice[];
  readonly here: readonly Choice[];
  /** The people of the sederunt who may be picked for an action, with their initials. */
  readonly pickable: ReturnType<typeof pickable>;
  /** Those of them who are there now. */
  readonly stillThere: readonly string[];
  /** The sections in which the entry that is put right does not stand. */
  readonly otherSections: readonly Choice[];
  readonly absentMembers: readonly Choice[];
  /** Members of whom the sederunt has nothing yet. */
  readonly unrecorded: readonly Choice[];
  readonly items: readonly Choice[];
  readonly itemsToCome: readonly Choice[];
  /** Items that are to be taken in private, and the paragraphs of Schedule 7A that say why. */
  readonly privateItems: readonly Choice[];
  readonly privateParagraphs: readonly string[];
  /** Items taken that carry the minute of another body, on which nothing is recorded as resolved yet. */
  readonly minutesCarried: readonly Choice[];
  /** Decisions that stand, the newest first. */
  readonly decisions: readonly Choice[];
  readonly liveMotions: readonly Choice[];
  /** Decisions and their lettered parts, newest first, from one of which an action comes. */
  readonly parts: readonly Choice[];
  readonly presiding: PersonNamed | null;
  readonly substitutesFor: 'full' | 'one-item' | 'none';
  /** The person, the motion or the entry for which the form was opened, if any. */
  readonly person: (PersonNamed & { readonly left: boolean; readonly spells: readonly Spell[]; readonly officer: boolean }) | null;
  readonly motion: Motion | null;
  readonly entry: ChosenEntry | null;
  /** The election that a vote is taken in; `null` where none is open. */
  readonly election: OpenElection | null;
  /** The seats of the body with who holds each, and the names of everybody on the roll or in the room. */
  readonly seats: readonly Choice[];
  /** Rulings of the chair, newest first. */
  readonly rulings: readonly Choice[];
  readonly people: readonly string[];
  /** What a procedural motion asks for, and what a ruling is about. */
  readonly procedural: readonly Choice[];
  readonly aboutRulings: readonly Choice[];
}

export interface Opened {
  readonly person?: string | undefined;
  readonly motion?: string | undefined;
  readonly entry?: string | undefined;
}

export const start = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text).replace(/\s+/g, ' ');
const choice = ({ personId, name }: PersonNamed): Choice => ({ value: personId, text: name });

export function composerChoices(meeting: Meeting, standing: Standing | null, opened: Opened): ComposerChoices {
  const moment = now(meeting);
  const stands = (entryId: string): boolean => entryOf(meeting, entryId)?.struck === undefined;
  const inHand = meeting.sections.find(({ sectionId }) => sectionId === meeting.inHand);
  const here = meeting.attendances.filter((one) => isThere(meeting, one, moment)).map(({ person }) => person);
  const paragraphs = meeting.paragraphs.filter(({ paragraphId }) => stands(paragraphId)).toReversed();
  const attendance = opened.person === undefined ? undefined : attendanceOf(meeting, opened.person);
  const held = standing?.roll.find(({ holder }) => holder?.personId === opened.person)?.holder;
  const members = [...new Map(standing?.roll.flatMap(({ holder }) => (holder ? [[holder.personId, holder] as const] : []))).values()];
  const person = attendance?.person ?? held ?? null;
  const motion = meeting.motions.find(({ motionId }) => motionId === opened.motion) ?? null;
  const corrected = meeting.motions.find(({ vote }) => vote !== undefined && vote.voteId === opened.entry);
  const divided = meeting.divisions.find(({ divisionId }) => divisionId === opened.entry);
  const decided = meeting.decisions.find(({ decisionId }) => decisionId === opened.entry);
  const voted = corrected?.vote?.voteId ?? divided?.divisionId;
  const items = meeting.agenda.filter(({ withdrawn }) => withdrawn === undefined);
  const taken = new Set(meeting.sections.map(({ itemId }) => itemId));
  return {
    sections: meeting.sections.toReversed().map((one) => ({ value: one.sectionId, text: start(sectionHeading(one)) })),
    places: [
      ...(inHand
        ? [
            {
              value: `section:${inHand.sectionId}`,
              text: start(`${inHand.beforeItems ? inHand.heading : `Item ${inHand.number}, ${inHand.heading}`}: where it has come to`),
            },
          ]
        : []),
      ...paragraphs.map(({ paragraphId, number, text }) => ({ value: `paragraph:${paragraphId}`, text: start(`${number} ${text}`) })),
    ],
    paragraphs: paragraphs.map(({ number, text }) => ({ value: number, text: start(`${number} ${text}`) })),
    entitled: (
      (corrected?.vote ?? meeting.procedures.find(({ procedureId }) => procedureId === opened.entry)?.vote)?.entitled ??
      divided?.entitled ??
      (decided ? entitledAt(meeting, decided) : entitledFor(meeting, motion))
    ).map(choice),
    absentees: absenteesFor(
      meeting,
      voted === undefined ? moment : momentOf(meeting, voted),
      (corrected ?? divided ?? motion)?.sectionId ?? meeting.inHand,
    ).map(choice),
    here: here.map(choice),
    pickable: pickable(meeting),
    stillThere: here.map(({ personId }) => personId),
    otherSections: meeting.sections
      .filter(({ sectionId }) => sectionId !== meeting.entries.find(({ entryId }) => entryId === opened.entry)?.sectionId)
      .map((one) => ({ value: one.sectionId, text: start(sectionHeading(one)) })),
    absentMembers: members.filter(({ personId }) => !here.some((one) => one.personId === personId)).map(choice),
    unrecorded: members.filter(({ personId }) => attendanceOf(meeting, personId) === undefined).map(choice),
    items: [
      ...items.map(itemChoice),
      ...meeting.sections
        .filter(({ itemId }) => itemId === undefined)
        .map((one) => ({ value: one.sectionId, text: start(sectionHeading(one)) })),
    ],
    itemsToCome: items.filter(({ itemId }) => !taken.has(itemId)).map(itemChoice),
    privateItems: items.filter(({ exempt }) => exempt !== undefined).map(itemChoice),
    privateParagraphs: [...new Set(items.flatMap(({ exempt }) => exempt?.paragraph ?? []))],
    minutesCarried: items.filter(({ itemId }) => isCarried(meeting, itemId)).map(itemChoice),
    decisions: meeting.decisions
      .filter(({ decisionId }) => stands(decisionId))
      .toReversed()
      .map(({ decisionId, paragraph, words }) => ({ value: decisionId, text: start(`${paragraph} ${words}`) })),
    liveMotions: meeting.motions
      .filter(({ status, sectionId }) => status === 'moved' && sectionId === meeting.inHand)
      .map(({ motionId, text }) => ({ value: motionId, text: start(text) })),
    parts: meeting.decisions
      .filter(({ decisionId }) => stands(decisionId))
      .toReversed()
      .flatMap(({ decisionId, paragraph, words, parts }) => [
        ...parts.map(({ letter, text }) => ({ value: `${decisionId}/${letter}`, text: start(`${paragraph} (${letter}) ${text}`) })),
        { value: decisionId, text: start(`${paragraph} ${words}${parts.length > 0 ? ' (all of it)' : ''}`) },
      ]),
    presiding: presidingAt(meeting, moment),
    substitutesFor: standing?.constitution.substitutes.allowed ?? 'none',
    person: person && {
      ...person,
      left: attendance?.spells.at(-1)?.to !== undefined,
      spells: attendance?.spells ?? [],
      officer: attendance?.as === 'in-attendance' && !held,
    },
    motion,
    entry: opened.entry === undefined ? null : chosenEntry(meeting, opened.entry),
    election: openElection(meeting, opened.entry),
    seats: seatChoices(standing),
    rulings: meeting.rulings.toReversed().map(({ rulingId, words }) => ({ value: rulingId, text: start(words) })),
    people: peopleKnown(meeting, standing),
    procedural: PROCEDURAL_CHOICES,
    aboutRulings: RULING_CHOICES,
  };
}

/** Whether an item carries the minute of another body, is taken, and nothing is recorded as resolved on it. */
export const isCarried = ({ agenda, sections, received }: Meeting, itemId: string): boolean =>
  agenda.some((item) => item.itemId === itemId && item.minuteOf !== undefined) &&
  sections.some((section) => section.itemId === itemId) &&
  !received.some((one) => one.itemId === itemId);

const itemChoice = ({ itemId, number, title }: Meeting['agenda'][number]): Choice => ({
  value: itemId,
  text: start(`${number}. ${title}`),
});
