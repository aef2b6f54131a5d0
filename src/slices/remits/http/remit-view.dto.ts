import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField } from '../../../http/fields.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { PageQuery } from '../../../http/page.js';
import { REMIT_STANDINGS } from '../remit.state.js';
import { REMIT_HOWS } from '../remit.payloads.js';
import { type RemitStory, type RemitsWay } from '../views/remit-register/remit-register.query.js';
import { type RemitView } from '../views/remit-register/remit-view.js';

const AS_AT = { optional: true, description: 'The day it is read for; today where nothing is said', example: '2016-06-09' };

export class RemitsQuery extends PageQuery {
  @ChoiceField(['made', 'received'], {
    optional: true,
    description: 'Those the body made, or those that came to it; made, where nothing is said',
  })
  way?: RemitsWay;
  @DateField(AS_AT)
  'as-at'?: string;
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

export class RemitQuery {
  @DateField(AS_AT)
  'as-at'?: string;
}

const OF_STEP = { type: Object, nullable: true } as const;

@AnswerOf<RemitView>()
export class RemitShownDto {
  @ApiProperty({ type: String, example: 'cpp-strategic-board/adaptations' }) readonly remitId!: string;
  @ApiProperty({ type: String }) readonly bodyId!: string;
  @ApiProperty({ type: String, example: 'remit:cpp-strategic-board/adaptations' }) readonly ref!: string;
  @ApiProperty({ enum: REMIT_HOWS }) readonly how!: string;
  @ApiProperty({ type: Object, description: 'The body it goes to; its id is null where it is not in the record' }) readonly to!: object;
  @ApiProperty({ type: String }) readonly title!: string;
  @ApiProperty({ type: String, description: 'What is asked of the other body' }) readonly words!: string;
  @ApiProperty({ type: Object, description: 'The item or the decision it comes from' }) readonly source!: object;
  @ApiProperty({ type: String, isArray: true, description: 'The members who ask for a referral' }) readonly askedBy!: string[];
  @ApiProperty({ type: String, nullable: true, description: 'The standing order for it' }) readonly rule!: string | null;
  @ApiProperty({ type: String, format: 'date' }) readonly madeOn!: string;
  @ApiProperty({ enum: REMIT_STANDINGS }) readonly standing!: string;
  @ApiProperty({ type: String, description: 'Where it stands, as a sentence' }) readonly standingWords!: string;
  @ApiProperty({ ...OF_STEP, description: 'The ruling on a referral' }) readonly ruling!: object | null;
  @ApiProperty({ ...OF_STEP, description: 'The agenda of the other body it stood on last' }) readonly placed!: object | null;
  @ApiProperty(OF_STEP) readonly accepted!: object | null;
  @ApiProperty({ ...OF_STEP, description: 'What the other body made of it' }) readonly answer!: object | null;
  @ApiProperty(OF_STEP) readonly noted!: object | null;
  @ApiProperty(OF_STEP) readonly withdrawn!: object | null;
  @ApiProperty({ type: Boolean }) readonly exempt!: boolean;
}

@AnswerOf<RemitStory>()
export class RemitStoryDto extends RemitShownDto {
  @ApiProperty({ type: Object, isArray: true, description: 'Everything recorded of it, in the order it was recorded' })
  readonly story!: object[];
}
