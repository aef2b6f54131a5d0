import { ApiProperty } from '@nestjs/swagger';
import { DateField, PartField } from '../../http/fields.js';
import { AnswerOf } from '../../http/openapi/answer-of.js';
import { type DateMoved, type Deadline } from '../../kernel/deadline.js';

/** Dates to hold instead of those computed from the words of a deadline. */
export class DueDatesDto {
  @DateField({ optional: true, description: 'Not before this day' })
  earliest?: string;
  @DateField({ optional: true, description: 'By this day; overdue from the day after' })
  latest?: string;
}

export const DueDatesField = (): PropertyDecorator =>
  PartField(() => DueDatesDto, { optional: true, description: 'Dates to hold instead of those computed from the words' });

/** That a deadline has another last day now than is said beside it. */
@AnswerOf<DateMoved>()
export class DateMovedDto {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day that was said; null where none was known' })
  said!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Its last day now; null where none is known' })
  now!: string | null;
  @ApiProperty({ type: String, example: 'date moved: now 17 December 2026' })
  words!: string;
}

/** A deadline as readers get it: its words, and the dates computed from them. */
@AnswerOf<Deadline>()
export class DeadlineShownDto {
  @ApiProperty({ type: String, description: 'The words used', example: 'in Autumn 2016' })
  words!: string;
  @ApiProperty({ enum: ['date', 'month', 'season', 'range', 'next-meeting', 'relative', 'recurring', 'onward', 'working-days', 'none'] })
  kind!: string;
  @ApiProperty({ type: String, format: 'date', required: false })
  earliest?: string;
  @ApiProperty({ type: String, format: 'date', required: false, description: 'Overdue from the day after' })
  latest?: string;
  @ApiProperty({ type: String, required: false, description: 'What it hangs on, where it is relative' })
  on?: string;
  @ApiProperty({ enum: ['yearly', 'half-yearly', 'quarterly', 'monthly', 'fortnightly', 'weekly'], required: false })
  recurrence?: string;
  @ApiProperty({ type: String, format: 'date', required: false, description: 'The first day it fell due, where that is not `latest`' })
  first?: string;
  @ApiProperty({ type: Object, required: false, description: 'Month and day of each later year' })
  thereafter?: object;
  @ApiProperty({ type: Boolean, required: false, description: 'What is to be done by then is to begin' })
  starts?: boolean;
  @ApiProperty({ type: String, description: 'How the dates were computed from the words' })
  explanation!: string;
  @ApiProperty({ type: Object, required: false, description: 'How its last day was counted, where a calendar counted it' })
  counted?: object;
  @ApiProperty({
    type: Object,
    required: false,
    description: 'What in the body’s diary its dates hang on: a meeting called or cancelled moves them',
  })
  hangsOn?: object;
}
