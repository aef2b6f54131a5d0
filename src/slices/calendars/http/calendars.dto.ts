import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, SlugField, StructuredField } from '../../../http/fields.js';
import { CALENDAR_NAMES } from '../calendars.js';

/** The most days one answer counts. */
export const MOST_DAYS = 3_660;

const year = (value: unknown): string | null =>
  typeof value === 'string' && /^(1[89]|2[01])\d\d$/.test(value) ? null : 'must be a year from 1800 to 2199';
const days = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_DAYS
    ? null
    : `must be a whole number from 1 to ${MOST_DAYS}`;

const FORMAT = { optional: true, description: 'json where nothing is said' };

export class HolidaysQuery {
  @StructuredField(
    year,
    { type: 'integer', minimum: 1800, maximum: 2199 },
    { optional: true, description: 'This year where nothing is said', example: 2026 },
  )
  year?: string;
  @ChoiceField(['json', 'text'], FORMAT)
  format?: 'json' | 'text';
}

export class CountQuery {
  @DateField({ description: 'The day the period runs from', example: '2026-12-18' })
  from!: string;
  @StructuredField(days, { type: 'integer', minimum: 1, maximum: MOST_DAYS }, { description: 'Days that count', example: 30 })
  days!: string;
  @ChoiceField(['that-day', 'day-after'], {
    optional: true,
    description:
      'that-day: "beginning with" the day, which is day 1 if it counts; day-after: it is not counted. that-day where nothing is said',
  })
  starts?: 'that-day' | 'day-after';
  @SlugField({ optional: true, description: 'With the holidays recorded for where this body sits, beside those kept everywhere' })
  body?: string;
  @ChoiceField(['json', 'text'], FORMAT)
  format?: 'json' | 'text';
}

export class HolidayShownDto {
  @ApiProperty({ type: String, format: 'date' })
  date!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: Boolean, description: 'Recorded, and not one by the rules alone' })
  recorded!: boolean;
  @ApiProperty({ type: Boolean, description: 'False for a day of the rules that is not kept this year' })
  kept!: boolean;
  @ApiProperty({ type: String, nullable: true })
  source!: string | null;
}

export class HolidaysDto {
  @ApiProperty({ type: String })
  calendar!: string;
  @ApiProperty({ type: 'integer' })
  year!: number;
  @ApiProperty({ type: String, nullable: true })
  source!: string | null;
  @ApiProperty({ type: HolidayShownDto, isArray: true })
  holidays!: HolidayShownDto[];
}

export class SkippedDayDto {
  @ApiProperty({ type: String, format: 'date' })
  date!: string;
  @ApiProperty({ type: String })
  why!: string;
}

export class CountedPeriodDto {
  @ApiProperty({ enum: CALENDAR_NAMES })
  calendar!: string;
  @ApiProperty({ type: String })
  rule!: string;
  @ApiProperty({ type: String, required: false })
  source?: string;
  @ApiProperty({ type: 'integer' })
  length!: number;
  @ApiProperty({ type: String, format: 'date' })
  from!: string;
  @ApiProperty({ enum: ['that-day', 'day-after', 'day-before', 'clear-days-before'] })
  starts!: string;
  @ApiProperty({ type: String, format: 'date' })
  firstDay!: string;
  @ApiProperty({ type: SkippedDayDto, isArray: true })
  skipped!: SkippedDayDto[];
  @ApiProperty({ type: String, format: 'date' })
  lastDay!: string;
  @ApiProperty({ type: String })
  explanation!: string;
}
