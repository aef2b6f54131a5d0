import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField } from '../../../../http/fields.js';
import { MODES } from '../../agenda/agenda.payloads.js';
import { MEETING_STATUSES } from '../../agenda/http/agenda.dto.js';
import { count, date, structure, structures, text, textOrNull } from '../../../../http/openapi/shapes.js';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { type MeetingView } from '../views/meeting/meeting-view.js';
import { type QuorumTimeline } from '../views/quorum/quorum-timeline.js';
import { type SederuntView } from '../views/sederunt/sederunt.js';

export class TimelineQuery {
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

@AnswerOf<MeetingView>()
export class MeetingViewDto {
  @ApiProperty(text) readonly meetingId!: string;
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly title!: string;
  @ApiProperty(date) readonly date!: string;
  @ApiProperty(textOrNull) readonly time!: string | null;
  @ApiProperty(textOrNull) readonly place!: string | null;
  @ApiProperty({ ...text, enum: MODES }) readonly mode!: string;
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
