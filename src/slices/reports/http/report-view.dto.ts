import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, RefField } from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { OUTCOMES } from '../report.events.js';
import { AttachedDto, AuthorDto, DirectionsBoxDto, EscalationBoxDto, ImplicationDto } from '../report.payloads.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type Contradiction } from '../contradictions.js';
import { type RecommendationOutcome } from '../report.events.js';
import { type PromiseCandidate } from '../views/candidates/candidates.query.js';
import { type PromiseView } from '../views/promises/promises.query.js';
import { type ListedRecommendation } from '../views/recommendations/recommendations.query.js';
import { type ReportContradiction } from '../views/report/report.query.js';
import { type RecommendationView, type ReportView } from '../views/report/report-view.js';

const YES = { optional: true };

export class ReportsQuery extends PageQuery {
  @ChoiceField(['true', 'false'], { ...YES, description: 'Only those with a recommendation still to be decided' })
  undecided?: 'true' | 'false';
  @RefField({ ...YES, description: 'Only those before this meeting, or decided by it', example: 'cpp-strategic-board/2016-06-09' })
  meeting?: string;
}

export class ReportQuery {
  @ChoiceField(['json', 'text'], { ...YES, description: 'json where nothing is said' })
  format?: 'json' | 'text';
}

export const RECOMMENDATIONS_WANTED = ['all', 'undecided', 'without-consequence'] as const;

export class RecommendationsQuery extends PageQuery {
  @ChoiceField(RECOMMENDATIONS_WANTED, {
    ...YES,
    description:
      '`undecided`: no meeting has decided it. `without-consequence`: approved, and neither an action nor anything else came of it',
  })
  state?: (typeof RECOMMENDATIONS_WANTED)[number];
}

export class PromisesQuery extends PageQuery {
  @ChoiceField(['true', 'false'], { ...YES, description: 'Only those promised and never brought back' })
  outstanding?: 'true' | 'false';
  @DateField({ ...YES, description: 'The day it is read for; today where nothing is said' })
  'as-at'?: string;
}

@AnswerOf<RecommendationOutcome>()
export class DecidedDto {
  @ApiProperty({ type: String, example: 'a' })
  letter!: string;
  @ApiProperty({ enum: OUTCOMES })
  outcome!: string;
  @ApiProperty({ type: String, required: false })
  words?: string;
  @ApiProperty({ type: Object, example: { meetingId: 'sb-ijb/2023-05-17', decisionId: 'd-7k3q9d2x' } })
  decision!: object;
  @ApiProperty({ type: String, required: false })
  part?: string;
  @ApiProperty({ type: String })
  paragraph!: string;
  @ApiProperty({ type: String, format: 'date' })
  meetingDate!: string;
}

@AnswerOf<RecommendationView>()
export class RecommendationViewDto {
  @ApiProperty({ type: String, example: 'a' })
  letter!: string;
  @ApiProperty({ type: String, example: 'a)' })
  label!: string;
  @ApiProperty({ type: String })
  words!: string;
  @ApiProperty({ type: String, isArray: true })
  points!: string[];
  @ApiProperty({ enum: ['undecided', ...OUTCOMES] })
  state!: string;
  @ApiProperty({ type: DecidedDto, nullable: true })
  decided!: DecidedDto | null;
  @ApiProperty({ type: DecidedDto, isArray: true })
  earlier!: DecidedDto[];
}

@AnswerOf<ListedRecommendation>()
export class ListedRecommendationDto extends RecommendationViewDto {
  @ApiProperty({ type: String })
  reportId!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, format: 'date' })
  date!: string;
  @ApiProperty({ type: Boolean })
  followed!: boolean;
  @ApiProperty({ type: String, isArray: true, example: ['direction:sb-ijb/2023-eildon'] })
  ledTo!: string[];
}

@AnswerOf<Contradiction>()
export class ContradictionDto {
  @ApiProperty({ type: String, example: 'implication-without-words' })
  kind!: string;
  @ApiProperty({ type: String, example: 'Policy is ticked, and no section says what follows.' })
  what!: string;
  @ApiProperty({ type: String })
  oneSays!: string;
  @ApiProperty({ type: String })
  otherSays!: string;
}

@AnswerOf<ReportContradiction>()
export class ReportContradictionDto extends ContradictionDto {
  @ApiProperty({ type: String })
  reportId!: string;
  @ApiProperty({ type: String })
  title!: string;
}

