import { bodiesMeeting, type Constitution, type PersonNamed, type RollSeat } from '../../bodies/bodies.words.js';
import { type DecisionStanding } from '../../../kernel/citation.js';
import { type QuorumSum } from '../events/decision.events.js';
import { type Attendance, type Meeting } from '../record/meeting.state.js';
import { quorumOf, type SeatPresent } from '../rules/quorum.js';
import { inForceAt, momentOf, now, sectionOf, sectionTaken, standingAt } from '../record/entries.js';
import { sittingOf, sittingsOf } from '../rules/judging.js';

/**
 * The people in the room at a moment of the record, for an item, and the quorum they make. Nothing of this is stored: it follows from the
 * sederunt, the interests declared and the constitution in force.
 */
export interface InTheRoom {
  readonly person: PersonNamed;
  readonly seat: RollSeat;
  readonly as: 'member' | 'substitute';
}

export const constitutionAt = (meeting: Meeting, moment: number): Constitution | null => standingAt(meeting, moment)?.constitution ?? null;

/** In the room: arrived before the moment and not left before it. Somebody who left after an entry was there for that entry. */
export const isThere = (meeting: Meeting, attendance: Attendance, moment: number): boolean =>
  attendance.spells.some(
    (spell) => momentOf(meeting, spell.from) < moment && (spell.to === undefined || moment <= momentOf(meeting, spell.to)),
  );

export const attendanceOf = (meeting: Meeting, personId: string): Attendance | undefined =>
  meeting.attendances.find((one) => one.person.personId === personId);

/**
 * Whether a member, by a moment, had declared an interest in an item of the agenda, or a section, and withdrawn. From then on the member
 * counts neither for the item's quorum nor for its vote; what was done before in the item stands.
 */
export function hasWithdrawn(meeting: Meeting, personId: string, about: string | null, moment: number): boolean {
  if (about === null) return false;
  const section = sectionTaken(meeting, about);
  return meeting.interests.some(
    ({ person, itemId, course }) =>
      person.personId === personId &&
      (itemId === about || itemId === section?.itemId || itemId === section?.sectionId) &&
      inForceAt(meeting, course, moment)?.outcome === 'declared-and-withdrew',
  );
}

/**
 * The seats present for an item at a moment, voting or not, each once: by a substitute for that item, else by its member, else by a
 * substitute the constitution allows. In a joint meeting a member of two bodies is present for a seat in each, unless somebody sits in the second in their place.
 * Whoever withdrew from the item is not among them.
 */
export function seatsPresent(meeting: Meeting, moment: number, sectionId: string | null): readonly InTheRoom[] {
  const standing = standingAt(meeting, moment);
  if (!standing) return [];
  const section = sectionOf(meeting, sectionId);
  const there = meeting.attendances.flatMap((one) => {
    if (!sitsAs(meeting, one, moment) || !isThere(meeting, one, moment) || hasWithdrawn(meeting, one.person.personId, sectionId, moment))
      return [];
    return sittingsOf(standing, one).map((sitting, index) => ({ ...one, ...sitting, also: index > 0 }));
  });
  return standing.roll.flatMap((seat): InTheRoom[] => {
    const taking = there.filter((one) => one.seat === seat);
    const forItem = taking.find(
      ({ substituteFor: { itemId } = {} }) => itemId !== undefined && (itemId === section?.itemId || itemId === sectionId),
    );
    const member = forItem ? undefined : taking.find((one) => one.as === 'member' && !one.also);
    if (member) return [{ person: member.person, seat, as: 'member' }];
    const substitute = forItem ?? taking.find(({ as, substituteFor }) => as === 'substitute' && substituteFor?.itemId === undefined);
    if (substitute) return [{ person: substitute.person, seat, as: 'substitute' }];
    const also = taking.find((one) => one.also);
    return also ? [{ person: also.person, seat, as: 'member' }] : [];
  });
}

/** Whether somebody may sit in a seat at a moment: recorded as present, or elected to a seat by then while they were in attendance. */
export const sitsAs = (meeting: Meeting, { as, person }: Attendance, moment: number): boolean =>
  as === 'present' ||
  meeting.turns.some(
    ({ seatId, holder, after }) => seatId !== undefined && holder?.personId === person.personId && momentOf(meeting, after) < moment,
  );

