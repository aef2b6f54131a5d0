import { type BodyKind } from './body-kind.js';
import { sameName } from '../../kernel/names.js';
import { type MinuteStyle } from './minute-style.js';

/**
 * A body's constitution as data. Every rule is a value that is stored with the day it applies from;
 * the code that applies a rule stands with what it governs (quorum in meetings, votes in motions, notice in meetings).
 */

/** A share of something, e.g. one half is `{ numerator: 1, denominator: 2 }`. */
export interface Fraction {
  /** The upper number of the fraction. */
  readonly numerator: number;
  /** The lower number of the fraction. */
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
  | {
      /** How it is counted: a number, a share of the seats, members of several organisations, rules combined; or not known. */
      readonly kind: 'number';
      /** So many members. */
      readonly atLeast: number;
      /** Whose presence counts; voting members where nothing is said. */
      readonly counting?: Counting;
    }
  | {
      readonly kind: 'fraction';
      /** All seats, or only those somebody holds. */
      readonly of: 'seats' | 'filled-seats';
      /** The share of them that must be there. */
      readonly share: Fraction;
      /** More than the share is needed, not just as much. */
      readonly moreThan?: boolean;
      readonly counting?: Counting;
    }
  | {
      readonly kind: 'organisations';
      /** So many members. */
      readonly members: number;
      /** From so many different organisations. */
      readonly organisations: number;
      readonly counting?: Counting;
    }
  | {
      readonly kind: 'all-of';
      /** The rules combined: all of them, or any one of them. */
      readonly rules: readonly QuorumRule[];
    }
  | { readonly kind: 'any-of'; readonly rules: readonly QuorumRule[] }
  | {
      readonly kind: 'unknown';
      /** Why the rule is not known. */
      readonly why: string;
    };

export type Counting = 'voting-members' | 'all-members';

/** The kinds of procedural motion for which a body may need a share of its own. */
export const PROCEDURAL = [
  'closure',
  'next-business',
  'adjourn',
  'suspend-standing-order',
  'hear-in-public',
  'continue',
  'remit-back',
] as const;

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
  readonly rescinding?: {
    /** Months after the decision. */
    readonly withinMonths: number;
    /** Share of those voting. */
    readonly share: Fraction;
  };
  /** What share of those voting a kind of procedural motion needs, with the standing order; an ordinary majority of any other. */
  readonly procedural?: readonly {
    /** Closure, next business, adjourn, suspend a standing order, hear in public, continue, remit back. */
    readonly kind: string;
    /** Share of those voting. */
    readonly share: Fraction;
    /** The standing order. */
    readonly source: string;
  }[];
  /** Whether a motion needs a seconder before it can be put. */
  readonly seconder: boolean;
  /** How a motion and the amendments to it are voted on; absent where nobody has said what the standing orders have. */
  readonly between?: BetweenRule;
}

/**
 * How a body votes on a motion and the amendments to it.
 * - `amendment-then-motion`: each amendment is put for or against, and then the motion, as amended.
 * - `motion-against-each`: each amendment in turn against the motion, or against what won in its place.
 * - `amendments-first`: the amendments against each other until one is left, and that one against the motion.
 * - `all-at-once`: every proposal in one division.
 */
export interface BetweenRule {
  /** In which order proposals are put, and against what. */
  readonly method: 'amendment-then-motion' | 'motion-against-each' | 'amendments-first' | 'all-at-once';
  /** Whether a proposal to take no action is voted for or against before the others. */
  readonly noActionFirst?: boolean;
  /** What a proposal needs: more votes than any other (where nothing is said), or more than half of the votes for all. */
  readonly needs?: 'most-votes' | 'overall-majority';
  /** The standing order. */
  readonly source: string;
}

/** Who may take the chair, first available first. Source for a joint board: SSI 2014/285. */
export interface PresidingRule {
  /** Who takes the chair, first available first. */
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
  /** Whether Saturdays and Sundays count as clear days. */
  readonly countWeekends: boolean;
  /** Whether bank holidays count as clear days. */
  readonly countHolidays: boolean;
  /** The Act, regulation or standing order. */
  readonly source?: string;
}

/**
 * How many members can have a special meeting called, and by when. Source for a council: Local Government (Scotland) Act 1973 Sch 7 para 1(4);
 * for a joint board: SSI 2014/285.
 */
export interface RequisitionRule {
  /** The share of the members who have to ask. */
  readonly share: Fraction;
  /** Whose share it is. */
  readonly of: 'members' | 'voting-members';
  /** Days after the day of receipt. */
  readonly days: number;
  /** What has to be done within them: the meeting held, or called. */
  readonly until: 'held' | 'called';
  /** The Act, regulation or standing order. */
  readonly source: string;
}

/** How the body writes its references. `{seq}`, `{ddmmyy}`, `{yyyy}`, `{date}` are filled in. */
export interface ReferenceFormats {
  /** The format of the references of actions. */
  readonly action?: string;
  /** The format of the references of directions. */
  readonly direction?: string;
}

