import { type DivisionTakenData } from './division.events.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';

/** How one person voted; the options are Popolo's. `not-voting`: present and declined to vote. `absent`: absent from the division. */
export type VoteOption = 'yes' | 'no' | 'abstain' | 'absent' | 'not-voting' | 'paired';

/** `declared`: the person presiding read the room, and nobody counted. `acclamation`: carried by the voice of all, without a count. */
export type VoteMethod = 'consent' | 'show-of-hands' | 'roll-call' | 'ballot' | 'declared' | 'acclamation';

/** Of a vote that nobody counted there are no numbers: what was declared is no unanimity, and reaches no share of the votes. */
export const isCounted = ({ method }: { readonly method: VoteMethod }): boolean =>
  method === 'show-of-hands' || method === 'roll-call' || method === 'ballot';

export interface Vote {
  /** Who it is. */
  readonly person: PersonNamed;
  /** How the person voted. */
  readonly option: VoteOption;
  /** How many votes it counts for: 1. */
  readonly weight: number;
  /** The role in which the person votes, as Popolo has it. */
  readonly role: string;
  /** The other of a pair. */
  readonly pairedWith?: string;
}

export interface VoteCounts {
  /** Votes for. */
  readonly yes: number;
  /** Votes against. */
  readonly no: number;
  /** Abstentions. */
  readonly abstain: number;
  /** Absent from the division. */
  readonly absent: number;
  /** Present, and declined to vote. */
  readonly notVoting: number;
  /** People in pairs, two for each pair. */
  readonly paired: number;
}

export interface CastingVote {
  /** Whoever presided. */
  readonly person: PersonNamed;
  /** The side it was given for. */
  readonly option: 'yes' | 'no';
}

/** `option` is the side the lot fell on. */
export interface Lot {
  /** Who drew it. */
  readonly drawnBy: PersonNamed;
  /** The side it fell on. */
  readonly option: 'yes' | 'no';
}

export type VoteResult = 'carried' | 'not-carried' | 'tied';

export interface VoteTakenData {
  /** The id of the vote, which is also its entry in the record. */
  readonly voteId: string;
  /** The motion or amendment that was voted on. */
  readonly motionId: string;
  /** The section of the minute in hand. */
  readonly sectionId: string;
  /** How it was taken. */
  readonly method: VoteMethod;
  /** The numbers; in a roll call they follow from the names, and where nobody counted they say nothing. */
  readonly counts: VoteCounts;
  /** The body's own words for a vote that nobody counted: `agreed overwhelmingly`. */
  readonly asWorded?: string;
  /** Names for a roll call; a show of hands or a ballot may have none. */
  readonly votes: readonly Vote[];
  /** The people who could vote: in the room, with a voting seat or standing in for one, and not withdrawn from the item. */
  readonly entitled: readonly PersonNamed[];
  /** The casting vote, where it was given at once. */
  readonly castingVote?: CastingVote;
  /** The lot, where it was drawn at once. */
  readonly lot?: Lot;
  /** What the motion came to. */
  readonly result: VoteResult;
  /** What settled it. */
  readonly decidedBy: 'consent' | 'declared' | 'acclamation' | 'majority' | 'casting-vote' | 'lot' | 'tie-rule' | 'share';
  /** Whether there was a quorum; `null` where it cannot be told. */
  readonly quorate: boolean | null;
  /** The version of the constitution under which the vote was counted. */
  readonly constitutionVersion: string;
}

/** The motions and amendments among the proposals of a division. */
export const motionsBetween = ({ proposals }: Pick<DivisionTakenData, 'proposals'>): readonly string[] =>
  proposals.flatMap(({ proposalId, words }) => (words === undefined ? [proposalId] : []));
