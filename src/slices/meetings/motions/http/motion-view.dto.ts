import { ApiProperty } from '@nestjs/swagger';
import { text, textOrNull, instant, flag, list, structure } from '../../../../http/openapi/shapes.js';
import { ChoiceField, PersonNamedDto, RefField } from '../../../../http/fields.js';
import { PageQuery } from '../../../../http/page.js';
import { type MotionStatus } from '../views/motion-register/motion-register.projection.js';
import { DecisionRefDto } from '../motion.payloads.js';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { type ShownMotion } from '../views/motion-register/motion-register.query.js';

const MOTION_STATUSES: readonly MotionStatus[] = ['moved', 'put', 'withdrawn', 'fallen', 'carried', 'not-carried', 'tied'];

export class MeetingMotionsQuery extends PageQuery {
  @ChoiceField(MOTION_STATUSES, { optional: true })
  status?: MotionStatus;
}

export class BodyMotionsQuery extends MeetingMotionsQuery {
  @RefField({ optional: true, description: 'Of one meeting', example: 'cpp-strategic-board/2016-03-03' })
  meeting?: string;
}

/** The shapes of answers about motions, for the documentation. */

class AmendmentDto {
  @ApiProperty(text) readonly motionId!: string;
  @ApiProperty(text) readonly text!: string;
}

@AnswerOf<ShownMotion>()
export class ShownMotionDto {
  @ApiProperty({ ...text, example: 'cpp-strategic-board/2016-03-03#m-1' }) readonly ref!: string;
  @ApiProperty(text) readonly motionId!: string;
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly sectionId!: string;
  @ApiProperty({ ...text, description: 'As moved' }) readonly text!: string;
  @ApiProperty({ type: () => PersonNamedDto }) readonly movedBy!: PersonNamedDto;
  @ApiProperty({ type: () => PersonNamedDto, nullable: true }) readonly secondedBy!: PersonNamedDto | null;
  @ApiProperty({ ...textOrNull, description: 'The motion or amendment it amends' }) readonly amends!: string | null;
  @ApiProperty({
    type: () => AmendmentDto,
    isArray: true,
    description: 'Amendments carried: the substantive motion is the motion as they amend it',
  })
  readonly amendedBy!: readonly AmendmentDto[];
  @ApiProperty(flag) readonly appointment!: boolean;
  @ApiProperty({ ...flag, description: 'A proposal to take no action' }) readonly noAction!: boolean;
  @ApiProperty({ type: () => DecisionRefDto, nullable: true }) readonly rescinds!: DecisionRefDto | null;
  @ApiProperty({ ...text, enum: MOTION_STATUSES }) readonly status!: MotionStatus;
  @ApiProperty({ ...textOrNull, description: 'Why it was withdrawn, or fell' }) readonly reason!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The vote as recorded, with who was entitled and under which constitution',
  })
  readonly vote!: object | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The last division between proposals that it was one of, as recorded: the votes for each, and what became of them',
  })
  readonly division!: object | null;
  @ApiProperty({ ...list(() => PersonNamedDto), description: 'Who was entitled to a roll call, and did not answer' })
  readonly didNotAnswer!: readonly PersonNamedDto[];
  @ApiProperty({ ...structure, nullable: true, description: 'The vote as a Popolo vote event' })
  readonly voteEvent!: object | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    isArray: true,
    description: 'The vote as it stood before each correction, with the reason',
  })
  readonly corrections!: readonly object[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    isArray: true,
    description: 'Each vote or division that was declared void, as it had been taken (`was`), with who ruled so and why',
  })
  readonly voidVotes!: readonly object[];
  @ApiProperty(list(() => PersonNamedDto)) readonly dissents!: readonly PersonNamedDto[];
  @ApiProperty(instant) readonly movedAt!: string;
  @ApiProperty({ ...instant, nullable: true }) readonly votedAt!: string | null;
}
