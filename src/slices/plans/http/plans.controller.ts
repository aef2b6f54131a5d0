import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../http/needs.js';
import { exemptFor, type Principal } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { daysBetween } from '../../../kernel/dates.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { refusePlan } from '../plan.refusals.js';
import { ListPlans, PlanAsAt, PlanItemAsAt, type PlanItemStory } from '../views/plan/plan.query.js';
import { planCsv } from '../views/plan/plan-csv.js';
import { plansText, planText } from '../views/plan/plan-text.js';
import { type PlanSummary, type PlanView } from '../views/plan/plan-view.js';
import { PlanProgressIn } from '../views/progress/progress.query.js';
import { type PlanProgress } from '../views/progress/progress.js';
import { progressText } from '../views/progress/progress-text.js';
import { type SelfEvaluation, SelfEvaluationAsAt } from '../views/self-evaluation/self-evaluation.query.js';
import { selfEvaluationText } from '../views/self-evaluation/self-evaluation-text.js';
import {
  PlanItemQuery,
  PlanItemStoryDto,
  PlanListQuery,
  PlanProgressDto,
  PlanProgressQuery,
  PlanQuery,
  PlanShownDto,
  PlanSummaryDto,
  SelfEvaluationDto,
  SelfEvaluationQuery,
} from './plans-shown.dto.js';

/** Days of the longest period a progress report covers: ten years. */
const LONGEST_PERIOD = 3_653;

type Params = Readonly<Record<string, string>>;

/** A body's plans are public, except those adopted in private, which need the right to exempt items. */
@ApiTags('plans')
@Anyone()
@Controller(`${API}/bodies/:bodyId/plans`)
export class PlansController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ListPlans', summary: 'The plans a body has adopted, with how many items stand how on a day.' })
  @ApiOkResponse({ type: PageOf(PlanSummaryDto) })
  @ApiProduces('application/json', 'text/plain')
  async list(
    @Param() params: Params,
    @Query() query: PlanListQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<PlanSummary> | string> {
    const bodyId = idIn(params, 'bodyId');
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const found = await this.queries.execute(new ListPlans(bodyId, asAt, exemptFor(principal), page(query)));
    if (!found) throw new RequestRefused(refusePlan('plan-list.not-found', { detail: { bodyId } }));
    return answerAs(reply, query.format, pageAnswer(found), { text: ({ items }) => plansText(items, asAt) });
  }

  @Get(':plan')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'plan', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadPlan', summary: 'A plan on a day, as its source prints it: a table, or items with their timescales.' })
  @ApiOkResponse({ type: PlanShownDto })
  @ApiNotFoundResponse({ description: '`plan.not-found`' })
  @ApiProduces('application/json', 'text/plain', 'text/csv')
  async one(
    @Param() params: Params,
    @Query() query: PlanQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanView | string> {
    const { planId, asAt } = await this.asked(params, query);
    const plan = found(await this.queries.execute(new PlanAsAt(planId, asAt, exemptFor(principal))), planId);
    return answerAs(reply, query.format, plan, { text: planText, csv: planCsv });
  }

  @Get(':plan/items/:item')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'plan', schema: { type: 'string' } })
  @ApiParam({ name: 'item', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadPlanItem', summary: 'One item of a plan on a day, with its earlier wordings and its whole story.' })
  @ApiOkResponse({ type: PlanItemStoryDto })
  @ApiNotFoundResponse({ description: '`plan-item.not-found`' })
  async item(@Param() params: Params, @Query() query: PlanItemQuery, @Caller() principal: Principal): Promise<PlanItemStory> {
    const { planId, asAt } = await this.asked(params, query);
    const item = idIn(params, 'item');
    const story = await this.queries.execute(new PlanItemAsAt(planId, item, asAt, exemptFor(principal)));
    if (!story) throw new RequestRefused(refusePlan('plan-item.not-found', { detail: { planId, item } }));
    return story;
  }

  @Get(':plan/progress')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'plan', schema: { type: 'string' } })
  @ApiOperation({
    operationId: 'ReadPlanProgress',
    summary: 'What happened to a plan in a period: achieved, reported, evaluated, changed, fallen overdue.',
  })
  @ApiOkResponse({ type: PlanProgressDto })
  @ApiNotFoundResponse({ description: '`plan.not-found`' })
  @ApiProduces('application/json', 'text/plain')
  async progress(
    @Param() params: Params,
    @Query() { from, until, format }: PlanProgressQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanProgress | string> {
    const planId = planIn(params);
    const days = daysBetween(from, until);
    if (days < 0 || days > LONGEST_PERIOD) throw new RequestRefused(refusePlan('plan.period-reversed', { field: 'until' }));
    const progress = found(await this.queries.execute(new PlanProgressIn(planId, from, until, exemptFor(principal))), planId);
    return answerAs(reply, format, progress, { text: progressText });
  }

  @Get(':plan/self-evaluation')
  @ApiParam({ name: 'bodyId', schema: { type: 'string' } })
  @ApiParam({ name: 'plan', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadSelfEvaluation', summary: 'How a plan was last evaluated on a day, item by item and counted.' })
  @ApiOkResponse({ type: SelfEvaluationDto })
  @ApiNotFoundResponse({ description: '`plan.not-found`' })
  @ApiProduces('application/json', 'text/plain')
  async selfEvaluation(
    @Param() params: Params,
    @Query() query: SelfEvaluationQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SelfEvaluation | string> {
    const { planId, asAt } = await this.asked(params, query);
    const evaluation = found(await this.queries.execute(new SelfEvaluationAsAt(planId, asAt, exemptFor(principal))), planId);
    return answerAs(reply, query.format, evaluation, { text: selfEvaluationText });
  }

  private async asked(params: Params, query: { readonly 'as-at'?: string }): Promise<{ readonly planId: string; readonly asAt: string }> {
    return { planId: planIn(params), asAt: query['as-at'] ?? (await this.queries.execute(new TodayIn(idIn(params, 'bodyId')))) };
  }
}

const planIn = (params: Params): string => `${idIn(params, 'bodyId')}/${idIn(params, 'plan')}`;

function found<T extends object>(answer: T | null, planId: string): T {
  if (!answer) throw new RequestRefused(refusePlan('plan.not-found', { detail: { planId } }));
  return answer;
}
