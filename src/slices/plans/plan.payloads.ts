import { DecisionNamedDto } from '../bodies/decision-named.payloads.js';
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
  StructuredField,
  TextField,
} from '../../http/fields.js';
import { type Implication, PLAN_KINDS, type PlanKind } from './plan.events.js';

const BY_DECISION = { optional: true, description: 'The decision of the body by which it is so' };
const ON = { optional: true, description: 'The day it counts from; the day of the command where nothing is said' };
const DUE = {
  description: 'The words used: a date, a month, a range, "6 months", "ongoing", each year, or nothing exact',
  example: '3 - 6 months',
};

export class PlanGroupDto {
  @SlugField({ description: 'Id of the heading in this plan', example: '1.1' })
  groupId!: string;
  @LineField({ optional: true, max: 40, description: 'Number as the source writes it', example: '1.1' })
  number?: string;
  @TextField({ max: 2_000, description: 'The heading', example: 'Collaborative leadership and building relationships' })
  heading!: string;
  @TextField({ optional: true, max: 10_000, description: 'What stands between the heading and its items' })
  leadIn?: string;
  @SlugField({ optional: true, description: 'The heading it stands under itself' })
  within?: string;
}

export class ImplicationDto {
  @ChoiceField(['risk', 'cost', 'resource'], {
    optional: true,
    description: 'Whether it is a risk, a cost or a resource, where that is said',
  })
  of?: Implication['of'];
  @TextField({ max: 2_000, description: 'The implication, as the source words it', example: 'Risk – lack of engagement from CPP Partners' })
  words!: string;
}

export class ItemLinkDto {
  @SlugField({ description: 'Id of the other item', example: '1.2.1' })
  item!: string;
  @LineField({ max: 200, description: 'The words that point to it', example: 'Link to 1.2.1' })
  words!: string;
}

export class PlanItemDto {
  @SlugField({ description: 'Id of the item in this plan', example: '1.1.3' })
  itemId!: string;
  @LineField({ optional: true, max: 40, description: 'Number as the source writes it', example: '1. (i)' })
  number?: string;
  @SlugField({ optional: true, description: 'The heading it stands under' })
  group?: string;
  @TextField({ max: 10_000, description: 'What is to be done' })
  text!: string;
  @LinesField({ max: 20, description: 'Who leads on it, one by one', example: ['Borders Third Sector Partnership (TSI)', 'CPP'] })
  leads!: string[];
  @TextField({ optional: true, max: 2_000, description: 'The leads as the source words them', example: 'LHSG (with Public Health)' })
  leadWords?: string;
  @LineField({ optional: true, blank: true, ...DUE })
  due?: string;
  @DueDatesField()
  dueDates?: DueDatesDto;
  @DateField({ optional: true, description: 'The day its due words count from; the plan’s where nothing is said' })
  dueSaidOn?: string;
  @TextField({ optional: true, max: 5_000, description: 'How it is measured' })
  measure?: string;
  @TextField({ optional: true, max: 5_000, description: 'Outcome sought' })
  outcome?: string;
  @PartsField(() => ImplicationDto, { optional: true, max: 20, description: 'Risk, cost and resource' })
  implications?: ImplicationDto[];
  @PartsField(() => ItemLinkDto, { optional: true, max: 20, description: 'Other items it points to' })
  links?: ItemLinkDto[];
}

