import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { type Right } from '../../kernel/rights.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { Pages } from '../frame/pages.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { openedStep, problemsOf } from '../frame/steps/opened-step.js';
import { type Shown, shownForm } from '../frame/steps/step.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { HolidaysFor } from '../../slices/calendars/calendars.queries.js';
import { type Standing } from '../../slices/bodies/bodies.words.js';
import { StandingOn } from '../../slices/bodies/bodies.queries.js';
import { agendaView } from '../../slices/meetings/meetings.words.js';
import { ARRANGEMENT_STEPS, type ArrangementsAt } from './arrangement-steps.js';
import { CALL } from './calling-step.js';
import { noticeSum } from './diary-notice.js';
import { type MeetingRead, readMeeting } from './meeting-reading.js';
import { MODE_WORDS, noticeWords, statusTag, whenWords } from './meeting-words.js';

/** What the meeting's page is told was done. */
const DONE: Readonly<Record<string, string>> = { rearrange: 'rearranged', cancel: 'cancelled' };

/** The arrangements before a meeting: notice, with the sum of clear days; another time or place; cancellation. */
@ApiExcludeController()
@Needs('meetings.record')
@Controller('bodies/:bodyId/meetings/:meeting/arrangements')
export class MeetingArrangementsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    const { step = 'notice', done } = asked.query;
    return this.page(asked, {
      step: Object.hasOwn(ARRANGEMENT_STEPS, step) ? step : 'notice',
      ...(done === 'called' && { done: CALL.done }),
    });
  }

  @Post(':step')
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const name = asked.params.step ?? '';
    const step = stepAsked(ARRANGEMENT_STEPS, name);
    const read = await readMeeting(this.queries, asked.request);
    return this.forms.take(asked, {
      name,
      done: DONE[name] ?? name,
      step,
      known: this.known(read, asked, await this.standing(read)),
      target: read.meeting.meetingId,
      at: read.at,
      shownBy: [],
      again: (shown) => this.page(asked, shown),
    });
  }

  private standing({ meeting }: MeetingRead): Promise<Standing | null> {
    return this.queries.execute(new StandingOn(meeting.bodyId, meeting.date));
  }

  private known({ meeting, body }: MeetingRead, { request }: PageAsked, standing: Standing | null): ArrangementsAt {
    const clerk = standing?.offices.find(({ office }) => office === 'clerk')?.holder.name;
    return { meeting, today: dateInZone(this.clock.now(), body.timeZone), by: clerk ?? request.principal!.name };
  }

  private async page(asked: PageAsked, { step, problems = [], typed, done }: Shown): Promise<string> {
    const { request, reply } = asked;
    const read = await readMeeting(this.queries, request);
    const { meeting, body, revision, at, breadcrumbs } = read;
    const standing = await this.standing(read);
    const known = this.known(read, asked, standing);
    const may = (right: Right): boolean => allows(request.principal!, right, body.bodyId);
    // Once the meeting is opened or cancelled, the page says so in place of a form, even of one that was refused for it.
    const { form, chosen } = openedStep(ARRANGEMENT_STEPS, meeting, { step }, { may });
    return this.pages.render(request, reply, {
      title: `Notice and arrangements: ${whenWords({ date: meeting.date })} – ${body.name}`,
      template: 'meetings/meeting-arrangements.njk',
      breadcrumbs: [...breadcrumbs, { text: 'Notice and arrangements' }],
      problems: problemsOf(problems, form),
      ...(done && { done }),
      data: {
        body,
        meeting,
        at,
        step: chosen,
        form: form && shownForm(form, known, { action: `${at}/arrangements/${chosen}`, cancel: at, typed }),
        today: known.today,
        revision,
        when: whenWords(meeting),
        status: statusTag(meeting.status, meeting.notices.length > 0),
        mode: MODE_WORDS[meeting.mode],
        notice: noticeWords(agendaView(meeting, true)),
        sum: noticeSum(meeting.date, standing?.constitution.notice ?? null, await this.queries.execute(new HolidaysFor(meeting.bodyId))),
        items: meeting.agenda.filter(({ withdrawn }) => withdrawn === undefined).length,
        key: this.forms.key(),
      },
    });
  }
}
