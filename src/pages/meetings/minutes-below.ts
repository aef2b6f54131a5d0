import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { addDays } from '../../kernel/dates.js';
import { exemptFor, type Principal } from '../../kernel/principal.js';
import { bodyIdOf } from '../../kernel/record-id.js';
import { ListBodies } from '../../slices/bodies/bodies.queries.js';
import { ListMeetings, MinuteReceivedAt } from '../../slices/meetings/meetings.queries.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { type MinuteBelow } from './agenda-offers.js';

const MOST_BODIES = 200;
/** The minutes of each body below that are looked at, the latest first. */
const MINUTES = 3;

/** The minutes of the bodies below a body, which are submitted to it for approval or noting. */
@Injectable()
export class MinutesBelow {
  constructor(private readonly queries: QueryBus) {}

  /** Of meetings held before this one, the latest of each body first. */
  async minutes({ bodyId, date }: Pick<Meeting, 'bodyId' | 'date'>): Promise<readonly MinuteBelow[]> {
    const { rows } = await this.queries.execute(new ListBodies({ limit: MOST_BODIES, asAt: date }));
    const found = rows
      .filter((body) => body.parentId === bodyId)
      .map(async (body) => {
        const asked = { bodyId: body.bodyId, to: addDays(date, -1), newestFirst: true, status: 'concluded' as const, limit: MINUTES };
        const meetings = await this.queries.execute(new ListMeetings(asked));
        return meetings.rows.map(({ meetingId, date: on }) => ({ meetingId, body: body.name, date: on }));
      });
    return (await Promise.all(found)).flat();
  }

  /** Those that this body has not received, and that are on no item of this agenda. */
  async waiting(meeting: Meeting, principal: Principal): Promise<readonly MinuteBelow[]> {
    const there = new Set(meeting.agenda.flatMap(({ minuteOf }) => minuteOf?.meetingId ?? []));
    const reader = { draftsIn: [meeting.bodyId], exemptIn: exemptFor(principal) };
    const all = (await this.minutes(meeting)).filter(({ meetingId }) => !there.has(meetingId));
    const received = await Promise.all(all.map(({ meetingId }) => this.queries.execute(new MinuteReceivedAt(meetingId, reader))));
    return all.filter((_one, index) => !received[index]!.some(({ atMeeting }) => bodyIdOf(atMeeting) === meeting.bodyId));
  }
}
