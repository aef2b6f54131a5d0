import { type DomainEvent } from '../../../kernel/event.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type ProceduralKind, type ProceduralMotion, type RulingKind } from '../votes/procedure.events.js';
import { type InterestOutcome } from './meeting.events.js';

/**
 * What puts the course of a meeting right. From then on the meeting is told as though it had been recorded rightly from the start; what was
 * said first stays in the stream.
 */
export type StepEvent =
  /** Of an event of the course: what it should have said. */
  | DomainEvent<
      'StepCorrected',
      1,
      StepMeant & {
        /** What it said until then, of what is put right. */
        readonly was: StepSaid;
        /** What it should have said. */
        readonly now: StepSaid;
        /** The decisions of the item whose heading is put right. */
        readonly decisionIds?: readonly string[];
        /** Why it was wrong. */
        readonly reason: string;
      }
    >
  /** Of an event of the course: that it was recorded in error. */
  | DomainEvent<
      'StepStruck',
      1,
      StepMeant & {
        /** What it had said. */
        readonly was: StepSaid;
        /** What the meeting then is, where that is something else. */
        readonly status?: 'open' | 'adjourned';
        /** The day of the resumption that is struck, where that was another one. */
        readonly date?: string;
        /** Of a joint meeting whose resumption is struck, the other bodies that met. */
        readonly jointlyWith?: readonly string[];
        /** What the motion then is, where it had been withdrawn or had fallen. */
        readonly motionStatus?: 'moved' | 'put' | 'tied';
        /** Why it was recorded in error. */
        readonly reason: string;
      }
    >;

/** The events of the course that are put right by what they say. Attendance, votes, paragraphs and decisions have corrections of their own. */
export const STEP_KINDS = [
  'AgendaItemWithdrawn',
  'OrderOfBusinessChanged',
  'MeetingOpened',
  'ChairTaken',
  'InterestDeclared',
  'ItemTaken',
  'QuorumDeclared',
  'MeetingAdjourned',
  'MeetingResumed',
  'MeetingContinuedInformally',
  'PublicExcluded',
  'PublicReadmitted',
  'MinuteReceived',
  'NextMeetingAgreed',
  'MeetingConcluded',
  'MotionMoved',
  'MotionSeconded',
  'MotionWithdrawn',
  'MotionFell',
  'DissentRecorded',
  'VoteDeclaredVoid',
  'ElectionVoteDeclaredVoid',
  'ProceduralVoteDeclaredVoid',
  'ProceduralMotionTaken',
  'RulingGiven',
  'RulingDissented',
  'MembershipEnded',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface StepMeant {
  /** The event that is meant, by its revision in the record of the meeting. */
  readonly step: number;
  /** What kind of event it is. */
  readonly of: StepKind;
  /** The motion, of a step of one. */
  readonly motionId?: string;
  /** The motions that were open again by a vote declared void. */
  readonly motionIds?: readonly string[];
  /** The procedural motion or the ruling, of a step of one, or what a vote declared void was on: its entry in the record. */
  readonly entryId?: string;
}

/** What an event of the course says. In what it should have said, `null` stands for what it does not say any more. */
export interface StepSaid {
  /** Wall-clock time of it. */
  readonly time?: string;
  /** Until when, in the words used. */
  readonly until?: string;
  /** The sentence the minute carries; the words of a procedural motion, or what was ruled. */
  readonly words?: string;
  /** The reason that was given in the meeting. */
  readonly why?: string;
  /** The words of the motion. */
  readonly text?: string;
  /** Who moved it. */
  readonly movedBy?: PersonNamed;
  /** Who seconded it. */
  readonly secondedBy?: PersonNamed;
  /** Who presided, declared an interest, dissented, or was called to order or asked to leave. */
  readonly person?: PersonNamed | null;
  /** Whether it was declared that there is a quorum. */
  readonly quorate?: boolean;
  /** A connection only, or an interest with which the person stayed or withdrew. */
  readonly outcome?: InterestOutcome;
  /** What the interest or connection is. */
  readonly nature?: string;
  /** The item of the agenda, or the section of the minute where it is on none. */
  readonly itemId?: string;
  /** The number of the section in the minute. */
  readonly number?: string;
  /** The heading of the section. */
  readonly heading?: string;
  /** What a procedural motion asked for, or what a ruling was about. */
  readonly kind?: ProceduralKind | RulingKind;
  /** The standing order under which it was moved, or on which the ruling rests. */
  readonly standingOrder?: string;
  /** The share that a procedural motion needs, and where that stands. */
  readonly needs?: NonNullable<ProceduralMotion['needs']> | null;
  /** The vote on a procedural motion, the whole of it. */
  readonly vote?: ProceduralMotion['vote'];
  /** Who gave the ruling: whoever presided; who declared a vote void. */
  readonly by?: PersonNamed;
  /** Who dissented from the ruling. */
  readonly people?: readonly PersonNamed[];
}

export const stepEventVersions = {
  StepCorrected: 1,
  StepStruck: 1,
} as const satisfies { readonly [E in StepEvent as E['type']]: E['v'] };
