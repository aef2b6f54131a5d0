import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '../../../http/needs.js';
import { allows, exemptFor } from '../../../kernel/principal.js';
import { idIn } from '../../../http/command-routes.js';
import { breadcrumbsOf } from '../../frame/breadcrumbs.js';
import { Pages } from '../../frame/pages.js';
import { TodayIn } from '../../../slices/calendars/calendars.queries.js';
import { bodyFound, ShowBody, ListBodies, LocalitySurveyOf, CoverageOf, WaitsFor } from '../../../slices/bodies/bodies.queries.js';
import { QuorateMeetingsOf } from '../../../slices/meetings/meetings.queries.js';
import { dayAsked } from './day-asked.js';
import { budgetsOf, conditionsOf, dueIn, lifeStory, localitiesOf, sentence, tagOf } from './life-words.js';
import { AskedPage, type PageAsked } from '../../frame/page-asked.js';

const MOST_BODIES = 10_000;

/** The standing of a body now and earlier: its life, its conditions of readiness, its coverage, and which of its meetings had a quorum. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId/standing')
export class StandingPage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async standing(@AskedPage() { params, query: { 'as-at': asked = '' }, request, reply }: PageAsked): Promise<string> {
    const bodyId = idIn(params, 'bodyId');
    const today = await this.queries.execute(new TodayIn(bodyId));
    const { asAt, problems } = dayAsked(asked, today);
    const exemptIn = exemptFor(request.principal!);
    const body = bodyFound(await this.queries.execute(new ShowBody(bodyId, asAt, undefined, exemptIn)), { bodyId });
    const drafts = allows(request.principal!, 'meetings.read-drafts', bodyId);
    const { rows } = await this.queries.execute(new ListBodies({ limit: MOST_BODIES, exemptIn }));
    const names = new Map(rows.map((row) => [row.bodyId, row.name]));
    const named = (id: string): object => ({ href: `/bodies/${id}/standing`, text: names.get(id) ?? id });
    const localities = localitiesOf(body);
    const { pathfinder, remits, dormancyRules, reviewPlanned } = body.overTime;
    return this.pages.render(request, reply, {
      title: `How it stands – ${body.name}`,
      template: 'bodies/over-time/standing.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'How it stands' }),
      problems,
      data: {
        ...{ body, today, asAt, drafts, localities, reviewPlanned: reviewPlanned && dueIn(reviewPlanned) },
        asAtTyped: asked,
        tag: tagOf(body.life.state),
        explained: sentence(body.life.explanation),
        rule: dormancyRules.findLast(({ from }) => from <= asAt) ?? null,
        parent: body.parent && named(body.parent.parentId),
        story: lifeStory(body),
        conditions: conditionsOf(body),
        gated: pathfinder && pathfinder.on <= asAt ? pathfinder.gated.map(named) : [],
        reviewAt: pathfinder && pathfinder.on <= asAt ? dueIn(pathfinder.reviewAt) : null,
        waits: (await this.queries.execute(new WaitsFor(bodyId, asAt, exemptIn))).map((one) => ({ ...one, reviewAt: dueIn(one.reviewAt) })),
        budgets: budgetsOf(body),
        remits: remits.filter(({ from }) => from <= asAt),
        coverage: await this.queries.execute(new CoverageOf(bodyId, asAt)),
        quorate: await this.queries.execute(new QuorateMeetingsOf(bodyId, { until: asAt, drafts })),
        survey: localities.length > 0 ? await this.queries.execute(new LocalitySurveyOf(bodyId, asAt, exemptIn)) : null,
      },
    });
  }
}
