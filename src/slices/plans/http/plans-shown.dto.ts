import { ApiProperty } from '@nestjs/swagger';
import { DeadlineShownDto } from '../../calendars/due-dates.payloads.js';
import { ChoiceField, DateField } from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { PLAN_KINDS } from '../plan.events.js';
import { PLAN_ITEM_STATUSES } from '../plan-item-status.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type Occurrence } from '../duty.state.js';
import { type DutyView } from '../views/duty-register/duty-view.js';
import { type PlanItemStory } from '../views/plan/plan.query.js';
import { type PlanGroupView, type PlanItemView, type PlanSummary, type PlanView } from '../views/plan/plan-view.js';
import { type PlanProgress } from '../views/progress/progress.js';
import { type SelfEvaluation } from '../views/self-evaluation/self-evaluation.query.js';

const AS_AT = { optional: true, description: 'The day it is read for; today where nothing is said', example: '2016-06-09' };
const TEXTS = ['json', 'text'] as const;
const TABLES = ['json', 'text', 'csv'] as const;
const FORMAT = { optional: true, description: 'json where nothing is said' };

export class PlanListQuery extends PageQuery {
  @DateField(AS_AT)
  'as-at'?: string;
  @ChoiceField(TEXTS, FORMAT)
  format?: (typeof TEXTS)[number];
}

export class PlanQuery {
  @DateField(AS_AT)
  'as-at'?: string;
  @ChoiceField(TABLES, FORMAT)
  format?: (typeof TABLES)[number];
}

export class PlanItemQuery {
  @DateField(AS_AT)
  'as-at'?: string;
}

export class SelfEvaluationQuery extends PlanItemQuery {
  @ChoiceField(TEXTS, FORMAT)
  format?: (typeof TEXTS)[number];
}

export class PlanProgressQuery {
  @DateField({ description: 'First day of the period', example: '2016-01-01' })
  from!: string;
  @DateField({ description: 'Last day of the period', example: '2016-06-09' })
  until!: string;
  @ChoiceField(TEXTS, FORMAT)
  format?: (typeof TEXTS)[number];
}

@AnswerOf<PlanItemView>()
export class PlanItemShownDto {
  @ApiProperty({ type: String })
  planId!: string;
  @ApiProperty({ type: String, example: '1.1.3' })
  itemId!: string;
  @ApiProperty({ type: String, example: 'plan:cpp-strategic-board/third-sector#1.1.3' })
  ref!: string;
  @ApiProperty({ type: String, nullable: true })
  number!: string | null;
  @ApiProperty({ type: String, nullable: true })
  groupId!: string | null;
  @ApiProperty({ type: String })
  text!: string;
  @ApiProperty({ type: String, isArray: true })
  leads!: string[];
  @ApiProperty({ type: String, description: 'The leads as the source words them' })
  lead!: string;
  @ApiProperty({ type: Object, isArray: true, description: 'Risk, cost and resource, in the order of the source' })
  implications!: object[];
  @ApiProperty({ type: DeadlineShownDto })
  due!: DeadlineShownDto;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day of what is due next' })
  dueBy!: string | null;
  @ApiProperty({ type: String, nullable: true })
  measure!: string | null;
  @ApiProperty({ type: String, nullable: true })
  outcome!: string | null;
  @ApiProperty({ type: Object, isArray: true, description: 'What was said of it, with its day' })
  achievements!: object[];
  @ApiProperty({ type: Object, nullable: true, description: 'Its newest self-evaluation' })
  evaluation!: object | null;
  @ApiProperty({ type: Object, isArray: true })
  links!: object[];
  @ApiProperty({ type: Object, isArray: true, description: 'Earlier wordings, each with its day and why it was changed' })
  amendments!: object[];
  @ApiProperty({ type: String, isArray: true, description: 'Occurrences that were met' })
  met!: string[];
  @ApiProperty({ type: Object, nullable: true, description: 'How it was achieved, superseded or dropped' })
  settled!: object | null;
  @ApiProperty({ type: String, format: 'date' })
  addedOn!: string;
  @ApiProperty({ enum: PLAN_ITEM_STATUSES })
  status!: string;
  @ApiProperty({ type: String, example: 'Overdue by 12 days' })
  statusWords!: string;
  @ApiProperty({ type: 'integer', minimum: 0 })
  daysOverdue!: number;
}

@AnswerOf<PlanItemStory>()
export class PlanItemStoryDto extends PlanItemShownDto {
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  planTitle!: string;
  @ApiProperty({ type: String, format: 'date' })
  asAt!: string;
  @ApiProperty({ type: Object, isArray: true, description: 'Every update with its data, both times and who recorded it' })
  story!: object[];
}

@AnswerOf<Omit<PlanSummary, 'items'>>()
export class PlanListedDto {
  @ApiProperty({ type: String, example: 'cpp-strategic-board/third-sector' })
  planId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ enum: PLAN_KINDS })
  kind!: string;
  @ApiProperty({ type: String, format: 'date' })
  adoptedOn!: string;
  @ApiProperty({ type: Object, description: 'The decision that adopted it, or what is cited' })
  adopted!: object;
  @ApiProperty({ type: DeadlineShownDto, nullable: true })
  nextReview!: DeadlineShownDto | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  closedOn!: string | null;
  @ApiProperty({ type: Boolean })
  exempt!: boolean;
  @ApiProperty({ type: Object, description: 'How many items have each status' })
  counts!: object;
}

