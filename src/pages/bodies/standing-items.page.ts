import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { idIn } from '../../http/command-routes.js';
import { Anyone, Needs } from '../../http/needs.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { allows, exemptFor } from '../../kernel/principal.js';
import { bodyFound, ShowBody } from '../../slices/bodies/bodies.queries.js';
import { type BodyView } from '../../slices/bodies/bodies.words.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { fieldsOf, formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { Pages } from '../frame/pages.js';
import { type Shown, shownForm } from '../frame/steps/step.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { CHOOSE_ITEMS } from './standing-items-steps.js';

/** What stands on every agenda of a body, and the form for choosing it. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId/standing-items')
export class StandingItemsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@AskedPage() asked: PageAsked): Promise<string> {
    const { do: step, done } = asked.query;
    return this.page(asked, await this.body(asked), { step, done: done === 'choose' ? CHOOSE_ITEMS.done : undefined });
  }

  @Post('choose')
  @Needs('bodies.govern')
  async choose(@AskedPage() asked: PageAsked): Promise<string> {
    const body = await this.body(asked);
    const form = formIn(asked.request);
    const typed = fieldsOf(form);
    if (form.has('_more')) return this.page(asked, body, { step: 'choose', typed });
    return this.forms.take(asked, {
      name: 'choose',
      step: CHOOSE_ITEMS,
      known: { items: body.standingItems, today: this.today(body), typed },
      target: body.bodyId,
      at: `/bodies/${body.bodyId}/standing-items`,
      again: (shown) => this.page(asked, body, shown),
    });
  }

  private today = ({ timeZone }: BodyView): string => dateInZone(this.clock.now(), timeZone);

  private async body({ params, request }: PageAsked): Promise<BodyView> {
    const bodyId = idIn(params, 'bodyId');
    return bodyFound(await this.queries.execute(new ShowBody(bodyId, undefined, undefined, exemptFor(request.principal!))), { bodyId });
  }

  private page({ request, reply }: PageAsked, body: BodyView, { step, problems = [], typed, done }: Shown): string | Promise<string> {
    const at = `/bodies/${body.bodyId}/standing-items`;
    const known = { items: body.standingItems, today: this.today(body), typed: typed ?? {} };
    const mayRecord = allows(request.principal!, 'bodies.govern', body.bodyId);
    const form = step === 'choose' && mayRecord ? CHOOSE_ITEMS : undefined;
    return this.pages.render(request, reply, {
      title: `${form ? 'Choose ' : ''}Standing items – ${body.name}`,
      template: 'bodies/standing-items.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Standing items' }),
      problems,
      ...(done && { done }),
      data: {
        ...{ body, at, mayRecord, items: body.standingItems },
        form: form && shownForm(form, known, { action: `${at}/choose`, cancel: at, typed }),
        key: this.forms.key(),
        revision: body.revision,
      },
    });
  }
}
