import { ChoiceField, DateField, LineField, NoFields, SlugField, TextField, TimeField } from '../../../http/fields.js';
import { type MinuteResolved } from '../events/meeting.events.js';

export const MINUTE_RESOLVED: readonly MinuteResolved[] = ['approved', 'noted', 'not-approved'];

const AFTER = {
  optional: true,
  max: 20,
  description: 'The paragraph after which it was, where it is written down late',
} as const;

export class ReceiveMinuteDto {
  @SlugField({ description: 'The item of the agenda that carries the minute', example: 'audit-minute' })
  itemId!: string;
  @ChoiceField(MINUTE_RESOLVED, { description: 'What was resolved' })
  resolved!: MinuteResolved;
  @TextField({ optional: true, max: 5_000, description: 'The amendment with which it was approved' })
  amendment?: string;
  @SlugField({ optional: true, description: 'The decision of this meeting by which it was' })
  decisionId?: string;
}

export class AgreeNextMeetingDto {
  @DateField({ description: 'The day of the next meeting', example: '2026-12-17' })
  date!: string;
  @TimeField({ optional: true, description: 'When it is to begin', example: '10:00' })
  time?: string;
  @LineField({ optional: true, description: 'Where it is to be', example: 'Town Hall' })
  place?: string;
  @TextField({ optional: true, max: 2_000, description: 'The sentence the minute carries' })
  words?: string;
  @LineField(AFTER)
  afterParagraph?: string;
}

export class FillAgendaDto extends NoFields {}
