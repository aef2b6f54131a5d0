import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, SlugField } from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { type BodyKind } from '../body.events.js';
import { LIFE_STATES, type LifeState } from '../life.js';
import { BODY_ORDERS, type BodyOrder } from '../views/body-register/body-register.query.js';
import { ATTENDED } from '../../meetings/sederunt/views/attendance/attendance.js';
import { BODY_KINDS } from '../body.payloads.js';

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
  @ChoiceField(LIFE_STATES, { optional: true, description: 'Only bodies that stood so on that day' })
  state?: LifeState;
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

export class PeriodQuery {
  @DateField({ optional: true, description: 'First date of the meetings' })
  from?: string;
  @DateField({ optional: true, description: 'Last date of the meetings' })
  until?: string;
  @ChoiceField(FORMATS, FORMAT)
  format?: (typeof FORMATS)[number];
}

const text = { type: String } as const;
const textOrNull = { type: String, nullable: true } as const;
const date = { type: String, format: 'date' } as const;
const dateOrNull = { ...date, nullable: true } as const;
const count = { type: 'integer', minimum: 0 } as const;
const countOrNull = { ...count, nullable: true } as const;
const flag = { type: Boolean } as const;
const lines = { type: String, isArray: true } as const;
// The documentation takes a function for a type to be made later only where it is called `type`, as a property of that name makes it.
const list = (part: () => new () => object) => ({ type: () => part(), isArray: true }) as const;

export class TreeNodeDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty(text) readonly kind!: string;
  @ApiProperty({ type: String, enum: LIFE_STATES }) readonly state!: string;
  @ApiProperty(dateOrNull) readonly since!: string | null;
  @ApiProperty({ ...lines, description: 'What it may decide by itself' }) readonly delegated!: readonly string[];
  @ApiProperty(list(() => TreeNodeDto)) readonly children!: readonly TreeNodeDto[];
}

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

export class AttendedCountsDto {
  @ApiProperty(count) readonly attended!: number;
  @ApiProperty(count) readonly substitute!: number;
  @ApiProperty(count) readonly apologies!: number;
  @ApiProperty(count) readonly absent!: number;
}

export class AttendanceMeetingDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty({ type: () => AttendedCountsDto }) readonly counts!: AttendedCountsDto;
  @ApiProperty(count) readonly inAttendance!: number;
}

export class AttendedMeetingDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty({ type: String, enum: [...ATTENDED] }) readonly attended!: string;
  @ApiProperty(textOrNull) readonly substitute!: string | null;
}

export class MemberAttendanceDto {
  @ApiProperty(text) readonly personId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty(lines) readonly seats!: readonly string[];
  @ApiProperty(list(() => AttendedMeetingDto)) readonly meetings!: readonly AttendedMeetingDto[];
  @ApiProperty({ type: () => AttendedCountsDto }) readonly counts!: AttendedCountsDto;
  @ApiProperty({ ...count, description: 'Most meetings one after another with apologies or absence' }) readonly longestRun!: number;
  @ApiProperty({ ...flag, description: 'Three or more (SSI 2014/285 art 10)' }) readonly flagged!: boolean;
}

const LEFT_OUT = { ...count, description: 'Meetings held in the period that are not public yet' } as const;

export class AttendanceDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(dateOrNull) readonly from!: string | null;
  @ApiProperty(dateOrNull) readonly until!: string | null;
  @ApiProperty(list(() => AttendanceMeetingDto)) readonly meetings!: readonly AttendanceMeetingDto[];
  @ApiProperty(list(() => MemberAttendanceDto)) readonly members!: readonly MemberAttendanceDto[];
  @ApiProperty(LEFT_OUT) readonly leftOut!: number;
}

export class QuorumLossDto {
  @ApiProperty(textOrNull) readonly fromParagraph!: string | null;
  @ApiProperty(textOrNull) readonly afterParagraph!: string | null;
  @ApiProperty(text) readonly words!: string;
  @ApiProperty(flag) readonly declared!: boolean;
  @ApiProperty(textOrNull) readonly regainedAt!: string | null;
}

export class MeetingQuorumDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty(text) readonly title!: string;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Quorate throughout; null where it cannot be told' })
  readonly quorate!: boolean | null;
  @ApiProperty(list(() => QuorumLossDto)) readonly losses!: readonly QuorumLossDto[];
}

export class QuorateMeetingsDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(dateOrNull) readonly from!: string | null;
  @ApiProperty(dateOrNull) readonly until!: string | null;
  @ApiProperty(list(() => MeetingQuorumDto)) readonly meetings!: readonly MeetingQuorumDto[];
  @ApiProperty(count) readonly quorate!: number;
  @ApiProperty(count) readonly inquorate!: number;
  @ApiProperty(count) readonly notStated!: number;
  @ApiProperty(LEFT_OUT) readonly leftOut!: number;
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

export class LocalitySurveyDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty(date) readonly asAt!: string;
  @ApiProperty(text) readonly source!: string;
  @ApiProperty(list(() => SurveyAnswerDto)) readonly answers!: readonly SurveyAnswerDto[];
  @ApiProperty(lines) readonly notes!: readonly string[];
}
