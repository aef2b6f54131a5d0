import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, LineField, SlugField } from '../../../http/fields.js';
import { AsKnownAtField } from '../../../http/as-known-at.js';
import { PageQuery } from '../../../http/page.js';
import { DUE_KINDS, type DueKind } from '../../../kernel/due.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type DueShown } from '../views/due-calendar/due-view.js';

export const DUE_FORMATS = ['json', 'text', 'csv', 'ics'] as const;
export const DUE_STATUSES_ASKED = ['live', 'overdue', 'all'] as const;

export class AsAtDueQuery {
  @DateField({
    optional: true,
    description:
      'The day lateness is counted on, and of a day in the past what was due then, as was known that day; today where nothing is said',
    example: '2016-06-09',
  })
  'as-at'?: string;
  @AsKnownAtField()
  'as-known-at'?: string;
}

export class BodyDueQuery extends PageQuery {
  @DateField({ optional: true, description: 'Due on this day or later' })
  from?: string;
  @DateField({ optional: true, description: 'Due on this day or before' })
  until?: string;
  @LineField({ optional: true, max: 200, description: 'With one officer, named as the record names them' })
  officer?: string;
  @LineField({ optional: true, max: 200, description: 'With one organisation' })
  organisation?: string;
  @ChoiceField(DUE_KINDS, { optional: true, description: 'The kind of record it falls due in' })
  kind?: DueKind;
  @ChoiceField(DUE_STATUSES_ASKED, {
    optional: true,
    description:
      'live: neither met nor dropped; overdue: live, and its last day is past; all: whatever became of it. live where nothing is said',
  })
  standing?: (typeof DUE_STATUSES_ASKED)[number];
  @ChoiceField(['true', 'false'], { optional: true, description: 'What has no computed date, instead of what has one' })
  undated?: 'true' | 'false';
  @DateField({
    optional: true,
    description:
      'The day lateness is counted on, and of a day in the past what was due then, as was known that day; today where nothing is said',
  })
  'as-at'?: string;
  @AsKnownAtField()
  'as-known-at'?: string;
  @ChoiceField(DUE_FORMATS, { optional: true, description: 'json where nothing is said; the others are whole, not paged' })
  format?: (typeof DUE_FORMATS)[number];
}

export class DueQuery extends BodyDueQuery {
  @SlugField({ optional: true, description: 'Of one body' })
  body?: string;
}

export class ExplainDueQuery extends AsAtDueQuery {
  @LineField({ max: 300, description: 'The deadline, by its `dueId`', example: 'action:cpp-strategic-board/2016-03-03-adaptations#due' })
  due!: string;
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

@AnswerOf<DueShown>()
export class DueShownDto {
  @ApiProperty({ type: String, example: 'action:cpp-strategic-board/2016-03-03-adaptations#due' })
  dueId!: string;
  @ApiProperty({ enum: DUE_KINDS })
  kind!: string;
  @ApiProperty({ type: String })
  recordId!: string;
  @ApiProperty({ type: String, description: 'Which of the record’s deadlines it is' })
  clock!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The number of the item of business it comes from, as the record has it' })
  number!: string | null;
  @ApiProperty({ type: String, description: 'What has to be done by then' })
  what!: string;
  @ApiProperty({ enum: ['deadline', 'review', 'to-publish', 'ratification'] })
  sort!: string;
  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;
  @ApiProperty({ type: String, isArray: true })
  officers!: string[];
  @ApiProperty({
    type: Object,
    description: 'The words used and the dates computed from them; `counted` says how, where they were counted',
  })
  deadline!: object;
  @ApiProperty({
    type: String,
    format: 'date',
    isArray: true,
    description: 'Every day it falls due: where it recurs, those of the next two years',
  })
  days!: string[];
  @ApiProperty({ enum: ['live', 'met', 'dropped'] })
  standing!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  endedOn!: string | null;
  @ApiProperty({ type: Boolean })
  late!: boolean;
  @ApiProperty({ type: 'integer', minimum: 0 })
  daysLate!: number;
  @ApiProperty({ type: Boolean })
  exempt!: boolean;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'How often it was changed' })
  sequence!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: string;
}

export class ExplainedDto {
  @ApiProperty({ type: DueShownDto })
  due!: DueShownDto;
  @ApiProperty({ type: String, description: 'The rule, the first day counted, each day that did not count and why, and the last day' })
  explanation!: string;
}