@AnswerOf<PlanSummary>()
export class PlanSummaryDto extends PlanListedDto {
  @ApiProperty({ type: 'integer' })
  items!: number;
}

@AnswerOf<PlanGroupView>()
export class PlanGroupShownDto {
  @ApiProperty({ type: String, nullable: true })
  groupId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  number!: string | null;
  @ApiProperty({ type: String, nullable: true })
  heading!: string | null;
  @ApiProperty({ type: String, nullable: true })
  leadIn!: string | null;
  @ApiProperty({ type: String, nullable: true })
  within!: string | null;
  @ApiProperty({ type: PlanItemShownDto, isArray: true })
  items!: PlanItemShownDto[];
}

@AnswerOf<PlanView>()
export class PlanShownDto extends PlanListedDto {
  @ApiProperty({ type: String, example: 'plan:cpp-strategic-board/third-sector' })
  ref!: string;
  @ApiProperty({ type: String, format: 'date' })
  asAt!: string;
  @ApiProperty({ type: String, nullable: true })
  source!: string | null;
  @ApiProperty({ type: String, nullable: true })
  report!: string | null;
  @ApiProperty({ type: String, format: 'date', description: 'The day from which "6 months" counts' })
  saidOn!: string;
  @ApiProperty({ type: String, isArray: true })
  scale!: string[];
  @ApiProperty({ type: String, nullable: true })
  introduction!: string | null;
  @ApiProperty({ type: String, nullable: true })
  ending!: string | null;
  @ApiProperty({ type: Object, isArray: true })
  reviews!: object[];
  @ApiProperty({ type: Object, nullable: true })
  closed!: object | null;
  @ApiProperty({ type: PlanGroupShownDto, isArray: true })
  groups!: PlanGroupShownDto[];
}

@AnswerOf<PlanProgress>()
export class PlanProgressDto {
  @ApiProperty({ type: String })
  planId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, format: 'date' })
  from!: string;
  @ApiProperty({ type: String, format: 'date' })
  until!: string;
  @ApiProperty({ type: Object, isArray: true })
  added!: object[];
  @ApiProperty({ type: Object, isArray: true })
  achieved!: object[];
  @ApiProperty({ type: Object, isArray: true })
  reported!: object[];
  @ApiProperty({ type: Object, isArray: true })
  evaluated!: object[];
  @ApiProperty({ type: Object, isArray: true, description: 'Amended, superseded, dropped or reopened' })
  changed!: object[];
  @ApiProperty({ type: Object, isArray: true, description: 'Became overdue in the period; `still` on its last day' })
  fellOverdue!: object[];
  @ApiProperty({ type: Object, isArray: true })
  reviews!: object[];
}

@AnswerOf<SelfEvaluation>()
export class SelfEvaluationDto {
  @ApiProperty({ type: String })
  planId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, format: 'date' })
  asAt!: string;
  @ApiProperty({ type: String, isArray: true })
  scale!: string[];
  @ApiProperty({ type: Object, isArray: true, description: 'How many items have each rating; null for never evaluated' })
  counts!: object[];
  @ApiProperty({ type: Object, isArray: true })
  groups!: object[];
}

export class DutyListQuery extends PlanListQuery {}

@AnswerOf<Occurrence>()
export class OccurrenceDto {
  @ApiProperty({ type: String, format: 'date' })
  due!: string;
  @ApiProperty({ enum: ['fulfilled', 'late', 'missed', 'due'] })
  state!: string;
  @ApiProperty({ type: Object, required: false })
  fulfilment?: object;
}

@AnswerOf<DutyView>()
export class DutyShownDto {
  @ApiProperty({ type: String, example: 'sb-ijb/performance-report' })
  dutyId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String, example: 'duty:sb-ijb/performance-report' })
  ref!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String })
  what!: string;
  @ApiProperty({ type: String })
  source!: string;
  @ApiProperty({ type: String, isArray: true })
  officers!: string[];
  @ApiProperty({ type: String, example: 'every 3 years from 1 April 2019' })
  schedule!: string;
  @ApiProperty({ type: String, format: 'date' })
  recordedOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  endedOn!: string | null;
  @ApiProperty({ type: String, nullable: true })
  endReason!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The occurrence after the last that was fulfilled' })
  next!: string | null;
  @ApiProperty({ enum: ['not-yet-due', 'overdue', 'ended'] })
  status!: string;
  @ApiProperty({ type: 'integer', minimum: 0 })
  daysOverdue!: number;
  @ApiProperty({ type: String, isArray: true, description: 'Days that passed without it' })
  missed!: string[];
  @ApiProperty({ type: OccurrenceDto, isArray: true })
  occurrences!: OccurrenceDto[];
}
