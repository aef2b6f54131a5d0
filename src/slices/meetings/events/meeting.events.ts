import { type CountedPeriod } from '../../../kernel/deadline.js';
import { type DomainEvent } from '../../../kernel/event.js';
import { type PersonNamed, type Standing } from '../../bodies/bodies.words.js';
import { targetOf } from '../../../kernel/record-id.js';

/**
 * Stream `meeting-<bodyId>/<meeting>`, shared with motions, decisions and minutes: whoever is in the room, the quorum,
 * the motion and the vote can only be judged together.
 *
 * The **record** of a meeting is one sequence of entries (paragraphs, decisions, votes, annotations) in the order they happened.
 * `after` names the entry after which something took effect; `null` is before the first. This, not the clock, is what
 * "to para. 6.1" means; times are kept beside it. `sectionId` stands beside `after` where the next item had been taken up already
 * and nothing was written down of it yet: then it belongs to that item.
 */
export type MeetingEvent =
  /** A meeting of the body, or of several bodies jointly, is to be held on that day. */
  | DomainEvent<
      'MeetingCalled',
      1,
      {
        /** `body/meeting`; the second part is normally the date. */
        readonly meetingId: string;
        /** The body that meets. */
        readonly bodyId: string;
        /** What the meeting is called. */
        readonly title: string;
        /** Calendar date and wall-clock time (`HH:mm`) where the body sits. */
        readonly date: string;
        /** Wall-clock time it is to begin. */
        readonly time?: string;
        /** Where it is held, in words. */
        readonly place?: string;
        /** Whether people come to the room, join remotely, or either. */
        readonly mode: MeetingMode;
        /** IANA time zone of the place where the body sits. */
        readonly timeZone: string;
        /** The requisition on which it is called. */
        readonly requisition?: RequisitionCalledOn;
        /** The bodies that meet with the one that calls it. */
        readonly jointlyWith?: readonly BodyCalled[];
        /** Where the body has a rule of notice: the clear days, and the last day on which a notice would be in time. */
        readonly notice?: {
          /** Clear days of notice that the rule asks for. */
          readonly clearDays: number;
          /** The last day on which notice would be in time. */
          readonly latestDay: string;
          /** The Act, regulation or standing order. */
          readonly source?: string;
          /** How that day was counted; absent in meetings called before this was kept, whose day stays as it was said. */
          readonly counted?: CountedPeriod;
        };
      }
    >
  /** The meeting is held at another time or place, or otherwise, on the same day. */
  | DomainEvent<
      'MeetingRearranged',
      1,
      {
        /** The new time; absent where it stays. */
        readonly time?: string;
        /** The new place; absent where it stays. */
        readonly place?: string;
        /** The new mode; absent where it stays. */
        readonly mode?: MeetingMode;
        /** Why it is rearranged. */
        readonly reason: string;
      }
    >
  /** The meeting is not held. */
  | DomainEvent<
      'MeetingCancelled',
      1,
      {
        /** Why it is not held. */
        readonly reason: string;
        /** Of a joint meeting, the other bodies that were to meet. */
        readonly jointlyWith?: readonly string[];
      }
    >
  /** An item was put on the agenda; once notice is given only as late or urgent (1973 Act s.50B(4)(b)). */
  | DomainEvent<
      'AgendaItemAdded',
      1,
      AgendaItem & {
        /** The item was added after notice was given, though not urgent. */
        readonly late?: {
          /** Why it was not on the agenda. */
          readonly reason: string;
        };
        /** The item was added after notice was given by reason of special circumstances. */
        readonly urgent?: {
          /** The special circumstances that make it urgent (1973 Act s.50B(4)(b)). */
          readonly reason: string;
          /** Who ruled that it is urgent. */
          readonly ruledBy: PersonNamed;
        };
      }
    >
  /** What the agenda says of an item was put right. */
  | DomainEvent<
      'AgendaItemCorrected',
      1,
      {
        /** The item of the agenda. */
        readonly itemId: string;
        /** What it says from now on; what stays is absent. */
        readonly changes: Partial<Omit<AgendaItem, 'itemId'>>;
        /** The item was never, or is no longer, taken in private. */
        readonly notExempt?: true;
        /** Why it is otherwise. */
        readonly reason: string;
      }
    >
  /** The item is not taken at the meeting; the agenda keeps it, marked. */
  | DomainEvent<
      'AgendaItemWithdrawn',
      1,
      {
        /** The item of the agenda. */
        readonly itemId: string;
        /** Why it is not taken. */
        readonly reason: string;
      }
    >
  /** The items are taken in another order; those that are not named follow in the order they had. */
  | DomainEvent<
      'OrderOfBusinessChanged',
      1,
      {
        /** Ids of the items in their new order. */
        readonly order: readonly string[];
        /** Why the order was changed. */
        readonly reason: string;
      }
    >
  /** Notice of the meeting was given, so many clear days before it (1973 Act Sch 7 and s.50B; SSI 2014/285). */
  | DomainEvent<
      'NoticeGiven',
      1,
      {
        /** The day notice was given. */
        readonly givenOn: string;
        /** Who gave it, as the notice is signed. */
        readonly by: string;
        /** The date the notice bears, as written, where that is not the day it was given. */
        readonly datedAsWritten?: string;
        /** The clear days counted, against those the rule asks for. */
        readonly clearDays: ClearDays;
      }
    >
  /** The meeting began, under the constitution, seats and offices of its day. */
  | DomainEvent<
      'MeetingOpened',
      1,
      {
        /** Wall-clock time it was opened. */
        readonly time?: string;
        /** The constitution, seats and offices on the meeting's day. */
        readonly standing: Standing;
        /** Opened before the day it was called for. */
        readonly beforeItsDay?: true;
      }
    >
  /**
   * The record of the body's seats and offices was wrong when the meeting was opened: the meeting stands under the right ones from its
   * beginning.
   */
  | DomainEvent<
      'RollCorrected',
      1,
      {
        /** The constitution, seats and offices as the record of the body has them now. */
        readonly standing: Standing;
        /** Why the roll of the meeting was wrong. */
        readonly reason: string;
      }
    >
  /** Somebody was there as a member, as a substitute or in attendance, or sent apologies. */
  | DomainEvent<
      'AttendanceRecorded',
      1,
      InPlace & {
        /** Who it is. */
        readonly person: PersonNamed;
        /** Present as a member or substitute, with apologies, or in attendance. */
        readonly as: 'present' | 'apologies' | 'in-attendance';
        /** In the room, or joining remotely. */
        readonly how: 'in-room' | 'remote';
        /** The organisation, as the sederunt names it. */
        readonly organisation?: string;
        /** The role, as the sederunt names it. */
        readonly role?: string;
        /** The seat whose holder or substitute this is; absent for those in attendance. */
        readonly seatId?: string;
        /** The member in whose place the person sits. */
        readonly substituteFor?: {
          /** The member. */
          readonly person: PersonNamed;
          /** The item of the agenda for which alone the person sits in place of the member. */
          readonly itemId?: string;
        };
        /** The note beside a substitute's name in the sederunt; the empty string where the record gives none. */
        readonly sederuntNote?: string;
        /** Wall-clock time they came at, of whoever came late. */
        readonly time?: string;
      }
    >
  /** Somebody left the room; they take no part from that place on. */
  | DomainEvent<
      'MemberLeft',
      1,
      InPlace & {
        /** Who left. */
        readonly person: PersonNamed;
        /** The note beside the name in the sederunt; the empty string where the record gives none. */
        readonly sederuntNote?: string;
        /** The sentence the minute carries in place; the empty string where the record says it in other words or not at all. */
        readonly words?: string;
        /** Wall-clock time at which they left. */
        readonly time?: string;
      }
    >
  /** Somebody who had left came back. */
  | DomainEvent<
      'MemberRejoined',
      1,
      InPlace & {
        /** Who came back. */
        readonly person: PersonNamed;
        /** In the room, or joining remotely. */
        readonly how: 'in-room' | 'remote';
        /** Wall-clock time at which they came back. */
        readonly time?: string;
      }
    >
  /** When somebody came or left, or that they came at all, was put right: it had been so at every moment of the meeting. */
  | DomainEvent<
      'AttendanceCorrected',
      1,
      {
        /** The id of the person whose attendance is put right. */
        readonly personId: string;
        /** The person as recorded until then. */
        readonly person: PersonNamed;
        /** What had been the case. */
        readonly correction: AttendanceCorrection;
        /** Why the record of it was wrong. */
        readonly reason: string;
      }
    >
  /** Somebody presides from that place in the meeting on. */
  | DomainEvent<
      'ChairTaken',
      1,
      InPlace & {
        /** Who presides from then on. */
        readonly person: PersonNamed;
        /** Why they preside: the absence of whoever would. */
        readonly reason: string;
        /** An officer in attendance, without a vote, until the chair is elected. */
        readonly untilElected?: true;
        /** The sentence the minute carries. */
        readonly words?: string;
      }
    >
  /** A member declared an interest in an item, or a connection with it, and withdrew or stayed. */
  | DomainEvent<
      'InterestDeclared',
      1,
      InPlace & {
        /** Who declares it. */
        readonly person: PersonNamed;
        /** The item of the agenda, or the section of the minute where it is on none. */
        readonly itemId: string;
        /** A connection only, or an interest with which the person stayed or withdrew. */
        readonly outcome: InterestOutcome;
        /** What the interest or connection is. */
        readonly nature: string;
      }
    >
  /** The meeting took up an item, or business that is not on its agenda; what follows belongs to it. */
  | DomainEvent<
      'ItemTaken',
      1,
      {
        /** The section of the minute that begins, or is returned to. */
        readonly sectionId: string;
        /** The number of the section in the minute. */
        readonly number: string;
        /** The heading of the section, as printed. */
        readonly heading: string;
        /** The item of the agenda; absent for business that is on none. */
        readonly itemId?: string;
        /** Business before the first item: it stands before item 1, and its number, 0, is not printed. */
        readonly beforeItems?: true;
      }
    >
  /** The person presiding declared that there is, or is no longer, a quorum; the count by the rule is kept apart. */
  | DomainEvent<
      'QuorumDeclared',
      1,
      InPlace & {
        /** Whether it was declared that there is a quorum. */
        readonly quorate: boolean;
        /** The sentence the minute carries. */
        readonly words: string;
        /** Who declared it. */
        readonly by?: PersonNamed;
      }
    >
  /** The meeting stopped, to be resumed later that day, on another day, or when that is settled. */
  | DomainEvent<
      'MeetingAdjourned',
      1,
      InPlace & {
        /** Why it is adjourned. */
        readonly reason: string;
        /** Until when, in the words used. */
        readonly until?: string;
        /** Wall-clock time at which it was adjourned. */
        readonly time?: string;
        /** For a short period of the same sitting. */
        readonly recess?: true;
        /** The day it was adjourned to. */
        readonly toDate?: string;
        /** The time it was adjourned to. */
        readonly toTime?: string;
        /** The place it was adjourned to. */
        readonly toPlace?: string;
      }
    >
  /** The adjourned meeting went on, under the constitution, seats and offices of that day. */
  | DomainEvent<
      'MeetingResumed',
      1,
      InPlace & {
        /** Wall-clock time at which it went on. */
        readonly time?: string;
        /** The day, where that is another one. */
        readonly date?: string;
        /** The constitution, seats and offices of that other day. */
        readonly standing?: Standing;
        /** Where it went on, where that is another place. */
        readonly place?: string;
        /** Who was there, where the sederunt was taken again. */
        readonly there?: readonly PersonNamed[];
      }
    >
  /** Without a quorum, those who are there went on to talk; nothing is decided from there on. */
  | DomainEvent<
      'MeetingContinuedInformally',
      1,
      InPlace & {
        /** The sentence the minute carries. */
        readonly words: string;
      }
    >
  /** The meeting resolved that the public be excluded for some of its items (1973 Act s.50A(4) and Sch 7A). */
  | DomainEvent<
      'PublicExcluded',
      1,
      InPlace & {
        /** The items for which the public is excluded; none where it is for whatever is taken until it is readmitted. */
        readonly itemIds: readonly string[];
        /** Paragraphs of Schedule 7A to the 1973 Act that describe the exempt information. */
        readonly paragraphs: readonly string[];
        /** The decision of this meeting that excludes it. */
        readonly decisionId?: string;
        /** The sentence the minute carries. */
        readonly words?: string;
      }
    >
  /** The public may be there again. */
  | DomainEvent<
      'PublicReadmitted',
      1,
      InPlace & {
        /** The sentence the minute carries. */
        readonly words?: string;
      }
    >
  /** What was resolved on the minute of another body, under the item that carries it. */
  | DomainEvent<
      'MinuteReceived',
      1,
      InPlace & {
        /** The item of the agenda. */
        readonly itemId: string;
        /** The minute that it carries. */
        readonly minuteOf: MinuteOf;
        /** What was resolved. */
        readonly resolved: MinuteResolved;
        /** The amendment with which it was approved. */
        readonly amendment?: string;
        /** The decision of this meeting by which it was. */
        readonly decisionId?: string;
      }
    >
  /** The meeting agreed when the body meets next. */
  | DomainEvent<
      'NextMeetingAgreed',
      1,
      InPlace & {
        /** The day of the next meeting. */
        readonly date: string;
        /** Wall-clock time it is to begin. */
        readonly time?: string;
        /** Where it is to be. */
        readonly place?: string;
        /** The sentence the minute carries. */
        readonly words?: string;
      }
    >
  /** The meeting ended, was abandoned, or was not held for want of a quorum. */
  | DomainEvent<
      'MeetingConcluded',
      1,
      {
        /** Wall-clock time at which it ended. */
        readonly time?: string;
        /** The sentence the minute ends with. */
        readonly words?: string;
        /** There was no quorum, and the meeting was abandoned. */
        readonly abandoned?: true;
        /** Minutes the constitution has a meeting wait for a quorum, of one that could not begin. */
        readonly waited?: number;
        /** It was abandoned before any item was taken: nothing is due by it. */
        readonly notHeld?: true;
      }
    >;

