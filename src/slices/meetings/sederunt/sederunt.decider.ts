import { type CommandFor } from '../../../kernel/command.js';
import { type Decision } from '../../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { takeChair } from './chair.decider.js';
import { notOpened, record, type RoomEvent } from '../rules/meeting-guards.js';
import { recordInRoom } from './record-in-room.js';
import { type AttendanceCorrection, type MeetingEvent } from '../events/meeting.events.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Attendance, type Meeting, type Spell } from '../record/meeting.state.js';
import {
  type CorrectAttendance,
  type DeclareInterest,
  type LeaveMeeting,
  type RecordAttendance,
  type RejoinMeeting,
  type SederuntCommand,
} from './sederunt.commands.js';
import { type Place, placeNow, placeOf, momentAfter, standingAtPlace } from '../rules/places.js';
import { momentOf, sectionTaken } from '../record/entries.js';
import { attendanceOf } from './room.js';
import { seatFor, sittersOf } from './seating.js';
import { takeSederunt } from './take-sederunt.js';

export function decideSederunt(command: SederuntCommand, meeting: Meeting): Decision<RoomEvent> {
  if (command.type === 'RecordAttendance' && command.data.as === 'apologies') return recordApologies(command, meeting);
  const refused = notOpened(meeting);
  if (refused && command.type !== 'CorrectAttendance') return refused;
  switch (command.type) {
    case 'RecordAttendance':
      return recordAttendance(command, meeting);
    case 'TakeSederunt':
      return takeSederunt(command, meeting);
    case 'LeaveMeeting':
      return leave(command, meeting);
    case 'RejoinMeeting':
      return rejoin(command, meeting);
    case 'CorrectAttendance':
      return correct(command, meeting);
    case 'TakeChair':
      return takeChair(command, meeting);
    case 'DeclareInterest':
      return declareInterest(command, meeting);
  }
}

function recordApologies({ data }: CommandFor<typeof RecordAttendance>, meeting: Meeting): Decision<RoomEvent> {
  const { person, organisation, role, seatId, substituteFor, sederuntNote } = data;
  if (attendanceOf(meeting, person.personId))
    return refuseMeeting('attendance.recorded-already', { field: 'person', detail: { person: person.name } });
  if (seatId !== undefined || substituteFor)
    return refuseMeeting('attendance.seat-for-present-only', { field: seatId === undefined ? 'substituteFor' : 'seatId' });
  return record({
    type: 'AttendanceRecorded',
    v: 1,
    data: { person, as: 'apologies', how: data.how ?? 'in-room', organisation, role, sederuntNote, after: null },
  });
}

/** A person who sent apologies may come after all; anybody else is recorded once. */
function recordAttendance({ data, happenedAt }: CommandFor<typeof RecordAttendance>, meeting: Meeting): Decision<RoomEvent> {
  const { person, as, how = 'in-room', organisation, role } = data;
  const earlier = attendanceOf(meeting, person.personId);
  if (earlier && earlier.as !== 'apologies')
    return refuseMeeting('attendance.recorded-already', { field: 'person', detail: { person: person.name, as: earlier.as } });
  const place = placeOf(meeting, data, happenedAt);
  if (isRefusal(place)) return place;
  const event = (more: { readonly seatId?: string; readonly substituteFor?: Attendance['substituteFor'] }): MeetingEvent => ({
    type: 'AttendanceRecorded',
    v: 1,
    data: { person, as, how, organisation, role, ...more, sederuntNote: data.sederuntNote, time: data.time, ...place },
  });
  if (as !== 'present') {
    if (data.seatId !== undefined || data.substituteFor)
      return refuseMeeting('attendance.seat-for-present-only', { field: data.seatId === undefined ? 'substituteFor' : 'seatId' });
    return record(event({}));
  }
  const standing = standingAtPlace(meeting, place);
  if (!standing) return refuseMeeting('meeting.not-open');
  const seated = seatFor(meeting, standing, data, momentAfter(meeting, place));
  if (isRefusal(seated)) return seated;
  return recordInRoom(meeting, event(seated), `${person.name} was recorded as present`);
}

