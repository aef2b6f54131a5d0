import { ApiProperty } from '@nestjs/swagger';
import { text, textOrNull, date, instant, flag, list, whole } from '../../../../http/openapi/shapes.js';
import { DecidedRefDto, DecisionOutcomeDto, DecisionPartDto } from '../decision.payloads.js';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { type ShownDecision } from '../views/decision-register/decisions-text.js';

/** The shapes of answers about decisions, for the documentation. */
const refOrNull = { type: () => DecidedRefDto, nullable: true } as const;

class QuorumSumDto {
  @ApiProperty({ ...flag, nullable: true, description: 'null where it cannot be told' }) readonly quorate!: boolean | null;
  @ApiProperty(whole) readonly present!: number;
  @ApiProperty(whole) readonly of!: number;
  @ApiProperty({ ...whole, nullable: true }) readonly needed!: number | null;
  @ApiProperty({ ...text, example: '6 of 9 voting seats present, 5 needed' }) readonly explanation!: string;
  @ApiProperty({ ...flag, description: 'Declared from the chair' }) readonly declared!: boolean;
}

class CitationDto {
  @ApiProperty({ ...text, example: 'paragraph 10(c) of the Minute of Meeting of 8 March 2015' }) readonly words!: string;
  @ApiProperty({ ...whole, description: 'Where in words and parts, joined by line breaks, it begins' }) readonly at!: number;
  @ApiProperty(date) readonly meetingDate!: string;
  @ApiProperty({ ...text, example: '10' }) readonly paragraph!: string;
  @ApiProperty({ ...text, required: false, example: 'c' }) readonly part?: string;
}

@AnswerOf<ShownDecision>()
export class ShownDecisionDto {
  @ApiProperty({ ...text, description: 'Its name in the whole record', example: 'cpp-strategic-board/2016-03-03#d-7k3q9d2x' })
  readonly ref!: string;
  @ApiProperty(text) readonly decisionId!: string;
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(date) readonly meetingDate!: string;
  @ApiProperty(text) readonly sectionId!: string;
  @ApiProperty(text) readonly sectionHeading!: string;
  @ApiProperty({ ...text, example: '3.2' }) readonly paragraph!: string;
  @ApiProperty({ ...text, example: 'AGREED' }) readonly verb!: string;
  @ApiProperty({ ...text, description: 'The lead, as the record words it' }) readonly words!: string;
  @ApiProperty(list(() => DecisionPartDto)) readonly parts!: readonly DecisionPartDto[];
  @ApiProperty({
    type: () => CitationDto,
    isArray: true,
    description: 'References back to earlier minutes, whether or not they are in the record',
  })
  readonly citations!: readonly CitationDto[];
  @ApiProperty({ type: () => DecisionOutcomeDto }) readonly outcome!: DecisionOutcomeDto;
  @ApiProperty(textOrNull) readonly motionId!: string | null;
  @ApiProperty({ ...textOrNull, description: 'The division between proposals it follows from' }) readonly divisionId!: string | null;
  @ApiProperty({ ...textOrNull, description: 'The motion, amendment or procedural motion on whose loss it rests' })
  readonly onLossOf!: string | null;
  @ApiProperty({ ...text, enum: ['quorate', 'informal', 'not-stated'] }) readonly standing!: string;
  @ApiProperty({ type: () => QuorumSumDto }) readonly quorum!: QuorumSumDto;
  @ApiProperty({ ...text, enum: ['not-needed', 'awaiting', 'ratified', 'declined'] }) readonly ratification!: string;
  @ApiProperty({ ...refOrNull, description: 'The decision that ratified it, or declined to' }) readonly ratifiedBy!: DecidedRefDto | null;
  @ApiProperty(textOrNull) readonly declinedBecause!: string | null;
  @ApiProperty(refOrNull) readonly rescindedBy!: DecidedRefDto | null;
  @ApiProperty(refOrNull) readonly supersededBy!: DecidedRefDto | null;
  @ApiProperty(flag) readonly exempt!: boolean;
  @ApiProperty({ ...flag, description: 'Its words were corrected before the minute was signed' }) readonly corrected!: boolean;
  @ApiProperty({ ...flag, description: 'The minute is signed, and the item was not taken in private' }) readonly published!: boolean;
  @ApiProperty(instant) readonly happenedAt!: string;
  @ApiProperty(instant) readonly recordedAt!: string;
}
