import { Controller, Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { Pages } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { pageMomentFor } from '../frame/turning-back.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { ListMeetings, MeetingAsAt, MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { bodyFound, BodyHead } from '../../slices/bodies/bodies.queries.js';
import { CanonicalIds } from '../../slices/directory/directory.queries.js';
import { meetingAttendance, memberAttendance, peopleOf } from './attendance.js';
import { membersChart, presentChart } from './attendance-charts.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { addressOfMeeting } from '../frame/addresses.js';

/** The most meetings looked at: the latest ones. */
const MEETINGS = 24;

/** Attendance and quorum, meeting by meeting. Public for meetings whose minute is signed. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId/attendance')
export class AttendancePage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives the id that stands for all of a person's. */
  private async oneOf(held: readonly Meeting[]): Promise<(personId: string) => string> {
    const ids = new Set(held.flatMap(peopleOf));
    const canonical = await this.queries.execute(new CanonicalIds('person', [...ids]));
    return (id) => canonical.get(id) ?? id;
  }

  @Get()
  async show(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const bodyId = idIn(params, 'bodyId');
    const body = bodyFound(await this.queries.execute(new BodyHead(bodyId)), { bodyId });
    const drafts = allows(request.principal!, 'meetings.read-drafts', bodyId);
    const then = pageMomentFor(request, body);
    const held = await this.held(bodyId, then.day ?? dateInZone(this.clock.now(), body.timeZone), drafts, then);
    const meetings = held.map(meetingAttendance);
    const members = memberAttendance(held, await this.oneOf(held));
    return this.pages.render(request, reply, {
      title: `Attendance – ${body.name}`,
      template: 'bodies/attendance.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Attendance' }),
      problems: then.problems,
      data: {
        then,
        body,
        drafts,
        members,
        meetings: [...meetings].reverse().map((one) => ({ ...one, href: then.to(addressOfMeeting(one.meetingId)) })),
        charts: held.length > 0 ? [presentChart(meetings), membersChart(members)] : [],
      },
    });
  }

  /** The meetings held, earliest first, whose record this reader may read. */
  private async held(bodyId: string, to: string, drafts: boolean, { past, moments }: PageMoment): Promise<readonly Meeting[]> {
    const signed = !drafts && { minuteStatus: 'signed' as const };
    const asked = { bodyId, to, newestFirst: true, limit: MEETINGS, ...signed, ...(past && { moments }) };
    const { rows } = await this.queries.execute(new ListMeetings(asked));
    const found = await Promise.all(
      rows.map(async ({ meetingId }) =>
        past
          ? this.queries.execute(new MeetingAsAt(meetingId, moments))
          : (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting,
      ),
    );
    return found.flatMap((one) => (one && isOver(one) ? [one] : [])).reverse();
  }
}

/** Only a meeting that is over counts: until then an absent member may still come. */
const isOver = ({ standings, status }: Meeting): boolean => standings.length > 0 && (status === 'concluded' || status === 'adjourned');
