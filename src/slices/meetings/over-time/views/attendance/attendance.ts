import { inOrder } from '../../../../../kernel/names.js';
import { longDate } from '../../../../../kernel/dates.js';
import { type PersonNamed, type RollSeat } from '../../../../bodies/bodies.words.js';

/** `substitute`: somebody sat in the member's place. `absent`: the record has neither them nor their apologies. */
export const ATTENDED = ['attended', 'substitute', 'apologies', 'absent'] as const;
export type Attended = (typeof ATTENDED)[number];

/** A meeting that was held, as its record has it. */
export interface MeetingHeld {
  readonly meetingId: string;
  readonly date: string;
  /** The seats of the day with who held them. */
  readonly roll: readonly RollSeat[];
  readonly attendances: readonly {
    readonly person: PersonNamed;
    readonly as: 'present' | 'apologies' | 'in-attendance';
    /** The seat they counted for by the roll as it is known now, and whether in place of its member; absent for whoever counted for none. */
    readonly sat?: { readonly seatId: string; readonly as: 'member' | 'substitute' };
  }[];
}

export interface MemberAttendance {
  readonly personId: string;
  readonly name: string;
  readonly seats: readonly string[];
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly date: string;
    readonly attended: Attended;
    readonly substitute: string | null;
  }[];
  readonly counts: Readonly<Record<Attended, number>>;
  /** The longest run of meetings, one after another, with apologies or absence and no substitute. */
  readonly longestRun: number;
  /** Three or more (SSI 2014/285 art 10); whether there was reasonable cause is for the body to say. */
  readonly flagged: boolean;
}

export interface Attendance {
  readonly bodyId: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly date: string;
    readonly counts: Readonly<Record<Attended, number>>;
    readonly inAttendance: number;
  }[];
  readonly members: readonly MemberAttendance[];
  /** Meetings that were held and are not public yet. */
  readonly leftOut: number;
}

/** After so many absences one after another a joint board may remove a member (SSI 2014/285 art 10). */
const ABSENCES = 3;

/**
 * The attendance at meetings given in the order of their dates. Somebody who holds two seats of a body is one member, and so is somebody
 * known by two ids: `one` gives the id that stands for all of a person's.
 */
export function attendanceOf(
  bodyId: string,
  held: readonly MeetingHeld[],
  leftOut: number,
  period: { from?: string; until?: string },
  one: (personId: string) => string = (personId) => personId,
): Attendance {
  const members = new Map<string, { name: string; seats: Set<string>; meetings: MemberAttendance['meetings'][number][] }>();
  const meetings = held.map(({ meetingId, date, roll, attendances }) => {
    const counts = none();
    const seen = new Set<string>();
    for (const { holder, label } of roll) {
      if (!holder) continue;
      const id = one(holder.personId);
      const isHolder = (person: PersonNamed): boolean => one(person.personId) === id;
      if (seen.has(id)) continue;
      seen.add(id);
      const member = members.get(id) ?? { name: holder.name, seats: new Set<string>(), meetings: [] };
      members.set(id, member);
      member.seats.add(label);
      const seatsHeld = new Set(roll.flatMap((seat) => (seat.holder && isHolder(seat.holder) ? [seat.seatId] : [])));
      const owns = attendances.filter(({ person }) => isHolder(person));
      const own = owns.find(({ as }) => as === 'present') ?? owns[0];
      const other = attendances.find(({ person, sat }) => !isHolder(person) && sat?.as === 'substitute' && seatsHeld.has(sat.seatId));
      const attended = own?.as === 'present' ? 'attended' : other ? 'substitute' : own?.as === 'apologies' ? 'apologies' : 'absent';
      counts[attended] += 1;
      member.meetings.push({ meetingId, date, attended, substitute: attended === 'substitute' ? (other?.person.name ?? null) : null });
    }
    return { meetingId, date, counts, inAttendance: attendances.filter(({ as }) => as === 'in-attendance').length };
  });
  return {
    bodyId,
    from: period.from ?? null,
    until: period.until ?? null,
    meetings,
    members: [...members.entries()].map(([personId, member]) => memberOf(personId, member)).sort((a, b) => inOrder(a.name, b.name)),
    leftOut,
  };
}

const none = (): Record<Attended, number> => ({ attended: 0, substitute: 0, apologies: 0, absent: 0 });

function memberOf(
  personId: string,
  {
    name,
    seats,
    meetings,
  }: { readonly name: string; readonly seats: ReadonlySet<string>; readonly meetings: MemberAttendance['meetings'] },
): MemberAttendance {
  const counts = none();
  let run = 0;
  let longestRun = 0;
  for (const { attended } of meetings) {
    counts[attended] += 1;
    run = attended === 'apologies' || attended === 'absent' ? run + 1 : 0;
    longestRun = Math.max(longestRun, run);
  }
  return { personId, name, seats: [...seats], meetings, counts, longestRun, flagged: longestRun >= ABSENCES };
}

export function attendanceText({ bodyId, meetings, members, leftOut }: Attendance): string {
  const lines = [`Attendance of ${bodyId}: ${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}`, ''];
  for (const { date, counts } of meetings)
    lines.push(
      `${longDate(date)}: ${counts.attended} attended, ${counts.substitute} by substitute, ${counts.apologies} apologies, ${counts.absent} absent`,
    );
  if (meetings.length > 0) lines.push('');
  for (const { name, counts, meetings: own, flagged, longestRun } of members) {
    const marks = own.map(({ attended }) => MARK[attended]).join('');
    const flag = flagged ? `; ${longestRun} absences one after another (SSI 2014/285 art 10)` : '';
    lines.push(`${marks.padEnd(meetings.length)}  ${name}: attended ${counts.attended} of ${own.length}${flag}`);
  }
  if (members.length > 0) lines.push('', 'x attended, s substitute, a apologies, - absent');
  if (leftOut > 0) lines.push('', `${leftOut} more held, whose minute is not published yet.`);
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

const MARK: Readonly<Record<Attended, string>> = { attended: 'x', substitute: 's', apologies: 'a', absent: '-' };
