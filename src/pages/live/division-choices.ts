import { type PersonNamed } from '../../slices/bodies/bodies.words.js';
import { type VoteTakenData } from '../../slices/meetings/events/motion.events.js';
import {
  type DecisionState,
  type Meeting,
  momentOf,
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

/** Members who were entitled to vote where a decision was taken, and may ask that their dissent from it be recorded. */
export const entitledAt = (meeting: Meeting, { decisionId, sectionId }: DecisionState): readonly PersonNamed[] =>
  entitledToVote(meeting, momentOf(meeting, decisionId), sectionId).map(({ person }) => person);

/** Members not in the room at that moment whose voting seat nobody fills, and who did not withdraw from the item. */
export function absenteesFor(meeting: Meeting, moment: number, sectionId: string | null): readonly PersonNamed[] {
  const filled = new Set(entitledToVote(meeting, moment, sectionId).map(({ seat }) => seat.seatId));
  const there = new Set(meeting.attendances.filter((one) => isThere(meeting, one, moment)).map(({ person }) => person.personId));
  const seats = standingAt(meeting, moment)?.roll.filter((seat) => seat.voting && !filled.has(seat.seatId)) ?? [];
  const away = seats.flatMap(({ holder }) =>
    holder && !there.has(holder.personId) && !hasWithdrawn(meeting, holder.personId, sectionId, moment) ? [holder] : [],
  );
  return [...new Map(away.map((one) => [one.personId, one])).values()];
}

/** Each pair once, as the values of its fields. */
export const pairsTyped = (
  votes: readonly { readonly person: PersonNamed; readonly option: string; readonly pairedWith?: string }[],
): readonly (readonly [string, string])[] =>
  votes
    .filter(({ option, person, pairedWith }) => option === 'paired' && person.personId < (pairedWith ?? ''))
    .flatMap(({ person, pairedWith = '' }, row) => [
      [`_pair.${row}.one`, person.personId] as const,
      [`_pair.${row}.other`, pairedWith] as const,
    ]);

/** A recorded vote as the values of its form: the option of each person named, and each pair once. */
export function asTyped({
  method,
  counts,
  votes,
  result,
  castingVote,
  asWorded = '',
}: Omit<VoteTakenData, 'voteId' | 'motionId' | 'sectionId'>): {
  readonly typed: object;
  readonly own: Readonly<Record<string, string>>;
} {
  return {
    typed: { method, counts: method === 'roll-call' || !isCounted({ method }) ? {} : counts },
    own: Object.fromEntries([
      ...(method === 'declared' ? [['_declared', result]] : []),
      ...(asWorded ? [['_asWorded', asWorded]] : []),
      ...(castingVote ? [['_cast', castingVote.option]] : []),
      ...votes.filter(({ option }) => option !== 'paired').map(({ person, option }) => [`_vote.${person.personId}`, option]),
      ...pairsTyped(votes),
    ]) as Readonly<Record<string, string>>,
  };
}
