import { DecisionAtParagraphDto } from '../bodies/decision-named.payloads.js';
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
  TextField,
} from '../../http/fields.js';
import { type Consideration, type ItemName, type RequesterKind, type RequestForm, type SameMatters } from './participation.events.js';
import { CONSIDERATION_NAMES, ITEM_NAMES } from './participation.items.js';

export const REQUESTER_KINDS = ['community-controlled', 'community-council', 'designated', 'group'] as const;
export const REQUEST_FORMS = ['schedule', 'substantially-like', 'other'] as const;

export class RequesterDto {
  @LineField({ max: 200, description: 'The body, never a person', example: 'Example Community Trust' })
  name!: string;
  @ChoiceField(REQUESTER_KINDS, {
    description:
      'What makes it a community participation body (s.20): a community-controlled body, a community council, a body designated by order, or a group without a constitution',
  })
  kind!: RequesterKind;
  @FlagField({ optional: true, description: 'Whether its written constitution came with the request' })
  constitutionAttached?: boolean;
  @TextField({ optional: true, max: 5_000, description: 'The order that designates it, or how the group meets s.20(4)(a) to (f)' })
  basis?: string;
}

export class AdditionalAuthorityDto {
  @SlugField({ description: 'Id of the authority', example: 'nhs-example' })
  authority!: string;
  @LineField({ max: 200, description: 'The name of the authority', example: 'NHS Example' })
  name!: string;
}

/** All but the subject is sealed before anything is recorded. */
export class ContactDto {
  @SlugField({
    description: 'Id under which this person’s details are sealed, and can be erased; it says nothing of who they are',
    example: 'subject-7k3q9d2x',
  })
  subject!: string;
  @LineField({ max: 200, description: 'The name; kept sealed' })
  name!: string;
  @TextField({ optional: true, max: 500, description: 'The postal address; kept sealed' })
  address?: string;
  @LineField({ optional: true, max: 200, description: 'The address for mail; kept sealed' })
  email?: string;
  @LineField({ optional: true, max: 50, description: 'The telephone number; kept sealed' })
  telephone?: string;
  @TextField({ optional: true, max: 5_000, description: 'What was said in confidence' })
  inConfidence?: string;
}

class ContentsDto {
  @TextField({ optional: true, max: 2_000, description: 'The public service (s.22(2)(a))' })
  service?: string;
  @TextField({ optional: true, max: 5_000, description: 'The outcome (s.22(2)(a))' })
  outcome?: string;
  @TextField({ optional: true, max: 20_000, description: 'Why the body should take part (s.22(2)(b))' })
  reasons?: string;
  @TextField({ optional: true, max: 20_000, description: 'Its knowledge, expertise and experience (s.22(2)(c))' })
  experience?: string;
  @TextField({ optional: true, max: 20_000, description: 'The improvement it anticipates (s.22(2)(d))' })
  improvement?: string;
  @TextField({ optional: true, max: 20_000, description: 'Any other information in support (s.24(3)(b))' })
  information?: string;
}

export class ReceiveParticipationRequestDto extends ContentsDto {
  @LineField({ description: 'What the request is called in lists', example: 'Path between Westmuir and Eastmuir' })
  title!: string;
  @PartsField(() => RequesterDto, { min: 1, max: 20, description: 'The body that asks; several make a joint request (s.22(5))' })
  from!: RequesterDto[];
  @ChoiceField(REQUEST_FORMS, { description: 'Whether it is on the form of the schedule (SSI 2017/39 reg 3)' })
  form!: RequestForm;
  @PartsField(() => AdditionalAuthorityDto, { optional: true, max: 20, description: 'Authorities it asks to take part too (s.22(6))' })
  additionalAuthorities?: AdditionalAuthorityDto[];
  @PartsField(() => ContactDto, { optional: true, max: 20, description: 'The people behind it' })
  contacts?: ContactDto[];
}

