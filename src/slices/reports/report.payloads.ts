import { DecisionOfMeetingDto, DecisionParagraphField, DecisionPartField } from '../bodies/decision-named.payloads.js';
import { DueDatesDto, DueDatesField } from '../calendars/due-dates.payloads.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  RefField,
  SlugField,
  TextField,
} from '../../http/fields.js';
import { type Outcome, OUTCOMES } from './report.events.js';

export class AuthorDto {
  @LineField({ max: 200, description: 'Name, or the office that reports', example: 'Stephen Fotheringham' })
  name!: string;
  @LineField({ optional: true, max: 200, example: 'Project Manager' })
  role?: string;
}

export class PointDto {
  @TextField({ max: 10_000 })
  words!: string;
}

export class RecommendationDto {
  @LineField({ blank: true, max: 20, description: 'As the paper marks it', example: 'a)' })
  label!: string;
  @LineField({
    optional: true,
    max: 10,
    description: 'What it is called in the record; the label’s letters and digits where nothing is said',
    example: 'a',
  })
  letter?: string;
  @TextField({ max: 10_000, example: 'Approve the strategic approach outlined in this paper' })
  words!: string;
  @PartsField(() => PointDto, { optional: true, max: 50, description: 'The points listed below it' })
  points?: PointDto[];
}

export class ImplicationDto {
  @LineField({ max: 200, description: 'Heading of the section, or label of the box', example: 'Financial' })
  heading!: string;
  @LineField({ optional: true, max: 200, description: 'Label of its box, where that is worded in another way', example: 'HR' })
  box?: string;
  @FlagField({ optional: true, description: 'Whether its box is ticked, where there is one' })
  ticked?: boolean;
  @TextField({ optional: true, max: 20_000, example: 'There are no direct financial implications arising from this report.' })
  words?: string;
}

export class AppendedDirectionDto {
  @LineField({ example: 'Establishment of the Eildon Community Integration Group pathfinder' })
  title!: string;
  @RefField({ optional: true, description: 'The direction’s record, where there is one', example: 'sb-ijb/2023-eildon' })
  directionId?: string;
}

export class DirectionsBoxDto {
  @FlagField({ optional: true, description: '"No Directions Required"' })
  none?: boolean;
  @LinesField({ optional: true, max: 20, description: 'Whom directions are required to', example: ['NHS Borders'] })
  to?: string[];
  @TextField({ optional: true, max: 2_000, example: 'A direction is required to the Scottish Borders Council and NHS Borders.' })
  words?: string;
  @PartsField(() => AppendedDirectionDto, { optional: true, max: 20 })
  appended?: AppendedDirectionDto[];
}

export class EscalationBoxDto {
  @FlagField()
  required!: boolean;
  @LineField({ optional: true, max: 200 })
  to?: string;
  @TextField({ optional: true, max: 2_000 })
  why?: string;
}

export class AttachedDto {
  @LineField({ example: 'IJB Report on Locality Planning 2019' })
  title!: string;
  @LineField({ optional: true, max: 2_000, example: 'https://www.gov.scot/publications/localities-guidance/pages/6/' })
  link?: string;
}

export class ExemptDto {
  @LineField({ max: 40, description: 'Paragraph of Schedule 7A to the 1973 Act', example: '6' })
  paragraph!: string;
}

export class AgendaPlaceDto {
  @RefField({ description: 'The meeting', example: 'sb-ijb/2023-05-17' })
  meetingId!: string;
  @SlugField({ optional: true, description: 'The agenda item’s id' })
  itemId?: string;
  @LineField({ optional: true, max: 40, description: 'The item’s number, instead of its id', example: '5' })
  number?: string;
}

/** The parts a paper may have beside its title, authors and recommendations. */
export class ReportWordsDto {
  @LineField({ optional: true, max: 100, description: 'The date as the paper has it', example: 'April 2022' })
  dated?: string;
  @DateField({ optional: true, description: 'That date, where it is one' })
  date?: string;
  @TextField({ optional: true, max: 20_000 })
  purpose?: string;
  @TextField({ optional: true, max: 2_000, example: 'It is recommended that the Strategic Board:' })
  lead?: string;
  @PartsField(() => ImplicationDto, { optional: true, max: 60, description: 'The body’s own checklist, in the paper’s order' })
  implications?: ImplicationDto[];
  @PartField(() => DirectionsBoxDto, { optional: true, description: 'Kept as ticked, whether or not it agrees' })
  directions?: DirectionsBoxDto;
  @PartField(() => EscalationBoxDto, { optional: true })
  escalation?: EscalationBoxDto;
  @TextField({ optional: true, max: 20_000 })
  consultation?: string;
  @TextField({ optional: true, max: 2_000, description: 'Route to meeting', example: 'Regular update report' })
  route?: string;
  @PartsField(() => AttachedDto, { optional: true, max: 100 })
  backgroundPapers?: AttachedDto[];
  @TextField({ optional: true, max: 2_000, description: 'Previous minute reference, as the paper has it' })
  previousMinute?: string;
  @PartsField(() => AttachedDto, { optional: true, max: 100 })
  appendices?: AttachedDto[];
  @PartsField(() => AuthorDto, { optional: true, max: 20 })
  approvedBy?: AuthorDto[];
  @TextField({ optional: true, max: 2_000 })
  contact?: string;
}

