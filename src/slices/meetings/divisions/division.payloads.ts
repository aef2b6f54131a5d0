import {
  ChoiceField,
  FlagField,
  IntegerField,
  LineField,
  PartField,
  PartsField,
  PersonNamedDto,
  SlugField,
  TextField,
} from '../../../http/fields.js';
import { MOST_VOTERS, NAMES, WRITTEN_LATE } from '../motions/motion.payloads.js';
import { type DivisionTakenData } from '../votes/division.events.js';

export const DIVISION_METHODS: readonly DivisionTakenData['method'][] = ['show-of-hands', 'roll-call', 'ballot', 'declared'];
const MOST_PROPOSALS = 20;

export class ProposalDto {
  @SlugField({ description: 'The motion or amendment; of an option that nobody moved, an id for it in the division', example: 'm-1' })
  proposalId!: string;
  @TextField({ optional: true, description: 'The words of an option that nobody moved', example: 'Site A' })
  words?: string;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Votes for it; in a roll call they follow from the names' })
  count?: number;
}

export class DivisionVoteDto {
  @SlugField({ description: 'Who it is, by their id in the record', example: 's-bell' })
  personId!: string;
  @SlugField({ optional: true, description: 'The proposal voted for', example: 'm-1' })
  proposalId?: string;
  @ChoiceField(['declined', 'absent', 'paired'], {
    optional: true,
    notWith: 'proposalId',
    description: 'Present and declined to vote; absent from the division; or paired with somebody for another proposal',
  })
  option?: 'declined' | 'absent' | 'paired';
  @SlugField({ optional: true, onlyFor: { option: ['paired'] }, description: 'The other of a pair' })
  pairedWith?: string;
}

export class CastingVoteForDto {
  @SlugField({ description: 'Id of the person presiding', example: 'j-brown' })
  personId!: string;
  @SlugField({ description: 'The proposal it was given for', example: 'm-1' })
  proposalId!: string;
}

export class LotForDto {
  @PartField(() => PersonNamedDto, { description: 'Who drew it' })
  drawnBy!: PersonNamedDto;
  @SlugField({ description: 'The proposal it fell on', example: 'm-1' })
  proposalId!: string;
}

/** A division between proposals as recorded, the first time or as a correction. */
export class DivisionDto {
  @ChoiceField(DIVISION_METHODS, {
    description: '`declared`: the person presiding read the room, and nobody counted',
    example: 'show-of-hands',
  })
  method!: DivisionTakenData['method'];
  @SlugField({ optional: true, onlyFor: { method: ['declared'] }, description: 'The proposal that was declared carried without a count' })
  winner?: string;
  @PartsField(() => ProposalDto, { min: 2, max: MOST_PROPOSALS, description: 'What was voted between, in the order in which it was put' })
  proposals!: ProposalDto[];
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Present, and declined to vote' })
  declined?: number;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'Absent from the division' })
  absent?: number;
  @IntegerField({ optional: true, min: 0, max: MOST_VOTERS, description: 'People in pairs, two for each pair' })
  paired?: number;
  @PartsField(() => DivisionVoteDto, NAMES)
  votes?: DivisionVoteDto[];
  @PartField(() => CastingVoteForDto, { optional: true, description: 'The casting vote, where as many voted for two or more' })
  castingVote?: CastingVoteForDto;
  @FlagField({ optional: true, description: 'The casting vote was not used, nor a lot drawn: the tie stands, and nothing is decided' })
  leftTied?: boolean;
  @PartField(() => LotForDto, { optional: true, description: 'The lot, where the tie is settled so' })
  lot?: LotForDto;
}

export class TakeDivisionDto extends DivisionDto {
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}

export class CorrectDivisionDto extends DivisionDto {
  @SlugField({ description: 'The division as the record has it', example: 'v-7k3q9d2x' })
  divisionId!: string;
  @LineField({ description: 'What was wrong' })
  reason!: string;
}
