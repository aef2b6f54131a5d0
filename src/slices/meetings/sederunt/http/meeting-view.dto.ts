import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField } from '../../../../http/fields.js';
import { PageQuery } from '../../../../http/page.js';
import {
  MINUTE_STATUSES,
  type MeetingRegisterRow,
  type MinuteStatus,
} from '../../agenda/views/meeting-register/meeting-register.projection.js';
import { MODES } from '../../agenda/agenda.payloads.js';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { type AgendaView } from '../../agenda/views/agenda/agenda.js';
import { type ListedMeeting } from '../../agenda/views/meeting-register/meeting-register.query.js';
import { type MeetingView } from '../views/meeting/meeting-view.js';
import { type QuorumTimeline } from '../views/quorum/quorum-timeline.js';
import { type SederuntView } from '../views/sederunt/sederunt.js';

/** The shapes of questions and answers about meetings. */
export const MEETING_STATUSES: readonly MeetingRegisterRow['status'][] = ['called', 'cancelled', 'open', 'adjourned', 'concluded'];

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

export class TimelineQuery {
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

const text = { type: String } as const;
const textOrNull = { type: String, nullable: true } as const;
const date = { type: String, format: 'date' } as const;
const dateOrNull = { ...date, nullable: true } as const;
const count = { type: 'integer' } as const;
const structure = { type: 'object', additionalProperties: true } as const;
const structures = { type: 'array', items: structure } as const;

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
  @ApiProperty({ ...structures, description: 'In the order of business' }) readonly items!: readonly object[];
}

@AnswerOf<MeetingView>()
export class MeetingViewDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly title!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty(textOrNull) readonly time!: string | null;
  @ApiProperty(textOrNull) readonly place!: string | null;
  @ApiProperty({ type: String, enum: MODES }) readonly mode!: string;
  @ApiProperty(text) readonly timeZone!: string;
  @ApiProperty({ type: String, enum: MEETING_STATUSES }) readonly status!: string;
  @ApiProperty({ ...count, description: 'What `If-Match` takes' }) readonly revision!: number;
  @ApiProperty({ ...structure, description: 'Notice and items' }) readonly agenda!: object;
  @ApiProperty({
    ...structure,
    nullable: true,
    description: 'Sections, sederunt and quorum; null before it is opened, and to the public until the minute is signed',
  })
  readonly record!: object | null;
}

@AnswerOf<SederuntView>()
export class SederuntViewDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(textOrNull) readonly presiding!: string | null;
  @ApiProperty(structures) readonly present!: readonly object[];
  @ApiProperty(structures) readonly apologies!: readonly object[];
  @ApiProperty(structures) readonly inAttendance!: readonly object[];
  @ApiProperty(structures) readonly chairs!: readonly object[];
  @ApiProperty(structures) readonly interests!: readonly object[];
}

@AnswerOf<QuorumTimeline>()
export class QuorumTimelineDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(text) readonly title!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty(text) readonly status!: string;
  @ApiProperty({ ...structure, nullable: true }) readonly rule!: object | null;
  @ApiProperty({ ...structures, description: 'Everybody of the sederunt with their times in the room' })
  readonly people!: readonly object[];
  @ApiProperty({ ...structures, description: 'The sum, each time it changes' }) readonly moments!: readonly object[];
  @ApiProperty({ ...structures, description: 'Item by item, with who withdrew' }) readonly items!: readonly object[];
  @ApiProperty({ ...structure, nullable: true, description: 'Where the quorum was first lost' }) readonly inquorateFrom!: object | null;
  @ApiProperty(structures) readonly losses!: readonly object[];
  @ApiProperty({ ...structures, description: 'Where what was declared is not what the sum says' })
  readonly disagreements!: readonly object[];
  @ApiProperty(structure) readonly now!: object;
  @ApiProperty(textOrNull) readonly presiding!: string | null;
}
