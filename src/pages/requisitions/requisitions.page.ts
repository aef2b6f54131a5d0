import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Needs } from '../../http/needs.js';
import { RequestRefused } from '../../http/request-refused.js';
import { slugOf } from '../../kernel/ids.js';
import { allows } from '../../kernel/principal.js';
import { StandingOn } from '../../slices/bodies/bodies.queries.js';
import { describeRequisition, requisitionRuleOf } from '../../slices/bodies/bodies.words.js';
import { ListRequisitions, RequisitionRevision } from '../../slices/requisitions/requisitions.queries.js';
import { refuseRequisition } from '../../slices/requisitions/requisitions.words.js';
import { addressOfRequisition } from '../frame/addresses.js';
import { type BodyPage, bodyPageOf } from '../frame/body-page.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { Pages } from '../frame/pages.js';
import { type Shown, shownForm } from '../frame/steps/step.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { RECEIVE, type ReceivingAt, REQUISITION_TAGS } from './requisition-steps.js';

const ON_A_PAGE = 50;
const LONGEST_ID = 40;

/** The members of a body on a day, and when they can have a special meeting called. */
export async function receivingAt(queries: QueryBus, { body, day }: Pick<BodyPage, 'body' | 'day'>): Promise<ReceivingAt> {
  const standing = await queries.execute(new StandingOn(body.bodyId, day));
  const holders = (standing?.roll ?? []).flatMap(({ holder }) => (holder ? [holder] : []));
  return {
    members: [...new Map(holders.map(({ personId, name }) => [personId, { value: personId, text: name }])).values()],
    rule: standing && `Asked for by ${describeRequisition(requisitionRuleOf(standing.constitution, body.kind))}`,
  };
}

/** The special meetings that members of a body asked for. */
@ApiExcludeController()
@Needs('meetings.read-drafts')
@Controller('bodies/:bodyId/requisitions')
export class RequisitionsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  list(@AskedPage() asked: PageAsked): Promise<string> {
    const { do: step, after } = asked.query;
    return this.page(asked, { step, after });
  }

  @Post()
  @Needs('meetings.record')
  async receive(@AskedPage() asked: PageAsked): Promise<string> {
    const read = await this.read(asked);
    const business = formIn(asked.request).get('business') ?? '';
    const requisitionId = await this.free(`${read.body.bodyId}/${slugOf(business, LONGEST_ID) || 'requisition'}`);
    return this.forms.take(asked, {
      name: 'receive',
      step: RECEIVE,
      known: await receivingAt(this.queries, read),
      target: requisitionId,
      at: addressOfRequisition(requisitionId),
      again: (shown) => this.page(asked, shown),
    });
  }

  /** The id, with a number behind it where the body has a requisition of that id already. */
  private async free(requisitionId: string): Promise<string> {
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? requisitionId : `${requisitionId}-${count}`;
      if ((await this.queries.execute(new RequisitionRevision(id))) === null) return id;
    }
  }

  private read({ request }: PageAsked): Promise<BodyPage> {
    return bodyPageOf(this.queries, request, (bodyId) => refuseRequisition('requisition-list.not-found', { detail: { bodyId } }));
  }

  private async page(
    asked: PageAsked,
    { step, after, problems = [], typed }: Shown & { readonly after?: string | undefined },
  ): Promise<string> {
    const { request, reply } = asked;
    const read = await this.read(asked);
    const { body, then, day } = read;
    const { bodyId, name } = body;
    const at = `/bodies/${bodyId}/requisitions`;
    const found = await this.queries.execute(new ListRequisitions(bodyId, day, { limit: ON_A_PAGE, ...(after && { cursor: after }) }));
    if (!found) throw new RequestRefused(refuseRequisition('requisition-list.not-found', { detail: { bodyId } }));
    const mayRecord = allows(request.principal!, 'meetings.record', bodyId) && !then.past;
    const form = step === 'receive' && mayRecord ? RECEIVE : undefined;
    const known = await receivingAt(this.queries, read);
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}Requisitions – ${name}`,
      template: 'requisitions/requisitions.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Meetings', href: `/bodies/${bodyId}/meetings` }, { text: 'Requisitions' }),
      problems: [...problems, ...then.problems],
      data: {
        ...{ body, then, at, mayRecord, rule: known.rule },
        requisitions: found.rows.map((one) => ({
          ...one,
          names: one.askedBy.map((person) => person.name).join(', '),
          tag: REQUISITION_TAGS[one.standing],
          href: `${addressOfRequisition(one.requisitionId)}${then.query && `?${then.query}`}`,
        })),
        later: found.next && `${at}?after=${encodeURIComponent(found.next)}`,
        form: form && shownForm(form, known, { action: at, cancel: at, typed }),
        key: this.forms.key(),
        revision: '*',
      },
    });
  }
}
