import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type Meeting } from '../record/meeting.state.js';
import {
  attendanceOf,
  entitledToVote,
  hasWithdrawn,
  type InTheRoom,
  isThere,
  officerPresides,
  presidingAt,
  seatsPresent,
} from '../sederunt/room.js';
import { standingAt } from '../record/entries.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type VoteCircumstances, type Entitled } from '../counting/vote-circumstances.js';
import { refuseMotion } from './motion.refusals.js';

/** The people who may take part in an item at a moment of the record, and why others may not. */

const entitled = ({ person, as }: InTheRoom, presiding: PersonNamed | null): Entitled => ({
  person,
  role: person.personId === presiding?.personId ? 'chair' : as,
});

/** The room as a vote on the item of a section finds it. */
export function circumstancesAt(
  meeting: Meeting,
  moment: number,
  sectionId: string | null,
): Omit<VoteCircumstances, 'rule' | 'appointment' | 'share'> {
  const presiding = presidingAt(meeting, moment);
  const voters = entitledToVote(meeting, moment, sectionId);
  const filled = new Set(seatsPresent(meeting, moment, sectionId).map(({ seat }) => seat.seatId));
  const voting = new Set(voters.map(({ person }) => person.personId));
  const withdrew = (personId: string): boolean => hasWithdrawn(meeting, personId, sectionId, moment);
  const there = meeting.attendances.filter((one) => isThere(meeting, one, moment)).map(({ person }) => person.personId);
  const seats = standingAt(meeting, moment)?.roll.filter((seat) => seat.voting && !filled.has(seat.seatId)) ?? [];
  const holders = seats.flatMap(({ holder }) => (holder && !there.includes(holder.personId) && !withdrew(holder.personId) ? [holder] : []));
  const absentees = [...new Map(holders.map((holder) => [holder.personId, holder])).values()];
  const barred = [...new Set([...there, ...meeting.interests.map(({ person }) => person.personId)])]
    .filter((personId) => !voting.has(personId) && (there.includes(personId) || withdrew(personId)))
    .map((personId) => ({ personId, why: withdrew(personId) ? ('withdrew' as const) : ('not-entitled' as const) }));
  const officer = officerPresides(meeting, moment);
  return {
    entitled: voters.map((voter) => entitled(voter, presiding)),
    absentees,
    barred,
    presiding,
    ...(officer && { officerPresides: true }),
  };
}

/** The person, as the sederunt names them, or why they may take no part in the item. */
export function takesPart(
  meeting: Meeting,
  moment: number,
  sectionId: string | null,
  personId: string,
  field: string,
): { readonly person: PersonNamed } | Refusal {
  const voter = entitledToVote(meeting, moment, sectionId).find(({ person }) => person.personId === personId);
  if (voter) return { person: voter.person };
  const detail = { personId, section: meeting.sections.find((one) => one.sectionId === sectionId)?.heading };
  if (hasWithdrawn(meeting, personId, sectionId, moment)) return refuseMotion('motion.withdrew', { field, detail });
  const attendance = attendanceOf(meeting, personId);
  if (attendance && isThere(meeting, attendance, moment)) return refuseMotion('motion.not-entitled', { field, detail });
  return refuseMotion('motion.not-in-room', { field, detail });
}
