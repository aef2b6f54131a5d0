import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { idIn } from '../../http/command-routes.js';
import { Anyone, Needs } from '../../http/needs.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { allows, exemptFor } from '../../kernel/principal.js';
import { type Right } from '../../kernel/rights.js';
import { bodyFound, ShowBody } from '../../slices/bodies/bodies.queries.js';
import { type BodyView, type MinuteStyle, READY, STYLE_SETS } from '../../slices/bodies/bodies.words.js';
import { sampleMinute } from '../../slices/meetings/meetings.words.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { fieldsOf, formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { Pages } from '../frame/pages.js';
import { standingForms } from '../frame/steps/standing-forms.js';
import { type Shown } from '../frame/steps/step.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { CHOOSE_STYLE, SET_NAMES, styleTyped } from './style-steps.js';

/** How the minutes of a body look and read: a short meeting that nobody held is shown in the style while it is chosen. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId/style')
export class StylePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@AskedPage() asked: PageAsked): Promise<string> {
    const { query } = asked;
    const body = await this.body(asked);
    const begun = STYLE_SETS.find((one) => one === query.set);
    return this.page(asked, body, begun === undefined ? body.minuteStyle : READY[begun], {
      done: query.done === 'choose' ? CHOOSE_STYLE.done : undefined,
    });
  }

  /** Shows the style that is typed, and records nothing. */
  @Post('preview')
  @Needs('bodies.govern')
  async preview(@AskedPage() asked: PageAsked): Promise<string> {
    const typed = { lead: '', ...fieldsOf(formIn(asked.request)) };
    return this.page(asked, await this.body(asked), styleTyped(typed), { typed });
  }

  @Post('choose')
  @Needs('bodies.govern')
  async choose(@AskedPage() asked: PageAsked): Promise<string> {
    const body = await this.body(asked);
    const style = styleTyped(fieldsOf(formIn(asked.request)));
    return this.forms.take(asked, {
      name: 'choose',
      step: CHOOSE_STYLE,
      known: { style, today: this.today(body) },
      target: body.bodyId,
      standing: true,
      at: `/bodies/${body.bodyId}/style`,
      again: (shown) => this.page(asked, body, style, shown),
    });
  }

  private today = ({ timeZone }: BodyView): string => dateInZone(this.clock.now(), timeZone);

  private async body({ params, request }: PageAsked): Promise<BodyView> {
    const bodyId = idIn(params, 'bodyId');
    return bodyFound(await this.queries.execute(new ShowBody(bodyId, undefined, undefined, exemptFor(request.principal!))), { bodyId });
  }

  private page(
    { request, reply }: PageAsked,
    body: BodyView,
    style: MinuteStyle,
    { problems = [], typed, done }: Shown,
  ): string | Promise<string> {
    const at = `/bodies/${body.bodyId}/style`;
    const known = { style, today: this.today(body) };
    const may = (right: Right): boolean => allows(request.principal!, right, body.bodyId);
    const forms = standingForms({ choose: CHOOSE_STYLE }, known, known, { at, may, typed });
    return this.pages.render(request, reply, {
      title: `Style of the minutes – ${body.name}`,
      template: 'bodies/style.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Style of the minutes' }),
      problems,
      ...(done && { done }),
      data: {
        body,
        form: forms.choose,
        sets: STYLE_SETS.map((set) => ({ text: SET_NAMES[set], href: `${at}?set=${set}#preview` })),
        sample: sampleMinute(body.name, style),
        preview: `${at}/preview#preview`,
        key: this.forms.key(),
      },
    });
  }
}
