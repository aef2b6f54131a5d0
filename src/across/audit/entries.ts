import { numbered, sameNumber } from '../../kernel/names.js';
import { isPart } from '../../kernel/citation.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { parseParagraph } from './refs.js';

export interface NamedEntry {
  readonly kind:
    | 'decision'
    | 'motion'
    | 'paragraph'
    | 'agenda item'
    | 'section'
    | 'vote'
    | 'division'
    | 'election'
    | 'procedure'
    | 'ruling'
    | 'attendance'
    | 'annotation'
    | 'action'
    | 'hearing';
  readonly id: string;
}

/**
 * The entry that a name means in a meeting: an id first, then a paragraph number, by which a decision on the paragraph is meant before the
 * paragraph itself.
 */
export function entryNamed(meeting: Meeting, name: string): NamedEntry | null {
  const kinds: readonly (readonly [NamedEntry['kind'], readonly string[]])[] = [
    ['decision', meeting.decisions.map((one) => one.decisionId)],
    ['motion', meeting.motions.map((one) => one.motionId)],
    ['vote', votesOf(meeting).map(({ voteId }) => voteId)],
    ['division', divisionsOf(meeting).map(({ divisionId }) => divisionId)],
    ['election', meeting.elections.map((one) => one.electionId)],
    ['procedure', meeting.procedures.map((one) => one.procedureId)],
    ['ruling', meeting.rulings.map((one) => one.rulingId)],
    ['paragraph', meeting.paragraphs.map((one) => one.paragraphId)],
    ['annotation', meeting.annotations.map((one) => one.annotationId)],
    ['action', meeting.agreed.map((one) => one.actionId)],
    ['hearing', meeting.hearings.map((one) => one.hearingId)],
    ['agenda item', meeting.agenda.map((one) => one.itemId)],
    ['section', meeting.sections.map((one) => one.sectionId)],
    ['attendance', meeting.attendances.map((one) => one.person.personId)],
  ];
  for (const [kind, ids] of kinds) if (ids.includes(name)) return { kind, id: name };
  const cited = parseParagraph(name);
  if (!cited) return null;
  const decision = meeting.decisions.find(
    (one) =>
      sameNumber(one.paragraph, cited.paragraph) && (!cited.part || one.parts.some(({ letter }) => isPart(letter, cited.part ?? ''))),
  );
  if (decision) return { kind: 'decision', id: decision.decisionId };
  const paragraph = cited.part ? undefined : numbered(meeting.paragraphs, cited.paragraph);
  return paragraph ? { kind: 'paragraph', id: paragraph.paragraphId } : null;
}

/** The votes and divisions of a meeting, those declared void too. */
const votesOf = ({ motions, voidVotes }: Meeting) => [...motions, ...voidVotes].flatMap(({ vote }) => vote ?? []);
const divisionsOf = ({ divisions, voidVotes }: Meeting) => [...divisions, ...voidVotes.flatMap(({ division }) => division ?? [])];

/** Whether an event's data has an id in it, anywhere but in `after`: an event placed after an entry is not about that entry. */
export function namesEntry(data: unknown, id: string): boolean {
  if (data === id) return true;
  if (Array.isArray(data)) return data.some((one) => namesEntry(one, id));
  return typeof data === 'object' && data !== null && Object.entries(data).some(([key, one]) => key !== 'after' && namesEntry(one, id));
}

/** The entry as it stands in a state of the meeting; `null` where it was not there yet. */
export function stateOfEntry(meeting: Meeting, { kind, id }: NamedEntry): unknown {
  switch (kind) {
    case 'decision':
      return meeting.decisions.find((one) => one.decisionId === id) ?? null;
    case 'motion':
      return meeting.motions.find((one) => one.motionId === id) ?? null;
    case 'vote':
      return votesOf(meeting).find(({ voteId }) => voteId === id) ?? null;
    case 'division':
      return divisionsOf(meeting).find(({ divisionId }) => divisionId === id) ?? null;
    case 'procedure':
      return meeting.procedures.find((one) => one.procedureId === id) ?? null;
    case 'ruling':
      return meeting.rulings.find((one) => one.rulingId === id) ?? null;
    case 'election':
      return meeting.elections.find((one) => one.electionId === id) ?? null;
    case 'paragraph':
      return meeting.paragraphs.find((one) => one.paragraphId === id) ?? null;
    case 'annotation':
      return meeting.annotations.find((one) => one.annotationId === id) ?? null;
    case 'hearing':
      return meeting.hearings.find((one) => one.hearingId === id) ?? null;
    case 'action':
      return meeting.agreed.find((one) => one.actionId === id) ?? null;
    case 'agenda item':
      return meeting.agenda.find((one) => one.itemId === id) ?? null;
    case 'section':
      return meeting.sections.find((one) => one.sectionId === id) ?? null;
    case 'attendance':
      return meeting.attendances.find((one) => one.person.personId === id) ?? null;
  }
}
