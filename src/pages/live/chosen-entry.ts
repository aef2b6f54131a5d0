import { type DivisionTakenData } from '../../slices/meetings/votes/division.events.js';
import { type ProceduralMotion } from '../../slices/meetings/votes/procedure.events.js';
import { type VoteTakenData } from '../../slices/meetings/events/motion.events.js';
import {
  courseOf,
  type ElectionData,
  type Meeting,
  entryOf,
  fromWhom,
  initialsOf,
  isCounted,
} from '../../slices/meetings/meetings.words.js';

/** An entry of the record, opened in a form to be put right. */
export interface ChosenEntry {
  readonly entryId: string;
  readonly kind: 'paragraph' | 'decision' | 'annotation' | 'vote' | 'division' | 'election' | 'action' | 'hearing';
  readonly number: string;
  /** The entry's words when the form was shown: if they have changed since, a correction is refused. */
  readonly text: string;
  readonly motionId?: string;
  readonly vote?: VoteTakenData;
  readonly division?: DivisionTakenData;
  /** A question, a petition or a deputation, as it was recorded. */
  readonly hearing?: Meeting['hearings'][number];
  /** Of an action agreed in discussion: who is to do it by initials, what and by when. */
  readonly agreed?: { readonly who: string; readonly words?: string; readonly due?: string };
  readonly election?: ElectionData;
  /** A vote of the election stands. */
  readonly standing?: true;
  readonly procedure?: ProceduralMotion;
  /** The step of the course that it is, where it is a procedural motion or a ruling. */
  readonly step?: number;
  /** It is a procedural motion that was not carried. */
  readonly lost?: true;
}

const numbers = ({ counts }: VoteTakenData): string => `${counts.yes} for, ${counts.no} against, ${counts.abstain} abstained`;

/** A procedural motion or a ruling stands in the minute as a note, and is put right as a step of the course. */
function noted(meeting: Meeting, entryId: string, text: string): ChosenEntry {
  const step = courseOf(meeting, { exempt: true }).steps.find((one) => one.entryId === entryId)?.step;
  return { entryId, kind: 'annotation', number: '', text, ...(step !== undefined && { step }) };
}

/** The entry; `null` if the meeting has none of that id, or if it was struck from the minute. */
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
    case 'action': {
      const found = meeting.agreed.find((one) => one.actionId === entryId);
      if (!found) return null;
      const { people, others, words, due } = found;
      const initials = initialsOf([...meeting.attendances.map(({ person }) => person), ...people]);
      const who = [...people.map(({ personId, name }) => initials.get(personId) ?? name), ...others].join(', ');
      const agreed = { who, ...(words !== undefined && { words }), ...(due !== undefined && { due }) };
      return { entryId, kind: entry.kind, number: '', text: Object.values(agreed).join('; '), agreed };
    }
    case 'hearing': {
      const found = meeting.hearings.find((one) => one.hearingId === entryId);
      if (!found) return null;
      const { kind, subject, words, answer } = found;
      const text = [`${kind} of ${fromWhom(found)} on ${subject}`, words, answer].filter(Boolean).join('; ');
      return { entryId, kind: entry.kind, number: '', text, hearing: found };
    }
    case 'annotation': {
      const found = meeting.annotations.find((one) => one.annotationId === entryId);
      return found ? { entryId, kind: entry.kind, number: '', text: `${found.heading}: ${found.text}` } : null;
    }
    case 'vote': {
      const motion = meeting.motions.find(({ vote }) => vote?.voteId === entryId);
      const vote = motion?.vote;
      const text = vote && (isCounted(vote) ? numbers(vote) : vote.method.replaceAll('-', ' '));
      return motion && vote && text !== undefined ? { entryId, kind: entry.kind, number: '', text, motionId: motion.motionId, vote } : null;
    }
    case 'division': {
      const division = meeting.divisions.find((one) => one.divisionId === entryId);
      const text = division?.proposals.map(({ proposalId, count }) => `${count ?? 'not counted'} for ${proposalId}`).join(', ');
      return division && text !== undefined ? { entryId, kind: entry.kind, number: '', text, division } : null;
    }
    case 'procedure': {
      const found = meeting.procedures.find(({ procedureId }) => procedureId === entryId);
      if (!found) return null;
      const lost = found.vote.result !== 'carried';
      return { ...noted(meeting, entryId, found.words), procedure: found, ...(lost && { lost }) };
    }
    case 'ruling': {
      const found = meeting.rulings.find(({ rulingId }) => rulingId === entryId);
      return found ? noted(meeting, entryId, found.words) : null;
    }
    case 'election':
    case 'round': {
      const election = meeting.elections.find(
        ({ electionId, rounds }) => electionId === entryId || rounds.some(({ roundId }) => roundId === entryId),
      );
      const text = election?.elected.map(({ person }) => person.name).join(', ');
      if (!election || text === undefined) return null;
      const stands = election.rounds.some(({ declaredVoid }) => !declaredVoid);
      return { entryId: election.electionId, kind: 'election', number: '', text, election, ...(stands && { standing: true as const }) };
    }
  }
}
