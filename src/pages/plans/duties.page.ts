import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { slugOf } from '../../kernel/ids.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { FormDoor } from '../frame/form-door.js';
import { formIn, type FormFields } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { Pages } from '../frame/pages.js';
import { seeOther } from '../frame/see-other.js';
import { labelsOf, linked } from '../frame/steps/parts.js';
import { shownForm } from '../frame/steps/step.js';
import { RecordDuty } from '../../slices/plans/duties.commands.js';
import { refuseDuty, dutyRegister } from '../../slices/plans/plans.words.js';
import { ListDuties } from '../../slices/plans/plans.queries.js';
import { RECORD_DUTY } from './duty-steps.js';
import { addressOfDuty, shownDuty } from './duty-words.js';
import { PlanReading } from './plan-reading.js';

type Params = Readonly<Record<string, string>>;
const ON_A_PAGE = 50;
const LONGEST_ID = 60;

interface Shown {
  readonly recording: boolean;
  readonly after?: string | undefined;
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields;
}

/** What a body must do by law again and again, for everybody to read. */
@ApiExcludeController()
@Controller('bodies/:bodyId/duties')
export class DutiesPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
    private readonly projections: ProjectionEngine,
  ) {}

  @Get()
  @Anyone()
  async list(
    @Query() { do: step, after }: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.page(request, reply, { recording: step === 'record', after });
  }

  @Post()
  @SignedIn()
  async record(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { body } = await this.reading.read(request);
    const dutyId = `${body.bodyId}/${slugOf(formIn(request).get('title') ?? '', LONGEST_ID) || 'duty'}`;
    const parts = RECORD_DUTY.parts();
    const sent = await this.forms.submit(RecordDuty, dutyId, request, { labels: labelsOf(parts) });
    if (sent.done) {
      await this.projections.waitFor(sent.outcome.position, { names: [dutyRegister.name] });
      return seeOther(reply, `${addressOfDuty(dutyId)}?done=record`);
    }
    const taken = sent.refusal.code === 'stream.exists';
    const problems = taken
      ? [{ text: 'The body has a duty of this title already. Give this one another title.', href: '#title' }]
      : sent.problems;
    return this.page(request, reply, { recording: true, problems: linked(problems, parts), typed: sent.typed });
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
