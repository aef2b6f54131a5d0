import {
  ChoiceField,
  DateField,
  FlagField,
  IntegerField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  PersonNamedDto,
  SlugField,
  StructuredField,
  TextField,
} from '../../http/fields.js';
import { type BodyKind } from './body.events.js';
import {
  type BetweenRule,
  PROCEDURAL,
  type NoticeRule,
  type RequisitionRule,
  type PresidingRule,
  type QuorumRule,
  type SubstitutesRule,
  type VotingRule,
} from './constitution.js';
import {
  ACTIONS,
  HEADINGS,
  LABELS,
  type MinuteStyle,
  CONTINUES,
  NUMBERINGS,
  OPENINGS,
  ORDERS,
  SEDERUNTS,
  STYLE_SETS,
  type StyleSet,
  TIMES,
  VERBS,
} from './minute-style.js';
import { presidingOrderProblem, problemText, quorumProblem } from './constitution-problems.js';

export const BODY_KINDS: readonly BodyKind[] = ['board', 'committee', 'joint-board', 'partnership', 'team', 'locality-group'];

export class EstablishBodyDto {
  @LineField({ description: 'Name of the body, as its record has it', example: 'Community Planning Strategic Board' })
  name!: string;
  @ChoiceField(BODY_KINDS, { description: 'What sort of body it is' })
  kind!: BodyKind;
  @DateField({ optional: true, description: 'First day of the body, where it is known' })
  on?: string;
  @LineField({
    optional: true,
    max: 100,
    description: 'IANA time zone of the place it sits; Europe/London where nothing is said',
    example: 'Europe/London',
  })
  timeZone?: string;
  @LineField({ optional: true, description: 'The Act, order, scheme or decision that establishes it' })
  source?: string;
}

export class PlaceBodyUnderDto {
  @SlugField({ description: 'The body it reports to', example: 'cpp-strategic-board' })
  parentId!: string;
  @DateField({ description: 'First day; an earlier placement holds until the day before' })
  from!: string;
  @LinesField({ optional: true, description: 'What it may decide by itself, one power a line' })
  delegated?: string[];
  @LineField({ optional: true, description: 'The scheme of delegation or decision' })
  source?: string;
}

export class FractionDto {
  @IntegerField({ min: 1, max: 1000, description: 'The upper number: 1 of one half' })
  numerator!: number;
  @IntegerField({ min: 1, max: 1000, description: 'The lower number: 2 of one half' })
  denominator!: number;
}

export class RescindingRuleDto {
  @IntegerField({ min: 1, max: 120, description: 'Months after the decision' })
  withinMonths!: number;
  @PartField(() => FractionDto, { description: 'Share of those voting' })
  share!: FractionDto;
}

export class ProceduralRuleDto {
  @ChoiceField(PROCEDURAL, { description: 'The kind of procedural motion', example: 'suspend-standing-order' })
  kind!: (typeof PROCEDURAL)[number];
  @PartField(() => FractionDto, { description: 'Share of those voting' })
  share!: FractionDto;
  @LineField({ description: 'The standing order', example: 'Standing Order 21' })
  source!: string;
}

const BETWEEN: readonly BetweenRule['method'][] = ['amendment-then-motion', 'motion-against-each', 'amendments-first', 'all-at-once'];
const NEEDS: readonly NonNullable<BetweenRule['needs']>[] = ['most-votes', 'overall-majority'];

export class BetweenRuleDto {
  @ChoiceField(BETWEEN, { description: 'How a motion and the amendments to it are voted on', example: 'all-at-once' })
  method!: BetweenRule['method'];
  @FlagField({ optional: true, description: 'Whether a proposal to take no action is voted for or against before the others' })
  noActionFirst?: boolean;
  @ChoiceField(NEEDS, {
    optional: true,
    description: 'More votes than any other proposal, where nothing is said; or more than half of the votes for all',
  })
  needs?: NonNullable<BetweenRule['needs']>;
  @LineField({ description: 'The standing order', example: 'Standing Order 10' })
  source!: string;
}

export class VotingRuleDto {
  @ChoiceField(['votes-cast', 'entitled-and-present'], {
    description: 'What a motion needs: most of the votes cast, or most of the members who are there and may vote, whether they do or not',
  })
  majorityOf!: VotingRule['majorityOf'];
  @FlagField({ description: 'Whether the person presiding has a second or casting vote on a tie' })
  castingVote!: boolean;
  @ChoiceField(['not-carried', 'standing-orders', 'lot'], { description: 'What a tie means where there is no casting vote' })
  tie!: VotingRule['tie'];
  @ChoiceField(['lot', 'as-other-votes'], { description: 'How a tied appointment is settled' })
  appointments!: VotingRule['appointments'];
  @PartField(() => RescindingRuleDto, {
    optional: true,
    description: 'A larger share, where a decision made not long ago is to be rescinded',
  })
  rescinding?: RescindingRuleDto;
  @PartsField(() => ProceduralRuleDto, {
    optional: true,
    max: PROCEDURAL.length,
    description:
      'What share of those voting a kind of procedural motion needs; two thirds to suspend a standing order where nothing is said',
  })
  procedural?: ProceduralRuleDto[];
  @FlagField({ description: 'Whether a motion needs a seconder before it is put' })
  seconder!: boolean;
  @PartField(() => BetweenRuleDto, { optional: true, description: 'How a motion and the amendments to it are voted on' })
  between?: BetweenRuleDto;
}

