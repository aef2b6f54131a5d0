import { DecisionParagraphField, DecisionPartField } from '../bodies/decision-named.payloads.js';
import { DueDatesDto, DueDatesField } from '../calendars/due-dates.payloads.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IntegerField,
  LineField,
  PartField,
  PartsField,
  RefField,
  SlugField,
  StructuredField,
  TextField,
} from '../../http/fields.js';
import { OPTIONAL_TERMS, type OptionalTerm, type Relation, type Split } from './direction.events.js';

const SPLITS: readonly Split[] = ['joint', 'by-extent', 'by-area', 'by-thing'];
const RELATIONS: readonly Relation[] = ['supersedes', 'revises', 'revokes'];

export class RecipientDto {
  @SlugField({ description: 'The organisation’s id', example: 'nhs-borders' })
  recipient!: string;
  @LineField({ max: 200, description: 'Its name as the direction has it', example: 'NHS Borders' })
  name!: string;
  @LineField({ optional: true, description: 'Its part of the function, where that is split (s.26(5))' })
  extent?: string;
}

export class StatedDto {
  @TextField({ max: 5_000, description: 'The words of the form', example: 'All delegated functions' })
  words!: string;
  @FlagField({ optional: true, description: 'The words say that it will be defined later' })
  toBeDefined?: boolean;
}

export class FinanceDto extends StatedDto {
  @IntegerField({ optional: true, min: 0, max: 1_000_000_000_000, description: 'The payment or set-aside sum, in whole pounds' })
  amount?: number;
}

export class ReportLinkDto {
  @TextField({ max: 2_000, description: 'As the form words it, with its link', example: 'IJB papers 17 May 2023' })
  words!: string;
  @SlugField({ optional: true, description: 'The report’s id in the body, where it is in the system' })
  report?: string;
}

export class RelationDto {
  @ChoiceField(RELATIONS, { description: 'What it does with the earlier direction' })
  kind!: Relation;
  @SlugField({ optional: true, description: 'The earlier direction, by its id' })
  direction?: string;
  @LineField({ optional: true, max: 200, description: 'The earlier direction as it is cited, where it is not in the system' })
  cited?: string;
}

export class FormWordsDto {
  @LineField({
    optional: true,
    description: 'Heading of the printed form; made of the body’s name where nothing is said',
    example: 'DIRECTION FROM THE SCOTTISH BORDERS INTEGRATION JOINT BOARD',
  })
  heading?: string;
  @LineField({ optional: true, max: 80, description: 'The board in the form’s captions', example: 'IJB' })
  board?: string;
  @LineField({ optional: true, max: 80, description: 'The board in the caption of the links to its reports', example: 'SBIJB' })
  reportsOf?: string;
}

const WORDS = { optional: true, max: 2_000 };
const DIRECTION = { description: 'The direction, by its id among the body’s directions', example: '2023-eildon' };
const TO_WHOM = { description: 'Who is directed: each constituent authority once' };

class DirectionNamedDto {
  @SlugField(DIRECTION)
  direction!: string;
}

class DirectionStepDto extends DirectionNamedDto {
  @DateField({ optional: true, description: 'The day it took place; the day of the command where nothing is said' })
  on?: string;
}

/** The boxes of the form that may be left out of it. */
class OptionalBoxesDto extends DirectionNamedDto {
  @ChoiceField(SPLITS, { optional: true, description: 'How several recipients are directed (s.26(5)); not said where nothing is said' })
  split?: Split;
  @PartField(() => StatedDto, { optional: true, description: 'Services and functions it covers' })
  functions?: StatedDto;
  @TextField({ ...WORDS, description: 'The words used', example: 'To start by: July 2023' })
  timeframes?: string;
  @DueDatesField()
  timeframesDates?: DueDatesDto;
  @PartsField(() => ReportLinkDto, { optional: true, max: 50, description: 'Links to the reports it rests on' })
  reports?: ReportLinkDto[];
  @PartField(() => FinanceDto, { optional: true, description: 'The payment or set-aside sum, or how it is found, and its use (s.27)' })
  finance?: FinanceDto;
  @TextField({ optional: true, max: 5_000, description: 'Outcomes and performance measures' })
  outcomes?: string;
  @TextField({ ...WORDS, description: 'When it will be reviewed, in the words used', example: 'in September 2023' })
  review?: string;
  @DueDatesField()
  reviewDates?: DueDatesDto;
  @TextField({ optional: true, max: 5_000, description: 'The manner in which the function is carried out (s.27)' })
  manner?: string;
  @TextField({ optional: true, max: 5_000, description: 'The information the board is to be given (s.27)' })
  information?: string;
  @PartField(() => FormWordsDto, { optional: true, description: 'How the body’s form words what the law leaves open' })
  form?: FormWordsDto;
}

export class DraftDirectionDto extends OptionalBoxesDto {
  @LineField({ description: 'The title of the direction', example: 'Establishment of the Eildon Community Integration Group pathfinder' })
  title!: string;
  @PartsField(() => RecipientDto, { ...TO_WHOM, min: 1, max: 20 })
  recipients!: RecipientDto[];
  @TextField({ description: 'The full text of the direction, with its lines' })
  text!: string;
  @PartField(() => RelationDto, { optional: true, description: 'The earlier direction that it supersedes, revises or revokes' })
  relation?: RelationDto;
}

