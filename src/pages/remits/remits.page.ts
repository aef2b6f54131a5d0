import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, SignedIn } from '../../http/needs.js';
import { RequestRefused } from '../../http/request-refused.js';
import { slugOf } from '../../kernel/ids.js';
import { allows, exemptFor } from '../../kernel/principal.js';
import { BodyHead } from '../../slices/bodies/bodies.queries.js';
import { ListRemits, RemitRevision } from '../../slices/remits/remits.queries.js';
import { refuseRemit, type RemitView } from '../../slices/remits/remits.words.js';
import { addressOfRemit } from '../frame/addresses.js';
import { bodyPageOf } from '../frame/body-page.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { Pages } from '../frame/pages.js';
import { type Shown, shownForm } from '../frame/steps/step.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { RemitChoices } from './remit-choices.js';
import { MAKE } from './remit-steps.js';
import { shownRemit } from './remit-words.js';

const ON_A_PAGE = 50;
const LONGEST_ID = 50;

/** What a body remitted to others, and what came to it. Public, except what was remitted in private. */
@ApiExcludeController()
@Controller('bodies/:bodyId/remits')
export class RemitsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly choices: RemitChoices,
  ) {}

  @Get()
  @Anyone()
  list(@AskedPage() asked: PageAsked): Promise<string> {
    const { do: step, after, came } = asked.query;
    return this.page(asked, { step, after, came });
  }

  @Post()
  @SignedIn()
  async make(@AskedPage() asked: PageAsked): Promise<string> {
    const { body } = await this.read(asked);
    const known = await this.choices.making(body.bodyId);
    const form = formIn(asked.request);
    const chosen = known.sources.find(({ value }) => value === form.get('_remitted'));
    const called = slugOf(form.get('title') || (chosen?.text.replace(/^[^:]*: /, '') ?? ''), LONGEST_ID) || 'remit';
    const remitId = await this.free(`${body.bodyId}/${called}`);
    return this.forms.take(asked, {
      name: 'make',
      step: MAKE,
      known,
      target: remitId,
      at: addressOfRemit(remitId),
      again: (shown) => this.page(asked, shown),
    });
  }

  /** The id, with a number behind it where the body has a remit of that id already. */
  private async free(remitId: string): Promise<string> {
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? remitId : `${remitId}-${count}`;
      if ((await this.queries.execute(new RemitRevision(id))) === null) return id;
    }
  }

  private read({ request }: PageAsked) {
    return bodyPageOf(this.queries, request, (bodyId) => refuseRemit('remit-list.not-found', { detail: { bodyId } }));
  }

  private async page(
    asked: PageAsked,
    { step, after, came, problems = [], typed }: Shown & { readonly after?: string | undefined; readonly came?: string | undefined },
  ): Promise<string> {
    const { request, reply } = asked;
    const { body, then, day } = await this.read(asked);
    const { bodyId, name } = body;
    const at = `/bodies/${bodyId}/remits`;
    const exemptIn = exemptFor(request.principal!);
    const paged = (cursor?: string) => ({ limit: ON_A_PAGE, ...(cursor && { cursor }) });
    const made = await this.queries.execute(new ListRemits(bodyId, 'made', day, exemptIn, paged(after)));
    const received = await this.queries.execute(new ListRemits(bodyId, 'received', day, exemptIn, paged(came)));
    const mayRecord = allows(request.principal!, 'decisions.record', bodyId) && !then.past;
    const form = step === 'make' && mayRecord ? MAKE : undefined;
    const from = new Map<string, string>();
    for (const one of received?.rows ?? [])
      if (!from.has(one.bodyId)) from.set(one.bodyId, (await this.queries.execute(new BodyHead(one.bodyId)))?.name ?? one.bodyId);
    const row = (remit: RemitView) => ({
      ...shownRemit(remit),
      from: from.get(remit.bodyId),
      href: `${addressOfRemit(remit.remitId)}${then.query && `?${then.query}`}`,
    });
    if (!made || !received) throw new RequestRefused(refuseRemit('remit-list.not-found', { detail: { bodyId } }));
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}Remits – ${name}`,
      template: 'remits/remits.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Remits' }),
      problems: [...problems, ...then.problems],
      data: {
        ...{ body, then, at, mayRecord },
        made: made.rows.map(row),
        received: received.rows.map(row),
        later: made.next && `${at}?after=${encodeURIComponent(made.next)}`,
        laterReceived: received.next && `${at}?came=${encodeURIComponent(received.next)}`,
        form: form && shownForm(form, await this.choices.making(bodyId), { action: at, cancel: at, typed }),
        key: this.forms.key(),
        revision: '*',
      },
    });
  }
}