export class AdoptPlanDto {
  @LineField({ description: 'The title of the plan', example: 'Third Sector Interface Community Planning Improvement Plan' })
  title!: string;
  @ChoiceField(PLAN_KINDS, { description: 'What sort of plan it is' })
  kind!: PlanKind;
  @TextField({ optional: true, max: 2_000, description: 'The document it stands in' })
  source?: string;
  @PartField(() => DecisionNamedDto, { optional: true, description: 'The decision of the body that adopted it' })
  decision?: DecisionNamedDto;
  @TextField({ optional: true, max: 2_000, description: 'What adopted it, in words, where that is not in the system' })
  cited?: string;
  @RefField({ optional: true, description: 'The report that brought it, body/report' })
  report?: string;
  @DateField({ optional: true, description: 'The day it was adopted; the meeting’s, or else the day of the command' })
  on?: string;
  @DateField({ optional: true, description: 'The day from which "6 months" counts; the day it was adopted where nothing is said' })
  saidOn?: string;
  @LinesField({ optional: true, min: 2, max: 10, description: 'Ratings of its self-evaluation, the lowest first' })
  scale?: string[];
  @TextField({ optional: true, max: 10_000, description: 'Words above its items' })
  introduction?: string;
  @TextField({ optional: true, max: 10_000, description: 'Words below its items' })
  ending?: string;
  @LineField({ optional: true, description: 'When it is reviewed, in words', example: 'in two years' })
  review?: string;
  @FlagField({
    optional: true,
    description: 'Not public by itself; it is not public in any case while the decision that adopted it is exempt',
  })
  exempt?: boolean;
}

export class AddPlanItemDto {
  @PartsField(() => PlanGroupDto, { optional: true, max: 50, description: 'Headings that are new in the plan, outer ones first' })
  groups?: PlanGroupDto[];
  @PartsField(() => PlanItemDto, { min: 1, max: 200, description: 'One item or several, in order' })
  items!: PlanItemDto[];
  @DateField(ON)
  on?: string;
}

const ITEM = { description: 'Id of the item', example: '1.1.3' };

export class AmendPlanItemDto {
  @SlugField(ITEM)
  item!: string;
  @LineField({ optional: true, max: 40, description: 'The new number, as the source writes it' })
  number?: string;
  @SlugField({ optional: true, description: 'The heading it stands under from then on, by its id in the plan' })
  group?: string;
  @TextField({ optional: true, max: 10_000, description: 'What is to be done from then on' })
  text?: string;
  @LinesField({ optional: true, max: 20, description: 'The leads from then on, all of them' })
  leads?: string[];
  @TextField({ optional: true, max: 2_000, description: 'The leads as the source words them' })
  leadWords?: string;
  @LineField({ optional: true, blank: true, ...DUE })
  due?: string;
  @DueDatesField()
  dueDates?: DueDatesDto;
  @DateField({ optional: true, description: 'The day the new due words count from; that of the amendment where nothing is said' })
  dueSaidOn?: string;
  @TextField({ optional: true, max: 5_000, description: 'How it is measured from then on' })
  measure?: string;
  @TextField({ optional: true, max: 5_000, description: 'The outcome sought from then on' })
  outcome?: string;
  @PartsField(() => ImplicationDto, { optional: true, max: 20, description: 'The risks, costs and resources from then on, all of them' })
  implications?: ImplicationDto[];
  @PartsField(() => ItemLinkDto, { optional: true, max: 20, description: 'The other items it points to from then on, all of them' })
  links?: ItemLinkDto[];
  @PartField(() => DecisionNamedDto, BY_DECISION)
  decision?: DecisionNamedDto;
  @TextField({ optional: true, max: 2_000, description: 'Why, where no decision is named' })
  reason?: string;
  @DateField(ON)
  on?: string;
}

export class ReportAchievementDto {
  @SlugField(ITEM)
  item!: string;
  @TextField({ max: 10_000, description: 'What was done, as the plan’s last column shows it' })
  words!: string;
  @LineField({ optional: true, max: 200, description: 'Who said so, where it was not whoever records it' })
  reportedBy?: string;
  @DateField(ON)
  on?: string;
}

export class SelfEvaluateItemDto {
  @SlugField(ITEM)
  item!: string;
  @LineField({ description: 'One of the plan’s scale', example: 'partly-established' })
  rating!: string;
  @TextField({ optional: true, max: 10_000, description: 'What the rating rests on' })
  evidence?: string;
  @TextField({ optional: true, max: 10_000, description: 'Proposed improvement' })
  improvement?: string;
  @DateField(ON)
  on?: string;
}

