import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from '../../http/needs.js';
import { idIn } from '../../http/command-routes.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { FormDoor } from '../frame/form-door.js';
import { fieldsOf, type FormFields, formIn } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { CorrectAgendaItem, WithdrawAgendaItem } from '../../slices/meetings/agenda/agenda.commands.js';
import { ITEM_LABELS, paperRows } from './agenda-fields.js';
import { type MeetingRead, readMeeting } from './meeting-reading.js';
import { whenWords } from './meeting-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

/** One item of an agenda, to be put right or withdrawn, each with its reason. */
@ApiExcludeController()
@Needs('meetings.record')
@Controller('bodies/:bodyId/meetings/:meeting/agenda/:item')
export class AgendaItemPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async show(
    @Query() { step }: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { read, item } = await this.read(request);
    return this.page(read, item, request, reply, step === 'withdraw' ? 'withdraw' : 'correct', {
      typed: { ...item } as unknown as FormFields,
    });
  }

  @Post('correct')
  async correct(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const { read, item } = await this.read(request);
    const typed = fieldsOf(formIn(request));
    const extraFields = {
      itemId: item.itemId,
      // The form lists all papers of the item: a paper that is missing from it is taken off.
      papers: typed.papers ?? [],
      ...(item.exempt !== undefined && typed.exempt === undefined && { notExempt: true }),
    };
    const sent = await this.forms.submit(CorrectAgendaItem, read.meeting.meetingId, request, { extraFields, labels: ITEM_LABELS });
    if (sent.done) return seeOther(reply, `${read.at}/agenda?done=corrected#item-${item.itemId}`);
    return this.page(read, item, request, reply, 'correct', { problems: sent.problems, typed: sent.typed });
  }

  @Post('withdraw')
  async withdraw(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const { read, item } = await this.read(request);
    const extraFields = { itemId: item.itemId };
    const sent = await this.forms.submit(WithdrawAgendaItem, read.meeting.meetingId, request, { extraFields, labels: ITEM_LABELS });
    if (sent.done) return seeOther(reply, `${read.at}/agenda?done=withdrawn`);
    return this.page(read, item, request, reply, 'withdraw', { problems: sent.problems, typed: sent.typed });
  }

  private async read(request: FastifyRequest) {
    const read = await readMeeting(this.queries, request);
    const itemId = idIn(request.params, 'item');
    const item = read.meeting.agenda.find((one) => one.itemId === itemId);
    if (!item) throw new RequestRefused(refuseRequest('request.not-found', { field: 'item' }));
    return { read, item };
  }

  private page(
    { meeting, body, revision, at, breadcrumbs }: MeetingRead,
    item: MeetingRead['meeting']['agenda'][number],
    request: FastifyRequest,
    reply: FastifyReply,
    step: 'correct' | 'withdraw',
    { problems = [], typed }: { readonly problems?: readonly PageProblem[]; readonly typed: FormFields },
  ): string {
    return this.pages.render(request, reply, {
      title: `Item ${item.number}: ${whenWords({ date: meeting.date })} – ${body.name}`,
      template: 'meetings/agenda-item.njk',
      breadcrumbs: [...breadcrumbs, { text: 'Agenda', href: `${at}/agenda` }, { text: `Item ${item.number}` }],
      problems,
      data: {
        body,
        at,
        meeting,
        revision,
        item,
        step,
        typed,
        paperRows: paperRows(typed.papers),
        next: item.number,
        key: this.forms.key(),
      },
    });
  }
}