/**
 * Corrections: events that say what had been the case, with nothing happening in the room when they were written down. A reading as at a
 * moment includes corrections written down since; a reading as known at a moment leaves those out.
 */
export const CORRECTIONS: readonly string[] = [
  'AgendaItemCorrected',
  'RollCorrected',
  'AttendanceCorrected',
  'VoteCorrected',
  'DivisionCorrected',
  'ElectionCorrected',
  'DecisionCorrected',
  'AgreedActionCorrected',
  'HearingCorrected',
  'ParagraphCorrected',
  'EntryStruck',
  'EntryMoved',
  'StepCorrected',
  'StepStruck',
];

/** Where in the record of the meeting something took effect. */
export interface InPlace {
  /** The entry of the record after which it took effect; `null` is before the first. */
  readonly after: string | null;
  /** The section in hand, where nothing had been written down of it yet. */
  readonly sectionId?: string;
}

export type MeetingMode = 'in-person' | 'remote' | 'hybrid';

/** A connection only (transparency statement), declared and stayed, or declared and withdrew. Only a member who withdrew takes no part. */
export type InterestOutcome = 'connection-only' | 'declared-and-stayed' | 'declared-and-withdrew';

export interface Paper {
  /** The title of the paper. */
  readonly title: string;
  /** Its pages in the agenda pack. */
  readonly pages?: {
    /** The first page. */
    readonly first: number;
    /** The last page. */
    readonly last: number;
  };
  /** Where it can be read. */
  readonly link?: string;
}

