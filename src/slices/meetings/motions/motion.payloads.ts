import {
  ChoiceField,
  FlagField,
  IntegerField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  PersonNamedDto,
  RefField,
  SlugField,
  TextField,
} from '../../../http/fields.js';
import { type VoteMethod, type VoteOption } from '../events/motion.events.js';

export const VOTE_METHODS: readonly VoteMethod[] = ['consent', 'show-of-hands', 'roll-call', 'ballot', 'declared', 'acclamation'];
export const VOTE_OPTIONS: readonly VoteOption[] = ['yes', 'no', 'abstain', 'absent', 'not-voting', 'paired'];
const SIDES = ['yes', 'no'] as const;
export const MOST_VOTERS = 1_000;

/** Of what is written down after it happened. */
export const WRITTEN_LATE = {
  optional: true,
  max: 20,
  description: 'The paragraph after which it was, for what is written down late; now, where nothing is said',
  example: '6.1',
};
/** The names of whoever voted. */
export const NAMES = {
  optional: true,
  max: MOST_VOTERS,
  description: 'Names, for a roll call; of a show of hands those that were noted',
};

/** A decision in any meeting. */
export class DecisionRefDto {
  @RefField({ description: 'The meeting it was taken at', example: 'cpp-strategic-board/2016-03-03' })
  meetingId!: string;
  @SlugField({ description: 'Its id there', example: 'd-7k3q9d2x' })
  decisionId!: string;
}

export class MoveMotionDto {
  @SlugField({ optional: true, description: 'Id of the motion at this meeting; one is given where nothing is said', example: 'm-1' })
  motionId?: string;
  @TextField({ description: 'The motion, as moved', example: 'That the Improvement Plan be approved.' })
  text!: string;
  @SlugField({ description: 'Id of the mover', example: 's-bell' })
  movedBy!: string;
  @SlugField({ optional: true, description: 'The motion or amendment this one amends' })
  amends?: string;
  @FlagField({ optional: true, description: 'A vote that appoints somebody: a tie goes by lot where the constitution says so' })
  appointment?: boolean;
  @FlagField({ optional: true, description: 'A proposal to take no action: where it is carried, the other proposals fall' })
  noAction?: boolean;
  @PartField(() => DecisionRefDto, { optional: true, description: 'The earlier decision it would rescind' })
  rescinds?: DecisionRefDto;
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}

export class SecondMotionDto {
  @SlugField({ description: 'The motion or amendment, by its id at this meeting', example: 'm-1' })
  motionId!: string;
  @SlugField({ description: 'Id of the seconder', example: 'c-bhatia' })
  secondedBy!: string;
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}

export class WithdrawMotionDto {
  @SlugField({ description: 'The motion or amendment, by its id at this meeting', example: 'm-1' })
  motionId!: string;
  @LineField({ optional: true, description: 'Why it is withdrawn' })
  reason?: string;
}

export class NoteMotionFellDto {
  @SlugField({ description: 'The motion or amendment, by its id at this meeting', example: 'm-1' })
  motionId!: string;
  @LineField({ description: 'Why there was no vote on it', example: 'The amendment carried is incompatible with it' })
  why!: string;
}

export class SettleVotingOrderDto {
  @LinesField({
    min: 1,
    max: 100,
    description: 'Motions and amendments on the item in hand, first voted on first',
    example: ['m-2', 'm-1'],
  })
  order!: string[];
}

export class PutMotionDto {
  @SlugField({ description: 'The motion or amendment, by its id at this meeting', example: 'm-1' })
  motionId!: string;
}

export class VoteCountsDto {
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Votes for; left out of a roll call, whose names tell' })
  yes?: number;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Votes against; left out of a roll call, whose names tell' })
  no?: number;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Abstentions; left out of a roll call, whose names tell' })
  abstain?: number;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Absent from the division' })
  absent?: number;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Present, and declined to vote' })
  notVoting?: number;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'People in pairs, two for each pair' })
  paired?: number;
}

export class NamedVoteDto {
  @SlugField({ description: 'Who it is, by their id in the record', example: 's-bell' })
  personId!: string;
  @ChoiceField(VOTE_OPTIONS, { description: 'How they voted; `not-voting`: present, and declined; `absent`: absent from the division' })
  option!: VoteOption;
  @SlugField({ optional: true, description: 'The other of a pair' })
  pairedWith?: string;
}

export class CastingVoteDto {
  @SlugField({ description: 'Id of the person presiding', example: 'j-brown' })
  personId!: string;
  @ChoiceField(SIDES, { description: 'The side it was given for' })
  option!: 'yes' | 'no';
}

export class LotDto {
  @PartField(() => PersonNamedDto, { description: 'Who drew it' })
  drawnBy!: PersonNamedDto;
  @ChoiceField(SIDES, { description: 'The side it fell on' })
  option!: 'yes' | 'no';
}

/** How a vote was taken, for and against, and the casting vote on a tie. */
export class TallyDto {
  @ChoiceField(VOTE_METHODS, {
    description: 'How it was taken; `declared`: the person presiding read the room, and nobody counted',
    example: 'show-of-hands',
  })
  method!: VoteMethod;
  @ChoiceField(['carried', 'not-carried'], {
    optional: true,
    onlyFor: { method: ['declared'] },
    description: 'What was declared without a count',
  })
  declared?: 'carried' | 'not-carried';
  @LineField({
    optional: true,
    max: 200,
    onlyFor: { method: ['declared', 'acclamation'] },
    description: "The body's own words for a vote that nobody counted",
    example: 'agreed overwhelmingly',
  })
  asWorded?: string;
  @PartField(() => VoteCountsDto, { optional: true, description: 'Numbers; in a roll call they follow from the names' })
  counts?: VoteCountsDto;
  @PartsField(() => NamedVoteDto, NAMES)
  votes?: NamedVoteDto[];
  @PartField(() => CastingVoteDto, {
    optional: true,
    description: 'The second or casting vote of whoever presided, where it was given at once (1973 Act Sch 7 para 5(2))',
  })
  castingVote?: CastingVoteDto;
}

/** A vote as recorded, the first time or as a correction. */
export class VoteDto extends TallyDto {
  @PartField(() => LotDto, { optional: true, description: 'The lot, where it was drawn at once' })
  lot?: LotDto;
}

export class TakeVoteDto extends VoteDto {
  @SlugField({ description: 'The motion or amendment that was voted on, by its id at this meeting', example: 'm-1' })
  motionId!: string;
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}

export class CorrectVoteDto extends VoteDto {
  @SlugField({ description: 'The vote as the record has it', example: 'v-7k3q9d2x' })
  voteId!: string;
  @LineField({ description: 'What was wrong' })
  reason!: string;
}

export class GiveCastingVoteDto extends CastingVoteDto {
  @SlugField({ description: 'The motion left tied', example: 'm-1' })
  motionId!: string;
}

export class DrawLotDto extends LotDto {
  @SlugField({ description: 'The motion left tied', example: 'm-1' })
  motionId!: string;
}

export class RecordDissentDto {
  @LinesField({
    optional: true,
    min: 1,
    max: 100,
    description: 'Who dissents, by their ids in the record, in the order in which they asked',
    example: ['s-bell', 'c-bhatia'],
  })
  people?: string[];
  @SlugField({ optional: true, notWith: 'people', description: 'Who dissents, where it is one' })
  personId?: string;
  @SlugField({ optional: true, description: 'The motion that was carried; or else the decision' })
  motionId?: string;
  @SlugField({ optional: true, description: 'The decision that was taken; or else the motion' })
  decisionId?: string;
}
