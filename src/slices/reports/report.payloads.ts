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
  @LineField({ optional: true, max: 200, description: 'The role on the paper', example: 'Project Manager' })
  role?: string;
}

export class PointDto {
  @TextField({ max: 10_000, description: 'The point, as the paper words it' })
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
  @TextField({
    max: 10_000,
    description: 'The recommendation, as the paper words it',
    example: 'Approve the strategic approach outlined in this paper',
  })
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
  @TextField({
    optional: true,
    max: 20_000,
    description: 'What stands under the heading',
    example: 'There are no direct financial implications arising from this report.',
  })
  words?: string;
}

export class AppendedDirectionDto {
  @LineField({ description: 'The title of the direction', example: 'Establishment of the Eildon Community Integration Group pathfinder' })
  title!: string;
  @RefField({ optional: true, description: 'The direction’s record, where there is one', example: 'sb-ijb/2023-eildon' })
  directionId?: string;
}

export class DirectionsBoxDto {
  @FlagField({ optional: true, description: '"No Directions Required"' })
  none?: boolean;
  @LinesField({ optional: true, max: 20, description: 'Whom directions are required to', example: ['NHS Borders'] })
  to?: string[];
  @TextField({
    optional: true,
    max: 2_000,
    description: 'The sentence, where there is one instead of boxes or beside them',
    example: 'A direction is required to the Scottish Borders Council and NHS Borders.',
  })
  words?: string;
  @PartsField(() => AppendedDirectionDto, { optional: true, max: 20, description: 'The directions appended to the paper' })
  appended?: AppendedDirectionDto[];
}

export class EscalationBoxDto {
  @FlagField({ description: 'Whether escalation is required' })
  required!: boolean;
  @LineField({ optional: true, max: 200, description: 'To whom' })
  to?: string;
  @TextField({ optional: true, max: 2_000, description: 'Why' })
  why?: string;
}

export class AttachedDto {
  @LineField({ description: 'The title of the paper', example: 'IJB Report on Locality Planning 2019' })
  title!: string;
  @LineField({
    optional: true,
    max: 2_000,
    description: 'Where it can be read',
    example: 'https://www.gov.scot/publications/localities-guidance/pages/6/',
  })
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
  @TextField({ optional: true, max: 20_000, description: 'Its purpose, as the paper words it' })
  purpose?: string;
  @TextField({
    optional: true,
    max: 2_000,
    description: 'The words before the recommendations',
    example: 'It is recommended that the Strategic Board:',
  })
  lead?: string;
  @PartsField(() => ImplicationDto, { optional: true, max: 60, description: 'The body’s own checklist, in the paper’s order' })
  implications?: ImplicationDto[];
  @PartField(() => DirectionsBoxDto, { optional: true, description: 'Kept as ticked, whether or not it agrees' })
  directions?: DirectionsBoxDto;
  @PartField(() => EscalationBoxDto, { optional: true, description: 'The boxes about escalation' })
  escalation?: EscalationBoxDto;
  @TextField({ optional: true, max: 20_000, description: 'Who was consulted, as the paper words it' })
  consultation?: string;
  @TextField({ optional: true, max: 2_000, description: 'Route to meeting', example: 'Regular update report' })
  route?: string;
  @PartsField(() => AttachedDto, { optional: true, max: 100, description: 'The background papers' })
  backgroundPapers?: AttachedDto[];
  @TextField({ optional: true, max: 2_000, description: 'Previous minute reference, as the paper has it' })
  previousMinute?: string;
  @PartsField(() => AttachedDto, { optional: true, max: 100, description: 'The appendices' })
  appendices?: AttachedDto[];
  @PartsField(() => AuthorDto, { optional: true, max: 20, description: 'Who approved the paper' })
  approvedBy?: AuthorDto[];
  @TextField({ optional: true, max: 2_000, description: 'Whom to ask about it' })
  contact?: string;
}

export class KeepPromiseDto {
  @RefField({ description: 'The promise', example: 'sb-ijb/2023-09-findings' })
  promise!: string;
}

export class SubmitReportDto extends ReportWordsDto {
  @LineField({ description: 'The title on the paper', example: 'Locality Planning Partnership Update' })
  title!: string;
  @PartsField(() => AuthorDto, { min: 1, max: 20, description: 'Who wrote it' })
  authors!: AuthorDto[];
  @PartsField(() => RecommendationDto, { max: 60, description: 'What the meeting is asked to decide' })
  recommendations!: RecommendationDto[];
  @PartField(() => ExemptDto, { optional: true, description: 'Where the report is not for publication' })
  exempt?: ExemptDto;
  @PartField(() => AgendaPlaceDto, { optional: true, description: 'The meeting it goes to, where that is known' })
  onAgenda?: AgendaPlaceDto;
  @PartsField(() => KeepPromiseDto, { optional: true, max: 20, description: 'The promises it keeps' })
  fulfils?: KeepPromiseDto[];
}

export class CorrectReportDto extends ReportWordsDto {
  @LineField({ optional: true, description: 'The title, as the paper has it' })
  title?: string;
  @PartsField(() => AuthorDto, { optional: true, min: 1, max: 20, description: 'Who wrote it, all of them' })
  authors?: AuthorDto[];
  @PartsField(() => RecommendationDto, { optional: true, max: 60, description: 'What the meeting is asked to decide, all of it' })
  recommendations?: RecommendationDto[];
  @PartField(() => ExemptDto, { optional: true, description: 'Why it is not public' })
  exempt?: ExemptDto;
  @FlagField({ optional: true, description: 'It is not, or no longer, exempt', notWith: 'exempt' })
  notExempt?: boolean;
  @TextField({ max: 2_000, description: 'Why the record of it was wrong' })
  reason!: string;
}

export class WithdrawReportDto {
  @TextField({ max: 2_000, description: 'Why it is withdrawn' })
  reason!: string;
}

export class PutOnAgendaDto extends AgendaPlaceDto {}

export class EscalateReportDto {
  @SlugField({ description: 'The body it goes to', example: 'sb-ijb' })
  toBodyId!: string;
  @TextField({ optional: true, max: 2_000, description: 'Why it goes there' })
  why?: string;
}

export class DecideRecommendationDto {
  @LineField({ max: 10, description: 'The letter of the recommendation in the record', example: 'a' })
  letter!: string;
  @ChoiceField(OUTCOMES, { description: 'What became of it; one that is continued is still to be decided' })
  outcome!: Outcome;
  @TextField({ optional: true, max: 10_000, description: 'What was decided instead, where it was amended' })
  words?: string;
  @PartField(() => DecisionOfMeetingDto, { description: 'The decision of the meeting' })
  decision!: DecisionOfMeetingDto;
  @DecisionParagraphField()
  paragraph?: string;
  @DecisionPartField()
  part?: string;
}

export class ReopenRecommendationDto {
  @LineField({ max: 10, description: 'The letter of the recommendation in the record', example: 'a' })
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
  @LineField({ optional: true, max: 200, description: 'The organisation that is to bring it' })
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
  @TextField({ max: 2_000, description: 'Why there is more time, or less' })
  reason!: string;
}

export class ReleaseReportPromiseDto {
  @TextField({ max: 2_000, description: 'Why it is no longer wanted' })
  reason!: string;
}
