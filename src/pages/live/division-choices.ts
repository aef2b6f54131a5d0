import { type PersonNamed } from '../../slices/bodies/bodies.words.js';
import { type VoteTakenData } from '../../slices/meetings/events/motion.events.js';
import {
  type Meeting,
  type Motion,
  now,
  standingAt,
  entitledToVote,
  hasWithdrawn,
  isCounted,
  isThere,
} from '../../slices/meetings/meetings.words.js';

/** Members entitled to vote on a motion now; without a motion, on the item in hand. */
export const entitledFor = (meeting: Meeting, motion: Motion | null): readonly PersonNamed[] =>
  entitledToVote(meeting, now(meeting), motion?.sectionId ?? meeting.inHand).map(({ person }) => person);

/** Members not in the room at that moment whose voting seat nobody fills, and who did not withdraw from the item. */
export function absenteesFor(meeting: Meeting, moment: number, sectionId: string | null): readonly PersonNamed[] {
  const filled = new Set(entitledToVote(meeting, moment, sectionId).map(({ seat }) => seat.seatId));
  const there = new Set(meeting.attendances.filter((one) => isThere(meeting, one, moment)).map(({ person }) => person.personId));
  const seats = standingAt(meeting, moment)?.roll.filter((seat) => seat.voting && !filled.has(seat.seatId)) ?? [];
  return seats.flatMap(({ holder }) =>
    holder && !there.has(holder.personId) && !hasWithdrawn(meeting, holder.personId, sectionId, moment) ? [holder] : [],
  );
}

/** A recorded vote as the values of its form: the option of each person named, and each pair once. */
export function asTyped({ method, counts, votes, result, asWorded = '' }: VoteTakenData): {
  readonly typed: object;
  readonly own: Readonly<Record<string, string>>;
} {
  const pairs = votes.filter(({ option, person, pairedWith }) => option === 'paired' && person.personId < (pairedWith ?? ''));
  return {
    typed: { method, counts: method === 'roll-call' || !isCounted({ method }) ? {} : counts },
    own: Object.fromEntries([
      ...(method === 'declared' ? [['_declared', result]] : []),
      ...(asWorded ? [['_asWorded', asWorded]] : []),
      ...votes.filter(({ option }) => option !== 'paired').map(({ person, option }) => [`_vote.${person.personId}`, option]),
      ...pairs.flatMap(({ person, pairedWith }, row) => [
        [`_pair.${row}.one`, person.personId],
        [`_pair.${row}.other`, pairedWith],
      ]),
    ]) as Readonly<Record<string, string>>,
  };
}
