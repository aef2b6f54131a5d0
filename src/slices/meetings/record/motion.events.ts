import { type DecisionRef } from '../../../kernel/citation.js';
import { type DomainEvent } from '../../../kernel/event.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';

/** In the meeting's stream. `entryId` places a vote in the record's sequence. */
export type MotionEvent =
  | DomainEvent<
      'MotionMoved',
      1,
      {
        readonly motionId: string;
        readonly sectionId: string;
        readonly text: string;
        readonly movedBy: PersonNamed;
        /** The motion or amendment this one amends. */
        readonly amends?: string;
        /** A vote that appoints somebody: a tie goes by lot where the rule says so. */
        readonly appointment?: boolean;
        /** A motion to rescind an earlier decision, which may need a larger share. */
        readonly rescinds?: DecisionRef;
      }
    >
  | DomainEvent<'MotionSeconded', 1, { readonly motionId: string; readonly secondedBy: PersonNamed }>
  | DomainEvent<'MotionWithdrawn', 1, { readonly motionId: string; readonly reason?: string }>
  | DomainEvent<'MotionFell', 1, { readonly motionId: string; readonly why: string }>
  | DomainEvent<'VotingOrderSettled', 1, { readonly sectionId: string; readonly order: readonly string[] }>
  | DomainEvent<'MotionPut', 1, { readonly motionId: string }>
  | DomainEvent<'VoteTaken', 1, VoteTakenData>
  /** On a tie that a vote left standing: the second or casting vote of whoever presided (1973 Act Sch 7 para 5(2)). */
  | DomainEvent<
      'CastingVoteGiven',
      1,
      { readonly motionId: string; readonly voteId: string; readonly castingVote: CastingVote; readonly result: 'carried' | 'not-carried' }
    >
  /** A lot drawn on a tie that a vote left standing, where the rule settles it by lot. */
  | DomainEvent<
      'LotDrawn',
      1,
      { readonly motionId: string; readonly voteId: string; readonly lot: Lot; readonly result: 'carried' | 'not-carried' }
    >
  | DomainEvent<'VoteCorrected', 1, { readonly voteId: string; readonly vote: VoteTakenData; readonly reason: string }>
  | DomainEvent<'DissentRecorded', 1, { readonly person: PersonNamed; readonly motionId?: string; readonly decisionId?: string }>;

/** How one person voted; the options are Popolo's. `not-voting`: present and declined to vote. `absent`: absent from the division. */
export type VoteOption = 'yes' | 'no' | 'abstain' | 'absent' | 'not-voting' | 'paired';

export type VoteMethod = 'consent' | 'show-of-hands' | 'roll-call' | 'ballot';

export interface Vote {
  readonly person: PersonNamed;
  readonly option: VoteOption;
  readonly weight: number;
  readonly role: string;
  readonly pairedWith?: string;
}

export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly absent: number;
  readonly notVoting: number;
  readonly paired: number;
}

export interface CastingVote {
  readonly person: PersonNamed;
  readonly option: 'yes' | 'no';
}

/** `option` is the side the lot fell on. */
export interface Lot {
  readonly drawnBy: PersonNamed;
  readonly option: 'yes' | 'no';
}

export type VoteResult = 'carried' | 'not-carried' | 'tied';

export interface VoteTakenData {
  readonly voteId: string;
  readonly motionId: string;
  readonly sectionId: string;
  readonly method: VoteMethod;
  readonly counts: VoteCounts;
  /** Names for a roll call; a show of hands or a ballot may have none. */
  readonly votes: readonly Vote[];
  /** The people who could vote: in the room, with a voting seat or standing in for one, and not withdrawn from the item. */
  readonly entitled: readonly PersonNamed[];
  readonly castingVote?: CastingVote;
  readonly lot?: Lot;
  readonly result: VoteResult;
  readonly decidedBy: 'consent' | 'majority' | 'casting-vote' | 'lot' | 'tie-rule' | 'share';
  readonly quorate: boolean | null;
  /** The version of the constitution under which the vote was counted. */
  readonly constitutionVersion: string;
}

export const motionEventVersions = {
  MotionMoved: 1,
  MotionSeconded: 1,
  MotionWithdrawn: 1,
  MotionFell: 1,
  VotingOrderSettled: 1,
  MotionPut: 1,
  VoteTaken: 1,
  CastingVoteGiven: 1,
  LotDrawn: 1,
  VoteCorrected: 1,
  DissentRecorded: 1,
} as const satisfies { readonly [E in MotionEvent as E['type']]: E['v'] };
