import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { SLUG } from '../../http/fields.js';
import { RequestRefused } from '../../http/request-refused.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone, isDate } from '../../kernel/dates.js';
import { formIn } from '../frame/forms.js';
import { Pages } from '../frame/pages.js';
import { type Shown, shownForm } from '../frame/steps/step.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { HolidaysFor, TodayIn } from '../../slices/calendars/calendars.queries.js';
import { BodyHead, type BodyHeading, ListBodies, StandingOn } from '../../slices/bodies/bodies.queries.js';
import { noticeRuleOf, refuseMeeting } from '../../slices/meetings/meetings.words.js';
import { JointMeetingsOf, type ListedMeeting, ListMeetings } from '../../slices/meetings/meetings.queries.js';
import { type Choice } from '../frame/steps/parts.js';
import { when } from '../../kernel/words.js';
import { ListRequisitions } from '../../slices/requisitions/requisitions.queries.js';
import { CALL, type CallingAt, MEETING_KEY } from './calling-step.js';
import { noticeSum } from './diary-notice.js';
import { minuteTag, statusTag, whenWords } from './meeting-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { addressOfMeeting } from '../frame/addresses.js';

const MOST_COMING = 50;
const ON_A_PAGE = 30;
const MOST_BODIES = 200;

const TAKEN = {
  text: 'A meeting is called for that day already. For a second one, give it a name of its own in the address.',
  href: `#${MEETING_KEY}`,
  codes: ['stream.exists', 'meeting.called-already'],
};
const NO_KEY = {
  text: 'Name in the address: small letters, digits and hyphens, such as 2026-06-09-special',
  href: `#${MEETING_KEY}`,
};

interface ShownOfDiary extends Pick<Shown, 'problems' | 'typed'> {
  readonly after?: string | undefined;
}

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
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** With `date`, the page shows the sum behind the last day of notice for a meeting on that day. */
  @Get()
  async diary(@AskedPage() asked: PageAsked): Promise<string> {
    const { date, after } = asked.query;
    return this.page(await this.read(asked), asked, { typed: date !== undefined && isDate(date) ? { date } : {}, after });
  }

  @Post()
  @Needs('meetings.record')
  async call(@AskedPage() asked: PageAsked): Promise<string> {
    const body = await this.read(asked);
    const form = formIn(asked.request);
    const date = form.get('date') ?? '';
    const key = form.get('_meeting')?.trim() || (SLUG.test(date) ? date : 'no-date');
    const meetingId = `${body.bodyId}/${key}`;
    return this.forms.take(asked, {
      name: 'called',
      step: CALL,
      known: await this.calling(body),
      target: meetingId,
      extraFields: () => (SLUG.test(key) ? {} : { problem: NO_KEY }),
      taken: TAKEN,
      at: `${addressOfMeeting(meetingId)}/arrangements`,
      again: ({ problems, typed }) => {
        const taken = problems.some(({ text }) => text === TAKEN.text);
        return this.page(body, asked, { problems, typed: { ...typed, ...(taken && { [MEETING_KEY]: `${key}-special` }) } });
      },
    });
  }

  private async read({ params }: PageAsked): Promise<BodyHeading> {
    const bodyId = idIn(params, 'bodyId');
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) throw new RequestRefused(refuseMeeting('meeting.no-such-body', { detail: { bodyId } }));
    return body;
  }

  private async page(
    body: BodyHeading,
    { request, reply }: PageAsked,
    { problems = [], typed = {}, after }: ShownOfDiary,
  ): Promise<string> {
    const { bodyId } = body;
    const today = dateInZone(this.clock.now(), body.timeZone);
    const publishedOnly = !allows(request.principal!, 'meetings.read-drafts', bodyId);
    const [coming, held, joint] = await Promise.all([
      this.queries.execute(new ListMeetings({ bodyId, from: today, publishedOnly, limit: MOST_COMING })),
      this.queries.execute(
        new ListMeetings({ bodyId, to: today, publishedOnly, newestFirst: true, limit: ON_A_PAGE, ...(after && { cursor: after }) }),
      ),
      this.queries.execute(new JointMeetingsOf(bodyId)),
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
        joint: joint
          .filter(({ published, bodyId: calling }) => published || allows(request.principal!, 'meetings.read-drafts', calling))
          .map(shown),
        form: shownForm(CALL, await this.calling(body, publishedOnly), {
          action: `/bodies/${bodyId}/meetings`,
          cancel: `/bodies/${bodyId}/meetings`,
          typed,
        }),
        sum: date === null ? null : await this.sum(bodyId, date),
        date,
        key: this.forms.key(),
      },
    });
  }

  /** The last day for notice of a meeting of which no notice was given yet. */
  private async due({ bodyId, date, status, noticeGivenOn, jointlyWith }: ListedMeeting): Promise<string | null> {
    if (status !== 'called' || noticeGivenOn !== null) return null;
    return (await this.sum(bodyId, date, jointlyWith))?.latest ?? null;
  }

  private async calling(body: BodyHeading, publishedOnly = false): Promise<CallingAt> {
    if (publishedOnly) return { ...body, requisitions: [], bodies: [] };
    const { rows } = await this.queries.execute(new ListBodies({ limit: MOST_BODIES }));
    return {
      ...body,
      requisitions: await this.requisitions(body.bodyId),
      bodies: rows.filter(({ bodyId }) => bodyId !== body.bodyId).map(({ bodyId, name }) => ({ value: bodyId, text: name })),
    };
  }

  private async requisitions(bodyId: string): Promise<readonly Choice[]> {
    const today = await this.queries.execute(new TodayIn(bodyId));
    const found = await this.queries.execute(new ListRequisitions(bodyId, today, { limit: MOST_COMING }));
    return (found?.rows ?? [])
      .filter(({ standing }) => standing === 'waiting')
      .map(({ requisitionId, askedBy, receivedOn }) => ({
        value: requisitionId,
        text: `${askedBy.map(({ name }) => name).join(', ')}, received on ${when(receivedOn)}`,
      }));
  }

  private async sum(bodyId: string, date: string, jointlyWith: readonly string[] = []) {
    const rule = noticeRuleOf(await this.queries.execute(new StandingOn(bodyId, date, jointlyWith)));
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
