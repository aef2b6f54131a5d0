import { type DomainEvent } from '../../../kernel/event.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';

/** An election or appointment, in the meeting's stream. Its id, and that of a round recorded after it, is also an entry in the record's sequence. */
export type ElectionEvent =
  /** The meeting elected, or did not elect, to an office or to seats (1973 Act s.3 and Sch 7 paras 4 and 5). */
  | DomainEvent<
      'ElectionHeld',
      1,
      ElectionData & {
        /** The entry of the record after which it was, where it was written down late. */
        readonly after?: string | null;
      }
    >
  /** A fresh vote between those that are left. */
  | DomainEvent<
      'ElectionRoundTaken',
      1,
      {
        /** The election it is a round of. */
        readonly electionId: string;
        /** The section of the minute in hand. */
        readonly sectionId: string;
        /** The body's day on which it was taken. */
        readonly on: string;
        /** What somebody is elected to. */
        readonly to: ElectedTo;
        /** The vote. */
        readonly round: ElectionRound & {
          /** The id of the round, which is also its entry in the record. */
          readonly roundId: string;
        };
        /** Everybody elected by then. */
        readonly elected: readonly Elected[];
        /** What the election has come to. */
        readonly outcome: ElectionOutcome;
        /** The entry of the record after which it was, where it was written down late. */
        readonly after?: string | null;
      }
    >
  /** An election was recorded wrongly: it is settled again with the room as it was then. */
  | DomainEvent<
      'ElectionCorrected',
      1,
      {
        /** The election that is corrected. */
        readonly electionId: string;
        /** The whole election as it should have been recorded. */
        readonly election: ElectionData;
        /** What was wrong. */
        readonly reason: string;
      }
    >
  /** A vote of an election that counts for nothing: those who were left before it are voted on again. */
  | DomainEvent<
      'ElectionVoteDeclaredVoid',
      1,
      {
        /** The election. */
        readonly electionId: string;
        /** Which vote of it, counted from the first. */
        readonly vote: number;
        /** The round, where it was recorded after the election. */
        readonly roundId?: string;
        /** The section of the minute it belongs to. */
        readonly sectionId: string;
        /** Who ruled so. */
        readonly ruledBy: PersonNamed;
        /** Why it is void. */
        readonly reason: string;
        /** Who is elected without it. */
        readonly elected: readonly Elected[];
        /** What the election has come to without it. */
        readonly outcome: ElectionOutcome;
      }
    >
  /** Somebody is a member no more, from that place in the meeting on. */
  | DomainEvent<
      'MembershipEnded',
      1,
      {
        /** Who was a member until then. */
        readonly person: PersonNamed;
        /** The seat that is vacant from then on. */
        readonly seatId: string;
        /** The body's day on which it was. */
        readonly on: string;
        /** Why. */
        readonly reason: string;
        /** The sentence the minute carries. */
        readonly words?: string;
        /** The entry of the record after which it took effect; `null` is before the first. */
        readonly after: string | null;
        /** The section in hand, where nothing had been written down of it yet. */
        readonly sectionId?: string;
      }
    >;

/**
 * `unopposed`: no more stood than there were places, and they were declared elected; `voted`: by votes, or by lot where they were equal;
 * `nobody`: nobody stood; `open`: still to be voted on.
 */
export type ElectionOutcome = 'unopposed' | 'voted' | 'nobody' | 'open';

export interface ElectedTo {
  /** An office of the body, a seat of it, an outside body, or an associate without a vote. */
  readonly kind: 'office' | 'seat' | 'outside-body' | 'associate';
  /** The office, seat or outside body as the minute names it. */
  readonly name: string;
  /** The office of the body that is taken: chair, vice-chair, clerk, or one in the body's own words. */
  readonly office?: string;
  /** The seats of the body that are filled, in the order in which people are elected. */
  readonly seatIds?: readonly string[];
}

export interface Nomination {
  /** Who is nominated. */
  readonly nominee: PersonNamed;
  /** Who moved it. */
  readonly movedBy?: PersonNamed;
  /** Who seconded it. */
  readonly secondedBy?: PersonNamed;
  /** What the nominee said to it: consented, declined; or that it was withdrawn before the vote. */
  readonly then?: 'consented' | 'declined' | 'withdrew';
}

export interface Elected {
  /** Who was elected. */
  readonly person: PersonNamed;
  /** The seat of the body that is theirs. */
  readonly seatId?: string;
}

