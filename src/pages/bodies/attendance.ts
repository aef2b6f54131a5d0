import { type RollSeat, seatsOfBody } from '../../slices/bodies/bodies.words.js';
import { inOrder } from '../../kernel/names.js';
import { type Meeting, quorumTimeline, standingAt } from '../../slices/meetings/meetings.words.js';

/** A meeting's attendance. Seats are those that count for the quorum. */
export interface MeetingAttendance {
  readonly meetingId: string;
  readonly date: string;
  readonly title: string;
  /** How many members were present when the meeting began, and of how many seats. */
  readonly present: number;
  readonly of: number;
  /** How many are needed for the quorum; `null` if that is not known. */
  readonly needed: number | null;
  readonly quorate: boolean | null;
  /** `Quorate throughout`, `Lost after paragraph 8`. */
  readonly quorum: string;
}

/** Somebody who held a seat at one of the meetings at least, and how often they came. */
export interface MemberAttendance {
  readonly personId: string;
  readonly name: string;
  readonly seat: string;
  /** The number of meetings at which they held a seat. */
  readonly meetings: number;
  readonly attended: number;
  /** The number of meetings at which a substitute sat for them. */
  readonly substituted: number;
  readonly apologies: number;
  readonly absent: number;
}

export function meetingAttendance(meeting: Meeting): MeetingAttendance {
  const { moments, losses } = quorumTimeline(meeting);
  const [first] = moments;
  return {
    meetingId: meeting.meetingId,
    date: meeting.date,
    title: meeting.title,
    present: first?.sum.present ?? 0,
    of: first?.sum.of ?? 0,
    needed: first?.sum.needed ?? null,
    quorate: losses.length > 0 ? false : moments.some(({ sum }) => sum.quorate === null) ? null : moments.length > 0,
    quorum: quorumWords(losses, moments),
  };
}

type Timeline = ReturnType<typeof quorumTimeline>;

function quorumWords(losses: Timeline['losses'], moments: Timeline['moments']): string {
  if (losses.length === 0)
    return moments.every(({ sum }) => sum.quorate === true) ? 'Quorate throughout' : 'Not lost; how many are needed is not known';
  return losses
    .map(({ after, regained }) => {
      const lost = after === null ? 'Without a quorum from the start' : `Lost after paragraph ${after}`;
      if (!regained) return lost;
      return `${lost}, regained ${regained.after === null ? 'before the first paragraph' : `after paragraph ${regained.after}`}`;
    })
    .join('; ');
}

/** The seats of the body that called the meeting: a body that met with it has attendance of its own. */
function seatsOf(meeting: Meeting): readonly RollSeat[] {
  const standing = standingAt(meeting, 0);
  return standing ? seatsOfBody(standing, meeting.bodyId) : [];
}

/** The ids of everybody on the roll and in the sederunt of a meeting. */
export const peopleOf = (meeting: Meeting): readonly string[] =>
  [
    ...seatsOf(meeting).flatMap(({ holder }) => holder ?? []),
    ...meeting.attendances.flatMap(({ person, substituteFor }) => [person, ...(substituteFor ? [substituteFor.person] : [])]),
  ].map(({ personId }) => personId);

/** Gives the id that stands for all of a person's. */
type One = (personId: string) => string;

/** Everybody who held a seat, by name; once, however many ids they are known by. */
export function memberAttendance(meetings: readonly Meeting[], one: One = (id) => id): readonly MemberAttendance[] {
  const members = new Map<string, { -readonly [K in keyof MemberAttendance]: MemberAttendance[K] }>();
  for (const meeting of meetings) {
    for (const { seatId, label, holder } of seatsOf(meeting)) {
      if (!holder) continue;
      const { name } = holder;
      const personId = one(holder.personId);
      const none = { personId, name, seat: label, meetings: 0, attended: 0, substituted: 0, apologies: 0, absent: 0 };
      const member = members.get(personId) ?? none;
      members.set(personId, member);
      member.meetings += 1;
      member[howAttended(meeting, personId, seatId, one)] += 1;
    }
  }
  return [...members.values()].sort((a, b) => inOrder(a.name, b.name));
}

/** How a member attended. Being there for any part of a meeting is `attended`; a member with a substitute is not absent. */
function howAttended(meeting: Meeting, personId: string, seatId: string, one: One): 'attended' | 'substituted' | 'apologies' | 'absent' {
  const owns = meeting.attendances.filter(({ person }) => one(person.personId) === personId);
  if (owns.some(({ as }) => as !== 'apologies')) return 'attended';
  if (
    meeting.attendances.some(
      ({ seatId: sat, substituteFor }) => sat === seatId && substituteFor && one(substituteFor.person.personId) === personId,
    )
  )
    return 'substituted';
  return owns.length > 0 ? 'apologies' : 'absent';
}
