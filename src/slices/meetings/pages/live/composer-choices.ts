import { type PersonNamed, type Standing } from '../../../bodies/constitution.js';
import { type Meeting, type Motion } from '../../meeting.state.js';
import { entryOf, now } from '../../record.js';
import { attendanceOf, entitledToVote, isThere, presidingAt } from '../../room.js';

/** One line of a select. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What the forms of the composer choose from, and what each was opened for. */
export interface ComposerChoices {
  readonly sections: readonly Choice[];
  /** Where a decision stands: the item in hand as it is, or one of the paragraphs, newest first. */
  readonly places: readonly Choice[];
  readonly entitled: readonly Choice[];
  readonly here: readonly Choice[];
  readonly absentMembers: readonly Choice[];
  readonly items: readonly Choice[];
  readonly liveMotions: readonly Choice[];
  /** Decisions and their lettered parts, newest first: what an action comes from. */
  readonly parts: readonly Choice[];
  readonly presiding: PersonNamed | null;
  readonly substitutesFor: 'full' | 'one-item' | 'none';
  /** Opened for one person, one motion, one entry of the record. */
  readonly person: (PersonNamed & { readonly left: boolean }) | null;
  readonly motion: Motion | null;
  readonly entry: ChosenEntry | null;
}

export interface ChosenEntry {
  readonly entryId: string;
  readonly kind: 'paragraph' | 'decision' | 'annotation' | 'vote';
  readonly number: string;
  readonly text: string;
  /** What it says, as it stood when the form was shown: a correction of something else since is refused. */
  readonly motionId?: string;
}

export interface Opened {
  readonly person?: string | undefined;
  readonly motion?: string | undefined;
  readonly entry?: string | undefined;
}

const start = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text).replace(/\s+/g, ' ');
const choice = ({ personId, name }: PersonNamed): Choice => ({ value: personId, text: name });

export function composerChoices(meeting: Meeting, standing: Standing | null, opened: Opened): ComposerChoices {
  const moment = now(meeting);
  const stands = (entryId: string): boolean => entryOf(meeting, entryId)?.struck === undefined;
  const inHand = meeting.sections.find(({ sectionId }) => sectionId === meeting.inHand);
  const here = meeting.attendances.filter((one) => isThere(meeting, one, moment)).map(({ person }) => person);
  const paragraphs = meeting.paragraphs.filter(({ paragraphId }) => stands(paragraphId)).toReversed();
  const attendance = opened.person === undefined ? undefined : attendanceOf(meeting, opened.person);
  const held = standing?.roll.find(({ holder }) => holder?.personId === opened.person)?.holder;
  const person = attendance?.person ?? held ?? null;
  const motion = meeting.motions.find(({ motionId }) => motionId === opened.motion) ?? null;
  const corrected = meeting.motions.find(({ vote }) => vote !== undefined && vote.voteId === opened.entry);
  return {
    sections: meeting.sections
      .toReversed()
      .map(({ sectionId, number, heading }) => ({ value: sectionId, text: start(`${number}. ${heading}`) })),
    places: [
      ...(inHand
        ? [{ value: `section:${inHand.sectionId}`, text: start(`Item ${inHand.number}, ${inHand.heading}: where it has come to`) }]
        : []),
      ...paragraphs.map(({ paragraphId, number, text }) => ({ value: `paragraph:${paragraphId}`, text: start(`${number} ${text}`) })),
    ],
    entitled: (corrected?.vote?.entitled ?? entitledFor(meeting, motion)).map(choice),
    here: here.map(choice),
    absentMembers: (standing?.roll ?? [])
      .flatMap(({ holder }) => (holder ? [holder] : []))
      .filter(({ personId }) => !here.some((one) => one.personId === personId))
      .map(choice),
    items: [
      ...meeting.agenda
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map(({ itemId, number, title }) => ({ value: itemId, text: start(`${number}. ${title}`) })),
      ...meeting.sections
        .filter(({ itemId }) => itemId === undefined)
        .map(({ sectionId, number, heading }) => ({ value: sectionId, text: start(`${number}. ${heading}`) })),
    ],
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
    person: person && { ...person, left: attendance?.spells.at(-1)?.to !== undefined },
    motion,
    entry: opened.entry === undefined ? null : chosenEntry(meeting, opened.entry),
  };
}

/** Those who may vote on a motion now; without one, on the item in hand. */
export const entitledFor = (meeting: Meeting, motion: Motion | null): readonly PersonNamed[] =>
  entitledToVote(meeting, now(meeting), motion?.sectionId ?? meeting.inHand).map(({ person }) => person);

export function chosenEntry(meeting: Meeting, entryId: string): ChosenEntry | null {
  const entry = entryOf(meeting, entryId);
  if (!entry || entry.struck !== undefined) return null;
  switch (entry.kind) {
    case 'paragraph': {
      const found = meeting.paragraphs.find((one) => one.paragraphId === entryId);
      return found ? { entryId, kind: entry.kind, number: found.number, text: found.text } : null;
    }
    case 'decision': {
      const found = meeting.decisions.find((one) => one.decisionId === entryId);
      const text = found && [found.words, ...found.parts.map(({ letter, text: part }) => `(${letter}) ${part}`)].join('\n');
      return found && text !== undefined ? { entryId, kind: entry.kind, number: found.paragraph, text } : null;
    }
    case 'annotation': {
      const found = meeting.annotations.find((one) => one.annotationId === entryId);
      return found ? { entryId, kind: entry.kind, number: '', text: `${found.heading}: ${found.text}` } : null;
    }
    case 'vote': {
      const motion = meeting.motions.find(({ vote }) => vote?.voteId === entryId);
      const counts = motion?.vote?.counts;
      return motion && counts
        ? {
            entryId,
            kind: entry.kind,
            number: '',
            text: `${counts.yes} for, ${counts.no} against, ${counts.abstain} abstained`,
            motionId: motion.motionId,
          }
        : null;
    }
  }
}
