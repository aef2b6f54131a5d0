import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, LineField, SlugField } from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { GAPS, LOG_STATUSES, type LogStatus } from '../direction-flags.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type DirectionStory, type DirectionView } from '../views/direction-register/direction-view.js';
import { type DirectionGaps } from '../views/log/direction-log.query.js';
import { type DirectionLog } from '../views/log/log-text.js';
import { type Named, type Performance } from '../views/performance/performance.js';

const AS_AT = { optional: true, description: 'The day it is read for; today where nothing is said', example: '2023-09-20' };

export class DirectionAsAtQuery {
  @DateField(AS_AT)
  'as-at'?: string;
}

export class DirectionLogQuery extends DirectionAsAtQuery {
  @ChoiceField(LOG_STATUSES, { optional: true, description: 'live where nothing is said' })
  state?: LogStatus;
  @ChoiceField(['json', 'text', 'csv'], { optional: true })
  format?: 'json' | 'text' | 'csv';
}

export class DirectionReferenceQuery extends DirectionAsAtQuery {
  @SlugField({ optional: true, description: 'The body, where several use the same reference' })
  body?: string;
  @ChoiceField(['json', 'text', 'html'], { optional: true, description: 'text and html are the printed form' })
  format?: 'json' | 'text' | 'html';
}

export class DirectionRecipientQuery extends PageQuery {
  @LineField({ max: 200, description: 'The recipient’s id, or its name', example: 'nhs-borders' })
  recipient!: string;
  @DateField(AS_AT)
  'as-at'?: string;
}

export class DirectionPeriodQuery {
  @DateField({ description: 'First day of the period', example: '2023-04-01' })
  from!: string;
  @DateField({ description: 'Last day of the period', example: '2023-09-30' })
  until!: string;
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

@AnswerOf<DirectionView['notAcknowledged'][number]>()
export class UnacknowledgedDto {
  @ApiProperty({ type: String })
  recipient!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, format: 'date' })
  issuedOn!: string;
  @ApiProperty({ type: 'integer', description: 'Days since it was issued' })
  days!: number;
  @ApiProperty({ type: Boolean, description: 'A day the body asked for has passed' })
  late!: boolean;
}

@AnswerOf<DirectionView>()
export class DirectionViewDto {
  @ApiProperty({ type: String, example: 'sb-ijb/2023-eildon' })
  directionId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  direction!: string;
  @ApiProperty({ type: String, nullable: true, example: 'SBIJB-170523-2' })
  reference!: string | null;
  @ApiProperty({
    enum: ['drafted', 'approved', 'issued', 'in-force', 'completed', 'revised', 'superseded', 'revoked', 'withdrawn'],
  })
  state!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: Object, description: 'What it says, box by box' })
  terms!: object;
  @ApiProperty({ type: String, format: 'date' })
  draftedOn!: string;
  @ApiProperty({ type: Object, nullable: true, description: 'The day, the reference, the decision and the quorum it was taken with' })
  approval!: object | null;
  @ApiProperty({
    type: Object,
    isArray: true,
    description:
      'To whom it was issued, when, by whom, and when it was acknowledged; `dateMoved`: asked for by another day now than it said',
  })
  issues!: object[];
  @ApiProperty({ type: Object, isArray: true })
  reports!: object[];
  @ApiProperty({ type: Object, isArray: true })
  reviews!: object[];
  @ApiProperty({ type: Object, nullable: true, description: 'The review it awaits' })
  review!: object | null;
  @ApiProperty({ type: Object, description: 'Days that were said when it was approved, or reviewed, and have moved since' })
  datesMoved!: object;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  timeframeMetOn!: string | null;
  @ApiProperty({ type: Object, nullable: true, description: 'How and when it came to stand no longer' })
  end!: object | null;
  @ApiProperty({ enum: Object.keys(GAPS), isArray: true, description: 'What it leaves open' })
  gaps!: string[];
  @ApiProperty({ type: Boolean })
  live!: boolean;
  @ApiProperty({ type: Boolean })
  reviewOverdue!: boolean;
  @ApiProperty({ type: Boolean })
  timeframePassed!: boolean;
  @ApiProperty({ type: UnacknowledgedDto, isArray: true })
  notAcknowledged!: UnacknowledgedDto[];
  @ApiProperty({ type: Boolean })
  exempt!: boolean;
}

@AnswerOf<DirectionStory>()
export class DirectionStoryDto extends DirectionViewDto {
  @ApiProperty({ type: Object, nullable: true, description: 'The direction approved to replace it, or that did' })
  replacedBy!: object | null;
  @ApiProperty({ type: Object, isArray: true, description: 'Every step with its data, both times and who recorded it' })
  story!: object[];
  @ApiProperty({ type: Object, isArray: true, description: 'What it said at first and after each change' })
  texts!: object[];
}

@AnswerOf<DirectionLog>()
export class DirectionLogDto {
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  bodyName!: string;
  @ApiProperty({ type: String, format: 'date' })
  asAt!: string;
  @ApiProperty({ enum: LOG_STATUSES })
  state!: string;
  @ApiProperty({ type: DirectionViewDto, isArray: true })
  items!: DirectionViewDto[];
}

@AnswerOf<DirectionGaps['items'][number]['gaps'][number]>()
export class DirectionGapDto {
  @ApiProperty({ enum: Object.keys(GAPS) })
  gap!: string;
  @ApiProperty({ type: String })
  meaning!: string;
}

@AnswerOf<DirectionGaps['items'][number]>()
export class DirectionWithGapsDto {
  @ApiProperty({ type: String })
  direction!: string;
  @ApiProperty({ type: String, nullable: true })
  reference!: string | null;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: DirectionGapDto, isArray: true })
  gaps!: DirectionGapDto[];
}

@AnswerOf<DirectionGaps>()
export class DirectionGapsDto {
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String, format: 'date' })
  asAt!: string;
  @ApiProperty({ type: DirectionWithGapsDto, isArray: true })
  items!: DirectionWithGapsDto[];
}

@AnswerOf<Named>()
export class DirectionNamedShownDto {
  @ApiProperty({ type: String })
  direction!: string;
  @ApiProperty({ type: String })
  reference!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, format: 'date' })
  on!: string;
}

const NAMED = { type: DirectionNamedShownDto, isArray: true } as const;

@AnswerOf<Performance>()
export class DirectionPerformanceDto {
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  bodyName!: string;
  @ApiProperty({ type: String, format: 'date' })
  from!: string;
  @ApiProperty({ type: String, format: 'date' })
  until!: string;
  @ApiProperty(NAMED)
  approved!: DirectionNamedShownDto[];
  @ApiProperty({ ...NAMED, description: 'With `to`: the recipients it was issued to that day' })
  issued!: DirectionNamedShownDto[];
  @ApiProperty(NAMED)
  revised!: DirectionNamedShownDto[];
  @ApiProperty(NAMED)
  superseded!: DirectionNamedShownDto[];
  @ApiProperty(NAMED)
  revoked!: DirectionNamedShownDto[];
  @ApiProperty(NAMED)
  completed!: DirectionNamedShownDto[];
  @ApiProperty({ ...NAMED, description: 'At the end of the last day' })
  live!: DirectionNamedShownDto[];
  @ApiProperty({ ...NAMED, description: 'With `recipient`, `words` and `measures`' })
  reports!: DirectionNamedShownDto[];
  @ApiProperty({ ...NAMED, description: 'With `words`' })
  reviews!: DirectionNamedShownDto[];
}
