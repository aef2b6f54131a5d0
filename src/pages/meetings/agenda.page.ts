import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from '../../http/needs.js';
import { bodiesWith } from '../../kernel/principal.js';
import { FormDoor, type Sent } from '../frame/form-door.js';
import { fieldsOf, type FormFields, formIn } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { MattersArisingFor } from '../../slices/actions/actions.queries.js';
import { StandingOn } from '../../slices/bodies/bodies.queries.js';
import { nextNumber, agendaView } from '../../slices/meetings/meetings.words.js';
import { AddAgendaItem, ChangeOrderOfBusiness, CorrectAgendaItem } from '../../slices/meetings/agenda/agenda.commands.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { ITEM_LABELS, paperRows } from './agenda-fields.js';
import { type Offer, offersFor, type PreviousMeeting } from './agenda-offers.js';
import { orderMoved, orderWith, renumbering } from './agenda-order.js';
import { type MeetingRead, readMeeting } from './meeting-reading.js';
import { itemView, noticeWords, statusTag, whenWords } from './meeting-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

const DONE: Readonly<Record<string, string>> = {
  added: 'The item is on the agenda.',
  corrected: 'The item is put right.',
  withdrawn: 'The item is withdrawn.',
  order: 'The order of business is changed.',
  numbered: 'The items are numbered in their order.',
};

interface Shown {
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields;
  readonly offer?: string | undefined;
  readonly done?: string | undefined;
}