export class PresidingRuleDto {
  @StructuredField((value) => problemText(presidingOrderProblem(value)), {
    type: 'array',
    items: { type: 'string', enum: ['chair', 'vice-chair', 'voting-member-chosen', 'member-chosen'] },
    minItems: 1,
    maxItems: 4,
    uniqueItems: true,
    description: 'Who takes the chair, first available first',
  })
  order!: PresidingRule['order'];
  @FlagField({ description: 'Whether a substitute or proxy of the chair may preside' })
  substituteMayPreside!: boolean;
}

export class SubstitutesRuleDto {
  @ChoiceField(['full', 'one-item', 'none'], {
    description: '`full`: counts and votes as the member does; `one-item`: only for the item named; `none`: not allowed',
  })
  allowed!: SubstitutesRule['allowed'];
  @ChoiceField(['named', 'any-from-organisation'], {
    description: 'Only people named as substitutes beforehand, or anyone the organisation sends',
  })
  who!: SubstitutesRule['who'];
}

export class NoticeRuleDto {
  @IntegerField({ min: 0, max: 365, description: 'Clear days: neither the day of notice nor that of the meeting counts' })
  clearDays!: number;
  @FlagField({ description: 'Whether Saturdays and Sundays are clear days' })
  countWeekends!: boolean;
  @FlagField({ description: 'Whether bank holidays are clear days' })
  countHolidays!: boolean;
  @LineField({ optional: true, description: 'The Act, regulation or standing order' })
  source?: string;
}

export class RequisitionRuleDto {
  @PartField(() => FractionDto, { description: 'The share of the members who have to ask' })
  share!: FractionDto;
  @ChoiceField(['members', 'voting-members'], { description: 'Whose share it is' })
  of!: RequisitionRule['of'];
  @IntegerField({ min: 1, max: 365, description: 'Days after the day of receipt' })
  days!: number;
  @ChoiceField(['held', 'called'], { description: 'What has to be done within them: the meeting held, or called' })
  until!: RequisitionRule['until'];
  @LineField({ description: 'The Act, regulation or standing order', example: 'Standing Order 3' })
  source!: string;
}

export class ReferenceFormatsDto {
  @LineField({
    optional: true,
    max: 100,
    description: 'How references of actions are written; `{seq}`, `{ddmmyy}`, `{yyyy}` and `{date}` are filled in',
    example: 'SB-{yyyy}-{seq}',
  })
  action?: string;
  @LineField({
    optional: true,
    max: 100,
    description: 'How references of directions are written, likewise',
    example: 'SBIJB-{ddmmyy}-{seq}',
  })
  direction?: string;
}

const count = { type: 'integer', minimum: 1, maximum: 1000 };
const counting = { type: 'string', enum: ['voting-members', 'all-members'] };
const kindOf = (...names: readonly string[]): object => ({ type: 'string', enum: names });
const ruleSchema = (properties: Readonly<Record<string, object>>, required: readonly string[]): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: ['kind', ...required],
});

/** The shape of a quorum rule in the documentation; rules within `all-of` and `any-of` have the same shapes. */
const quorumSchema = {
  description: 'How many must be in the room. Rules may be combined, up to five deep.',
  oneOf: [
    ruleSchema({ kind: kindOf('number'), atLeast: count, counting }, ['atLeast']),
    ruleSchema(
      {
        kind: kindOf('fraction'),
        of: { type: 'string', enum: ['seats', 'filled-seats'] },
        share: {
          type: 'object',
          additionalProperties: false,
          properties: { numerator: count, denominator: count },
          required: ['numerator', 'denominator'],
        },
        moreThan: { type: 'boolean' },
        counting,
      },
      ['of', 'share'],
    ),
    ruleSchema({ kind: kindOf('organisations'), members: count, organisations: count, counting }, ['members', 'organisations']),
    ruleSchema({ kind: kindOf('all-of', 'any-of'), rules: { type: 'array', minItems: 1, maxItems: 20, items: { type: 'object' } } }, [
      'rules',
    ]),
    ruleSchema({ kind: kindOf('unknown'), why: { type: 'string', minLength: 1, maxLength: 500 } }, ['why']),
  ],
};