@AnswerOf<ReportView>()
export class ReportViewDto {
  @ApiProperty({ type: String, example: 'sb-ijb/2023-05-17-cigs' })
  reportId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: AuthorDto, isArray: true })
  authors!: AuthorDto[];
  @ApiProperty({ type: String, format: 'date' })
  submittedOn!: string;
  @ApiProperty({ type: String, required: false, description: 'The date as the paper has it' })
  dated?: string;
  @ApiProperty({ type: String, format: 'date', required: false })
  date?: string;
  @ApiProperty({ type: String, required: false })
  purpose?: string;
  @ApiProperty({ type: String, required: false })
  lead?: string;
  @ApiProperty({ type: RecommendationViewDto, isArray: true })
  recommendations!: RecommendationViewDto[];
  @ApiProperty({ type: 'integer', minimum: 0 })
  undecided!: number;
  @ApiProperty({ type: ImplicationDto, isArray: true })
  implications!: ImplicationDto[];
  @ApiProperty({ type: DirectionsBoxDto, required: false })
  directions?: DirectionsBoxDto;
  @ApiProperty({ type: EscalationBoxDto, required: false })
  escalation?: EscalationBoxDto;
  @ApiProperty({ type: String, required: false })
  consultation?: string;
  @ApiProperty({ type: String, required: false })
  route?: string;
  @ApiProperty({ type: AttachedDto, isArray: true })
  backgroundPapers!: AttachedDto[];
  @ApiProperty({ type: String, required: false })
  previousMinute?: string;
  @ApiProperty({ type: AttachedDto, isArray: true })
  appendices!: AttachedDto[];
  @ApiProperty({ type: AuthorDto, isArray: true })
  approvedBy!: AuthorDto[];
  @ApiProperty({ type: String, required: false })
  contact?: string;
  @ApiProperty({ type: Object, isArray: true, description: 'The agendas it is on' })
  places!: object[];
  @ApiProperty({ type: Object, isArray: true, description: 'The bodies it was escalated to' })
  escalatedTo!: object[];
  @ApiProperty({ type: String, isArray: true, description: 'The promises it keeps' })
  keeps!: string[];
  @ApiProperty({ type: ContradictionDto, isArray: true })
  contradictions!: ContradictionDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Paragraph of Schedule 7A, where it is not for publication' })
  exempt!: string | null;
  @ApiProperty({ type: Object, nullable: true })
  withdrawn!: object | null;
  @ApiProperty({ type: Boolean })
  published!: boolean;
}

@AnswerOf<PromiseView>()
export class PromiseViewDto {
  @ApiProperty({ type: String })
  promiseId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String, format: 'date' })
  promisedOn!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String })
  words!: string;
  @ApiProperty({ type: Object, description: 'The decision or the report that promised it' })
  source!: object;
  @ApiProperty({ type: Object, description: 'The words used, and what was computed from them' })
  due!: object;
  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;
  @ApiProperty({ type: String, isArray: true })
  officers!: string[];
  @ApiProperty({ type: Boolean })
  exempt!: boolean;
  @ApiProperty({ type: Object, isArray: true })
  keptBy!: object[];
  @ApiProperty({ type: Object, nullable: true })
  released!: object | null;
  @ApiProperty({ type: Boolean })
  outstanding!: boolean;
  @ApiProperty({ enum: ['outstanding', 'kept', 'released'] })
  state!: string;
  @ApiProperty({ type: Boolean })
  overdue!: boolean;
  @ApiProperty({ type: 'integer', minimum: 0 })
  daysOverdue!: number;
}

@AnswerOf<PromiseCandidate>()
export class PromiseCandidateDto {
  @ApiProperty({ type: String })
  meetingId!: string;
  @ApiProperty({ type: String })
  decisionId!: string;
  @ApiProperty({ type: String, format: 'date' })
  meetingDate!: string;
  @ApiProperty({ type: String })
  paragraph!: string;
  @ApiProperty({ type: String, nullable: true })
  part!: string | null;
  @ApiProperty({ type: String })
  words!: string;
  @ApiProperty({ type: Boolean })
  exempt!: boolean;
}

export class PromiseCandidatesDto {
  @ApiProperty({ type: PromiseCandidateDto, isArray: true })
  items!: readonly object[];
}