const isOptionalTerms = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= OPTIONAL_TERMS.length &&
  value.every((one) => (OPTIONAL_TERMS as readonly unknown[]).includes(one));

export class AmendDraftDto extends OptionalBoxesDto {
  @LineField({ optional: true, description: 'The new title; as it is where nothing is said' })
  title?: string;
  @PartsField(() => RecipientDto, { ...TO_WHOM, optional: true, min: 1, max: 20 })
  recipients?: RecipientDto[];
  @TextField({ optional: true, description: 'The new text of the direction, whole' })
  text?: string;
  @PartField(() => RelationDto, { optional: true, description: 'The earlier direction that it replaces' })
  relation?: RelationDto;
  @StructuredField(
    (value) => (isOptionalTerms(value) ? null : `must be a list of: ${OPTIONAL_TERMS.join(', ')}`),
    { type: 'array', items: { type: 'string', enum: [...OPTIONAL_TERMS] } },
    { optional: true, description: 'What is taken out of the draft' },
  )
  without?: OptionalTerm[];
}

export class WithdrawDraftDto extends DirectionNamedDto {
  @TextField({ max: 2_000, description: 'Why it is not put forward' })
  reason!: string;
}

export class DirectionDecisionDto {
  @RefField({ description: 'The meeting that took the decision', example: 'sb-ijb/2023-05-17' })
  meetingId!: string;
  @SlugField({ optional: true, description: 'The decision’s id; not needed where its paragraph is named' })
  decisionId?: string;
}

class ByDecisionDto extends DirectionNamedDto {
  @PartField(() => DirectionDecisionDto, { description: 'The board’s decision' })
  decision!: DirectionDecisionDto;
  @DecisionParagraphField()
  paragraph?: string;
  @DecisionPartField()
  part?: string;
}

export class ApproveDirectionDto extends ByDecisionDto {
  @LineField({
    optional: true,
    max: 80,
    description: 'The reference of one that has one already; the next in the body’s format where nothing is said',
    example: 'SBIJB-170523-2',
  })
  reference?: string;
}

export class IssueDirectionDto extends DirectionStepDto {
  @LineField({ max: 200, description: 'Who issues it: the chief officer', example: 'Chris Myers' })
  by!: string;
  @StructuredField(
    (value) =>
      Array.isArray(value) && value.length > 0 && value.length <= 20 && value.every((one) => typeof one === 'string' && one.length <= 80)
        ? null
        : 'must be a list of 1 to 20 ids of recipients',
    { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 20 },
    { optional: true, description: 'To whom; to all to whom it has not been issued, where nothing is said', example: ['nhs-borders'] },
  )
  to?: string[];
  @TextField({ ...WORDS, description: 'When it is to be acknowledged by, where the body asks for that', example: 'within 14 days' })
  acknowledgeBy?: string;
  @DueDatesField()
  acknowledgeByDates?: DueDatesDto;
}

export class AcknowledgeDirectionDto extends DirectionStepDto {
  @SlugField({ description: 'The recipient that acknowledges it, by its id in the direction', example: 'nhs-borders' })
  recipient!: string;
  @LineField({ optional: true, max: 200, description: 'Who acknowledged it for the recipient' })
  by?: string;
  @TextField({ optional: true, max: 2_000, description: 'What was said of it' })
  words?: string;
}

export class ReportOnDirectionDto extends DirectionStepDto {
  @SlugField({ description: 'The recipient that reports, by its id in the direction', example: 'nhs-borders' })
  recipient!: string;
  @TextField({ max: 10_000, description: 'What has been done', example: 'The pathfinder group met for the first time.' })
  words!: string;
  @TextField({ optional: true, max: 10_000, description: 'What its performance measures show' })
  measures?: string;
  @FlagField({ optional: true, description: 'What was to be done within its timeframes has been done' })
  timeframeMet?: boolean;
}

export class CompleteDirectionDto extends DirectionStepDto {
  @TextField({ max: 5_000, description: 'What was achieved', example: 'The pathfinder has been established.' })
  words!: string;
  @PartField(() => DirectionDecisionDto, { optional: true, description: 'The decision that noted it complete' })
  decision?: DirectionDecisionDto;
  @LineField({ optional: true, max: 40, description: 'Paragraph of that decision, instead of its id' })
  paragraph?: string;
}

export class RevokeDirectionDto extends ByDecisionDto {
  @TextField({ max: 2_000, description: 'Why it is revoked' })
  reason!: string;
}

export class ReviewDirectionDto extends DirectionStepDto {
  @TextField({ max: 5_000, description: 'What came of it', example: 'The pathfinder continues; roll-out is decided in March 2024.' })
  words!: string;
  @TextField({ ...WORDS, description: 'When it is reviewed next, in the words used; not again, where nothing is said' })
  next?: string;
  @DueDatesField()
  nextDates?: DueDatesDto;
}

export class CorrectDirectionDto extends OptionalBoxesDto {
  @LineField({ optional: true, description: 'The right title' })
  title?: string;
  @PartsField(() => RecipientDto, { optional: true, min: 1, max: 20, description: 'The same recipients, named or split rightly' })
  recipients?: RecipientDto[];
  @TextField({ optional: true, description: 'The right text of the direction, whole' })
  text?: string;
  @FlagField({ optional: true, description: 'Whether it was decided in private, and so is not published' })
  exempt?: boolean;
  @TextField({ max: 2_000, description: 'What was wrong' })
  reason!: string;
}
