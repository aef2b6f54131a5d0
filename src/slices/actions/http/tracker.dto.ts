import { ApiProperty } from '@nestjs/swagger';
import { DateMovedDto, DeadlineShownDto } from '../../calendars/due-dates.payloads.js';
import { AsKnownAtField } from '../../../http/as-known-at.js';
import { ChoiceField, DateField, LineField, SlugField } from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { ACTION_STATUSES } from '../action-status.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type ActionStory } from '../views/action-register/action-story.query.js';
import { type ActionView } from '../views/action-register/action-view.js';
import { type ActionSheet } from '../views/action-sheet/action-sheet.js';
import { type Load } from '../views/load/load.query.js';
import { type MattersArising } from '../views/matters-arising/matters-arising.query.js';

const AS_AT = { optional: true, description: 'The day it is read for; today where nothing is said', example: '2016-06-09' };

export class AsAtQuery {
  @DateField(AS_AT)
  'as-at'?: string;
}

export class AsKnownQuery extends AsAtQuery {
  @AsKnownAtField()
  'as-known-at'?: string;
}

export const SHEET_FORMATS = ['json', 'text', 'csv'] as const;

export class ActionSheetQuery extends AsKnownQuery {
  @ChoiceField(SHEET_FORMATS, { optional: true, description: 'json where nothing is said' })
  format?: (typeof SHEET_FORMATS)[number];
  @LineField({ optional: true, max: 100, description: 'Put after the body’s name in the heading', example: 'November 2012 onwards' })
  since?: string;
}

/** A list of one body, or of all. */
export class AcrossQuery extends PageQuery {
  @DateField(AS_AT)
  'as-at'?: string;
  @AsKnownAtField()
  'as-known-at'?: string;
  @SlugField({ optional: true, description: 'Of one body' })
  body?: string;
}

export class OverdueQuery extends AcrossQuery {
  @LineField({ optional: true, max: 200, description: 'With one officer, named as the record names them' })
  officer?: string;
  @LineField({ optional: true, max: 200, description: 'With one organisation' })
  organisation?: string;
  @ChoiceField(SHEET_FORMATS, { optional: true })
  format?: (typeof SHEET_FORMATS)[number];
}

export class LoadQuery extends AcrossQuery {}

export class MattersArisingQuery {
  @SlugField({ description: 'The meeting whose agenda it is for, without its body', example: '2016-06-09' })
  for!: string;
}

@AnswerOf<ActionView['item']>()
export class ActionItemShownDto {
  @ApiProperty({ type: String, nullable: true, example: '9(b).' })
  number!: string | null;
  @ApiProperty({ type: String })
  title!: string;
}

@AnswerOf<ActionView>()
export class ActionShownDto {
  @ApiProperty({ type: String, example: 'cpp-strategic-board/2016-03-03-adaptations' })
  actionId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String, format: 'date' })
  raisedOn!: string;
  @ApiProperty({ type: ActionItemShownDto })
  item!: ActionItemShownDto;
  @ApiProperty({ type: String, description: 'Heading of the meeting, as the sheet has it', example: '3 March 2016' })
  heading!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  meetingDate!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '4.4(b)' })
  paragraph!: string | null;
  @ApiProperty({ type: String, example: 'Para 5.3 – AGREED that a further report be considered.' })
  decision!: string;
  @ApiProperty({ type: String })
  words!: string;
  @ApiProperty({ type: Object, description: 'The decision it comes from, or what is cited' })
  source!: object;
  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;
  @ApiProperty({ type: String, isArray: true })
  officers!: string[];
  @ApiProperty({ type: DeadlineShownDto })
  due!: DeadlineShownDto;
  @ApiProperty({ type: DateMovedDto, nullable: true, description: 'Of a sheet of another day: that the deadline has another last day now' })
  dateMoved!: DateMovedDto | null;
  @ApiProperty({ type: String })
  outcome!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  outcomeOn!: string | null;
  @ApiProperty({ enum: ACTION_STATUSES })
  status!: string;
  @ApiProperty({ type: String, example: 'Overdue by 12 days' })
  statusWords!: string;
  @ApiProperty({ type: 'integer', minimum: 0 })
  daysOverdue!: number;
  @ApiProperty({ type: Object, nullable: true, description: 'Whose approval it needs (`*`), and when that was given' })
  approvalElsewhere!: object | null;
  @ApiProperty({ type: Boolean })
  awaitingApproval!: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  notedOn!: string | null;
  @ApiProperty({ type: String, nullable: true })
  notedAt!: string | null;
  @ApiProperty({ type: Boolean })
  exempt!: boolean;
}

@AnswerOf<ActionStory>()
export class ActionStoryDto extends ActionShownDto {
  @ApiProperty({ type: Object, isArray: true, description: 'Every update with its data, both times and who recorded it' })
  story!: object[];
}

@AnswerOf<ActionSheet['groups'][number]>()
export class SheetGroupDto {
  @ApiProperty({ type: String })
  heading!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  meetingDate!: string | null;
  @ApiProperty({ type: ActionShownDto, isArray: true })
  actions!: ActionShownDto[];
}

@AnswerOf<ActionSheet['key'][number]>()
export class SheetKeyDto {
  @ApiProperty({ type: String })
  status!: string;
  @ApiProperty({ type: String })
  meaning!: string;
}

@AnswerOf<ActionSheet>()
export class ActionSheetDto {
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String, isArray: true })
  title!: string[];
  @ApiProperty({ type: String, format: 'date' })
  asAt!: string;
  @ApiProperty({ type: String, isArray: true })
  notes!: string[];
  @ApiProperty({ type: SheetGroupDto, isArray: true })
  groups!: SheetGroupDto[];
  @ApiProperty({ type: SheetKeyDto, isArray: true })
  key!: SheetKeyDto[];
  @ApiProperty({ type: String, isArray: true, description: 'What the source says that does not agree; it stands as it is' })
  disagreements!: string[];
}

@AnswerOf<Load>()
export class LoadDto {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: 'integer' })
  open!: number;
  @ApiProperty({ type: 'integer' })
  overdue!: number;
  @ApiProperty({ type: 'integer' })
  dueWithinAWeek!: number;
  @ApiProperty({ type: 'integer' })
  reportedComplete!: number;
}

@AnswerOf<MattersArising['leftOver'][number]>()
export class LeftOverDto {
  @ApiProperty({ enum: ['not-taken', 'continued'] })
  kind!: string;
  @ApiProperty({ type: String, nullable: true })
  number!: string | null;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, nullable: true })
  words!: string | null;
  @ApiProperty({ type: String, nullable: true })
  paragraph!: string | null;
  @ApiProperty({ type: Boolean })
  exempt!: boolean;
}

@AnswerOf<MattersArising>()
export class MattersArisingDto {
  @ApiProperty({ type: String })
  meetingId!: string;
  @ApiProperty({ type: String, format: 'date' })
  date!: string;
  @ApiProperty({ type: ActionShownDto, isArray: true })
  actions!: ActionShownDto[];
  @ApiProperty({ type: String, nullable: true })
  previousMeeting!: string | null;
  @ApiProperty({ type: LeftOverDto, isArray: true })
  leftOver!: LeftOverDto[];
  @ApiProperty({
    type: Object,
    description: 'Remits the body has to answer (`toAnswer`), and answers to its own that it has to note (`toNote`)',
  })
  remits!: object;
}
