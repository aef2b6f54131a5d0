import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CanonicalIds } from '../../../../directory/directory.queries.js';
import { MeetingAsItStands } from '../../../reading/meeting-now.query.js';
import { seatsOfBody } from '../../../../bodies/bodies.words.js';
import { sittingsOf } from '../../../rules/judging.js';
import { HeldMeetings } from './held-meetings.js';
import { type Attendance, attendanceOf, type MeetingHeld } from './attendance.js';

export interface PeriodAsked {
  readonly from?: string;
  readonly until?: string;
  /** Also count meetings whose minute is not signed, which are not public. */
  readonly drafts: boolean;
}

/** Who came to a body's meetings in a period, by member and by meeting; `null` where there is no such body. */
export class AttendanceOf extends Query<Attendance | null> {
  constructor(
    readonly bodyId: string,
    readonly asked: PeriodAsked,
  ) {
    super();
  }
}

@QueryHandler(AttendanceOf)
export class AttendanceOfHandler implements IQueryHandler<AttendanceOf> {
  constructor(
    private readonly queries: QueryBus,
    private readonly meetings: HeldMeetings,
  ) {}

  async execute({ bodyId, asked }: AttendanceOf): Promise<Attendance | null> {
    const found = await this.meetings.during(bodyId, asked);
    if (!found) return null;
    const held: MeetingHeld[] = [];
    for (const { meetingId, date } of found.meetings) {
      const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
      const standing = meeting?.standings.at(-1)?.standing;
      if (!meeting || !standing) continue;
      const roll = seatsOfBody(standing, bodyId);
      const attendances = meeting.attendances.map(({ person, as, ...one }) => {
        const sat = as === 'present' ? sittingsOf(standing, { person, ...one }).find(({ seat }) => roll.includes(seat)) : undefined;
        return { person, as, ...(sat && { sat: { seatId: sat.seat.seatId, as: sat.as } }) };
      });
      held.push({ meetingId, date, roll, attendances });
    }
    const people = held.flatMap(({ roll, attendances }) => [
      ...roll.flatMap(({ holder }) => holder ?? []),
      ...attendances.map(({ person }) => person),
    ]);
    const canonical = await this.queries.execute(new CanonicalIds('person', [...new Set(people.map(({ personId }) => personId))]));
    return attendanceOf(bodyId, held, found.leftOut, asked, (id) => canonical.get(id) ?? id);
  }
}
