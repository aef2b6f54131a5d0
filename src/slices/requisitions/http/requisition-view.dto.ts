import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField } from '../../../http/fields.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { PageQuery } from '../../../http/page.js';
import { REQUISITION_STANDINGS } from '../requisition.state.js';
import { type RequisitionStory } from '../views/requisition-register/requisition-register.query.js';
import { type RequisitionView } from '../views/requisition-register/requisition-view.js';

const AS_AT = { optional: true, description: 'The day it is read for; today where nothing is said', example: '2016-06-09' };

export class RequisitionsQuery extends PageQuery {
  @DateField(AS_AT)
  'as-at'?: string;
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

export class RequisitionQuery {
  @DateField(AS_AT)
  'as-at'?: string;
}

@AnswerOf<RequisitionView>()
export class RequisitionShownDto {
  @ApiProperty({ type: String, example: 'council/bridge' }) readonly requisitionId!: string;
  @ApiProperty({ type: String }) readonly bodyId!: string;
  @ApiProperty({ type: String, example: 'requisition:council/bridge' }) readonly ref!: string;
  @ApiProperty({ type: String, format: 'date' }) readonly receivedOn!: string;
  @ApiProperty({ type: Object, isArray: true, description: 'Who signed it' }) readonly askedBy!: object[];
  @ApiProperty({ type: String }) readonly business!: string;
  @ApiProperty({ type: Object, description: 'The rule by which it is judged' }) readonly rule!: object;
  @ApiProperty({ type: Object, description: 'How many members ask, of how many, and how many have to' }) readonly sum!: object;
  @ApiProperty({ type: Object, nullable: true, description: 'Until when; null while too few ask' }) readonly due!: object | null;
  @ApiProperty({ enum: REQUISITION_STANDINGS }) readonly standing!: string;
  @ApiProperty({ type: String }) readonly standingWords!: string;
  @ApiProperty({ type: 'integer', minimum: 0 }) readonly daysLate!: number;
  @ApiProperty({ type: Object, nullable: true, description: 'The meeting called on it, and whether that meets the rule' })
  readonly answer!: object | null;
  @ApiProperty({ type: Object, nullable: true }) readonly ended!: object | null;
}

@AnswerOf<RequisitionStory>()
export class RequisitionStoryDto extends RequisitionShownDto {
  @ApiProperty({ type: Object, isArray: true, description: 'Everything recorded of it, in the order it was recorded' })
  readonly story!: object[];
}