export class CorrectParticipationRequestDto extends ContentsDto {
  @LineField({ optional: true, description: 'What the request is called here' })
  title?: string;
  @PartsField(() => RequesterDto, { optional: true, min: 1, max: 20, description: 'All the bodies that ask, as they should read' })
  from?: RequesterDto[];
  @ChoiceField(REQUEST_FORMS, { optional: true, description: 'Whether it is on the form of the schedule (SSI 2017/39 reg 3)' })
  form?: RequestForm;
  @TextField({ max: 2_000, description: 'What was wrong in the record of it' })
  reason!: string;
}

export class NameContactsDto {
  @PartsField(() => ContactDto, { min: 1, max: 20, description: 'The people behind the request from now on' })
  contacts!: ContactDto[];
}

export class MissingItemDto {
  @ChoiceField(ITEM_NAMES, { description: 'What is missing' })
  item!: ItemName;
  @LineField({ optional: true, max: 200, description: 'The body whose constitution or basis it is' })
  of?: string;
}

export class NotifyMissingItemsDto {
  @PartsField(() => MissingItemDto, {
    optional: true,
    max: 50,
    description: 'Items held to be missing although something was given for them; what the record shows to be missing is named without',
  })
  items?: MissingItemDto[];
}

export class SuppliedForDto {
  @LineField({ max: 200, description: 'The body, as the request names it' })
  name!: string;
  @FlagField({ optional: true, description: 'Whether its written constitution came' })
  constitutionAttached?: boolean;
  @TextField({ optional: true, max: 5_000, description: 'Why it is a community participation body (s.20)' })
  basis?: string;
}

export class SupplyMissingItemsDto extends ContentsDto {
  @ChoiceField(REQUEST_FORMS, { optional: true, description: 'The form it is on now (SSI 2017/39 reg 3)' })
  form?: RequestForm;
  @PartsField(() => SuppliedForDto, { optional: true, max: 20, description: 'What was supplied for each body that asks' })
  from?: SuppliedForDto[];
}

export class AskAdditionalAuthorityDto extends AdditionalAuthorityDto {}

export class RecordAuthorityReplyDto {
  @SlugField({ description: 'The authority that replies' })
  authority!: string;
  @FlagField({ description: 'Whether it wishes to take part' })
  participates!: boolean;
  @TextField({ optional: true, max: 10_000, description: 'Its reasons; required where it does not wish to' })
  reasons?: string;
}

export class AgreeLongerPeriodDto {
  @DateField({ description: 'The last day of the longer period', example: '2027-03-12' })
  until!: string;
  @DateField({ optional: true, description: 'The day the body agreed; the day of the command where nothing is said' })
  agreedOn?: string;
}

export class DeclineAsRepeatDto {
  @RefField({ description: 'The earlier request', example: 'scottish-borders-council/2024-westmuir-path' })
  earlier!: string;
  @ChoiceField(['same', 'substantially-same'], { description: 'Same service, and the same or substantially the same outcome' })
  matters!: SameMatters;
  @TextField({ max: 10_000, description: 'Why it is declined (s.27)' })
  reasons!: string;
}

export class RecordConsiderationDto {
  @ChoiceField(CONSIDERATION_NAMES, { description: 'The paragraph of s.24(3), or s.24(4)' })
  consideration!: Consideration;
  @TextField({ max: 20_000, description: 'What was considered' })
  words!: string;
}

const CITED = { optional: true, description: 'The decision of a meeting by which it was decided' };

export class RefuseRequestDto {
  @TextField({ max: 20_000, description: 'The reasonable grounds (s.24(5))' })
  reasons!: string;
  @PartField(() => DecisionAtParagraphDto, CITED)
  decision?: DecisionAtParagraphDto;
}

class ProcessDetailsDto {
  @TextField({ max: 20_000, description: 'How the process operates, or is intended to' })
  operation!: string;
  @TextField({ max: 20_000, description: 'How and to what extent the body is expected to take part' })
  bodyRole!: string;
  @TextField({ optional: true, max: 20_000, description: 'How any other person takes part' })
  othersRoles?: string;
}

