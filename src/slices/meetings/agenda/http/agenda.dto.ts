import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField } from '../../../../http/fields.js';
import { count, date, dateOrNull, structure, structures, text, textOrNull } from '../../../../http/openapi/shapes.js';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { PageQuery } from '../../../../http/page.js';
import { MODES } from '../agenda.payloads.js';
import { type AgendaView } from '../views/agenda/agenda.js';
import { MINUTE_STATUSES, type MeetingRegisterRow, type MinuteStatus } from '../views/meeting-register/meeting-register.projection.js';
import { type ListedMeeting } from '../views/meeting-register/meeting-register.query.js';

export const MEETING_STATUSES: readonly MeetingRegisterRow['status'][] = [
  'called',
  'cancelled',
  'open',
  'adjourned',
  'concluded',
  'abandoned',
];

export class MeetingsQuery extends PageQuery {
  @DateField({ optional: true, description: 'First date' })
  from?: string;
  @DateField({ optional: true, description: 'Last date' })
  to?: string;
  @ChoiceField(MEETING_STATUSES, { optional: true })
  status?: MeetingRegisterRow['status'];
  @ChoiceField(MINUTE_STATUSES, { optional: true, description: 'How far the minute has come' })
  minute?: MinuteStatus;
  @ChoiceField(['date', '-date'], { optional: true, description: 'Order; a minus turns it round' })
  sort?: 'date' | '-date';
}

export class AgendaQuery {
  @ChoiceField(['json', 'text', 'html'], { optional: true })
  format?: 'json' | 'text' | 'html';
}

@AnswerOf<ListedMeeting>()
export class ListedMeetingDto {
  @ApiProperty({ ...text, example: 'cpp-strategic-board/2016-03-03' }) readonly meetingId!: string;
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly title!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty(textOrNull) readonly time!: string | null;
  @ApiProperty(textOrNull) readonly place!: string | null;
  @ApiProperty({ type: String, enum: MODES }) readonly mode!: string;
  @ApiProperty({ type: String, enum: MEETING_STATUSES }) readonly status!: string;
  @ApiProperty(dateOrNull) readonly noticeGivenOn!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) readonly shortNotice!: boolean | null;
  @ApiProperty(dateOrNull) readonly latestNotice!: string | null;
  @ApiProperty({ type: String, enum: MINUTE_STATUSES }) readonly minuteStatus!: string;
  @ApiProperty({ type: Boolean }) readonly published!: boolean;
  @ApiProperty({ type: Boolean, description: 'Declared lost, or something was resolved without it' }) readonly quorumLost!: boolean;
  @ApiProperty(count) readonly items!: number;
  @ApiProperty(count) readonly decisions!: number;
  @ApiProperty({ ...count, description: 'Decisions taken without a quorum' }) readonly informal!: number;
  @ApiProperty({ type: [String], description: 'The bodies that meet with the one that calls it' }) readonly jointlyWith!: readonly string[];
}

@AnswerOf<AgendaView>()
export class AgendaViewDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(text) readonly title!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty(textOrNull) readonly time!: string | null;
  @ApiProperty(textOrNull) readonly place!: string | null;
  @ApiProperty({ type: String, enum: MODES }) readonly mode!: string;
  @ApiProperty({ type: String, enum: MEETING_STATUSES }) readonly status!: string;
  @ApiProperty({ ...structure, nullable: true, description: 'The last notice, with its clear days' }) readonly notice!: object | null;
  @ApiProperty({ ...textOrNull, description: 'The requisition on which the meeting is called, as the notice says it' })
  readonly requisition!: string | null;
  @ApiProperty({ ...textOrNull, example: 'council/bridge' }) readonly requisitionId!: string | null;
  @ApiProperty({ ...structures, description: 'The bodies that meet with the one that calls it' }) readonly jointlyWith!: readonly object[];
  @ApiProperty({ ...structures, description: 'In the order of business' }) readonly items!: readonly object[];
}
