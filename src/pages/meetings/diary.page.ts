import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { SLUG } from '../../http/fields.js';
import { RequestRefused } from '../../http/request-refused.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone, isDate } from '../../kernel/dates.js';
import { FormDoor } from '../frame/form-door.js';
import { type FormFields, formIn } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { HolidaysFor } from '../../slices/calendars/calendars.queries.js';
import { BodyHead, StandingOn } from '../../slices/bodies/bodies.queries.js';
import { refuseMeeting } from '../../slices/meetings/meetings.words.js';
import { CallMeeting } from '../../slices/meetings/agenda/agenda.commands.js';
import { type ListedMeeting, ListMeetings } from '../../slices/meetings/meetings.queries.js';
import { noticeSum } from './diary-notice.js';
import { MODES } from '../../slices/meetings/agenda/agenda.payloads.js';

import { minuteTag, MODE_WORDS, statusTag, whenWords } from './meeting-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { addressOfMeeting } from '../frame/addresses.js';

const MOST_COMING = 50;
const ON_A_PAGE = 30;
const LABELS = { date: 'Date', time: 'Time', place: 'Place', title: 'Title', mode: 'How it is held' };

/**
 * A body's diary: the meetings to come with the last day for their notice, those held, and the form for calling one, for readers who record
 * meetings.
 */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId/meetings')
export class DiaryPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** With `date`, the page shows the sum behind the last day of notice for a meeting on that day. */
  @Get()
  diary(@AskedPage() { query: { date, after }, request, reply }: PageAsked): Promise<string> {
    return this.page(request, reply, { typed: date !== undefined && isDate(date) ? { date } : {}, after });
  }

  @Post()
  @Needs('meetings.record')
  async call(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const bodyId = idIn(params, 'bodyId');
    const form = formIn(request);
    const date = form.get('date') ?? '';
    const key = form.get('_meeting')?.trim() || (SLUG.test(date) ? date : 'no-date');
    if (!SLUG.test(key)) {
      const problems = [
        { text: 'Name in the address: small letters, digits and hyphens, such as 2026-06-09-special', href: '#meeting-key' },
      ];
      return this.page(request, reply, { problems, typed: Object.fromEntries(form), key });
    }
    const sent = await this.forms.submit(CallMeeting, `${bodyId}/${key}`, request, { labels: LABELS });
    if (sent.done) return seeOther(reply, `${addressOfMeeting(`${bodyId}/${key}`)}/arrangements?done=called`);
    const taken = ['stream.exists', 'meeting.called-already'].includes(sent.refusal.code);
    const problems = taken
      ? [
          {
            text: 'A meeting is called for that day already. For a second one, give it a name of its own in the address.',
            href: '#meeting-key',
          },
        ]
      : sent.problems;
    return this.page(request, reply, { problems, typed: sent.typed, key: taken ? `${key}-special` : key });
  }

  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      problems = [],
      typed,
      key,
      after,
    }: {
      readonly problems?: readonly PageProblem[];
      readonly typed: FormFields;
      readonly key?: string | undefined;
      readonly after?: string | undefined;
    },
  ): Promise<string> {
    const bodyId = idIn(request.params, 'bodyId');
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) throw new RequestRefused(refuseMeeting('meeting.no-such-body', { detail: { bodyId } }));
    const today = dateInZone(this.clock.now(), body.timeZone);
    const publishedOnly = !allows(request.principal!, 'meetings.read-drafts', bodyId);
    const [coming, held] = await Promise.all([
      this.queries.execute(new ListMeetings({ bodyId, from: today, publishedOnly, limit: MOST_COMING })),
      this.queries.execute(
        new ListMeetings({ bodyId, to: today, publishedOnly, newestFirst: true, limit: ON_A_PAGE, ...(after && { cursor: after }) }),
      ),
    ]);
    const date = typeof typed.date === 'string' && isDate(typed.date) ? typed.date : null;
    return this.pages.render(request, reply, {
      title: `Meetings – ${body.name}`,
      template: 'meetings/diary.njk',
      breadcrumbs: [{ text: 'Bodies', href: '/bodies' }, { text: body.name, href: `/bodies/${bodyId}` }, { text: 'Meetings' }],
      problems,
      data: {
        body,
        today,
        coming: await Promise.all(coming.rows.map(async (row) => ({ ...shown(row), due: publishedOnly ? null : await this.due(row) }))),
        held: held.rows.filter((one) => one.date < today).map(shown),
        later: held.next,
        typed,
        meetingKey: key,
        sum: date === null ? null : await this.sum(bodyId, date),
        date,
        modes: MODES.map((value) => ({ value, text: MODE_WORDS[value] })),
        key: this.forms.key(),
      },
    });
  }

  /** The last day for notice of a meeting of which no notice was given yet. */
  private async due({ bodyId, date, status, noticeGivenOn }: ListedMeeting): Promise<string | null> {
    if (status !== 'called' || noticeGivenOn !== null) return null;
    return (await this.sum(bodyId, date))?.latest ?? null;
  }

  private async sum(bodyId: string, date: string) {
    const rule = (await this.queries.execute(new StandingOn(bodyId, date)))?.constitution.notice ?? null;
    return noticeSum(date, rule, await this.queries.execute(new HolidaysFor(bodyId)));
  }
}

const shown = (row: ListedMeeting) => ({
  ...row,
  href: addressOfMeeting(row.meetingId),
  when: whenWords(row),
  tag: statusTag(row.status),
  minuteTag: row.minuteStatus === 'none' ? null : minuteTag(row.minuteStatus),
});