export class KeepPromiseDto {
  @RefField({ description: 'The promise', example: 'sb-ijb/2023-09-findings' })
  promise!: string;
}

export class SubmitReportDto extends ReportWordsDto {
  @LineField({ example: 'Locality Planning Partnership Update' })
  title!: string;
  @PartsField(() => AuthorDto, { min: 1, max: 20 })
  authors!: AuthorDto[];
  @PartsField(() => RecommendationDto, { max: 60 })
  recommendations!: RecommendationDto[];
  @PartField(() => ExemptDto, { optional: true, description: 'Where the report is not for publication' })
  exempt?: ExemptDto;
  @PartField(() => AgendaPlaceDto, { optional: true, description: 'The meeting it goes to, where that is known' })
  onAgenda?: AgendaPlaceDto;
  @PartsField(() => KeepPromiseDto, { optional: true, max: 20, description: 'The promises it keeps' })
  fulfils?: KeepPromiseDto[];
}

export class CorrectReportDto extends ReportWordsDto {
  @LineField({ optional: true })
  title?: string;
  @PartsField(() => AuthorDto, { optional: true, min: 1, max: 20 })
  authors?: AuthorDto[];
  @PartsField(() => RecommendationDto, { optional: true, max: 60 })
  recommendations?: RecommendationDto[];
  @PartField(() => ExemptDto, { optional: true })
  exempt?: ExemptDto;
  @FlagField({ optional: true, description: 'It is not, or no longer, exempt', notWith: 'exempt' })
  notExempt?: boolean;
  @TextField({ max: 2_000 })
  reason!: string;
}

export class WithdrawReportDto {
  @TextField({ max: 2_000 })
  reason!: string;
}

export class PutOnAgendaDto extends AgendaPlaceDto {}

export class EscalateReportDto {
  @SlugField({ description: 'The body it goes to', example: 'sb-ijb' })
  toBodyId!: string;
  @TextField({ optional: true, max: 2_000 })
  why?: string;
}

export class DecideRecommendationDto {
  @LineField({ max: 10, example: 'a' })
  letter!: string;
  @ChoiceField(OUTCOMES, { description: 'What became of it; one that is continued is still to be decided' })
  outcome!: Outcome;
  @TextField({ optional: true, max: 10_000, description: 'What was decided instead, where it was amended' })
  words?: string;
  @PartField(() => DecisionOfMeetingDto)
  decision!: DecisionOfMeetingDto;
  @DecisionParagraphField()
  paragraph?: string;
  @DecisionPartField()
  part?: string;
}

export class ReopenRecommendationDto {
  @LineField({ max: 10, example: 'a' })
  letter!: string;
  @TextField({ max: 2_000, description: 'Why what was recorded of it does not hold' })
  reason!: string;
}

const DUE = { description: 'The words used: a date, a month, next meeting, or nothing exact', example: 'in the September 2023 meeting' };

export class PromiseReportDto {
  @LineField({ description: 'What the report is to be about', example: 'Initial findings from the pathfinder' })
  title!: string;
  @TextField({ max: 5_000, description: 'The words that promise it', example: 'that a report be brought back to a future meeting' })
  words!: string;
  @PartField(() => DecisionOfMeetingDto, { optional: true, description: 'The decision that asks for it' })
  decision?: DecisionOfMeetingDto;
  @LineField({ optional: true, max: 40, description: 'Paragraph of the decision, instead of its id; or of the report that promises it' })
  paragraph?: string;
  @DecisionPartField({ notWith: 'report' })
  part?: string;
  @RefField({ optional: true, description: 'The report that promises it, instead of a decision', example: 'sb-ijb/2023-05-17-cigs' })
  report?: string;
  @LineField({ optional: true, blank: true, ...DUE })
  due?: string;
  @DueDatesField()
  dueDates?: DueDatesDto;
  @LineField({ optional: true, max: 200 })
  organisation?: string;
  @LinesField({ optional: true, max: 20, description: 'Who is to bring it' })
  officers?: string[];
  @FlagField({
    optional: true,
    description: 'Not published by itself; it never is while the decision or the report that makes it is exempt, whatever is said here',
  })
  exempt?: boolean;
}

export class ExtendReportPromiseDto {
  @LineField({ blank: true, ...DUE })
  due!: string;
  @DueDatesField()
  dueDates?: DueDatesDto;
  @TextField({ max: 2_000 })
  reason!: string;
}

export class ReleaseReportPromiseDto {
  @TextField({ max: 2_000, description: 'Why it is no longer wanted' })
  reason!: string;
}
