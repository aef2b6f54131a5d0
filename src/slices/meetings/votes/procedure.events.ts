import { type DomainEvent } from '../../../kernel/event.js';
import { type Fraction, type PersonNamed, PROCEDURAL } from '../../bodies/bodies.words.js';
import { type VoteTakenData } from './vote.words.js';

/** How a meeting is conducted: procedural motions, and rulings of whoever presides. Each is an entry in the record's sequence. */
export type ProcedureEvent =
  /** A member moved how the meeting is to go on, such as to suspend a standing order, and it was carried or lost. */
  | DomainEvent<
      'ProceduralMotionTaken',
      1,
      ProceduralMotion & {
        /** The entry of the record after which it was, where it was written down late. */
        readonly after?: string | null;
      }
    >
  /** The person presiding ruled on competence, urgency or order, or asked a member to leave. */
  | DomainEvent<
      'RulingGiven',
      1,
      Ruling & {
        /** The entry of the record after which it was, where it was written down late. */
        readonly after?: string | null;
      }
    >
  /** Members dissented from a ruling of the person presiding. */
  | DomainEvent<
      'RulingDissented',
      1,
      {
        /** The ruling that is dissented from. */
        readonly rulingId: string;
        /** Who dissents, in the order in which they were named. */
        readonly people: readonly PersonNamed[];
      }
    >
  /** A vote on a procedural motion that counts for nothing: what was moved is to be put again. */
  | DomainEvent<
      'ProceduralVoteDeclaredVoid',
      1,
      {
        /** The procedural motion. */
        readonly procedureId: string;
        /** The section of the minute it belongs to; `null` before the first item. */
        readonly sectionId: string | null;
        /** Who ruled so. */
        readonly ruledBy: PersonNamed;
        /** Why it is void. */
        readonly reason: string;
      }
    >;

export const PROCEDURAL_KINDS = [...PROCEDURAL, 'other'] as const;
export type ProceduralKind = (typeof PROCEDURAL_KINDS)[number];

export interface ProceduralMotion {
  /** The id of the motion, which is also its entry in the record. */
  readonly procedureId: string;
  /** What it asks for: that the question be put, that the meeting pass to the next business, and so on. */
  readonly kind: ProceduralKind;
  /** The motion, as moved: what follows "moved that". */
  readonly words: string;
  /** The section of the minute in hand; `null` before the first item. */
  readonly sectionId: string | null;
  /** The standing order under which it is moved, or that it suspends. */
  readonly standingOrder?: string;
  /** The motion in hand that it interrupts. */
  readonly motionId?: string;
  /** Who moved it. */
  readonly movedBy: PersonNamed;
  /** Who seconded it. */
  readonly secondedBy?: PersonNamed;
  /** The share of those voting that it needs, and where that stands; absent where an ordinary majority does. */
  readonly needs?: {
    /** Share of those voting. */
    readonly share: Fraction;
    /** The standing order. */
    readonly source: string;
  };
  /** The vote on it, which is taken at once. */
  readonly vote: Omit<VoteTakenData, 'voteId' | 'motionId' | 'sectionId'>;
}

export const RULING_KINDS = ['competent', 'not-competent', 'urgent', 'order', 'asked-to-leave', 'other'] as const;
export type RulingKind = (typeof RULING_KINDS)[number];

export interface Ruling {
  /** The id of the ruling, which is also its entry in the record. */
  readonly rulingId: string;
  /** What it is about: competence, urgency, order, a member asked to leave. */
  readonly kind: RulingKind;
  /** Who gave it: whoever presided. */
  readonly by: PersonNamed;
  /** What was ruled, and why. */
  readonly words: string;
  /** The section of the minute in hand; `null` before the first item. */
  readonly sectionId: string | null;
  /** The standing order it rests on. */
  readonly standingOrder?: string;
  /** The motion that it is about. */
  readonly motionId?: string;
  /** Who was called to order, or asked to leave. */
  readonly person?: PersonNamed;
}

export const procedureEventVersions = {
  ProceduralMotionTaken: 1,
  RulingGiven: 1,
  RulingDissented: 1,
  ProceduralVoteDeclaredVoid: 1,
} as const satisfies { readonly [E in ProcedureEvent as E['type']]: E['v'] };
