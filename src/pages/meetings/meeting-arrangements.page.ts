import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Needs } from '../../http/needs.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { HolidaysFor } from '../../slices/calendars/calendars.queries.js';
import { type Standing } from '../../slices/bodies/bodies.words.js';
import { agendaView, noticeRuleOf } from '../../slices/meetings/meetings.words.js';
import { standingOfMeeting } from '../../slices/meetings/meetings.queries.js';
import { ARRANGEMENT_STEPS } from './arrangement-steps.js';
import { CALL } from './calling-step.js';
import { noticeSum } from './diary-notice.js';
import { type MeetingRead, readMeeting } from './meeting-reading.js';
import { MODE_WORDS, noticeWords, shownStatus, statusTag, whenWords } from './meeting-words.js';

interface Read extends MeetingRead {
  readonly today: string;
  readonly standing: Standing | null;
}

/** What the meeting's page is told was done. */
const DONE: Readonly<Record<string, string>> = { rearrange: 'rearranged', cancel: 'cancelled' };

/** The arrangements before a meeting: notice, with the sum of clear days; another time or place; cancellation. */
@ApiExcludeController()
@Needs('meetings.record')
@Controller('bodies/:bodyId/meetings/:meeting/arrangements')
export class MeetingArrangementsPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: ({ meeting, today, standing }, { request }) => {
        const clerk = standing?.offices.find(({ office }) => office === 'clerk')?.holder.name;
        return stepsOf(ARRANGEMENT_STEPS, meeting, () => ({ meeting, today, by: clerk ?? request.principal!.name }));
      },
      target: ({ meeting }) => meeting.meetingId,
      revision: ({ revision }) => revision,
      address: ({ at }) => at,
      ownAddress: ({ at }) => `${at}/arrangements`,
      beside: (_read, { params: { step = '' } }) => ({ done: DONE[step] ?? step }),
      // Once the meeting is opened or cancelled, the page says so in place of a form, even of one that was refused for it.
      opens: (_read, { step = 'notice' }) => ({ step: Object.hasOwn(ARRANGEMENT_STEPS, step) ? step : 'notice' }),
      oneTitle: true,
      alsoDone: { called: CALL },
      content: (read) => this.content(read),
    });
  }

  @Get()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.show(asked, { step: asked.query.step });
  }

  @Post(':step')
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.record(asked);
  }

  private async read({ request }: PageAsked): Promise<Read> {
    const read = await readMeeting(this.queries, request);
    const { meeting, body } = read;
    const standing = await this.queries.execute(standingOfMeeting(meeting));
    return { ...read, today: dateInZone(this.clock.now(), body.timeZone), standing };
  }

  private async content({ meeting, body, breadcrumbs, today, standing }: Read): Promise<PageContent> {
    return {
      title: `Notice and arrangements: ${whenWords({ date: meeting.date })} – ${body.name}`,
      template: 'meetings/meeting-arrangements.njk',
      breadcrumbs: [...breadcrumbs, { text: 'Notice and arrangements' }],
      data: {
        meeting,
        today,
        when: whenWords(meeting),
        status: statusTag(shownStatus(meeting), meeting.notices.length > 0),
        mode: MODE_WORDS[meeting.mode],
        notice: noticeWords(agendaView(meeting, true)),
        sum: noticeSum(meeting.date, noticeRuleOf(standing), await this.queries.execute(new HolidaysFor(meeting.bodyId))),
        items: meeting.agenda.filter(({ withdrawn }) => withdrawn === undefined).length,
      },
    };
  }
}