function leave({ data, happenedAt }: CommandFor<typeof LeaveMeeting>, meeting: Meeting): Decision<RoomEvent> {
  const attendance = attendanceOf(meeting, data.personId);
  if (!attendance) return notRecorded(data.personId);
  const spell = attendance.spells.at(-1);
  if (!spell || spell.to !== undefined)
    return refuseMeeting('attendance.not-in-room', { field: 'personId', detail: { person: attendance.person.name } });
  const place = placeAfterArrival(meeting, spell, data, happenedAt);
  if (isRefusal(place)) return place;
  const { sederuntNote, words, time } = data;
  return recordInRoom(
    meeting,
    { type: 'MemberLeft', v: 1, data: { person: attendance.person, ...place, sederuntNote, words, time } },
    `${attendance.person.name} was recorded as having left`,
  );
}

function rejoin({ data, happenedAt }: CommandFor<typeof RejoinMeeting>, meeting: Meeting): Decision<RoomEvent> {
  const attendance = attendanceOf(meeting, data.personId);
  if (!attendance) return notRecorded(data.personId);
  const { person, spells, seatId } = attendance;
  const left = spells.at(-1)?.to;
  if (left === undefined) return refuseMeeting('attendance.in-room-already', { field: 'personId', detail: { person: person.name } });
  const place = placeOf(meeting, data, happenedAt);
  if (isRefusal(place)) return place;
  if (momentOf(meeting, place.after) < momentOf(meeting, left))
    return refuseMeeting('attendance.before-arrival', { detail: { person: person.name } });
  const moment = momentAfter(meeting, place);
  const other = attendance.substituteFor && seatId !== undefined ? otherInSeat(meeting, attendance, moment) : undefined;
  if (other) return refuseMeeting('attendance.seat-taken', { detail: { seatId, by: other.person.name } });
  return recordInRoom(
    meeting,
    {
      type: 'MemberRejoined',
      v: 1,
      data: { person, how: data.how ?? spells.at(-1)?.how ?? 'in-room', ...place, time: data.time },
    },
    `${person.name} was recorded as having rejoined`,
  );
}

function correct({ data, happenedAt }: CommandFor<typeof CorrectAttendance>, meeting: Meeting): Decision<RoomEvent> {
  const attendance = attendanceOf(meeting, data.personId);
  if (!attendance) return notRecorded(data.personId);
  const correction = correctionAsked(meeting, attendance, data, happenedAt);
  if (isRefusal(correction)) return correction;
  const { personId, reason } = data;
  return recordInRoom(
    meeting,
    { type: 'AttendanceCorrected', v: 1, data: { personId, person: attendance.person, correction, reason } },
    `the sederunt was corrected: ${reason}`,
  );
}

