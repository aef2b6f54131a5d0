import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../http/page.js';
import { REQUEST_STATUSES } from '../participation.items.js';
import { REQUESTER_KINDS } from '../participation.payloads.js';
import { NOTICE_KINDS } from './participation-queries.dto.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type Requester } from '../participation.events.js';
import { type RunningClock } from '../running-clocks.js';
import { type AnnualReport } from '../views/annual-report/annual-report.js';
import { type PublicationDuty } from '../views/annual-report/annual-report.query.js';
import { type NoticeShown } from '../views/register/notice.query.js';
import { type RequestStory } from '../views/register/participation-request.query.js';
import { type ListedRequest, type PublicRequest } from '../views/register/request-view.js';
import { type SimilarRequest } from '../views/register/similar.query.js';

const DATE = { type: String, format: 'date' } as const;
const NOT_PUBLIC = { required: false, description: 'For who may read what is not published' } as const;
const PUBLISHED = { required: false, description: 'In a list for the public, which has the whole of what was published' } as const;
const TEXT = { type: String, nullable: true } as const;
const LIST = { type: Object, isArray: true } as const;

@AnswerOf<Requester>()
export class RequesterShownDto {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ enum: REQUESTER_KINDS })
  kind!: string;
  @ApiProperty({ type: Boolean, ...NOT_PUBLIC })
  constitutionAttached?: boolean;
  @ApiProperty({
    type: String,
    required: false,
    description: 'Why it is a community participation body, for who may read what is not published',
  })
  basis?: string;
}

@AnswerOf<RunningClock>()
export class RunningClockDto {
  @ApiProperty({
    type: String,
    example: 'decision',
    description: 'decision, additional-<authority>, representations, final-details or establish',
  })
  clock!: string;
  @ApiProperty({ type: String })
  what!: string;
  @ApiProperty({ type: Object, description: 'The deadline with how it was counted: the rule, its source, each day that did not count' })
  deadline!: object;
  @ApiProperty({ enum: ['open', 'met', 'dropped', 'over'] })
  standing!: string;
  @ApiProperty({ ...DATE, nullable: true })
  endedOn!: string | null;
  @ApiProperty({ type: 'integer', minimum: 0 })
  daysLate!: number;
}

class InAnyRequestDto {
  @ApiProperty({ type: String, example: 'scottish-borders-council/2024-westmuir-path' })
  requestId!: string;
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: RequesterShownDto, isArray: true })
  from!: RequesterShownDto[];
  @ApiProperty(TEXT)
  service!: string | null;
  @ApiProperty(TEXT)
  outcome!: string | null;
  @ApiProperty({ enum: REQUEST_STATUSES, ...NOT_PUBLIC })
  state?: string;
  @ApiProperty({ ...DATE, ...NOT_PUBLIC })
  receivedOn?: string;
  @ApiProperty({ ...DATE, required: false, description: 'The day it is taken to have been made (reg 5)' })
  madeOn?: string;
  @ApiProperty({ ...DATE, nullable: true, ...NOT_PUBLIC })
  validationDate?: string | null;
  @ApiProperty({ ...DATE, nullable: true, ...NOT_PUBLIC })
  decisionDueOn?: string | null;
  @ApiProperty({ ...DATE, nullable: true, ...NOT_PUBLIC })
  decidedOn?: string | null;
  @ApiProperty({ type: Boolean, ...NOT_PUBLIC })
  late?: boolean;
  @ApiProperty({ type: 'integer', minimum: 0, ...NOT_PUBLIC })
  daysLate?: number;
  @ApiProperty({ type: RunningClockDto, isArray: true, ...NOT_PUBLIC })
  clocks?: RunningClockDto[];
  @ApiProperty({ type: Boolean, ...NOT_PUBLIC })
  published?: boolean;
}

@AnswerOf<ListedRequest | PublicRequest>()
export class ListedRequestDto extends InAnyRequestDto {
  @ApiProperty({ type: Object, nullable: true, ...PUBLISHED })
  decision?: object | null;
  @ApiProperty({ type: Object, nullable: true, ...PUBLISHED })
  details?: object | null;
  @ApiProperty({ ...LIST, ...PUBLISHED })
  modifications?: object[];
  @ApiProperty({ type: Object, nullable: true, ...PUBLISHED })
  report?: object | null;
  @ApiProperty({ ...LIST, ...PUBLISHED })
  publications?: object[];
}
export const RequestsPageDto = PageOf(ListedRequestDto);

