import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from '../../http/needs.js';
import { type CommandClass } from '../../kernel/command.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { FormDoor } from '../frame/form-door.js';
import { type FormFields } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { HolidaysFor } from '../../slices/calendars/calendars.queries.js';
import { StandingOn } from '../../slices/bodies/bodies.queries.js';
import { MODES } from '../../slices/meetings/agenda/agenda.payloads.js';
import { CancelMeeting, GiveNotice, RearrangeMeeting } from '../../slices/meetings/agenda/agenda.commands.js';
import { agendaView } from '../../slices/meetings/meetings.words.js';
import { noticeSum } from './diary-notice.js';
import { readMeeting } from './meeting-reading.js';
import { MODE_WORDS, noticeWords, statusTag, whenWords } from './meeting-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

const STEPS = ['notice', 'rearrange', 'cancel'] as const;
type Step = (typeof STEPS)[number];

const COMMAND_OF: Readonly<
  Record<Step, { readonly type: CommandClass; readonly done: string; readonly labels: Readonly<Record<string, string>> }>
> = {
  notice: { type: GiveNotice, done: 'notice', labels: { givenOn: 'The day notice was given', by: 'Who gave it' } },
  rearrange: { type: RearrangeMeeting, done: 'rearranged', labels: { reason: 'Reason', time: 'Time', place: 'Place' } },
  cancel: { type: CancelMeeting, done: 'cancelled', labels: { reason: 'Reason' } },
};

/** The arrangements before a meeting: notice, with the sum of clear days; another time or place; cancellation. */
@ApiExcludeController()
@Needs('meetings.record')
@Controller('bodies/:bodyId/meetings/:meeting/arrangements')
export class MeetingArrangementsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(
    @Query() { step, done }: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const chosen = STEPS.find((one) => one === step) ?? 'notice';
    return this.page(request, reply, chosen, {
      ...(done === 'called' && {
        done: 'The meeting is called. Put its agenda together, give notice, and open it on the day from its live page.',
      }),
    });
  }

  @Post('notice')
  notice(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    return this.take('notice', request, reply);
  }

  @Post('rearrange')
  rearrange(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    return this.take('rearrange', request, reply);
  }

  @Post('cancel')
  cancel(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    return this.take('cancel', request, reply);
  }

  private async take(step: Step, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const { meeting, at } = await readMeeting(this.queries, request);
    const { type, done, labels } = COMMAND_OF[step];
    const sent = await this.forms.submit(type, meeting.meetingId, request, { labels });
    if (sent.done) return seeOther(reply, `${at}?done=${done}`);
    return this.page(request, reply, step, { problems: sent.problems, typed: sent.typed });
  }

  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    step: Step,
    { problems = [], typed, done }: { readonly problems?: readonly PageProblem[]; readonly typed?: FormFields; readonly done?: string },
  ): Promise<string> {
    const { meeting, body, revision, at, breadcrumbs } = await readMeeting(this.queries, request);
    const standing = await this.queries.execute(new StandingOn(body.bodyId, meeting.date));
    const today = dateInZone(this.clock.now(), body.timeZone);
    const { time, place, mode } = meeting;
    const clerk = standing?.offices.find(({ office }) => office === 'clerk')?.holder.name;
    return this.pages.render(request, reply, {
      title: `Notice and arrangements: ${whenWords({ date: meeting.date })} – ${body.name}`,
      template: 'meetings/meeting-arrangements.njk',
      breadcrumbs: [...breadcrumbs, { text: 'Notice and arrangements' }],
      problems,
      ...(done && { done }),
      data: {
        body,
        meeting,
        at,
        step,
        today,
        revision,
        when: whenWords(meeting),
        status: statusTag(meeting.status, meeting.notices.length > 0),
        mode: MODE_WORDS[mode],
        notice: noticeWords(agendaView(meeting, true)),
        sum: noticeSum(meeting.date, standing?.constitution.notice ?? null, await this.queries.execute(new HolidaysFor(meeting.bodyId))),
        items: meeting.agenda.filter(({ withdrawn }) => withdrawn === undefined).length,
        modes: MODES.map((value) => ({ value, text: MODE_WORDS[value] })),
        typed: typed ?? { givenOn: today, by: clerk ?? request.principal!.name, time, place, mode },
        key: this.forms.key(),
      },
    });
  }
}
