import {
  ChoiceField,
  FlagField,
  LineField,
  PartField,
  PartsField,
  RefField,
  SlugField,
  StructuredField,
  TextField,
} from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { type DecisionOutcome } from '../events/decision.events.js';
import { type DecisionStanding } from '../../../kernel/citation.js';

const OUTCOMES: readonly DecisionOutcome['kind'][] = ['resolved', 'remitted', 'continued', 'minute-approved'];
const STANDINGS: readonly DecisionStanding[] = ['quorate', 'informal', 'not-stated'];
const LETTER = /^(?:[A-Za-z]{1,5}|\d{1,3})$/;

/** A decision in any meeting. */
export class DecidedRefDto {
  @RefField({ description: 'The meeting it was taken at', example: 'cpp-strategic-board/2016-03-03' })
  meetingId!: string;
  @SlugField({ description: 'Its id there', example: 'd-7k3q9d2x' })
  decisionId!: string;
}

export class DeclinedRefDto extends DecidedRefDto {
  @LineField({ description: 'Why it is not ratified' })
  reason!: string;
}

export class DecisionPartDto {
  @StructuredField(
    (value) => (typeof value === 'string' && LETTER.test(value) ? null : 'must be one to five letters or a number, without brackets'),
    { type: 'string', pattern: LETTER.source },
    { optional: true, description: 'Without brackets; the letter of its place where nothing is said', example: 'a' },
  )
  letter?: string;
  @TextField({
    description: 'The words of the part, without its letter',
    example: 'the Plan would be presented to the Strategic Board at its next meeting; and',
  })
  text!: string;
}

export class DecisionOutcomeDto {
  @ChoiceField(OUTCOMES, { description: 'What it does with the business' })
  kind!: DecisionOutcome['kind'];
  @LineField({ optional: true, description: 'To whom it is remitted, or to when it is continued', example: 'the Joint Delivery Team' })
  to?: string;
  @RefField({ optional: true, description: 'The meeting whose minute is approved' })
  meetingId?: string;
}

export class RecordDecisionDto {
  @SlugField({ optional: true, description: 'Id of the decision at this meeting; one is given where nothing is said' })
  decisionId?: string;
  @TextField({
    optional: true,
    description:
      'The decision as the record words it, beginning with its verb; parts may stand on lines of their own, beginning (a), a), (A), (1) or •; `read` in the answer says how it was read. The own words of what was carried where nothing is said',
    example: 'AGREED that a further report on governance be considered at the meeting in June 2016.',
  })
  words?: string;
  @PartsField(() => DecisionPartDto, { optional: true, max: 100, description: 'Its lettered parts; none where it is one sentence' })
  parts?: DecisionPartDto[];
  @PartField(() => DecisionOutcomeDto, { optional: true, description: 'Resolved, where nothing is said' })
  outcome?: DecisionOutcomeDto;
  @SlugField({ optional: true, description: 'The carried motion it follows from' })
  motionId?: string;
  @SlugField({ optional: true, notWith: 'motionId', description: 'The division between proposals it follows from: what won it' })
  divisionId?: string;
  @SlugField({
    optional: true,
    notWith: 'motionId',
    description: 'The motion, amendment or procedural motion that was not carried, or fell, and on whose loss it rests',
    example: 'm-2',
  })
  onLossOf?: string;
  @LineField({
    optional: true,
    max: 20,
    description: 'Number of the paragraph it is taken on; the last one of the item in hand where nothing is said',
    example: '3.2',
  })
  paragraph?: string;
  @FlagField({ optional: true, description: 'Not published; as its agenda item is, where nothing is said' })
  exempt?: boolean;
  @PartsField(() => DecidedRefDto, { optional: true, max: 100, description: 'Informal decisions it ratifies (homologates)' })
  ratifies?: DecidedRefDto[];
  @PartsField(() => DeclinedRefDto, { optional: true, max: 100, description: 'Informal decisions it declines to ratify' })
  declinesToRatify?: DeclinedRefDto[];
  @PartsField(() => DecidedRefDto, { optional: true, max: 100, description: 'Earlier decisions that it rescinds' })
  rescinds?: DecidedRefDto[];
  @PartsField(() => DecidedRefDto, { optional: true, max: 100, description: 'Earlier decisions whose place it takes' })
  supersedes?: DecidedRefDto[];
}

export class CorrectDecisionDto {
  @SlugField({ description: 'The decision, by its id at this meeting', example: 'd-7k3q9d2x' })
  decisionId!: string;
  @TextField({
    optional: true,
    description: 'The whole decision as it should read, beginning with its verb; as it was where nothing is said',
  })
  words?: string;
  @PartsField(() => DecisionPartDto, {
    optional: true,
    max: 100,
    description: 'The lettered parts as they should read; none where it is one sentence',
  })
  parts?: DecisionPartDto[];
  @FlagField({ optional: true, description: 'Whether it is what was taken in private, and so not published' })
  exempt?: boolean;
  @LineField({ description: 'What was wrong' })
  reason!: string;
}

export class DecisionListQuery extends PageQuery {
  @RefField({ optional: true, description: 'Of one meeting', example: 'cpp-strategic-board/2016-03-03' })
  meeting?: string;
  @LineField({ optional: true, max: 60, description: 'Whose verb this is', example: 'AGREED' })
  verb?: string;
  @ChoiceField(STANDINGS, { optional: true })
  standing?: DecisionStanding;
  @ChoiceField(['true', 'false'], {
    optional: true,
    description: 'Only those resolved without a quorum that no meeting has ratified or declined to',
  })
  'awaiting-ratification'?: 'true' | 'false';
  @LineField({ optional: true, max: 100, description: 'Whose words contain this, whatever the capitals' })
  text?: string;
  @ChoiceField(['date', '-date'], { optional: true, description: 'Oldest first, or with `-` newest first' })
  sort?: 'date' | '-date';
  @ChoiceField(['json', 'text', 'csv'], { optional: true })
  format?: 'json' | 'text' | 'csv';
}