export class CompletePlanItemDto {
  @SlugField(ITEM)
  item!: string;
  @TextField({ max: 10_000, description: 'What was done' })
  words!: string;
  @DateField({ optional: true, description: 'Of an item that recurs, the day that was met; without it the item is achieved for good' })
  occurrence?: string;
  @PartField(() => DecisionNamedDto, BY_DECISION)
  decision?: DecisionNamedDto;
  @DateField(ON)
  on?: string;
}

export class ReopenPlanItemDto {
  @SlugField(ITEM)
  item!: string;
  @TextField({ max: 2_000, description: 'Why it is not done after all' })
  reason!: string;
  @DateField(ON)
  on?: string;
}

/** `plan:board/third-sector#1.1.3`, `board/2016-06-09#4.4`: how records are named. */
const REF = /^(?:[a-z-]{1,40}:)?[a-z0-9][a-z0-9.-]{0,79}\/[a-z0-9][a-z0-9.-]{0,79}(?:#[^\u0000-\u001f#]{1,80})?$/;

export class SupersedePlanItemDto {
  @SlugField(ITEM)
  item!: string;
  @TextField({ max: 2_000, description: 'By what, in words', example: 'the Community Empowerment Act and Local Outcome Improvement Plans' })
  by!: string;
  @StructuredField(
    (value) => (typeof value === 'string' && REF.test(value) ? null : 'must name a record: plan:body/plan#item, body/meeting#paragraph'),
    { type: 'string', pattern: REF.source },
    { optional: true, description: 'The record that takes its place', example: 'plan:cpp-strategic-board/outcomes#2.1' },
  )
  ref?: string;
  @TextField({ optional: true, max: 10_000, description: 'What the plan says of it, word for word' })
  words?: string;
  @PartField(() => DecisionNamedDto, BY_DECISION)
  decision?: DecisionNamedDto;
  @DateField(ON)
  on?: string;
}

export class DropPlanItemDto {
  @SlugField(ITEM)
  item!: string;
  @TextField({ max: 2_000, description: 'Why it is not to be done' })
  reason!: string;
  @PartField(() => DecisionNamedDto, BY_DECISION)
  decision?: DecisionNamedDto;
  @DateField(ON)
  on?: string;
}

export class ReviewPlanDto {
  @TextField({ max: 10_000, description: 'What the review came to' })
  outcome!: string;
  @LineField({ optional: true, description: 'When it is reviewed again, in words', example: 'in two years' })
  nextReview?: string;
  @PartField(() => DecisionNamedDto, BY_DECISION)
  decision?: DecisionNamedDto;
  @DateField(ON)
  on?: string;
}

export class ClosePlanDto {
  @TextField({ max: 2_000, description: 'Why it is closed' })
  reason!: string;
  @ChoiceField(['superseded', 'dropped'], { optional: true, description: 'What becomes of items that are still open' })
  openItems?: 'superseded' | 'dropped';
  @TextField({
    optional: true,
    max: 2_000,
    description: 'By what they are superseded; the reason where nothing is said',
    onlyFor: { openItems: ['superseded'] },
  })
  supersededBy?: string;
  @PartField(() => DecisionNamedDto, BY_DECISION)
  decision?: DecisionNamedDto;
  @DateField(ON)
  on?: string;
}

export class ReopenPlanDto {
  @TextField({ max: 2_000, description: 'Why it goes on' })
  reason!: string;
  @DateField(ON)
  on?: string;
}

export class CorrectPlanDto {
  @LineField({ optional: true, description: 'The right title' })
  title?: string;
  @TextField({ optional: true, max: 2_000, description: 'The document that holds the plan' })
  source?: string;
  @TextField({ optional: true, max: 10_000, description: 'The words above the items' })
  introduction?: string;
  @TextField({ optional: true, max: 10_000, description: 'The words below the items' })
  ending?: string;
  @FlagField({ optional: true, description: 'Whether it is not public by itself' })
  exempt?: boolean;
  @TextField({ max: 2_000, description: 'Why the record of it was wrong' })
  reason!: string;
}