/** The agenda in preparation: items are added by hand or from what the record brings back, put in order, numbered, and printed. */
@ApiExcludeController()
@Needs('meetings.record')
@Controller('bodies/:bodyId/meetings/:meeting/agenda')
export class AgendaPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async show(
    @Query() { done, offer }: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const read = await readMeeting(this.queries, request);
    return this.page(read, request, reply, { done, offer });
  }

  @Post()
  async add(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const read = await readMeeting(this.queries, request);
    const form = formIn(request);
    const offer = (await this.offers(read, request)).find(({ itemId }) => itemId === form.get('_offer'));
    const typed = fieldsOf(form);
    if (offer?.exempt && !form.get('exempt.paragraph')) {
      const problems = [{ text: 'It was taken in private before. Enter: Paragraph of Schedule 7A', href: '#exempt.paragraph' }];
      return this.page(read, request, reply, { problems, typed, offer: offer.itemId });
    }
    const extraFields = { ...(offer && { itemId: offer.itemId }), ...(await this.admission(read, form)) };
    const sent = await this.forms.submit(AddAgendaItem, read.meeting.meetingId, request, { extraFields, labels: ITEM_LABELS });
    if (sent.done) return seeOther(reply, `${read.at}/agenda?done=added#item-${sent.outcome.id}`);
    return this.page(read, request, reply, { problems: atOneReason(sent.problems), typed, offer: offer?.itemId });
  }

  @Post('order')
  async order(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const read = await readMeeting(this.queries, request);
    const form = formIn(request);
    const items = standing(read).map(({ itemId }) => itemId);
    const [itemId, way] = [form.get('_item') ?? '', form.get('_way')];
    const order = way === 'up' || way === 'down' ? orderMoved(items, itemId, way) : orderWith(items, itemId, form.get('_before'));
    const reason = form.get('reason') || (read.meeting.notices.length === 0 ? 'The agenda was put together' : undefined);
    return this.answer(read, request, reply, 'order', await this.reorder(read, request, order, reason));
  }

  /**
   * Numbers the items by one correction after another, and stops at the first that is refused; sent again, the form goes on where it
   * stopped.
   */
  @Post('number')
  async number(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const read = await readMeeting(this.queries, request);
    const form = formIn(request);
    const key = form.get('_key') ?? this.forms.key();
    for (const [index, step] of renumbering(standing(read)).entries()) {
      form.set('_key', `${key}-${index}`);
      const extraFields = { ...step, reason: 'Numbered in the order of business' };
      const sent = await this.forms.submit(CorrectAgendaItem, read.meeting.meetingId, request, { extraFields });
      if (!sent.done) return this.answer(read, request, reply, 'numbered', sent);
      // Only the first correction is judged on the revision that the page showed; each later one is judged on whatever stands.
      form.delete('_revision');
    }
    return seeOther(reply, `${read.at}/agenda?done=numbered`);
  }

  private reorder({ meeting }: MeetingRead, request: FastifyRequest, order: readonly string[], reason: string | undefined): Promise<Sent> {
    const extraFields = { order, ...(reason !== undefined && { reason }) };
    return this.forms.submit(ChangeOrderOfBusiness, meeting.meetingId, request, { extraFields, labels: { reason: 'Reason' } });
  }

  private answer(read: MeetingRead, request: FastifyRequest, reply: FastifyReply, done: string, sent: Sent): Promise<string> | string {
    if (sent.done) return seeOther(reply, `${read.at}/agenda?done=${done}`);
    return this.page(read, request, reply, { problems: sent.problems.map(({ text }) => ({ text, href: '#order-reason' })) });
  }

  /** After notice was given, a new item is late, with its reason, or urgent if somebody ruled so. 1973 Act s.50B(4)(b). */
  private async admission({ meeting }: MeetingRead, form: URLSearchParams): Promise<object> {
    if (meeting.notices.length === 0) return {};
    const reason = form.get('late.reason') ?? '';
    const ruler = (await this.people(meeting)).find(({ value }) => value === form.get('_ruledBy'));
    if (!ruler) return { late: reason ? { reason } : {} };
    return { late: undefined, urgent: { ...(reason && { reason }), ruledBy: { personId: ruler.value, name: ruler.text } } };
  }

  private async people({ bodyId, date }: { readonly bodyId: string; readonly date: string }) {
    const found = await this.queries.execute(new StandingOn(bodyId, date));
    const people = [...(found?.offices ?? []), ...(found?.roll ?? [])].flatMap(({ holder }) => (holder ? [holder] : []));
    return [...new Map(people.map(({ personId, name }) => [personId, { value: personId, text: name }])).values()];
  }

  private async offers({ meeting }: MeetingRead, { principal }: FastifyRequest): Promise<Offer[]> {
    const matters = await this.queries.execute(new MattersArisingFor(meeting.meetingId, bodiesWith(principal!, 'meetings.read-exempt')));
    if (!matters || meeting.status === 'cancelled' || meeting.status === 'concluded') return [];
    return offersFor(matters, await this.previous(matters.previousMeeting), new Set(meeting.agenda.map(({ itemId }) => itemId)));
  }

  private async previous(meetingId: string | null): Promise<PreviousMeeting | null> {
    const found = meetingId === null ? null : await this.queries.execute(new MeetingAsItStands(meetingId));
    if (!found) return null;
    const { date, minute } = found.meeting;
    return { meetingId: found.meeting.meetingId, date, minuteWaits: !minute.approved && !minute.signed };
  }

  private async page(
    read: MeetingRead,
    request: FastifyRequest,
    reply: FastifyReply,
    { problems = [], typed, offer, done }: Shown,
  ): Promise<string> {
    const { meeting, body, revision, at, breadcrumbs, may } = read;
    const agenda = agendaView(meeting, may.exempt);
    const offers = await this.offers(read, request);
    const offered = offers.find(({ itemId }) => itemId === offer);
    const values = typed ?? (offered ? { title: offered.title, asked: offered.asked } : {});
    return this.pages.render(request, reply, {
      title: `Agenda: ${whenWords({ date: meeting.date })} – ${body.name}`,
      template: 'meetings/agenda.njk',
      breadcrumbs: [...breadcrumbs, { text: 'Agenda' }],
      problems,
      ...(done !== undefined && Object.hasOwn(DONE, done) && { done: DONE[done] }),
      data: {
        body,
        at,
        meeting,
        revision,
        when: whenWords(meeting),
        status: statusTag(meeting.status, agenda.notice !== null),
        notice: noticeWords(agenda),
        items: agenda.items.map(itemView),
        standing: standing(read).map(({ itemId, number, title }) => ({ value: itemId, text: `${number}. ${title}` })),
        outOfOrder: renumbering(standing(read)).length > 0,
        offers,
        offered,
        people: await this.people(meeting),
        next: nextNumber(meeting.agenda),
        typed: values,
        paperRows: paperRows(values.papers),
        key: this.forms.key(),
      },
    });
  }
}

const standing = ({ meeting }: MeetingRead) => meeting.agenda.filter(({ withdrawn }) => withdrawn === undefined);

/** The form has one field for the reason of a late or of an urgent item: problems of either lead there. */
const atOneReason = (problems: readonly PageProblem[]): PageProblem[] =>
  problems.map((one) => (one.href === '#urgent.reason' || one.href === '#late' ? { ...one, href: '#late.reason' } : one));