export class AdoptConstitutionDto {
  @SlugField({ optional: true, description: 'Name of this version; its first day where nothing is said', example: '2026-09-01' })
  versionId?: string;
  @DateField({ description: 'First day it applies; the version before applies to the day before' })
  from!: string;
  @StructuredField((value) => problemText(quorumProblem(value)), quorumSchema, { description: 'How many must be in the room' })
  quorum!: QuorumRule;
  @IntegerField({
    optional: true,
    min: 1,
    max: 240,
    description: 'Minutes after the time fixed for a meeting at which it is abandoned, where there is no quorum',
    example: 10,
  })
  waitsForQuorum?: number;
  @PartField(() => VotingRuleDto, { description: 'How votes are decided' })
  voting!: VotingRuleDto;
  @PartField(() => PresidingRuleDto, { description: 'Who may take the chair' })
  presiding!: PresidingRuleDto;
  @PartField(() => SubstitutesRuleDto, { description: 'Whether and who may come in place of a member' })
  substitutes!: SubstitutesRuleDto;
  @PartField(() => NoticeRuleDto, { description: 'How long before a meeting notice is given' })
  notice!: NoticeRule;
  @PartField(() => RequisitionRuleDto, {
    optional: true,
    description: 'When members can have a special meeting called; as the Act has it where nothing is said',
  })
  requisition?: RequisitionRuleDto;
  @PartField(() => ReferenceFormatsDto, { optional: true, description: 'How the body writes its references' })
  references?: ReferenceFormatsDto;
  @LinesField({ optional: true, max: 50, description: 'Verbs of its decisions beside APPROVED, AGREED and NOTED, in capitals' })
  verbs?: string[];
  @LineField({ description: 'The Act, order, standing orders or decision that adopts it' })
  source!: string;
}

export class ChooseMinuteStyleDto {
  @DateField({ optional: true, description: 'First day of the meetings that have it; the day of the command where nothing is said' })
  from?: string;
  @ChoiceField(STYLE_SETS, { description: 'The ready set it begins from; what is not said below is as the set has it' })
  set!: StyleSet;
  @ChoiceField(OPENINGS, { optional: true, description: 'How the first sentence begins' })
  opening?: MinuteStyle['opening'];
  @ChoiceField(HEADINGS, { optional: true, description: 'Where the headings of decisions, votes and notes stand' })
  headings?: MinuteStyle['headings'];
  @LineField({
    optional: true,
    blank: true,
    max: 100,
    description: 'Words before every decision; empty for none',
    example: 'The Council resolved:-',
  })
  lead?: string;
  @ChoiceField(VERBS, { optional: true, description: 'Whether the verb of a decision is put into capitals or stands as typed' })
  verbs?: MinuteStyle['verbs'];
  @ChoiceField(LABELS, { optional: true, description: 'How the label of a decision’s part is printed' })
  labels?: MinuteStyle['labels'];
  @ChoiceField(NUMBERINGS, { optional: true, description: 'The number of an item in the minute' })
  numbering?: MinuteStyle['numbering'];
  @ChoiceField(CONTINUES, {
    optional: true,
    description: 'Whether the numbers of items go on from the meeting before, and with which month they begin anew',
  })
  continues?: (typeof CONTINUES)[number];
  @ChoiceField(TIMES, { optional: true, description: 'How a time of day is printed' })
  times?: MinuteStyle['times'];
  @LineField({ optional: true, max: 40, description: 'What the person presiding is called', example: 'Convener' })
  chair?: string;
  @ChoiceField(SEDERUNTS, { optional: true, description: 'The sederunt as running text, or a line for each person' })
  sederunt?: MinuteStyle['sederunt'];
  @ChoiceField(ORDERS, { optional: true, description: 'The order of the sederunt' })
  order?: MinuteStyle['order'];
  @ChoiceField(ACTIONS, { optional: true, description: 'Where an action agreed in discussion stands in the minute' })
  actions?: MinuteStyle['actions'];
}

export class StandingItemDto {
  @SlugField({ optional: true, description: 'Its id on each agenda; made of its title where nothing is said', example: 'declarations' })
  itemId?: string;
  @LineField({ description: 'Its title on each agenda', example: 'Declarations of Interest' })
  title!: string;
  @TextField({ optional: true, max: 5_000, description: 'What is asked of the meeting, as the agenda words it' })
  asked?: string;
  @IntegerField({ optional: true, min: 0, max: 1440, description: 'Indicative minutes' })
  minutes?: number;
  @ChoiceField(['minutes'], {
    optional: true,
    description: 'The minutes that wait for approval: an item for each of them, and none where none waits',
  })
  brings?: 'minutes';
}