export interface ElectionVote {
  /** Who it is. */
  readonly person: PersonNamed;
  /** For nominees; declined to vote; absent from the vote. */
  readonly option: 'for' | 'declined' | 'absent';
  /** The nominees voted for, one for each place at most. */
  readonly nominees?: readonly PersonNamed[];
  /** The role in which the person votes, as Popolo has it. */
  readonly role: string;
}

export interface ElectionRound {
  /** How it was taken; `declared`: the person presiding read the room, and nobody counted. */
  readonly method: 'show-of-hands' | 'roll-call' | 'ballot' | 'declared';
  /** Those who stood, with the votes for each; no number where nobody counted. */
  readonly counts: readonly {
    /** Who stood. */
    readonly nominee: PersonNamed;
    /** Votes for them. */
    readonly count?: number;
  }[];
  /** How many were present and declined to vote. */
  readonly declined: number;
  /** How many were absent from the vote. */
  readonly absent: number;
  /** Names for a roll call; a show of hands may have some, a ballot none. */
  readonly votes: readonly ElectionVote[];
  /** Who counted the papers of a ballot. */
  readonly teller?: PersonNamed;
  /** The papers of a ballot that could not be counted. */
  readonly spoilt?: number;
  /** The lot between equals, who drew it, and the people it fell on: elected; or, where nobody is elected yet, who drops out. */
  readonly lot?: {
    /** Who drew it. */
    readonly drawnBy: PersonNamed;
    /** The people it fell on. */
    readonly on: readonly PersonNamed[];
  };
  /** Who was elected by it. */
  readonly elected: readonly PersonNamed[];
  /** Who drops out, so that a fresh vote is taken between the others. */
  readonly out?: PersonNamed;
  /** The people who could vote: in the room, with a voting seat or standing in for one, and not withdrawn from the item. */
  readonly entitled: readonly PersonNamed[];
}

export interface ElectionData {
  /** The id of the election, which is also its entry in the record. */
  readonly electionId: string;
  /** The section of the minute in hand. */
  readonly sectionId: string;
  /** The body's day on which it was held. */
  readonly on: string;
  /** What somebody is elected to. */
  readonly to: ElectedTo;
  /** How many are to be elected. */
  readonly places: number;
  /** Who was nominated, in that order. */
  readonly nominations: readonly Nomination[];
  /** The votes that were taken, each between those who were left. */
  readonly rounds: readonly ElectionRoundTold[];
  /** Who was elected, in that order. */
  readonly elected: readonly Elected[];
  /** What it came to: unopposed, by votes, nobody; or still open. */
  readonly outcome: ElectionOutcome;
  /** Whether there was a quorum; `null` where it cannot be told. */
  readonly quorate: boolean | null;
  /** The version of the constitution under which it was held. */
  readonly constitutionVersion: string;
}

/** `roundId`: of a round that was recorded after the election. */
export type ElectionRoundTold = ElectionRound & {
  /** The id of the round, where it was recorded after the election. */
  readonly roundId?: string;
  /** It counts for nothing. */
  readonly declaredVoid?: true;
};

/** The votes that count. */
export const counting = (rounds: readonly ElectionRoundTold[]): readonly ElectionRoundTold[] =>
  rounds.filter(({ declaredVoid }) => declaredVoid === undefined);

export const electionEventVersions = {
  ElectionHeld: 1,
  ElectionRoundTaken: 1,
  ElectionCorrected: 1,
  ElectionVoteDeclaredVoid: 1,
  MembershipEnded: 1,
} as const satisfies { readonly [E in ElectionEvent as E['type']]: E['v'] };

/** Who of those nominated stands. */
export const standing = (nominations: readonly Nomination[]): readonly PersonNamed[] =>
  nominations.filter(({ then }) => then !== 'declined' && then !== 'withdrew').map(({ nominee }) => nominee);

/** Who is left to be voted on after the rounds. */
export const leftAfter = (nominations: readonly Nomination[], rounds: readonly ElectionRoundTold[]): readonly PersonNamed[] => {
  const gone = new Set(
    counting(rounds)
      .flatMap(({ elected, out }) => [...elected, ...(out ? [out] : [])])
      .map(({ personId }) => personId),
  );
  return standing(nominations).filter(({ personId }) => !gone.has(personId));
};
