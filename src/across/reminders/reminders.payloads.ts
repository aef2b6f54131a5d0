import { ApiProperty } from '@nestjs/swagger';
import {
  ChoiceField,
  FlagField,
  IntegerField,
  LineField,
  LinesField,
  PartField,
  StructuredField,
  TextField,
  TimeField,
} from '../../http/fields.js';
import { PageQuery } from '../../http/page.js';
import { DUE_KINDS, type DueKind } from '../../kernel/due.js';
import { DateMovedDto } from '../../slices/calendars/due-dates.payloads.js';
import { DIGESTS, type Following, REMINDER_SORTS } from './reminder.events.js';

export class QuietHoursDto {
  @TimeField({ description: 'No mail from then on', example: '18:00' })
  from!: string;
  @TimeField({ description: 'Over midnight where it is the earlier', example: '08:00' })
  to!: string;
}

const kindsProblem = (value: unknown): string | null =>
  Array.isArray(value) && value.length <= DUE_KINDS.length && value.every((one) => DUE_KINDS.includes(one as DueKind))
    ? null
    : `must be a list of: ${DUE_KINDS.join(', ')}`;

const KindsField = (description: string): PropertyDecorator =>
  StructuredField(kindsProblem, { type: 'array', items: { type: 'string', enum: [...DUE_KINDS] } }, { optional: true, description });

export class FollowRemindersDto {
  @LineField({
    optional: true,
    max: 254,
    description: 'Where mail goes; without one, reminders are in the feed only',
    example: 'clerk@example.org',
  })
  address?: string;
  @LinesField({ optional: true, description: 'Officers as the record writes them', example: ['Shona Smith'] })
  names?: readonly string[];
  @LinesField({ optional: true, description: 'Bodies all of whose deadlines are followed', example: ['cpp-strategic-board'] })
  bodies?: readonly string[];
  @KindsField('Only these kinds of record; every kind where it is empty or left out')
  kinds?: readonly DueKind[];
  @IntegerField({ optional: true, min: 0, max: 90, description: 'Days before a deadline on which it counts as due soon; 7 where left out' })
  leadDays?: number;
  @ChoiceField(DIGESTS, { optional: true, description: 'As they arise, or one mail a day or a week (on Mondays); daily where left out' })
  digest?: Following['digest'];
  @TimeField({ optional: true, description: 'No daily or weekly mail before it; 08:00 where left out', example: '08:00' })
  sendAt?: string;
  @PartField(() => QuietHoursDto, { optional: true, description: 'No mail between these times of day' })
  quietHours?: QuietHoursDto;
  @LineField({ optional: true, max: 60, description: 'Europe/London where left out', example: 'Europe/London' })
  timeZone?: string;
}

export class ChangeRemindersDto extends FollowRemindersDto {
  @FlagField({ optional: true, description: 'True: no mail from now on, the feed only', notWith: 'address' })
  noAddress?: boolean;
  @FlagField({ optional: true, description: 'True: no quiet hours from now on', notWith: 'quietHours' })
  noQuietHours?: boolean;
}

export class OptOutOfRemindersDto {
  @TextField({ optional: true, max: 500, description: 'Why no more mail is wanted' })
  reason?: string;
}

export class RemindersQuery extends PageQuery {
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

export class ReminderDto {
  @ApiProperty({ type: String })
  reminderId!: string;
  @ApiProperty({ type: String, enum: [...REMINDER_SORTS] })
  sort!: string;
  @ApiProperty({
    type: String,
    description: 'What it is, in a sentence; only that there is something where its reader may not read it now',
  })
  words!: string;
  @ApiProperty({ type: String, description: 'The deadline it is about', example: 'action:cpp-strategic-board/2016-03-03-adaptations#due' })
  dueId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  date!: string | null;
  @ApiProperty({ type: DateMovedDto, nullable: true, description: 'That the deadline has another last day now than was said' })
  dateMoved!: DateMovedDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'How the deadline stands now', enum: ['live', 'met', 'dropped'] })
  standing!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  raisedAt!: string;
  @ApiProperty({ type: String, enum: ['raised', 'sent', 'lapsed', 'undelivered'] })
  status!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where to read more' })
  link!: string | null;
}

export class FollowingDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null where there is none, or it was erased' })
  address!: string | null;
  @ApiProperty({ type: String, isArray: true })
  names!: readonly string[];
  @ApiProperty({ type: String, isArray: true })
  bodies!: readonly string[];
  @ApiProperty({ type: String, isArray: true })
  kinds!: readonly string[];
  @ApiProperty({ type: 'integer' })
  leadDays!: number;
  @ApiProperty({ type: String, enum: [...DIGESTS] })
  digest!: string;
  @ApiProperty({ type: String })
  sendAt!: string;
  @ApiProperty({ type: QuietHoursDto, nullable: true })
  quietHours!: QuietHoursDto | null;
  @ApiProperty({ type: String })
  timeZone!: string;
}

export class RemindersSettingsDto {
  @ApiProperty({ type: String })
  login!: string;
  @ApiProperty({ type: FollowingDto, nullable: true, description: 'Null where nothing is followed' })
  following!: FollowingDto | null;
  @ApiProperty({ type: Boolean })
  optedOut!: boolean;
  @ApiProperty({ type: 'integer', description: 'Raised, and in no mail that was sent' })
  waiting!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'For `If-Match`' })
  revision!: number | null;
}
