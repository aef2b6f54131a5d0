import { constitutionOf, type RollSeat, type Standing } from '../../bodies/bodies.words.js';
import { sameName } from '../../../kernel/names.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type RecordAttendanceDto } from './sederunt.payloads.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Attendance, type Meeting } from '../record/meeting.state.js';
import { mayStandIn } from '../rules/judging.js';
import { isThere } from './room.js';

export interface Seated {
  readonly seatId: string;
  readonly substituteFor?: Attendance['substituteFor'];
}

/**
 * The seat for somebody present: the seat named; else the seat of the member they stand in for; else the seat they hold; else the seat they
 * are a named substitute for; else, where the constitution lets an organisation send anyone, a seat of the organisation whose member is not
 * there. Of a member of two bodies that meet jointly it is the first that is free. Refused where the constitution does not let them sit in it.
 */
export function seatFor(meeting: Meeting, standing: Standing, asked: RecordAttendanceDto, moment: number): Seated | Refusal {
  const { person, organisation } = asked;
  const seat = pickSeat(meeting, standing, asked, moment);
  if (isRefusal(seat)) return seat;
  const { seatId, holder } = seat;
  const takenBy = sittersOf(meeting, seatId, moment);
  if (holder?.personId === person.personId) {
    return asked.substituteFor ? refuseMeeting('attendance.holder-is-member', { field: 'substituteFor', detail: { seatId } }) : { seatId };
  }
  const refused = maySubstitute(standing, seat, asked);
  if (refused) return refused;
  if (!holder) return refuseMeeting('attendance.seat-vacant', { detail: { seatId, seat: seat.label, organisation } });
  const itemId = asked.substituteFor?.itemId;
  const member = takenBy.find((one) => !one.substituteFor);
  if (member && itemId === undefined) return refuseMeeting('substitute.member-present', { detail: { seatId, member: member.person.name } });
  const other = takenBy.find((one) => one.substituteFor && one.substituteFor.itemId === itemId);
  if (other) return refuseMeeting('attendance.seat-taken', { detail: { seatId, by: other.person.name } });
  return { seatId, substituteFor: { person: holder, ...(itemId === undefined ? {} : { itemId }) } };
}

/** The people in the room for a seat at a moment. */
export const sittersOf = (meeting: Meeting, seatId: string, moment: number): readonly Attendance[] =>
  meeting.attendances.filter((one) => one.seatId === seatId && isThere(meeting, one, moment));

function pickSeat(meeting: Meeting, standing: Standing, asked: RecordAttendanceDto, moment: number): RollSeat | Refusal {
  const { roll } = standing;
  const { person, seatId, substituteFor, organisation } = asked;
  if (seatId !== undefined) {
    const seat = roll.find((one) => one.seatId === seatId);
    if (seat) return seat;
    return refuseMeeting('attendance.no-such-seat', { field: 'seatId', detail: { seatId, seats: roll.map((one) => one.seatId) } });
  }
  const held = roll.filter(({ holder }) => holder?.personId === (substituteFor?.person ?? person).personId);
  const named = substituteFor ? [] : roll.filter(({ substitutes }) => substitutes.some(({ personId }) => personId === person.personId));
  const maySend = (seat: RollSeat): boolean => {
    const { allowed, who } = constitutionOf(standing, seat).substitutes;
    return allowed !== 'none' && who === 'any-from-organisation';
  };
  const sent =
    substituteFor || organisation === undefined
      ? []
      : roll.filter((seat) => seat.holder && sameName(seat.organisation, organisation) && maySend(seat));
  for (const possible of [held, named, sent]) {
    const free = possible.filter((seat) => sittersOf(meeting, seat.seatId, moment).length === 0);
    const [only, another] = free.length > 0 ? free : possible;
    if (another && !(possible === held && only?.bodyId !== another.bodyId))
      return refuseMeeting('attendance.seat-unclear', {
        field: 'seatId',
        detail: { seats: possible.map(({ seatId: id, label }) => ({ seatId: id, label })) },
      });
    if (only) return only;
  }
  return refuseMeeting('attendance.not-entitled', {
    field: 'person',
    detail: {
      person: person.name,
      asOf: standing.asOf,
      constitution: standing.constitution.versionId,
      substitutes: standing.constitution.substitutes,
    },
  });
}

function maySubstitute(standing: Standing, seat: RollSeat, asked: RecordAttendanceDto): Refusal | null {
  const { substituteFor } = asked;
  if (substituteFor && seat.holder && substituteFor.person.personId !== seat.holder.personId)
    return refuseMeeting('attendance.seat-unclear', { field: 'substituteFor', detail: { seatId: seat.seatId, holder: seat.holder.name } });
  const isNamed = seat.substitutes.some(({ personId }) => personId === asked.person.personId);
  return (
    mayStandIn(standing, seat, asked) ??
    (seat.organisation === undefined && !isNamed
      ? refuseMeeting('substitute.other-organisation', { field: 'organisation', detail: { seatId: seat.seatId, organisation: null } })
      : null)
  );
}
