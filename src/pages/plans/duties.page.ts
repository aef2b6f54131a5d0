import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { slugOf } from '../../kernel/ids.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { formIn, type FormFields } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { Pages } from '../frame/pages.js';
import { shownForm } from '../frame/steps/step.js';
import { refuseDuty, dutyRegister } from '../../slices/plans/plans.words.js';
import { ListDuties } from '../../slices/plans/plans.queries.js';
import { RECORD_DUTY } from './duty-steps.js';
import { addressOfDuty } from '../frame/addresses.js';
import { shownDuty } from './duty-words.js';
import { PlanReading } from './plan-reading.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

const ON_A_PAGE = 50;
const LONGEST_ID = 60;

interface Shown {
  readonly recording: boolean;
  readonly after?: string | undefined;
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields;
}

/** The duties of a body: what it must do by law again and again. Public. */
@ApiExcludeController()
@Controller('bodies/:bodyId/duties')
export class DutiesPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {}

  @Get()
  @Anyone()
  async list(@AskedPage() { query: { do: step, after }, request, reply }: PageAsked): Promise<string> {
    return this.page(request, reply, { recording: step === 'record', after });
  }

  @Post()
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { request, reply } = asked;
    const { body } = await this.reading.read(request);
    const dutyId = `${body.bodyId}/${slugOf(formIn(request).get('title') ?? '', LONGEST_ID) || 'duty'}`;
    return this.forms.take(asked, {
      name: 'record',
      step: RECORD_DUTY,
      known: undefined,
      target: dutyId,
      taken: { text: 'The body has a duty of this title already. Give this one another title.', href: '#title' },
      at: addressOfDuty(dutyId),
      shownBy: [dutyRegister],
      again: ({ problems, typed }) => this.page(request, reply, { recording: true, problems, typed }),
    });
  }

  private async page(request: FastifyRequest, reply: FastifyReply, { recording, after, problems = [], typed }: Shown): Promise<string> {
    const { body, then, day } = await this.reading.read(request);
    const { bodyId, name } = body;
    const found = await this.queries.execute(new ListDuties(bodyId, day, { limit: ON_A_PAGE, ...(after && { cursor: after }) }));
    if (!found) throw new RequestRefused(refuseDuty('duty-list.not-found', { detail: { bodyId } }));
    const mayRecord = allows(request.principal!, 'plans.record', bodyId) && !then.past;
    const form = recording && mayRecord ? RECORD_DUTY : undefined;
    const at = `/bodies/${bodyId}/duties`;
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}Duties – ${name}`,
      template: 'plans/duties.njk',
      breadcrumbs: [
        { text: 'Bodies', href: '/bodies' },
        { text: name, href: `/bodies/${bodyId}` },
        { text: 'Plans', href: `/bodies/${bodyId}/plans` },
        { text: 'Duties' },
      ],
      problems: [...problems, ...then.problems],
      data: {
        ...{ body, then, at, mayRecord },
        duties: found.rows.map((duty) => ({ ...shownDuty(duty), href: `${addressOfDuty(duty.dutyId)}${then.query && `?${then.query}`}` })),
        later: found.next && `${at}?after=${encodeURIComponent(found.next)}`,
        form: form && shownForm(form, undefined, { action: at, cancel: at, typed }),
        key: this.forms.key(),
        revision: '*',
      },
    });
  }
}
