import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Needs } from '../../http/needs.js';
import { bodiesWith } from '../../kernel/principal.js';
import { fieldsOf, type FormFields, formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type PageProblem } from '../frame/page-problem.js';
import { Pages } from '../frame/pages.js';
import { type Choice } from '../frame/steps/parts.js';
import { type Shown, shownForm } from '../frame/steps/step.js';
import { StepForms, type StepSent } from '../frame/steps/step-forms.js';
import { MattersArisingFor } from '../../slices/actions/actions.queries.js';
import { StandingItemsOn } from '../../slices/bodies/bodies.queries.js';
import { type Meeting, nextNumber, agendaView } from '../../slices/meetings/meetings.words.js';
import { MeetingAsItStands, standingOfMeeting } from '../../slices/meetings/meetings.queries.js';
import { type Offer, offersFor, type PreviousMeeting } from './agenda-offers.js';
import { MinutesBelow } from './minutes-below.js';
import { when } from '../../kernel/words.js';
import { renumbering } from './agenda-order.js';
import { ADD, type AgendaAt, FILL, ITEM_STEPS, NUMBER, ORDER, ORDER_SENT } from './agenda-steps.js';
import { type MeetingRead, readMeeting } from './meeting-reading.js';
import { itemView, noticeWords, shownStatus, statusTag, whenWords } from './meeting-words.js';

const DONE: Readonly<Record<string, string>> = {
  added: ADD.done,
  corrected: ITEM_STEPS.correct!.done,
  withdrawn: ITEM_STEPS.withdraw!.done,
  order: ORDER.done,
  numbered: NUMBER.done,
  filled: FILL.done,
};

interface ShownOfAgenda extends Pick<Shown, 'problems' | 'typed' | 'done'> {
  readonly offer?: string | undefined;
}

