import { DecisionNamedDto } from './decision-named.payloads.js';
import { DueDatesDto, DueDatesField } from '../calendars/due-dates.payloads.js';
import {
  ChoiceField,
  DateField,
  IntegerField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  RefField,
  SLUG,
  SlugField,
  StructuredField,
  TextField,
} from '../../http/fields.js';
import { REMIT_KINDS, type RemitKind } from './body-life.events.js';
import { type BodyKind } from './body.events.js';
import { BODY_KINDS } from './body.payloads.js';

/** Grounds of a step: a decision in the record, or the source in words. */
export class GroundsDto {
  @PartField(() => DecisionNamedDto, { optional: true, description: 'The decision behind it, where that is in the system' })
  decision?: DecisionNamedDto;
  @LineField({ optional: true, description: 'The report, minute or decision that tells of it' })
  source?: string;
}

const slugs = (value: unknown): string | null =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= 100 &&
  new Set(value).size === value.length &&
  value.every((one) => typeof one === 'string' && SLUG.test(one))
    ? null
    : 'must be a list of 1 to 100 different ids';

export class ProposeBodyDto extends GroundsDto {
  @LineField({ description: 'Name it is to have', example: 'Eildon Community Integration Group' })
  name!: string;
  @ChoiceField(BODY_KINDS, { description: 'What sort of body it is to be' })
  kind!: BodyKind;
  @DateField({ optional: true, description: 'The day it was proposed; the day of the command where nothing is said' })
  on?: string;
  @LineField({ optional: true, max: 100, description: 'IANA time zone of the place it is to sit', example: 'Europe/London' })
  timeZone?: string;
  @RefField({
    optional: true,
    description: 'The report that proposes it, where that is in the system',
    example: 'sb-ijb/2023-05-17-relaunch',
  })
  report?: string;
}

export class BeginSabbaticalDto extends GroundsDto {
  @DateField({ description: 'First day' })
  from!: string;
  @LineField({ optional: true, description: 'Until when, in the words used', example: 'August 2022' })
  until?: string;
  @DueDatesField()
  untilDates?: DueDatesDto;
  @LineField({ description: 'Why it rests', example: 'Development work with partners during the summer' })
  reason!: string;
}

export class EndSabbaticalDto extends GroundsDto {
  @DateField({ description: 'Last day of the sabbatical' })
  lastDay!: string;
  @LineField({ optional: true, description: 'Why it rests no longer' })
  reason?: string;
}

export class RelaunchBodyDto extends GroundsDto {
  @DateField({ description: 'First day it is at work again' })
  on!: string;
  @LineField({ optional: true, description: 'What the record says of it', example: 'Formal re-launch events in October' })
  words?: string;
}

export class DissolveBodyDto extends GroundsDto {
  @DateField({ description: 'First day on which there is no such body' })
  on!: string;
  @LineField({ description: 'Why it ends' })
  reason!: string;
}

export class AdoptDormancyRuleDto {
  @IntegerField({
    optional: true,
    min: 1,
    max: 120,
    description: 'Months without a meeting after which it is dormant; no rule any more where nothing is said',
  })
  noMeetingForMonths?: number;
  @DateField({ description: 'First day the rule applies' })
  from!: string;
  @LineField({ description: 'The rule, or who decided it', example: 'Decision of the board' })
  source!: string;
}

export class RecordDormantDto {
  @LineField({ description: 'Since when, in the words used', example: 'late 2017' })
  from!: string;
  @DueDatesField()
  fromDates?: DueDatesDto;
  @LineField({ description: 'What makes it dormant', example: 'Nobody came forward to lead it' })
  reason!: string;
  @LineField({ optional: true, description: 'The document or decision that tells of it' })
  source?: string;
}

export class ReadinessConditionDto {
  @SlugField({ description: 'Id of the condition, new in the body', example: 'remit' })
  conditionId!: string;
  @LineField({ description: 'What must be in place', example: 'A clear unambiguous remit' })
  title!: string;
  @LineField({ optional: true, description: 'What asks for it' })
  source?: string;
}

export class SetReadinessConditionsDto extends GroundsDto {
  @PartsField(() => ReadinessConditionDto, { min: 1, max: 50, description: 'What must be in place before the body begins' })
  conditions!: ReadinessConditionDto[];
  @DateField({ optional: true, description: 'The day they were laid down; the day of the command where nothing is said' })
  on?: string;
}