/** Those who may vote on an item at a moment: in the room for a voting seat and not withdrawn; each once, also with seats in two bodies. */
export function entitledToVote(meeting: Meeting, moment: number, sectionId: string | null): readonly InTheRoom[] {
  const voters = new Map<string, InTheRoom>();
  for (const one of seatsPresent(meeting, moment, sectionId))
    if (one.seat.voting && !voters.has(one.person.personId)) voters.set(one.person.personId, one);
  return [...voters.values()];
}

/** The sum of the quorum by the rule in force and the people in the room, whatever was declared. */
export function sumAt(meeting: Meeting, moment: number, sectionId: string | null): QuorumSum {
  const standing = standingAt(meeting, moment);
  if (!standing) return { quorate: null, present: 0, of: 0, needed: null, explanation: 'the meeting has not been opened', declared: false };
  const present: SeatPresent[] = seatsPresent(meeting, moment, sectionId).map(({ seat }) => ({
    seatId: seat.seatId,
    voting: seat.voting,
    organisation: seat.organisation,
  }));
  return quorumOf(bodiesMeeting(standing), present);
}

/**
 * The quorum at a moment, for the item of a section. A loss declared from the chair stands, whatever the sum, until the chair declares the
 * quorum regained or the meeting resumes from an adjournment; a quorum declared does not stand against a sum that fails.
 */
export function quorumAt(meeting: Meeting, moment: number, sectionId: string | null): QuorumSum {
  const sum = sumAt(meeting, moment, sectionId);
  const standing = meeting.declarations.filter(({ lapsed }) => !lapsed || momentOf(meeting, lapsed.after) >= moment);
  const declared = inForceAt(meeting, standing, moment);
  if (!declared) return sum;
  const explanation = `declared: ${declared.words} (${sum.explanation})`;
  if (!declared.quorate) return { ...sum, quorate: false, declared: true, explanation };
  return sum.quorate === null ? { ...sum, quorate: true, declared: true, explanation } : sum;
}

/** The standing of a decision taken with this quorum. */
export function standingFor({ quorate }: QuorumSum): DecisionStanding {
  if (quorate === null) return 'not-stated';
  return quorate ? 'quorate' : 'informal';
}

export const quorumNow = (meeting: Meeting): QuorumSum => quorumAt(meeting, now(meeting), meeting.inHand);

/**
 * The person presiding at a moment: the one who last took the chair, while they are there, have not withdrawn from the item then in hand and
 * have not ceased to be a member at this meeting; otherwise nobody the record names.
 */
export function presidingAt(meeting: Meeting, moment: number): PersonNamed | null {
  const person = inForceAt(meeting, meeting.chairs, moment)?.person;
  const attendance = person && attendanceOf(meeting, person.personId);
  if (!attendance || !isThere(meeting, attendance, moment) || hasCeased(meeting, attendance, moment)) return null;
  const item = meeting.entries[moment]?.sectionId ?? meeting.inHand;
  return hasWithdrawn(meeting, person.personId, item, moment) ? null : person;
}

/** Whether somebody was a member of the meeting by a moment, and their seat changed hands in it so that they hold none. */
function hasCeased(meeting: Meeting, attendance: Attendance, moment: number): boolean {
  const { person, seatId } = attendance;
  const changed = meeting.turns.some(
    (turn) =>
      turn.seatId !== undefined &&
      (turn.seatId === seatId || turn.holder?.personId === person.personId) &&
      momentOf(meeting, turn.after) < moment,
  );
  const standing = changed ? standingAt(meeting, moment) : null;
  return standing !== null && sittingOf(standing, attendance) === null;
}

/** Whether whoever presides at a moment is an officer without a vote, until the chair is elected. 1973 Act s.3(3). */
export const officerPresides = (meeting: Meeting, moment: number): boolean =>
  presidingAt(meeting, moment) !== null && inForceAt(meeting, meeting.chairs, moment)?.untilElected === true;
