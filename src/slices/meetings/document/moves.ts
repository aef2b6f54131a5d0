import { andNames } from '../../../kernel/words.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type Meeting, type Step } from '../record/meeting.state.js';
import { type MinuteNote } from './minute-document.js';

/** Somebody came or left, with the record's own sentence where it has one. */
export interface Move {
  readonly person: PersonNamed;
  readonly what: string;
  readonly words?: string;
}

/**
 * A step in which a member left, came late or came back; `null` for who was there from the start, for those who are no members, and where the
 * record says it in other words or not at all.
 */
export function moveOf(meeting: Meeting, { spell: index = 0, event }: Step): Move | null {
  if (!('person' in event.data)) return null;
  const { personId } = event.data.person;
  const attendance = meeting.attendances.find((one) => one.person.personId === personId);
  const spell = attendance?.spells[index];
  if (!attendance || !spell) return null;
  const { person, as } = attendance;
  const words = event.type === 'MemberLeft' ? spell.words : undefined;
  if (words === '' || (words === undefined && as !== 'present')) return null;
  if (event.type === 'MemberLeft') return { person, what: 'left the meeting', ...(words !== undefined && { words }) };
  if (spell.from === null && index === 0) return null;
  return { person, what: `${index === 0 ? 'joined' : 'rejoined'} the meeting${spell.how === 'remote' ? ' remotely' : ''}` };
}

/** Moves that follow each other, in turn; those who did the same after one another share one sentence. */
export function movesNote(moves: readonly Move[]): MinuteNote {
  const runs: Move[][] = [];
  for (const move of moves) {
    const run = runs.at(-1);
    if (run?.[0] && move.words === undefined && run[0].words === undefined && run[0].what === move.what) run.push(move);
    else runs.push([move]);
  }
  const text = runs.map(
    ([first, ...rest]) => first?.words ?? `${andNames([first, ...rest].map((one) => one?.person.name ?? ''))} ${first?.what}.`,
  );
  const people = new Set(moves.map(({ person }) => person.personId));
  return { kind: 'note', heading: people.size === 1 ? 'MEMBER' : 'MEMBERS', text: text.join(' ') };
}
