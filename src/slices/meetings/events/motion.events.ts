import { type DecisionRef } from '../../../kernel/citation.js';
import { type DomainEvent } from '../../../kernel/event.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type DivisionEvent, divisionEventVersions } from '../votes/division.events.js';
import { type CastingVote, type Lot, type VoteTakenData } from '../votes/vote.words.js';

export type { CastingVote, Lot, Vote, VoteCounts, VoteMethod, VoteOption, VoteResult, VoteTakenData } from '../votes/vote.words.js';

/** In the meeting's stream. `entryId` places a vote in the record's sequence. */
export type MotionEvent =
  | DivisionEvent
  /** A member moved that something be resolved, or that a motion be amended. */
  | DomainEvent<
      'MotionMoved',
      1,
      {
        /** The motion or amendment, by its id at this meeting. */
        readonly motionId: string;
        /** The section of the minute in hand. */
        readonly sectionId: string;
        /** The motion, as moved. */
        readonly text: string;
        /** Who moved it. */
        readonly movedBy: PersonNamed;
        /** The motion or amendment this one amends. */
        readonly amends?: string;
        /** A vote that appoints somebody: a tie goes by lot where the rule says so. */
        readonly appointment?: boolean;
        /** A proposal to take no action. */
        readonly noAction?: boolean;
        /** A motion to rescind an earlier decision, which may need a larger share. */
        readonly rescinds?: DecisionRef;
        /** The entry of the record after which it was, where it was written down late. */
        readonly after?: string | null;
      }
    >
  /** Another member seconded the motion or amendment. */
  | DomainEvent<
      'MotionSeconded',
      1,
      {
        /** The motion or amendment, by its id at this meeting. */
        readonly motionId: string;
        /** Who seconded it. */
        readonly secondedBy: PersonNamed;
        /** The entry of the record after which it was, where it was written down late. */
        readonly after?: string | null;
      }
    >
  /** The mover took the motion or amendment back. */
  | DomainEvent<
      'MotionWithdrawn',
      1,
      {
        /** The motion or amendment, by its id at this meeting. */
        readonly motionId: string;
        /** Why it was withdrawn, where that was said. */
        readonly reason?: string;
      }
    >
  /** The motion or amendment is not voted on, or was left tied: it has come to nothing. */
  | DomainEvent<
      'MotionFell',
      1,
      {
        /** The motion or amendment, by its id at this meeting. */
        readonly motionId: string;
        /** Why there was no vote on it. */
        readonly why: string;
        /** The procedural motion or the ruling by which it fell, where that was written down late or put right: told right after it. */
        readonly after?: string;
      }
    >
  /** It was settled in which order the motions and amendments on an item are voted on. */
  | DomainEvent<
      'VotingOrderSettled',
      1,
      {
        /** The section of the minute in hand. */
        readonly sectionId: string;
        /** Ids of the motions and amendments, first voted on first. */
        readonly order: readonly string[];
      }
    >
  /** The motion or amendment was put to the vote. */
  | DomainEvent<
      'MotionPut',
      1,
      {
        /** The motion or amendment, by its id at this meeting. */
        readonly motionId: string;
      }
    >
  /** The meeting voted on a motion or an amendment (1973 Act Sch 7 para 5(1); SSI 2014/285 art 11). */
  | DomainEvent<
      'VoteTaken',
      1,
      VoteTakenData & {
        /** The entry of the record after which it was, where it was written down late. */
        readonly after?: string | null;
      }
    >
  /** On a tie that a vote left standing: the second or casting vote of whoever presided (1973 Act Sch 7 para 5(2)). */
  | DomainEvent<
      'CastingVoteGiven',
      1,
      {
        /** The motion or amendment, by its id at this meeting. */
        readonly motionId: string;
        /** The vote that was tied. */
        readonly voteId: string;
        /** Who gave it, and for which side. */
        readonly castingVote: CastingVote;
        /** What the motion came to. */
        readonly result: 'carried' | 'not-carried';
      }
    >
  /** A lot drawn on a tie that a vote left standing, where the rule settles it by lot. */
  | DomainEvent<
      'LotDrawn',
      1,
      {
        /** The motion or amendment, by its id at this meeting. */
        readonly motionId: string;
        /** The vote that was tied. */
        readonly voteId: string;
        /** Who drew it, and on which side it fell. */
        readonly lot: Lot;
        /** What the motion came to. */
        readonly result: 'carried' | 'not-carried';
      }
    >
  /** A vote was recorded wrongly: it is counted again with the room as it was then. */
  | DomainEvent<
      'VoteCorrected',
      1,
      {
        /** The vote that is corrected. */
        readonly voteId: string;
        /** The whole vote as it should have been recorded. */
        readonly vote: VoteTakenData;
        /** Why the record of the vote was wrong. */
        readonly reason: string;
      }
    >
  /** A member who took part asked that their dissent from what was carried, or decided, be minuted. */
  | DomainEvent<
      'DissentRecorded',
      1,
      {
        /** Who dissents. */
        readonly person: PersonNamed;
        /** The motion that was carried; absent where it is a decision. */
        readonly motionId?: string;
        /** The decision that was taken; absent where it is a motion. */
        readonly decisionId?: string;
      }
    >;

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
  ...divisionEventVersions,
} as const satisfies { readonly [E in MotionEvent as E['type']]: E['v'] };
