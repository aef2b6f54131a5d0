import { type DomainEvent } from '../../../kernel/event.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';

/** A division between proposals, in the meeting's stream: each vote is for one of them. Its id is also its entry in the record's sequence. */
export type DivisionEvent =
  /** Several proposals were voted on against each other at once, and one was carried, none, or it was left tied. */
  | DomainEvent<
      'DivisionTaken',
      1,
      DivisionTakenData & {
        /** The entry of the record after which it was, where it was written down late. */
        readonly after?: string | null;
      }
    >
  /** A division was recorded wrongly: it is counted again with the room as it was then. */
  | DomainEvent<
      'DivisionCorrected',
      1,
      {
        /** The division that is corrected. */
        readonly divisionId: string;
        /** The whole division as it should have been recorded. */
        readonly division: DivisionTakenData;
        /** Why the record of the division was wrong. */
        readonly reason: string;
      }
    >
  /** A vote on a motion, or a division, that counts for nothing: what was voted on is to be put again. */
  | DomainEvent<'VoteDeclaredVoid', 1, DeclaredVoid>;

export interface DeclaredVoid {
  /** The vote, or the division between proposals. */
  readonly voteId: string;
  /** The section of the minute it belongs to. */
  readonly sectionId: string;
  /** The motions and amendments that are open again: those voted on, and those that fell by its outcome. */
  readonly motionIds: readonly string[];
  /** Who ruled so. */
  readonly ruledBy: PersonNamed;
  /** Why it is void. */
  readonly reason: string;
}

/** `carried`: it is the decision; `goes-on`: it is put against those that are left; `lost`; `undecided`: nothing had the votes it needs. */
export type ProposalOutcome = 'carried' | 'goes-on' | 'lost' | 'undecided';

export interface Proposal {
  /** The id of the motion or amendment; of an option that nobody moved, its id in the division. */
  readonly proposalId: string;
  /** The words of an option that nobody moved; absent of a motion or amendment. */
  readonly words?: string;
  /** Votes for it, without the casting vote; absent where nobody counted. */
  readonly count?: number;
  /** What became of it. */
  readonly outcome: ProposalOutcome;
}

export interface DivisionVote {
  /** Who it is. */
  readonly person: PersonNamed;
  /** For a proposal; declined to vote; absent from the division; paired with somebody for another, and neither votes. */
  readonly option: 'for' | 'declined' | 'absent' | 'paired';
  /** The proposal voted for. */
  readonly proposalId?: string;
  /** The other of a pair. */
  readonly pairedWith?: string;
  /** The role in which the person votes, as Popolo has it. */
  readonly role: string;
}

export interface DivisionTakenData {
  /** The id of the division, which is also its entry in the record. */
  readonly divisionId: string;
  /** The section of the minute in hand. */
  readonly sectionId: string;
  /** How it was taken; `declared`: the person presiding read the room, and nobody counted. */
  readonly method: 'show-of-hands' | 'roll-call' | 'ballot' | 'declared';
  /** The proposals, as they were put, with the votes for each. */
  readonly proposals: readonly Proposal[];
  /** How many were present and declined to vote. */
  readonly declined: number;
  /** How many were absent from the division. */
  readonly absent: number;
  /** How many were in pairs, two for each pair; none where nothing is said. */
  readonly paired?: number;
  /** Names for a roll call; a show of hands may have some, a ballot none. */
  readonly votes: readonly DivisionVote[];
  /** The people who could vote: in the room, with a voting seat or standing in for one, and not withdrawn from the item. */
  readonly entitled: readonly PersonNamed[];
  /** The casting vote, and the proposal it was given for. */
  readonly castingVote?: {
    /** Whoever presided. */
    readonly person: PersonNamed;
    /** The proposal, by its id. */
    readonly proposalId: string;
  };
  /** The lot, who drew it, and the proposal it fell on. */
  readonly lot?: {
    /** Who drew it. */
    readonly drawnBy: PersonNamed;
    /** The proposal, by its id. */
    readonly proposalId: string;
  };
  /** The proposal that won; absent where none did. */
  readonly winner?: string;
  /** What settled it, or why nothing was settled: a tie that nobody could break, no majority, or too small a share to rescind. */
  readonly decidedBy: 'majority' | 'declared' | 'casting-vote' | 'lot' | 'tied' | 'no-majority' | 'share';
  /** Whether there was a quorum; `null` where it cannot be told. */
  readonly quorate: boolean | null;
  /** The version of the constitution under which the division was counted. */
  readonly constitutionVersion: string;
}

export const divisionEventVersions = {
  DivisionTaken: 1,
  DivisionCorrected: 1,
  VoteDeclaredVoid: 1,
} as const satisfies { readonly [E in DivisionEvent as E['type']]: E['v'] };