export class EvidenceConditionDto {
  @SlugField({ description: 'The condition', example: 'remit' })
  condition!: string;
  @TextField({ max: 5_000, description: 'What shows that it is met' })
  words!: string;
  @LineField({ optional: true, max: 2_000, description: 'Where it can be read' })
  link?: string;
  @DateField({ description: 'From which day it holds' })
  on!: string;
}

export class WithdrawEvidenceDto {
  @SlugField({ description: 'The condition', example: 'remit' })
  condition!: string;
  @LineField({ description: 'Why the evidence does not hold', example: 'The administrator left' })
  reason!: string;
  @DateField({ description: 'First day on which it holds no more' })
  on!: string;
}

export class NamePathfinderDto extends GroundsDto {
  @StructuredField(slugs, {
    type: 'array',
    items: { type: 'string', pattern: SLUG.source },
    minItems: 1,
    maxItems: 100,
    uniqueItems: true,
    description: 'The bodies that wait for its review',
  })
  gated!: string[];
  @LineField({ description: 'When it is reviewed, in the words used', example: 'the September 2023 meeting' })
  reviewAt!: string;
  @DueDatesField()
  reviewDates?: DueDatesDto;
  @SlugField({ optional: true, description: 'The body that reviews it: its meetings are what the words are read by', example: 'sb-ijb' })
  reviewedBy?: string;
  @DateField({ optional: true, description: 'The day it was named; the day of the command where nothing is said' })
  on?: string;
}

export class ReviewPathfinderDto extends GroundsDto {
  @DateField({ description: 'The day of the review' })
  on!: string;
  @ChoiceField(['proceed', 'not-yet'], { description: 'Whether the bodies that wait for it may proceed' })
  outcome!: 'proceed' | 'not-yet';
  @TextField({ max: 20_000, description: 'What the review found' })
  findings!: string;
  @LineField({ optional: true, description: 'When it is reviewed again, in the words used', onlyFor: { outcome: ['not-yet'] } })
  nextReview?: string;
}

export class LocalityToldDto {
  @IntegerField({ optional: true, min: 0, max: 10_000_000, description: 'People living there' })
  population?: number;
  @LineField({
    optional: true,
    description: 'What the record says of how many live there',
    example: '30% of the total population of Scottish Borders',
  })
  populationWords?: string;
  @DateField({ optional: true, description: 'The day the population was counted or estimated for' })
  asOf?: string;
  @TextField({ optional: true, max: 5_000, description: 'The area, in words' })
  area?: string;
  @LinesField({ optional: true, max: 100, description: 'Wards it is made of' })
  wards?: string[];
}

export class DefineLocalityDto extends LocalityToldDto {
  @SlugField({ description: 'Id of the locality, new in the area', example: 'eildon' })
  localityId!: string;
  @LineField({ description: 'The name of the locality', example: 'Eildon' })
  name!: string;
  @DateField({ optional: true, description: 'First day; where nothing is said the first day of the body, or else the day of the command' })
  from?: string;
  @LineField({ optional: true, description: 'Where it is defined' })
  source?: string;
}

export class ChangeLocalityDto extends LocalityToldDto {
  @SlugField({ description: 'The locality, by its id in the area', example: 'eildon' })
  localityId!: string;
  @LineField({ optional: true, description: 'The new name; as it is where nothing is said' })
  name?: string;
  @DateField({ description: 'First day of the change' })
  from!: string;
  @LineField({ description: 'Why it is changed', example: 'Mid-year estimate' })
  reason!: string;
}

export class EndLocalityDto {
  @SlugField({ description: 'The locality, by its id in the area', example: 'eildon' })
  localityId!: string;
  @DateField({ description: 'Last day of the locality' })
  lastDay!: string;
  @LineField({ description: 'Why it is a locality no longer' })
  reason!: string;
}

export class ServeLocalityDto {
  @SlugField({ description: 'The locality, by its id in that area', example: 'eildon' })
  localityId!: string;
  @SlugField({ description: 'The body whose area the locality is a part of', example: 'sb-ijb' })
  areaBodyId!: string;
  @DateField({ optional: true, description: 'First day; where nothing is said that of the body, or else the day of the command' })
  from?: string;
  @LineField({ optional: true, description: 'The document or decision that says so' })
  source?: string;
}

