import { ApiProperty } from '@nestjs/swagger';

export class AnsweredCommandDto {
  @ApiProperty({ type: String, description: 'Id of the record, or of what the command made', example: 'm-7k3q9d2x' })
  id!: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'The record’s revision after it', example: 12 })
  revision!: number;
  @ApiProperty({ type: String, description: 'Opaque. Send it as `Quorate-After` with a GET to read what was written' })
  position!: string;
  @ApiProperty({
    type: String,
    required: false,
    description: 'How the words sent were read, of a decision: its verb, its parts, and the lines that begin like a part and are none',
    example: 'AGREED, parts a, b',
  })
  read?: string;
  @ApiProperty({
    type: Object,
    isArray: true,
    required: false,
    description: 'The deadlines that it set, as their words were read: the words, the days, and how they were computed',
  })
  deadlines?: object[];
}

export class FieldErrorDto {
  @ApiProperty({ type: String, description: 'Path of the field; empty for the whole body', example: 'votes.2.person' })
  field!: string;
  @ApiProperty({ type: String, example: 'must be text' })
  rule!: string;
}

/** Problem details as RFC 9457 has them. */
export class ProblemDto {
  @ApiProperty({ type: String, format: 'uri-reference', example: '/api/docs/problems#stream.clash' })
  type!: string;
  @ApiProperty({ type: String, description: 'The rule, as a sentence' })
  title!: string;
  @ApiProperty({ type: 'integer' })
  status!: number;
  @ApiProperty({ type: String, required: false, description: 'What is particular about this occurrence' })
  detail?: string;
  @ApiProperty({ type: String, description: 'Stable', example: 'stream.clash' })
  code!: string;
  @ApiProperty({ type: String, required: false })
  field?: string;
  @ApiProperty({ type: String, required: false, description: 'Where the rule stands: Act and section' })
  source?: string;
  @ApiProperty({ type: FieldErrorDto, isArray: true, required: false })
  errors?: FieldErrorDto[];
  @ApiProperty({ type: Object, required: false, description: 'What helps to mend it: names, counts, dates' })
  context?: object;
  @ApiProperty({ type: String })
  correlationId!: string;
}