export class ChooseStandingItemsDto {
  @DateField({ optional: true, description: 'First day of the meetings that have them; the day of the command where nothing is said' })
  from?: string;
  @PartsField(() => StandingItemDto, { max: 50, description: 'In their order; an empty list where the body has none any more' })
  items!: StandingItemDto[];
}

export class CreateSeatDto {
  @SlugField({ optional: true, description: 'Made up where nothing is said', example: 'nhs-borders-1' })
  seatId?: string;
  @LineField({ description: 'What the seat is called', example: 'NHS Borders' })
  label!: string;
  @LineField({ optional: true, description: 'The organisation the seat belongs to; none for a seat of a person', example: 'NHS Borders' })
  organisation?: string;
  @FlagField({ optional: true, description: 'Voting where nothing is said' })
  voting?: boolean;
  @DateField({
    optional: true,
    description: 'First day of the seat; where nothing is said the first day of the body, or else the day of the command',
  })
  from?: string;
  @LineField({ optional: true, description: 'The document, decision or rule that makes it' })
  source?: string;
}

export class ChangeSeatVotingDto {
  @SlugField({ description: 'The seat, by its id in the body', example: 'nhs-borders-1' })
  seatId!: string;
  @FlagField({ description: 'Whether whoever sits in it may vote from then on' })
  voting!: boolean;
  @DateField({ description: 'First day of the change' })
  from!: string;
  @LineField({ description: 'Why that is so', example: 'SSI 2025/405' })
  reason!: string;
}

export class EndSeatDto {
  @SlugField({ description: 'The seat, by its id in the body', example: 'nhs-borders-1' })
  seatId!: string;
  @DateField({ description: 'Last day of the seat' })
  lastDay!: string;
  @LineField({ description: 'Why there is no such seat any longer' })
  reason!: string;
}

export class FillSeatDto {
  @SlugField({ description: 'The seat, by its id in the body', example: 'nhs-borders-1' })
  seatId!: string;
  @PartField(() => PersonNamedDto, { description: 'Who sits in it' })
  holder!: PersonNamedDto;
  @DateField({ description: 'First day as a member' })
  from!: string;
  @DateField({ optional: true, description: 'Last day of the term; the seat is vacant after it unless it is filled again' })
  termEnds?: string;
  @DateField({ optional: true, description: 'The day they left, where all of it is recorded afterwards' })
  lastDay?: string;
  @LineField({
    optional: true,
    max: 200,
    description: 'The role in which they sit, as the record words it',
    example: 'Chair of NHS Borders',
  })
  role?: string;
  @FlagField({ optional: true, notWith: 'lastDay', description: 'Whoever holds the seat leaves it that day' })
  succeeds?: boolean;
}

export class VacateSeatDto {
  @SlugField({ description: 'The seat, by its id in the body', example: 'nhs-borders-1' })
  seatId!: string;
  @DateField({ description: 'Last day as a member' })
  lastDay!: string;
  @LineField({ optional: true, description: 'Why they leave it', example: 'Resigned' })
  reason?: string;
}

export class NameSubstituteDto {
  @SlugField({ description: 'The seat, by its id in the body', example: 'nhs-borders-1' })
  seatId!: string;
  @PartField(() => PersonNamedDto, { description: 'Who may come in place of the holder' })
  substitute!: PersonNamedDto;
  @DateField({ description: 'The first day on which they may' })
  from!: string;
  @DateField({ optional: true, description: 'Last day, where it is known beforehand' })
  until?: string;
}

export class WithdrawSubstituteDto {
  @SlugField({ description: 'The seat, by its id in the body', example: 'nhs-borders-1' })
  seatId!: string;
  @SlugField({ description: 'The substitute', example: 's-davidson' })
  personId!: string;
  @DateField({ description: 'Last day as a substitute' })
  lastDay!: string;
}

/** Which office, in whatever words the body calls it. */
const OFFICE = { max: 100, description: "Chair, vice-chair, clerk, or an office in the body's own words", example: 'treasurer' };

export class TakeOfficeDto {
  @LineField(OFFICE)
  office!: string;
  @PartField(() => PersonNamedDto, { description: 'Who takes it' })
  holder!: PersonNamedDto;
  @DateField({ description: 'The first day on which they hold it' })
  from!: string;
  @DateField({ optional: true, description: 'The day they left it, where all of it is recorded afterwards' })
  lastDay?: string;
  @FlagField({ optional: true, notWith: 'lastDay', description: 'Whoever holds it leaves it that day' })
  succeeds?: boolean;
}

export class LeaveOfficeDto {
  @LineField(OFFICE)
  office!: string;
  @DateField({ description: 'Last day in office' })
  lastDay!: string;
}