/** The agenda in preparation: items are added by hand or from what the record brings back, put in order, numbered, and printed. */
@ApiExcludeController()
@Needs('meetings.record')
@Controller('bodies/:bodyId/meetings/:meeting/agenda')
export class AgendaPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly below: MinutesBelow,
  ) {}

  @Get()
  async show(@AskedPage() asked: PageAsked): Promise<string> {
    const { done, offer } = asked.query;
    return this.page(await readMeeting(this.queries, asked.request), asked, { done, offer });
  }

  @Post()
  async add(@AskedPage() asked: PageAsked): Promise<string> {
    const { request } = asked;
    const read = await readMeeting(this.queries, request);
    const form = formIn(request);
    const offer = (await this.offers(read, request)).find(({ itemId }) => itemId === form.get('_offer'));
    return this.forms.take(asked, {
      ...(await this.sent(read, fieldsOf(form), offer)),
      name: 'added',
      step: ADD,
      extraFields: ({ exempt }) => (offer?.exempt && exempt === undefined ? { problem: PRIVATE_BEFORE } : {}),
      place: (itemId) => `item-${itemId}`,
      again: ({ problems, typed }) => this.page(read, asked, { problems, typed, offer: offer?.itemId }),
    });
  }

  @Post('order')
  async order(@AskedPage() asked: PageAsked): Promise<string> {
    const read = await readMeeting(this.queries, asked.request);
    return this.forms.take(asked, {
      ...(await this.sent(read)),
      name: 'order',
      step: ORDER_SENT,
      again: ({ problems }) => this.page(read, asked, { problems }),
    });
  }

  /** Numbers the items by one correction after another. */
  @Post('number')
  async number(@AskedPage() asked: PageAsked): Promise<string> {
    const read = await readMeeting(this.queries, asked.request);
    return this.forms.take(asked, {
      ...(await this.sent(read)),
      name: 'numbered',
      step: NUMBER,
      known: undefined,
      each: renumbering(standing(read)).map(({ itemId, number }) => ({ itemId, number })),
      again: ({ problems }) => this.page(read, asked, { problems }),
    });
  }

  @Post('fill')
  async fill(@AskedPage() asked: PageAsked): Promise<string> {
    const read = await readMeeting(this.queries, asked.request);
    return this.forms.take(asked, {
      ...(await this.sent(read)),
      name: 'filled',
      step: FILL,
      known: undefined,
      again: ({ problems }) => this.page(read, asked, { problems }),
    });
  }

  /** What all forms of this page have in common once they are sent. */
  private async sent(
    read: MeetingRead,
    typed?: FormFields,
    offer?: Offer,
  ): Promise<Pick<StepSent<void, AgendaAt>, 'known' | 'target' | 'at'>> {
    return { known: await this.known(read, typed, offer), target: read.meeting.meetingId, at: `${read.at}/agenda` };
  }

  private async known(read: MeetingRead, typed: FormFields = {}, offer?: Offer): Promise<AgendaAt> {
    const { meeting } = read;
    return {
      noticed: meeting.notices.length > 0,
      items: standing(read).map(({ itemId, number, title }) => ({ value: itemId, text: `${number}. ${title}` })),
      next: nextNumber(meeting.agenda),
      people: await this.people(meeting),
      minutes: (await this.below.minutes(meeting)).map(({ meetingId, body, date }) => ({
        value: meetingId,
        text: `${body}, ${when(date)}`,
      })),
      offer,
      typed,
    };
  }

  private async people(meeting: Meeting): Promise<readonly Choice[]> {
    const found = await this.queries.execute(standingOfMeeting(meeting));
    const people = [...(found?.offices ?? []), ...(found?.roll ?? [])].flatMap(({ holder }) => (holder ? [holder] : []));
    return [...new Map(people.map(({ personId, name }) => [personId, { value: personId, text: name }])).values()];
  }

  private async offers({ meeting }: MeetingRead, { principal }: FastifyRequest): Promise<Offer[]> {
    const matters = await this.queries.execute(new MattersArisingFor(meeting.meetingId, bodiesWith(principal!, 'meetings.read-exempt')));
    if (!matters || meeting.status === 'cancelled' || meeting.status === 'concluded') return [];
    return offersFor(
      matters,
      await this.previous(matters.previousMeeting),
      new Set(meeting.agenda.map(({ itemId }) => itemId)),
      await this.below.waiting(meeting, principal!),
    );
  }

  /** The button for the standing items, while there are some that are not on the agenda, and the agenda is not closed. */
  private async fillable({ bodyId, date, status, notices, agenda }: Meeting): Promise<typeof FILL | null> {
    if (status !== 'called' || notices.length > 0) return null;
    const there = new Set(agenda.map(({ itemId }) => itemId));
    const standing = await this.queries.execute(new StandingItemsOn(bodyId, date));
    return standing.some(({ itemId, brings }) => brings === undefined && !there.has(itemId)) ? FILL : null;
  }

  private async previous(meetingId: string | null): Promise<PreviousMeeting | null> {
    const found = meetingId === null ? null : await this.queries.execute(new MeetingAsItStands(meetingId));
    if (!found) return null;
    const { date, minute } = found.meeting;
    return { meetingId: found.meeting.meetingId, date, minuteWaits: !minute.approved && !minute.signed };
  }

  private async page(
    read: MeetingRead,
    { request, reply }: PageAsked,
    { problems = [], typed, offer, done }: ShownOfAgenda,
  ): Promise<string> {
    const { meeting, body, revision, at, breadcrumbs, may } = read;
    const agenda = agendaView(meeting, may.exempt);
    const offers = await this.offers(read, request);
    const offered = offers.find(({ itemId }) => itemId === offer);
    const known = await this.known(read, typed, offered);
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
        status: statusTag(shownStatus(meeting), agenda.notice !== null),
        notice: noticeWords(agenda),
        requisition: agenda.requisition,
        items: agenda.items.map(itemView),
        outOfOrder: renumbering(standing(read)).length > 0,
        offers,
        fill: await this.fillable(meeting),
        offered,
        add: shownForm(ADD, known, { action: `${at}/agenda`, cancel: at, typed }),
        order: known.items.length > 1 ? shownForm(ORDER, known, { action: `${at}/agenda/order`, cancel: at }) : null,
        number: NUMBER,
        key: this.forms.key(),
      },
    });
  }
}

const standing = ({ meeting }: MeetingRead) => meeting.agenda.filter(({ withdrawn }) => withdrawn === undefined);

const PRIVATE_BEFORE: PageProblem = {
  text: 'It was taken in private before. Enter: Paragraph of Schedule 7A',
  href: '#exempt.paragraph',
};
