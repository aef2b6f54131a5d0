import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { MeetingAsItStands } from '../../../reading/meeting-now.query.js';
import { quorumTimeline } from '../../../as-it-stands/views/quorum/quorum-timeline.js';
import { type PeriodAsked } from '../attendance/attendance.query.js';
import { HeldMeetings } from '../attendance/held-meetings.js';
import { type MeetingQuorum, type QuorateMeetings } from './quorate-meetings.js';

/** Which of a body's meetings in a period had a quorum, and where it was lost; `null` where there is no such body. */
export class QuorateMeetingsOf extends Query<QuorateMeetings | null> {
  constructor(
    readonly bodyId: string,
    readonly asked: PeriodAsked,
  ) {
    super();
  }
}

@QueryHandler(QuorateMeetingsOf)
export class QuorateMeetingsOfHandler implements IQueryHandler<QuorateMeetingsOf> {
  constructor(
    private readonly queries: QueryBus,
    private readonly meetings: HeldMeetings,
  ) {}

  async execute({ bodyId, asked }: QuorateMeetingsOf): Promise<QuorateMeetings | null> {
    const found = await this.meetings.during(bodyId, asked);
    if (!found) return null;
    const meetings: MeetingQuorum[] = [];
    for (const { meetingId, date, title } of found.meetings) {
      const held = await this.queries.execute(new MeetingAsItStands(meetingId));
      if (!held) continue;
      const timeline = quorumTimeline(held.meeting);
      const losses = timeline.losses.map(({ paragraph, after, from, words, declared, regained }) => ({
        fromParagraph: paragraph,
        afterParagraph: after,
        from,
        words,
        declared,
        regainedAt: regained?.paragraph ?? null,
      }));
      const unknown = timeline.moments.some(({ sum }) => sum.quorate === null) || timeline.moments.length === 0;
      meetings.push({ meetingId, date, title, quorate: losses.length > 0 ? false : unknown ? null : true, losses });
    }
    return {
      bodyId,
      from: asked.from ?? null,
      until: asked.until ?? null,
      meetings,
      quorate: meetings.filter(({ quorate }) => quorate === true).length,
      inquorate: meetings.filter(({ quorate }) => quorate === false).length,
      notStated: meetings.filter(({ quorate }) => quorate === null).length,
      leftOut: found.leftOut,
    };
  }
}