export interface AgendaItem {
  /** The id of the item on this agenda. */
  readonly itemId: string;
  /** The number of the item on the agenda. */
  readonly number: string;
  /** The heading of the item. */
  readonly title: string;
  /** The request to the meeting, as the agenda words it. */
  readonly asked?: string;
  /** The papers circulated for it. */
  readonly papers: readonly Paper[];
  /** Indicative minutes; they inhibit nothing. */
  readonly minutes?: number;
  /** Taken in private under a paragraph of Schedule 7A to the Local Government (Scotland) Act 1973. */
  readonly exempt?: {
    /** The paragraph of the Schedule. */
    readonly paragraph: string;
  };
  /** The remit that it brings before the meeting, or whose answer it brings back, `body/remit`. */
  readonly remit?: string;
  /** The minute of another body that it carries, submitted for approval or noting. */
  readonly minuteOf?: MinuteOf;
}

/** The minute of a meeting of another body. */
export interface MinuteOf {
  /** The meeting; absent where it is not in the record. */
  readonly meetingId?: string;
  /** The body, as it is named. */
  readonly body: string;
  /** The day of that meeting. */
  readonly date: string;
}

/** A body that meets with the one that calls a joint meeting. */
export interface BodyCalled {
  /** The body. */
  readonly bodyId: string;
  /** Its name when the meeting was called. */
  readonly name: string;
}