function correctionAsked(
  meeting: Meeting,
  attendance: Attendance,
  data: CommandFor<typeof CorrectAttendance>['data'],
  happenedAt: string,
): AttendanceCorrection | Refusal {
  const { kind, sederuntNote, name, organisation, role, spell: nth } = data;
  if (nth !== undefined && (kind === 'not-present' || kind === 'did-not-leave' || kind === 'details' || nth > attendance.spells.length))
    return refuseMeeting('attendance.no-such-spell', { field: 'spell', detail: { spells: attendance.spells.length } });
  const index = nth === undefined ? attendance.spells.length - 1 : nth - 1;
  const spell = attendance.spells[index];
  const numbered = nth === undefined ? {} : { spell: nth };
  switch (kind) {
    case 'not-present':
      return { kind };
    case 'arrived': {
      if (!spell) return refuseMeeting('attendance.not-in-room', { field: 'personId', detail: { person: attendance.person.name } });
      if (data.afterParagraph === undefined && data.time === undefined && !data.fromTheStart)
        return refuseMeeting('attendance.place-missing', { field: 'afterParagraph' });
      const place = placeOf(meeting, data, happenedAt);
      if (isRefusal(place)) return place;
      const [at, before] = [momentOf(meeting, place.after), attendance.spells[index - 1]];
      const tooLate = spell.to !== undefined && at > momentOf(meeting, spell.to);
      if (tooLate || (before && at < momentOf(meeting, before.to ?? null))) return refuseMeeting('attendance.before-arrival');
      return { kind, after: place.after, time: data.time, ...numbered };
    }
    case 'left': {
      if (!spell) return refuseMeeting('attendance.not-in-room', { field: 'personId', detail: { person: attendance.person.name } });
      if (data.afterParagraph === undefined && data.time === undefined)
        return refuseMeeting('attendance.place-missing', { field: 'afterParagraph' });
      const place = placeAfterArrival(meeting, spell, data, happenedAt);
      if (isRefusal(place)) return place;
      const next = attendance.spells[index + 1];
      if (next && momentOf(meeting, place.after) > momentOf(meeting, next.from)) return refuseMeeting('attendance.before-arrival');
      return { kind, after: place.after, time: data.time, sederuntNote, ...numbered };
    }
    case 'did-not-leave':
      if (spell?.to === undefined)
        return refuseMeeting('meeting.nothing-changed', { field: 'kind', detail: { person: attendance.person.name } });
      return { kind };
    case 'details': {
      const { person } = attendance;
      const same =
        (name ?? person.name) === person.name &&
        (organisation ?? attendance.organisation) === attendance.organisation &&
        (role ?? attendance.role) === attendance.role &&
        (sederuntNote ?? attendance.sederuntNote) === attendance.sederuntNote;
      return same ? refuseMeeting('meeting.nothing-changed') : { kind, name, organisation, role, sederuntNote };
    }
  }
}

/** `itemId` names an item of the agenda, or a section of the minute that has none. */
function declareInterest({ data, happenedAt }: CommandFor<typeof DeclareInterest>, meeting: Meeting): Decision<RoomEvent> {
  const { personId, itemId, outcome, nature } = data;
  const attendance = attendanceOf(meeting, personId);
  if (!attendance || attendance.as === 'apologies')
    return refuseMeeting('interest.not-attending', { field: 'personId', detail: { personId } });
  if (!sectionTaken(meeting, itemId) && !meeting.agenda.some((item) => item.itemId === itemId))
    return refuseMeeting('agenda.no-such-item', { field: 'itemId', detail: { itemId } });
  const { person } = attendance;
  const known = meeting.interests.find((one) => one.person.personId === personId && one.itemId === itemId);
  if (known?.outcome === outcome && known.nature === nature)
    return refuseMeeting('interest.declared-already', { detail: { person: person.name } });
  const place = data.afterParagraph === undefined && !data.fromTheStart ? placeNow(meeting) : placeOf(meeting, data, happenedAt);
  if (isRefusal(place)) return place;
  return recordInRoom(
    meeting,
    { type: 'InterestDeclared', v: 1, data: { person, itemId, outcome, nature, ...place } },
    `an interest of ${person.name} was recorded`,
  );
}

function placeAfterArrival(meeting: Meeting, spell: Spell, asked: Parameters<typeof placeOf>[1], happenedAt: string): Place | Refusal {
  const place = placeOf(meeting, asked, happenedAt);
  if (!isRefusal(place) && momentOf(meeting, place.after) < momentOf(meeting, spell.from))
    return refuseMeeting('attendance.before-arrival');
  return place;
}

const notRecorded = (personId: string): Refusal => refuseMeeting('attendance.not-recorded', { field: 'personId', detail: { personId } });

const otherInSeat = (meeting: Meeting, one: Attendance, moment: number): Attendance | undefined =>
  sittersOf(meeting, one.seatId ?? '', moment).find((other) => other.substituteFor?.itemId === one.substituteFor?.itemId);