@AnswerOf<RequestStory | PublicRequest>()
export class RequestShownDto extends InAnyRequestDto {
  @ApiProperty({ type: Object, nullable: true, description: 'The decision, once it was published or for who may read it' })
  decision!: object | null;
  @ApiProperty({ type: Object, nullable: true })
  details!: object | null;
  @ApiProperty(LIST)
  modifications!: object[];
  @ApiProperty({ type: Object, nullable: true })
  report!: object | null;
  @ApiProperty(LIST)
  publications!: object[];
  @ApiProperty({ type: Object, ...NOT_PUBLIC })
  contents?: object;
  @ApiProperty({
    ...LIST,
    required: false,
    description: 'The people behind it: with their details, `apart: true` for who may not read them, `erased: true` when they were erased',
  })
  contacts?: object[];
  @ApiProperty({ ...LIST, required: false, description: 'Each item that is missing, with the provision that requires it' })
  missing?: object[];
  @ApiProperty({ ...LIST, ...NOT_PUBLIC })
  authorities?: object[];
  @ApiProperty({ ...LIST, ...NOT_PUBLIC })
  considerations?: object[];
  @ApiProperty({ type: Object, nullable: true, required: false, description: 'The earlier request it repeats, and why it was declined' })
  declined?: object | null;
  @ApiProperty({ ...LIST, ...NOT_PUBLIC })
  representations?: object[];
  @ApiProperty({ type: Object, nullable: true, ...NOT_PUBLIC })
  established?: object | null;
  @ApiProperty({ ...DATE, nullable: true, ...NOT_PUBLIC })
  completedOn?: string | null;
  @ApiProperty({ type: Object, nullable: true, ...NOT_PUBLIC })
  withdrawn?: object | null;
  @ApiProperty({ ...LIST, required: false, description: 'Each notice given, with its day and the SHA-256 of its text' })
  notices?: object[];
  @ApiProperty({ ...LIST, required: false, description: 'What must be published and has not been' })
  toPublish?: object[];
  @ApiProperty({ ...LIST, required: false, description: 'Everything recorded of it, with both times and who recorded it' })
  story?: object[];
}

@AnswerOf<NoticeShown>()
export class NoticeShownDto {
  @ApiProperty({ type: String })
  requestId!: string;
  @ApiProperty({ enum: NOTICE_KINDS })
  kind!: string;
  @ApiProperty({ ...DATE, nullable: true, description: 'null: not given yet, and as it would be today' })
  givenOn!: string | null;
  @ApiProperty({ type: String })
  sha256!: string;
  @ApiProperty({ type: Boolean, description: 'Whether this is, letter for letter, what was given' })
  asGiven!: boolean;
  @ApiProperty({ type: String })
  text!: string;
}

@AnswerOf<SimilarRequest>()
export class SimilarRequestDto {
  @ApiProperty({ type: String })
  requestId!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, isArray: true })
  from!: string[];
  @ApiProperty(TEXT)
  service!: string | null;
  @ApiProperty(TEXT)
  outcome!: string | null;
  @ApiProperty(DATE)
  madeOn!: string;
  @ApiProperty({ enum: REQUEST_STATUSES })
  state!: string;
  @ApiProperty({ type: Boolean })
  sameService!: boolean;
  @ApiProperty({ type: String, isArray: true, description: 'Words of service and outcome that both have' })
  words!: string[];
}

export class SimilarRequestsDto {
  @ApiProperty({ type: SimilarRequestDto, isArray: true })
  items!: SimilarRequestDto[];
}

@AnswerOf<PublicationDuty>()
export class PublicationDutyDto {
  @ApiProperty({ type: String, nullable: true, description: 'null for the report of a year' })
  requestId!: string | null;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String, example: 'decision-notice' })
  what!: string;
  @ApiProperty({ type: String, example: 's.24(6); SSI 2017/39 reg 8' })
  source!: string;
  @ApiProperty(DATE)
  since!: string;
  @ApiProperty({ ...DATE, nullable: true })
  dueOn!: string | null;
}

export class PublicationDutiesDto {
  @ApiProperty({ type: PublicationDutyDto, isArray: true })
  items!: PublicationDutyDto[];
}

@AnswerOf<AnnualReport>()
export class AnnualReportDto {
  @ApiProperty({ type: String })
  bodyId!: string;
  @ApiProperty({ type: String })
  authority!: string;
  @ApiProperty({ type: 'integer' })
  year!: number;
  @ApiProperty(DATE)
  from!: string;
  @ApiProperty(DATE)
  to!: string;
  @ApiProperty({ type: Object })
  due!: object;
  @ApiProperty({ type: Object, description: 'received, agreed, refused, led-to-change, declined, withdrawn' })
  counts!: object;
  @ApiProperty({ type: Object, description: 'The requests behind each number' })
  requests!: object;
  @ApiProperty(TEXT)
  promotion!: string | null;
  @ApiProperty(TEXT)
  support!: string | null;
  @ApiProperty({ type: Object, nullable: true })
  published!: object | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether it still says, letter for letter, what was published' })
  asPublished!: boolean | null;
}