export class AgreeExistingProcessDto extends ProcessDetailsDto {
  @TextField({ max: 5_000, description: 'The stage the process has reached (s.25(2)(b))' })
  stage!: string;
  @TextField({ optional: true, max: 20_000, description: 'The reasons for the decision' })
  reasons?: string;
  @PartField(() => DecisionAtParagraphDto, CITED)
  decision?: DecisionAtParagraphDto;
}

export class AgreeProposedProcessDto extends ProcessDetailsDto {
  @TextField({ optional: true, max: 20_000, description: 'The reasons for the decision' })
  reasons?: string;
  @PartField(() => DecisionAtParagraphDto, CITED)
  decision?: DecisionAtParagraphDto;
}

export class RecordRepresentationsDto {
  @TextField({ max: 20_000, description: 'The body’s written representations on the proposed process' })
  words!: string;
}

export class GiveFinalDetailsDto extends ProcessDetailsDto {
  @TextField({
    optional: true,
    max: 20_000,
    description: 'How the representations were taken into consideration; required where any were made',
  })
  regard?: string;
}

export class EstablishProcessDto {
  @TextField({ max: 10_000, description: 'The steps taken to initiate the process' })
  steps!: string;
}

export class ModifyProcessDto {
  @TextField({ max: 20_000, description: 'What is changed' })
  changes!: string;
  @DateField({ description: 'The day the body was consulted' })
  consultedOn!: string;
  @TextField({ max: 20_000, description: 'How it was consulted, and what it said' })
  consultation!: string;
}

export class ReportOnProcessDto {
  @TextField({ max: 20_000, description: 'The outcomes, and whether the specified outcome has been improved (s.31(2)(a))' })
  outcomes!: string;
  @TextField({ max: 20_000, description: 'How and to what extent the body’s participation influenced them (s.31(2)(b))' })
  influence!: string;
  @TextField({ max: 20_000, description: 'How the body and others are kept informed (s.31(2)(c))' })
  keepingInformed!: string;
  @DateField({ description: 'The day the body’s views were sought (s.31(3))' })
  viewsSoughtOn!: string;
  @TextField({ max: 10_000, description: 'How they were sought' })
  viewsSought!: string;
  @TextField({ optional: true, max: 20_000, description: 'What the body said' })
  views?: string;
  @FlagField({ description: 'Whether the request resulted in a change to a public service (s.32(2)(c))' })
  ledToChange!: boolean;
}

export class RecordPublicationDto {
  @LineField({ max: 40, description: 'decision-notice, final-process, modification-<id> or report', example: 'decision-notice' })
  what!: string;
  @DateField({ optional: true, description: 'The day it was published; the day of the command where nothing is said' })
  on?: string;
  @LineField({
    description: 'The address of the page, or other electronic means',
    example: 'https://www.example.org/participation-requests',
  })
  where!: string;
}

export class WithdrawRequestDto {
  @TextField({ optional: true, max: 5_000, description: 'Why it is withdrawn' })
  reason?: string;
}

const YEAR = { min: 2017, max: 2199, description: 'The year the reporting year begins in, on 1 April', example: 2026 };

export class RecordPromotionAndSupportDto {
  @IntegerField(YEAR)
  year!: number;
  @TextField({ max: 20_000, description: 'What was done to promote the use of participation requests (s.32(2)(d)(i))' })
  promotion!: string;
  @TextField({ max: 20_000, description: 'What was done to support bodies in making them (s.32(2)(d)(ii))' })
  support!: string;
}

export class RecordAnnualReportPublishedDto {
  @IntegerField(YEAR)
  year!: number;
  @DateField({ optional: true, description: 'The day it was published; the day of the command where nothing is said' })
  on?: string;
  @LineField({ description: 'The address of the page' })
  where!: string;
}
