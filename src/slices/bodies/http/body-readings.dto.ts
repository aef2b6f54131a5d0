import { ApiProperty } from '@nestjs/swagger';
import { text, textOrNull, date, dateOrNull, count, countOrNull, flag, lines, list } from '../../../http/openapi/shapes.js';
import { ChoiceField, DateField, SlugField } from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { type BodyKind } from '../body.events.js';
import { LIFE_STATUSES, type LifeStatus } from '../life.js';
import { BODY_ORDERS, type BodyOrder } from '../views/body-register/body-register.query.js';
import { BODY_KINDS } from '../body.payloads.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type Coverage } from '../views/membership/membership-coverage.js';
import { type LocalitySurvey } from '../views/locality-survey/survey.js';
import { type BodyTree } from '../views/tree/tree.js';

const FORMATS = ['json', 'text'] as const;
const FORMAT = { optional: true, description: 'json where nothing is said' };
const AS_AT = {
  optional: true,
  description: 'The day it is read for; today, where the body sits, if none is given',
  example: '2017-11-12',
};

export class BodiesQuery extends PageQuery {
  @ChoiceField(BODY_KINDS, { optional: true, description: 'Only bodies of this kind' })
  kind?: BodyKind;
  @ChoiceField(BODY_ORDERS, { optional: true, description: 'Order; a minus turns it round' })
  sort?: BodyOrder;
  @DateField(AS_AT)
  'as-at'?: string;
  @ChoiceField(LIFE_STATUSES, { optional: true, description: 'Only bodies that stood so on that day' })
  state?: LifeStatus;
}

export class AsAtQuery {
  @DateField(AS_AT)
  'as-at'?: string;
  @ChoiceField(FORMATS, FORMAT)
  format?: (typeof FORMATS)[number];
}

export class TreeQuery extends AsAtQuery {
  @SlugField({ optional: true, description: 'From this body down; from the top where nothing is said' })
  root?: string;
}

export class TreeNodeDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty(text) readonly kind!: string;
  @ApiProperty({ type: String, enum: LIFE_STATUSES }) readonly state!: string;
  @ApiProperty(dateOrNull) readonly since!: string | null;
  @ApiProperty({ ...lines, description: 'What it may decide by itself' }) readonly delegated!: readonly string[];
  @ApiProperty(list(() => TreeNodeDto)) readonly children!: readonly TreeNodeDto[];
}

@AnswerOf<BodyTree>()
export class BodyTreeDto {
  @ApiProperty(date) readonly asAt!: string;
  @ApiProperty(list(() => TreeNodeDto)) readonly roots!: readonly TreeNodeDto[];
}

export class SeatCoveredDto {
  @ApiProperty(text) readonly seatId!: string;
  @ApiProperty(text) readonly label!: string;
  @ApiProperty(textOrNull) readonly organisation!: string | null;
  @ApiProperty(textOrNull) readonly sector!: string | null;
  @ApiProperty(flag) readonly voting!: boolean;
  @ApiProperty(textOrNull) readonly holder!: string | null;
  @ApiProperty(dateOrNull) readonly heldFrom!: string | null;
  @ApiProperty(dateOrNull) readonly termEnds!: string | null;
  @ApiProperty({ ...dateOrNull, description: 'First day without a holder' }) readonly vacantSince!: string | null;
  @ApiProperty({ ...countOrNull, description: 'Days without a holder, that day and this included' }) readonly vacantDays!: number | null;
  @ApiProperty({ ...flag, description: 'In a joint board: vacant for over six months (SSI 2014/285 art 13)' })
  readonly tellMinisters!: boolean;
}

export class CoveredDto {
  @ApiProperty(text) readonly name!: string;
  @ApiProperty(count) readonly seats!: number;
  @ApiProperty(count) readonly filled!: number;
}

@AnswerOf<Coverage>()
export class CoverageDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty(date) readonly asAt!: string;
  @ApiProperty(list(() => SeatCoveredDto)) readonly seats!: readonly SeatCoveredDto[];
  @ApiProperty(count) readonly filled!: number;
  @ApiProperty(count) readonly vacant!: number;
  @ApiProperty(list(() => CoveredDto)) readonly organisations!: readonly CoveredDto[];
  @ApiProperty(list(() => CoveredDto)) readonly sectors!: readonly CoveredDto[];
  @ApiProperty(lines) readonly flags!: readonly string[];
}

export class EvidenceDto {
  @ApiProperty(text) readonly record!: string;
  @ApiProperty(text) readonly event!: string;
  @ApiProperty(count) readonly revision!: number;
  @ApiProperty({ type: String, format: 'date-time' }) readonly happenedAt!: string;
}

export class SurveyAnswerDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 17 }) readonly number!: number;
  @ApiProperty(text) readonly question!: string;
  @ApiProperty({ ...flag, description: 'False where the record does not say' }) readonly says!: boolean;
  @ApiProperty(text) readonly answer!: string;
  @ApiProperty(list(() => EvidenceDto)) readonly evidence!: readonly EvidenceDto[];
}

@AnswerOf<LocalitySurvey>()
export class LocalitySurveyDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty(date) readonly asAt!: string;
  @ApiProperty(text) readonly source!: string;
  @ApiProperty(list(() => SurveyAnswerDto)) readonly answers!: readonly SurveyAnswerDto[];
  @ApiProperty(lines) readonly notes!: readonly string[];
}
