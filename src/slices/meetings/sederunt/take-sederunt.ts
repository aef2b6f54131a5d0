import { type CommandFor } from '../../../kernel/command.js';
import { type Decision } from '../../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { organisationSaid, type RollSeat, type Standing } from '../../bodies/bodies.words.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { type RoomEvent } from '../rules/meeting-guards.js';
import { momentAfter, type Place, placeOf, standingAtPlace } from '../rules/places.js';
import { recordInRoom } from './record-in-room.js';
import { attendanceOf } from './room.js';
import { seatFor } from './seating.js';
import { type TakeSederunt } from './sederunt.commands.js';

type Recorded = Extract<MeetingEvent, { type: 'AttendanceRecorded' }>;
type Asked = CommandFor<typeof TakeSederunt>;
/** The lists of the command, with how each of them is recorded. */
const LISTS = [
  ['present', { as: 'present', how: 'in-room' }],
  ['remote', { as: 'present', how: 'remote' }],
  ['apologies', { as: 'apologies', how: 'in-room' }],
] as const;

/**
 * The members of the roll, all at once: an attendance for each who is named, or none at all. Refused for whoever is on no seat, is named
 * twice, or stands in the sederunt already; a member who had sent apologies and came after all is present.
 */
export function takeSederunt({ data, happenedAt }: Asked, meeting: Meeting): Decision<RoomEvent> {
  const place = placeOf(meeting, data, happenedAt);
  if (isRefusal(place)) return place;
  const standing = standingAtPlace(meeting, place);
  if (!standing) return refuseMeeting('meeting.not-open');
  const events: Recorded[] = [];
  for (const [field, said] of LISTS)
    for (const personId of data[field] ?? []) {
      if (events.some((event) => event.data.person.personId === personId))
        return refuseMeeting('attendance.named-twice', { field, detail: { personId } });
      const seat = standing.roll.find(({ holder }) => holder?.personId === personId);
      if (!seat?.holder) return refuseMeeting('attendance.no-member', { field, detail: { personId, asOf: standing.asOf } });
      const event = attendanceFor(meeting, standing, { ...seat, holder: seat.holder }, said, place);
      if (isRefusal(event)) return { ...event, field };
      events.push(event);
    }
  if (events.length === 0) return refuseMeeting('attendance.nobody-named', { field: 'present' });
  return recordInRoom(meeting, events, 'the sederunt was taken');
}

function attendanceFor(
  meeting: Meeting,
  standing: Standing,
  seat: RollSeat & { readonly holder: NonNullable<RollSeat['holder']> },
  said: Pick<Recorded['data'], 'as' | 'how'>,
  place: Place,
): Recorded | Refusal {
  const { holder: person } = seat;
  const earlier = attendanceOf(meeting, person.personId);
  if (earlier && (earlier.as !== 'apologies' || said.as === 'apologies'))
    return refuseMeeting('attendance.recorded-already', { detail: { person: person.name, as: earlier.as } });
  const organisation = organisationSaid(standing, seat);
  const data = { person, ...said, ...(organisation !== undefined && { organisation }) };
  if (said.as === 'apologies') return { type: 'AttendanceRecorded', v: 1, data: { ...data, after: null } };
  const seated = seatFor(meeting, standing, data, momentAfter(meeting, place));
  return isRefusal(seated) ? seated : { type: 'AttendanceRecorded', v: 1, data: { ...data, ...seated, ...place } };
}
