import { ApiProperty } from '@nestjs/swagger';
import { text, textOrNull, date, dateOrNull, count, flag, lines, list } from '../../../../http/openapi/shapes.js';
import { ChoiceField, DateField } from '../../../../http/fields.js';
import { ATTENDED } from '../views/attendance/attendance.js';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { type Attendance } from '../views/attendance/attendance.js';
import { type QuorateMeetings } from '../views/quorate-meetings/quorate-meetings.js';

const FORMATS = ['json', 'text'] as const;
const FORMAT = { optional: true, description: 'json where nothing is said' };

const LEFT_OUT = { ...count, description: 'Meetings held in the period that are not public yet' } as const;

export class PeriodQuery {
  @DateField({ optional: true, description: 'First date of the meetings' })
  from?: string;
  @DateField({ optional: true, description: 'Last date of the meetings' })
  until?: string;
  @ChoiceField(FORMATS, FORMAT)
  format?: (typeof FORMATS)[number];
}

export class AttendedCountsDto {
  @ApiProperty(count) readonly attended!: number;
  @ApiProperty(count) readonly substitute!: number;
  @ApiProperty(count) readonly apologies!: number;
  @ApiProperty(count) readonly absent!: number;
}

@AnswerOf<Attendance['meetings'][number]>()
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

@AnswerOf<Attendance['members'][number]>()
export class MemberAttendanceDto {
  @ApiProperty(text) readonly personId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty(lines) readonly seats!: readonly string[];
  @ApiProperty(list(() => AttendedMeetingDto)) readonly meetings!: readonly AttendedMeetingDto[];
  @ApiProperty({ type: () => AttendedCountsDto }) readonly counts!: AttendedCountsDto;
  @ApiProperty({ ...count, description: 'Most meetings one after another with apologies or absence' }) readonly longestRun!: number;
  @ApiProperty({ ...flag, description: 'Three or more (SSI 2014/285 art 10)' }) readonly flagged!: boolean;
}

@AnswerOf<Attendance>()
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
  @ApiProperty({ ...text, description: 'Where it was lost, in words', example: 'from para. 4.2' }) readonly from!: string;
  @ApiProperty(text) readonly words!: string;
  @ApiProperty(flag) readonly declared!: boolean;
  @ApiProperty(textOrNull) readonly regainedAt!: string | null;
}

@AnswerOf<QuorateMeetings['meetings'][number]>()
export class MeetingQuorumDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty(text) readonly title!: string;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Quorate throughout; null where it cannot be told' })
  readonly quorate!: boolean | null;
  @ApiProperty(list(() => QuorumLossDto)) readonly losses!: readonly QuorumLossDto[];
}

@AnswerOf<QuorateMeetings>()
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