/** What the notice and the minute say of the requisition on which a meeting is called. */
export interface RequisitionCalledOn {
  /** `body/requisition`. */
  readonly requisitionId: string;
  /** Who asked. */
  readonly askedBy: readonly PersonNamed[];
  /** The day it was received. */
  readonly receivedOn: string;
  /** The business for which the meeting was asked. */
  readonly business: string;
}

export type MinuteResolved = 'approved' | 'noted' | 'not-approved';

/** Both the day of notice and the day of the meeting are excluded. */
export interface ClearDays {
  /** Clear days that the rule asks for. */
  readonly required: number;
  /** Clear days that there were. */
  readonly given: number;
  /** Whether there were fewer than required. */
  readonly short: boolean;
  /** The last day on which notice would have been in time. */
  readonly latestDay: string;
  /** The Act, regulation or standing order. */
  readonly source?: string;
  /** How that day was counted; absent where no notice is required, and in notices given before this was kept. */
  readonly counted?: CountedPeriod;
}

export type AttendanceCorrection =
  | {
      /** What is put right: not there at all, when they arrived or left, that they did not leave, or the details. */
      readonly kind: 'not-present';
    }
  /** `spell`: which time in the room, 1 the first; the last where nothing is said. */
  | {
      readonly kind: 'arrived';
      /** The entry of the record after which it was; `null` for before the first. */
      readonly after: string | null;
      /** Wall-clock time of it. */
      readonly time?: string;
      /** Which time in the room, 1 the first; the last where nothing is said. */
      readonly spell?: number;
    }
  | {
      readonly kind: 'left';
      readonly after: string | null;
      readonly time?: string;
      /** The note beside the name in the sederunt; the empty string for none. */
      readonly sederuntNote?: string;
      readonly spell?: number;
    }
  | { readonly kind: 'did-not-leave' }
  | {
      readonly kind: 'details';
      /** The right name. */
      readonly name?: string;
      /** The right organisation. */
      readonly organisation?: string;
      /** The right role. */
      readonly role?: string;
      readonly sederuntNote?: string;
    };

export const meetingEventVersions = {
  MeetingCalled: 1,
  MeetingRearranged: 1,
  MeetingCancelled: 1,
  AgendaItemAdded: 1,
  AgendaItemCorrected: 1,
  AgendaItemWithdrawn: 1,
  OrderOfBusinessChanged: 1,
  NoticeGiven: 1,
  MeetingOpened: 1,
  RollCorrected: 1,
  AttendanceRecorded: 1,
  MemberLeft: 1,
  MemberRejoined: 1,
  AttendanceCorrected: 1,
  ChairTaken: 1,
  InterestDeclared: 1,
  ItemTaken: 1,
  QuorumDeclared: 1,
  MeetingAdjourned: 1,
  MeetingResumed: 1,
  MeetingContinuedInformally: 1,
  PublicExcluded: 1,
  PublicReadmitted: 1,
  MinuteReceived: 1,
  NextMeetingAgreed: 1,
  MeetingConcluded: 1,
} as const satisfies { readonly [E in MeetingEvent as E['type']]: E['v'] };

/** The category of a meeting's stream. */
export const MEETING = 'meeting';

/** `cpp-strategic-board/2016-03-03` of the stream of that meeting. */
export const meetingIdOf = (stream: string): string => targetOf(stream, MEETING);
