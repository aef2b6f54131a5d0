import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type CommandFor } from '../../../kernel/command.js';
import { type Decision } from '../../../kernel/decider.js';
import { type OfficeName, type RollSeat, type Standing } from '../../bodies/bodies.words.js';
import { record, type RoomEvent } from '../rules/meeting-guards.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Attendance, type Meeting } from '../record/meeting.state.js';
import { type TakeChair } from './sederunt.commands.js';
import { momentOf } from '../record/entries.js';
import { momentAfter, type Place, placeOf, standingAtPlace } from '../rules/places.js';
import { attendanceOf, hasWithdrawn, isThere, sitsAs } from './room.js';
import { sittingOf } from '../rules/judging.js';

/**
 * The constitution's order says who may preside. Somebody further down it may take the chair though the chair is in the room, for a reason
 * that is kept (an interest, a part of the meeting).
 */
export function takeChair({ data, happenedAt }: CommandFor<typeof TakeChair>, meeting: Meeting): Decision<RoomEvent> {
  const { personId, reason, words, untilElected } = data;
  const attendance = attendanceOf(meeting, personId);
  const place = placeOf(meeting, { ...data, fromTheStart: meeting.entries.length === 0 }, happenedAt);
  if (isRefusal(place)) return place;
  const refused = untilElected ? officerMayNotPreside(meeting, personId, place) : mayNotPreside(meeting, personId, place);
  if (refused || !attendance) return refused ?? refuseMeeting('chair.not-in-room', { field: 'personId', detail: { personId } });
  return record({
    type: 'ChairTaken',
    v: 1,
    data: { person: attendance.person, reason, words, ...(untilElected && { untilElected }), ...place },
  });
}

/**
 * Why an officer does not preside, without a vote, until the chair is elected: Local Government (Scotland) Act 1973 s.3(3). An outgoing chair
 * presides as chair until then.
 */
export function officerMayNotPreside(meeting: Meeting, personId: string, place: Place): Refusal | null {
  const attendance = attendanceOf(meeting, personId);
  const moment = momentAfter(meeting, place);
  const standing = standingAtPlace(meeting, place);
  if (!standing || !attendance || !isThere(meeting, attendance, moment))
    return refuseMeeting('chair.not-in-room', { field: 'personId', detail: { personId } });
  if (attendance.as === 'present' || standing.roll.some(({ holder }) => holder?.personId === personId))
    return refuseMeeting('chair.officer-is-member', { field: 'untilElected', detail: { person: attendance.person.name } });
  const elected = meeting.turns.findLast(({ office, after }) => office === 'chair' && momentOf(meeting, after) < moment);
  return elected
    ? refuseMeeting('chair.elected-already', { field: 'untilElected', detail: { chair: elected.holder?.name ?? null } })
    : null;
}

/** Why somebody does not preside from a place on. */
export function mayNotPreside(meeting: Meeting, personId: string, place: Place): Refusal | null {
  const attendance = attendanceOf(meeting, personId);
  const moment = momentAfter(meeting, place);
  const standing = standingAtPlace(meeting, place);
  if (!standing || !attendance || !sitsAs(meeting, attendance, moment) || !isThere(meeting, attendance, moment))
    return refuseMeeting('chair.not-in-room', { field: 'personId', detail: { personId } });
  if (moment === meeting.entries.length && hasWithdrawn(meeting, personId, meeting.inHand, moment))
    return refuseMeeting('chair.not-in-room', {
      field: 'personId',
      detail: { person: attendance.person.name, withdrewFrom: meeting.inHand },
    });

  const { order, substituteMayPreside } = standing.constitution.presiding;
  const seat = sittingOf(standing, attendance)?.seat;
  const standsInForChair =
    attendance.substituteFor !== undefined &&
    holds(standing, 'chair', attendance.substituteFor.person.personId) &&
    !holds(standing, 'vice-chair', personId);
  if (standsInForChair && !substituteMayPreside)
    return refuseMeeting('chair.substitute-may-not-preside', { field: 'personId', detail: { person: attendance.person.name } });
  if (!standsInForChair && !(seat && order.some((step) => satisfies(step, standing, attendance, seat))))
    return refuseMeeting('chair.may-not-preside', { field: 'personId', detail: { person: attendance.person.name, order } });
  return null;
}

function satisfies(
  step: OfficeName | 'voting-member-chosen' | 'member-chosen',
  standing: Standing,
  one: Attendance,
  seat: RollSeat,
): boolean {
  switch (step) {
    case 'chair':
    case 'vice-chair':
    case 'clerk':
      return holds(standing, step, one.person.personId);
    case 'voting-member-chosen':
      return seat.voting;
    case 'member-chosen':
      return true;
  }
}

const holds = (standing: Standing, office: OfficeName, personId: string): boolean =>
  standing.offices.some((one) => one.office === office && one.holder.personId === personId);