export interface Constitution {
  /** The name of this version of the rules. */
  readonly versionId: string;
  /** First day the version applies, `yyyy-mm-dd`; the version before applies to the day before. */
  readonly from: string;
  /** How many must be in the room. */
  readonly quorum: QuorumRule;
  /** Minutes a meeting waits for a quorum before it is abandoned. */
  readonly waitsForQuorum?: number;
  /** How votes are decided. */
  readonly voting: VotingRule;
  /** Who may take the chair. */
  readonly presiding: PresidingRule;
  /** Whether and who may come in place of a member. */
  readonly substitutes: SubstitutesRule;
  /** How long before a meeting notice is given. */
  readonly notice: NoticeRule;
  /** When members can have a special meeting called; absent where nothing else is said than in the Act. */
  readonly requisition?: RequisitionRule;
  /** How references are written. */
  readonly references: ReferenceFormats;
  /** Verbs the body's decisions begin with, in capitals; APPROVED, AGREED and NOTED are always allowed. */
  readonly verbs: readonly string[];
  /** The Act, order, standing orders or decision that adopted the version. */
  readonly source: string;
}

/** A person as the record names them. The id is a slug; two ids can be declared one person without touching the record. */
export interface PersonNamed {
  /** The id of the person. */
  readonly personId: string;
  /** The name as the record has it. */
  readonly name: string;
}

/** A seat as it stands on one day: what a meeting's roll is made of. */
export interface RollSeat {
  /** The id of the seat in the body. */
  readonly seatId: string;
  /** What the seat is called. */
  readonly label: string;
  /** The organisation the seat belongs to; absent for the seat of a person. */
  readonly organisation?: string;
  /** Whether whoever sits in it may vote. */
  readonly voting: boolean;
  /** Who holds it that day; `null` where it is vacant. */
  readonly holder: PersonNamed | null;
  /** Who is named beforehand to come in place of the holder. */
  readonly substitutes: readonly PersonNamed[];
  /** In a joint meeting, the body whose seat it is; that of the body that called the meeting where nothing is said. */
  readonly bodyId?: string;
}

export interface RollOffice {
  /** The office held. */
  readonly office: OfficeName;
  /** Who holds it that day. */
  readonly holder: PersonNamed;
}

export type OfficeName = 'chair' | 'vice-chair' | 'clerk';

const PRESIDER = '(?:chair|chairman|chairwoman|chairperson|convener|preses|provost|lord provost)';
const CHAIR = new RegExp(`^${PRESIDER}$`, 'i');
const VICE_CHAIR = new RegExp(`^(?:vice|depute|deputy)[- ]?${PRESIDER}$`, 'i');

/**
 * The office that words name: `chair` and `vice-chair` by whatever a body calls them (`chair` is what it calls the person presiding), `clerk`;
 * any other office by the body's own words, such as Treasurer.
 */
export function officeNamed(words: string, chair?: string): string {
  if (CHAIR.test(words) || (chair !== undefined && sameName(words, chair))) return 'chair';
  if (VICE_CHAIR.test(words)) return 'vice-chair';
  return /^clerk$/i.test(words) ? 'clerk' : words;
}

export const isOfficeName = (office: string): office is OfficeName => ['chair', 'vice-chair', 'clerk'].includes(office);

/** Everything of a body that a meeting stands under: the constitution, the seats and the offices on the meeting's day. */
export interface Standing {
  /** The body that meets. */
  readonly bodyId: string;
  /** The name of the body. */
  readonly bodyName: string;
  /** IANA time zone of the place where the body sits. */
  readonly timeZone: string;
  /** The day of which all of it is taken. */
  readonly asOf: string;
  /** The version of the rules in force. */
  readonly constitution: Constitution;
  /** The seats of the body. */
  readonly roll: readonly RollSeat[];
  /** Who is chair, vice-chair and clerk. */
  readonly offices: readonly RollOffice[];
  /** How the minute looks; absent where the body has chosen no style. */
  readonly minuteStyle?: MinuteStyle;
  /** The other bodies that meet with it. Their seats are on the roll after its own. */
  readonly jointly?: readonly BodyMeeting[];
}

/** A body that takes part in a joint meeting, with the rules and offices it has that day. */
export interface BodyMeeting {
  /** The body. */
  readonly bodyId: string;
  /** The name of the body. */
  readonly bodyName: string;
  /** The version of its rules in force: its quorum, and who may come in place of its members. */
  readonly constitution: Constitution;
  /** Who is its chair, vice-chair and clerk. */
  readonly offices: readonly RollOffice[];
}

const OF_COUNCILS: RequisitionRule = {
  share: { numerator: 1, denominator: 4 },
  of: 'members',
  days: 14,
  until: 'held',
  source: 'Local Government (Scotland) Act 1973, Schedule 7, paragraph 1(4)',
};
const OF_JOINT_BOARDS: RequisitionRule = {
  share: { numerator: 2, denominator: 3 },
  of: 'voting-members',
  days: 7,
  until: 'called',
  source: 'SSI 2014/285',
};

/** The rule of the constitution; where that says nothing, the rule in law for a body of that kind. */
export const requisitionRuleOf = ({ requisition }: Pick<Constitution, 'requisition'>, kind: BodyKind): RequisitionRule =>
  requisition ?? (kind === 'joint-board' ? OF_JOINT_BOARDS : OF_COUNCILS);
