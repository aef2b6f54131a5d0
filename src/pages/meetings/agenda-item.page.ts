import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Needs } from '../../http/needs.js';
import { idIn } from '../../http/command-routes.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { fieldsOf, type FormFields, formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { Pages } from '../frame/pages.js';
import { type Shown, shownForm } from '../frame/steps/step.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { ITEM_STEPS, type ItemAt } from './agenda-steps.js';
import { type MeetingRead, readMeeting } from './meeting-reading.js';
import { whenWords } from './meeting-words.js';

interface Read extends MeetingRead, Pick<ItemAt, 'item'> {}

/** What the agenda's page is told was done. */
const DONE: Readonly<Record<string, string>> = { correct: 'corrected', withdraw: 'withdrawn' };

/** One item of an agenda, to be put right or withdrawn, each with its reason. */
@ApiExcludeController()
@Needs('meetings.record')
@Controller('bodies/:bodyId/meetings/:meeting/agenda/:item')
export class AgendaItemPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async show(@AskedPage() asked: PageAsked): Promise<string> {
    const step = asked.query.step === 'withdraw' ? 'withdraw' : 'correct';
    return this.page(await this.read(asked), asked, { step });
  }

  @Post(':step')
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const name = asked.params.step ?? '';
    const step = stepAsked(ITEM_STEPS, name);
    const read = await this.read(asked);
    const { item, meeting, at } = read;
    return this.forms.take(asked, {
      name,
      done: DONE[name] ?? name,
      step,
      known: { item, typed: fieldsOf(formIn(asked.request)) },
      target: meeting.meetingId,
      at: `${at}/agenda`,
      place: name === 'correct' ? `item-${item.itemId}` : undefined,
      again: (shown) => this.page(read, asked, shown),
    });
  }

  private async read({ request, params }: PageAsked): Promise<Read> {
    const read = await readMeeting(this.queries, request);
    const itemId = idIn(params, 'item');
    const item = read.meeting.agenda.find((one) => one.itemId === itemId);
    if (!item) throw new RequestRefused(refuseRequest('request.not-found', { field: 'item' }));
    return { ...read, item };
  }

  private page({ meeting, body, revision, at, breadcrumbs, item }: Read, { request, reply }: PageAsked, shown: Shown): string {
    const { step, problems = [], typed = { ...item } as unknown as FormFields } = shown;
    const form = stepAsked(ITEM_STEPS, step);
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
        form: shownForm(form, { item, typed }, { action: `${at}/agenda/${item.itemId}/${step}`, cancel: `${at}/agenda`, typed }),
        key: this.forms.key(),
      },
    });
  }
}
