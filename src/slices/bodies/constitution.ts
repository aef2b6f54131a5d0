/**
 * A body's constitution as data. Every rule is a value that is stored with the day it applies from;
 * the code that applies a rule stands with what it governs (quorum in meetings, votes in motions, notice in meetings).
 */

/** A share of something, e.g. one half is `{ numerator: 1, denominator: 2 }`. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * How many must be in the room.
 * - `number`: at least so many members (voting members only, unless `counting` is `all-members`).
 * - `fraction`: at least that share of the seats, or of the filled seats. "One quarter" is at least; `moreThan` makes it "more than half".
 * - `organisations`: at least `members` members, from at least `organisations` different organisations.
 * - `all-of`, `any-of`: rules combined; e.g. "one quarter, and never below 3".
 * - `unknown`: the record does not say; then only a declaration by the chair counts.
 */
export type QuorumRule =
  | { readonly kind: 'number'; readonly atLeast: number; readonly counting?: Counting }
  | {
      readonly kind: 'fraction';
      readonly of: 'seats' | 'filled-seats';
      readonly share: Fraction;
      readonly moreThan?: boolean;
      readonly counting?: Counting;
    }
  | { readonly kind: 'organisations'; readonly members: number; readonly organisations: number; readonly counting?: Counting }
  | { readonly kind: 'all-of'; readonly rules: readonly QuorumRule[] }
  | { readonly kind: 'any-of'; readonly rules: readonly QuorumRule[] }
  | { readonly kind: 'unknown'; readonly why: string };

export type Counting = 'voting-members' | 'all-members';

/** How votes are decided. Sources: 1973 Act Sch 7 para 5 (council committees); SSI 2014/285 arts 11, 18 (joint boards). */
export interface VotingRule {
  /** What a motion needs: most of the votes cast, or most of the members present and entitled, whether they vote or not. */
  readonly majorityOf: 'votes-cast' | 'entitled-and-present';
  /** Whether the person presiding has a second or casting vote on a tie. */
  readonly castingVote: boolean;
  /** What a tie means where there is no casting vote. */
  readonly tie: 'not-carried' | 'standing-orders' | 'lot';
  /** How a tied appointment is settled; by lot in council committees, whoever presides. */
  readonly appointments: 'lot' | 'as-other-votes';
  /** A decision made within so many months is rescinded only by this share of those voting. */
  readonly rescinding?: { readonly withinMonths: number; readonly share: Fraction };
  /** Whether a motion needs a seconder before it can be put. */
  readonly seconder: boolean;
}

/** Who may take the chair, first available first. Source for a joint board: SSI 2014/285. */
export interface PresidingRule {
  readonly order: readonly ('chair' | 'vice-chair' | 'voting-member-chosen' | 'member-chosen')[];
  /** Whether a substitute or proxy of the chair may preside; in a joint board, no. */
  readonly substituteMayPreside: boolean;
}

export interface SubstitutesRule {
  /** `full`: counts and votes as the member does; `one-item`: only for the item named; `none`: not allowed. */
  readonly allowed: 'full' | 'one-item' | 'none';
  /** Only people named as substitutes beforehand, or anyone the organisation sends. */
  readonly who: 'named' | 'any-from-organisation';
}

export interface NoticeRule {
  /** Clear days: neither the day of notice nor the day of the meeting counts. */
  readonly clearDays: number;
  readonly countWeekends: boolean;
  readonly countHolidays: boolean;
  /** The Act, regulation or standing order. */
  readonly source?: string;
}

/** How the body writes its references. `{seq}`, `{ddmmyy}`, `{yyyy}`, `{date}` are filled in. */
export interface ReferenceFormats {
  readonly action?: string;
  readonly direction?: string;
}

export interface Constitution {
  readonly versionId: string;
  /** First day the version applies, `yyyy-mm-dd`; the version before applies to the day before. */
  readonly from: string;
  readonly quorum: QuorumRule;
  readonly voting: VotingRule;
  readonly presiding: PresidingRule;
  readonly substitutes: SubstitutesRule;
  readonly notice: NoticeRule;
  readonly references: ReferenceFormats;
  /** Verbs the body's decisions begin with, in capitals; APPROVED, AGREED and NOTED are always allowed. */
  readonly verbs: readonly string[];
  /** The Act, order, standing orders or decision that adopted the version. */
  readonly source: string;
}

/** A person as the record names them. The id is a slug; two ids can be declared one person without touching the record. */
export interface PersonNamed {
  readonly personId: string;
  readonly name: string;
}

/** A seat as it stands on one day: what a meeting's roll is made of. */
export interface RollSeat {
  readonly seatId: string;
  readonly label: string;
  readonly organisation?: string;
  readonly voting: boolean;
  readonly holder: PersonNamed | null;
  readonly substitutes: readonly PersonNamed[];
}

export interface RollOffice {
  readonly office: OfficeName;
  readonly holder: PersonNamed;
}

export type OfficeName = 'chair' | 'vice-chair' | 'clerk';

/** Everything of a body that a meeting stands under: the constitution, the seats and the offices on the meeting's day. */
export interface Standing {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly timeZone: string;
  readonly asOf: string;
  readonly constitution: Constitution;
  readonly roll: readonly RollSeat[];
  readonly offices: readonly RollOffice[];
}
