import { type PersonNamed, type Standing } from '../../slices/bodies/bodies.words.js';
import { type ElectionData, leftAfter, type Meeting } from '../../slices/meetings/meetings.words.js';
import { type Choice } from './composer-choices.js';

/** An election that is still to be voted on. */
export interface OpenElection {
  readonly electionId: string;
  readonly name: string;
  /** Who is left to be voted on, and for how many places. */
  readonly left: readonly PersonNamed[];
  readonly places: number;
  /** Whether a vote was taken before. */
  readonly fresh: boolean;
}

/** The open election of that id; else the last one that is open. */
export function openElection(meeting: Meeting, electionId: string | undefined): OpenElection | null {
  const open = meeting.elections.filter(({ outcome }) => outcome === 'open');
  const found = open.find((one) => one.electionId === electionId) ?? open.at(-1);
  return found ? asOpen(found) : null;
}

const asOpen = ({ electionId, to, nominations, rounds, places, elected }: ElectionData): OpenElection => ({
  electionId,
  name: to.name,
  left: leftAfter(nominations, rounds),
  places: places - elected.length,
  fresh: rounds.length > 0,
});

/** The elections that are still to be voted on, as links. */
export const openElections = (meeting: Meeting): readonly { readonly electionId: string; readonly name: string }[] =>
  meeting.elections.filter(({ outcome }) => outcome === 'open').map(({ electionId, to }) => ({ electionId, name: to.name }));

/** The seats of the body, each with who holds it. */
export const seatChoices = (standing: Standing | null): readonly Choice[] =>
  (standing?.roll ?? []).map(({ seatId, label, holder }) => ({
    value: seatId,
    text: holder ? `${label}, held by ${holder.name}` : `${label}, vacant`,
  }));

/** Everybody on the roll or in the room, by name. */
export function peopleKnown(meeting: Meeting, standing: Standing | null): readonly string[] {
  const people = [...(standing?.roll.flatMap(({ holder }) => holder ?? []) ?? []), ...meeting.attendances.map(({ person }) => person)];
  return [...new Map(people.map(({ personId, name }) => [personId, name])).values()];
}

/** What one person may have done in a vote between those who are left. */
export const chosenFor = (left: readonly PersonNamed[]): { readonly votes: readonly Choice[] } => ({
  votes: [...left.map(({ personId, name }) => ({ value: `for ${personId}`, text: name })), { value: 'declined', text: 'Declined to vote' }],
});

/** A recorded election as the values of its form. */
export const electionTyped = ({
  to,
  places,
  nominations,
}: ElectionData): { readonly typed: object; readonly own: Readonly<Record<string, string>> } => ({
  typed: { to, ...(places > 1 && !to.seatIds && { places }) },
  own: Object.fromEntries(
    nominations.flatMap(({ nominee, movedBy, secondedBy, then }, row) => [
      [`_nomination.${row}.nominee`, nominee.name],
      [`_nomination.${row}.movedBy`, movedBy?.personId ?? ''],
      [`_nomination.${row}.secondedBy`, secondedBy?.personId ?? ''],
      [`_nomination.${row}.then`, then ?? ''],
    ]),
  ),
});