export class MoneyDto {
  @IntegerField({ min: 0, max: 1_000_000_000_000, description: 'Whole pence', example: 10_000_000 })
  pence!: number;
  @ChoiceField(['GBP'], { optional: true, description: 'Pounds sterling, said or not' })
  currency?: 'GBP';
}

export class BudgetPhaseDto {
  @SlugField({ optional: true, description: 'phase-1, phase-2 and so on where nothing is said', example: 'phase-1' })
  phaseId?: string;
  @LineField({ description: 'When it begins, in the words used', example: '12-18 months after each group is established' })
  words!: string;
  @PartField(() => MoneyDto, { optional: true, description: 'How much of it the phase is; left out where that is not known' })
  amount?: MoneyDto;
}

const PHASES = { max: 50, optional: true } as const;

export class DelegateBudgetDto extends GroundsDto {
  @SlugField({ optional: true, description: 'Made up where nothing is said', example: 'participatory' })
  budgetId?: string;
  @LineField({ description: 'What the budget is for', example: 'Participatory budget' })
  title!: string;
  @SlugField({ optional: true, description: 'The body whose money it is', example: 'sb-ijb' })
  delegatedBy?: string;
  @PartField(() => MoneyDto, { optional: true, description: 'How much it is; left out where that is not known' })
  amount?: MoneyDto;
  @LineField({
    optional: true,
    description: 'What the record says where the amount is not known yet',
    example: 'levels of funding to be clarified',
  })
  toBeDefined?: string;
  @PartsField(() => BudgetPhaseDto, { ...PHASES, description: 'How it is phased in; at once where nothing is said' })
  phases?: BudgetPhaseDto[];
  @DateField({ description: 'The day it was delegated' })
  on!: string;
}

export class ChangeBudgetDto extends GroundsDto {
  @SlugField({ description: 'The budget, by its id in the body', example: 'participatory' })
  budgetId!: string;
  @LineField({ optional: true, description: 'What it is for from then on' })
  title?: string;
  @PartField(() => MoneyDto, { optional: true, description: 'How much it is from then on' })
  amount?: MoneyDto;
  @LineField({ optional: true, description: 'The words for an amount that is not known yet' })
  toBeDefined?: string;
  @PartsField(() => BudgetPhaseDto, { ...PHASES, description: 'All the phases there are from now on' })
  phases?: BudgetPhaseDto[];
  @DateField({ description: 'The day from which it is so' })
  on!: string;
  @LineField({ description: 'Why it is changed' })
  reason!: string;
}

export class BeginBudgetPhaseDto extends GroundsDto {
  @SlugField({ description: 'The budget, by its id in the body', example: 'participatory' })
  budgetId!: string;
  @SlugField({ description: 'The phase, by its id in the budget', example: 'phase-1' })
  phaseId!: string;
  @DateField({ description: 'First day of the phase' })
  on!: string;
  @LineField({ optional: true, description: 'What the record says of it' })
  words?: string;
}

export class PlaceSeatInSectorDto {
  @SlugField({ description: 'The seat, by its id in the body', example: 'rsl-1' })
  seatId!: string;
  @SlugField({ description: 'The sector its holder speaks for', example: 'housing' })
  sector!: string;
  @DateField({ optional: true, description: 'First day; that of the seat where nothing is said' })
  from?: string;
}

export class RecordRemitDto extends GroundsDto {
  @ChoiceField(REMIT_KINDS, { optional: true, description: 'What it is about; remit where nothing is said' })
  kind?: RemitKind;
  @TextField({ max: 20_000, description: 'What it says' })
  words!: string;
  @LineField({ optional: true, max: 2_000, description: 'Where it can be read' })
  link?: string;
  @DateField({ description: 'First day it applies' })
  from!: string;
}

export class PlanConstitutionReviewDto extends GroundsDto {
  @LineField({ description: 'When, in the words used', example: 'in two years' })
  words!: string;
  @DueDatesField()
  dates?: DueDatesDto;
  @DateField({ description: 'The day that was said' })
  on!: string;
}

export class ReviewConstitutionDto extends GroundsDto {
  @DateField({ description: 'The day of the review' })
  on!: string;
  @TextField({ max: 20_000, description: 'What the review found' })
  findings!: string;
}
