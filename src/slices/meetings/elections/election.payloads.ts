import {
  ChoiceField,
  IntegerField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  PersonNamedDto,
  SlugField,
  TextField,
} from '../../../http/fields.js';
import { MOST_VOTERS, NAMES, WRITTEN_LATE } from '../motions/motion.payloads.js';
import { type ElectedTo, type ElectionRound, type Nomination } from '../votes/election.events.js';

export const ELECTED_TO: readonly ElectedTo['kind'][] = ['office', 'seat', 'outside-body', 'associate'];
export const ELECTION_METHODS: readonly ElectionRound['method'][] = ['show-of-hands', 'roll-call', 'ballot', 'declared'];
export const SAID_TO_IT: readonly NonNullable<Nomination['then']>[] = ['consented', 'declined', 'withdrew'];
const MOST_NOMINEES = 50;

export class ElectedToDto {
  @ChoiceField(ELECTED_TO, { description: 'An office of the body, a seat of it, an outside body, or an associate without a vote' })
  kind!: ElectedTo['kind'];
  @LineField({
    optional: true,
    max: 200,
    description: 'The office, seat or outside body as the minute is to name it; of a seat its own name, where nothing is said',
    example: 'Treasurer',
  })
  name?: string;
  @LinesField({
    optional: true,
    max: MOST_NOMINEES,
    onlyFor: { kind: ['seat', 'associate'] },
    description: 'The seats of the body that are filled; of a seat the vacant ones, where nothing is said',
    example: ['seat-3'],
  })
  seatIds?: string[];
}

export class NominationDto {
  @PartField(() => PersonNamedDto, { description: 'Who is nominated' })
  nominee!: PersonNamedDto;
  @SlugField({ optional: true, description: 'Id of whoever moved it', example: 's-bell' })
  movedBy?: string;
  @SlugField({ optional: true, description: 'Id of whoever seconded it', example: 'c-bhatia' })
  secondedBy?: string;
  @ChoiceField(SAID_TO_IT, { optional: true, description: 'What the nominee said to it, or that it was withdrawn before the vote' })
  then?: NonNullable<Nomination['then']>;
}

export class NomineeCountDto {
  @SlugField({ description: 'Id of the nominee', example: 'j-brown' })
  personId!: string;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Votes for them; in a roll call they follow from the names' })
  count?: number;
}

export class ElectionVoteDto {
  @SlugField({ description: 'Id of whoever voted', example: 's-bell' })
  personId!: string;
  @LinesField({ optional: true, max: MOST_NOMINEES, description: 'Ids of the nominees voted for, one for each place at most' })
  nominees?: string[];
  @ChoiceField(['declined', 'absent'], {
    optional: true,
    notWith: 'nominees',
    description: 'Present and declined to vote; or absent from the vote',
  })
  option?: 'declined' | 'absent';
}

export class ElectionLotDto {
  @PartField(() => PersonNamedDto, { description: 'Who drew it' })
  drawnBy!: PersonNamedDto;
  @LinesField({
    min: 1,
    max: MOST_NOMINEES,
    description: 'Ids of the people it fell on: elected; or, where nobody has a majority, who drops out',
    example: ['j-brown'],
  })
  on!: string[];
}

/** One vote between those who are left. */
export class ElectionRoundDto {
  @ChoiceField(ELECTION_METHODS, {
    description: '`declared`: the person presiding read the room, and nobody counted',
    example: 'show-of-hands',
  })
  method!: ElectionRound['method'];
  @PartsField(() => NomineeCountDto, { optional: true, max: MOST_NOMINEES, description: 'The votes for each of those who are left' })
  counts?: NomineeCountDto[];
  @PartsField(() => ElectionVoteDto, NAMES)
  votes?: ElectionVoteDto[];
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Present, and declined to vote' })
  declined?: number;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Absent from the vote' })
  absent?: number;
  @PartField(() => PersonNamedDto, { optional: true, description: 'Who counted' })
  teller?: PersonNamedDto;
  @IntegerField({
    optional: true,
    min: 0,
    max: MOST_VOTERS,
    onlyFor: { method: ['ballot'] },
    description: 'Papers that could not be counted',
  })
  spoilt?: number;
  @PartField(() => ElectionLotDto, { optional: true, description: 'The lot between equals' })
  lot?: ElectionLotDto;
  @LinesField({
    optional: true,
    max: MOST_NOMINEES,
    description: 'Ids of those declared elected: asked for where nobody counted; else refused where the votes do not have it so',
    example: ['j-brown'],
  })
  elected?: string[];
}

/** An election as recorded, the first time or as a correction. */
export class ElectionDto {
  @PartField(() => ElectedToDto, { description: 'What somebody is elected to' })
  to!: ElectedToDto;
  @IntegerField({
    optional: true,
    min: 1,
    max: MOST_NOMINEES,
    description: 'How many are to be elected; one, or one for each seat, where nothing is said',
  })
  places?: number;
  @PartsField(() => NominationDto, { optional: true, max: MOST_NOMINEES, description: 'Who was nominated, in that order' })
  nominations?: NominationDto[];
  @PartsField(() => ElectionRoundDto, {
    optional: true,
    max: MOST_NOMINEES,
    description: 'The votes that were taken, where more stood than there were places; they may also be recorded one at a time',
  })
  rounds?: ElectionRoundDto[];
}

export class HoldElectionDto extends ElectionDto {
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}

export class TakeElectionRoundDto extends ElectionRoundDto {
  @SlugField({ description: 'The election as the record has it', example: 'e-7k3q9d2x' })
  electionId!: string;
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}

export class CorrectElectionDto extends ElectionDto {
  @SlugField({ description: 'The election as the record has it', example: 'e-7k3q9d2x' })
  electionId!: string;
  @LineField({ description: 'What was wrong' })
  reason!: string;
}

export class EndMembershipDto {
  @SlugField({ description: 'Id of the member', example: 's-bell' })
  personId!: string;
  @LineField({ description: 'Why', example: 'Resigned' })
  reason!: string;
  @TextField({ optional: true, max: 2_000, description: 'The sentence the minute is to carry' })
  words?: string;
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}
