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
  | DomainEvent<
      'MeetingCalled',
      1,
      {
        readonly meetingId: string;
        readonly bodyId: string;
        readonly title: string;
        /** Calendar date and wall-clock time (`HH:mm`) where the body sits. */
        readonly date: string;
        readonly time?: string;
        readonly place?: string;
        readonly mode: MeetingMode;
        readonly timeZone: string;
        /** Where the body has a rule of notice: the clear days, and the last day on which a notice would be in time. */
        readonly notice?: { readonly clearDays: number; readonly latestDay: string; readonly source?: string };
      }
    >
  | DomainEvent<
      'MeetingRearranged',
      1,
      { readonly time?: string; readonly place?: string; readonly mode?: MeetingMode; readonly reason: string }
    >
  | DomainEvent<'MeetingCancelled', 1, { readonly reason: string }>
  | DomainEvent<
      'AgendaItemAdded',
      1,
      AgendaItem & {
        readonly late?: { readonly reason: string };
        readonly urgent?: { readonly reason: string; readonly ruledBy: PersonNamed };
      }
    >
  | DomainEvent<
      'AgendaItemCorrected',
      1,
      {
        readonly itemId: string;
        readonly changes: Partial<Omit<AgendaItem, 'itemId'>>;
        /** The item was never, or is no longer, taken in private. */
        readonly notExempt?: true;
        readonly reason: string;
      }
    >
  | DomainEvent<'AgendaItemWithdrawn', 1, { readonly itemId: string; readonly reason: string }>
  | DomainEvent<'OrderOfBusinessChanged', 1, { readonly order: readonly string[]; readonly reason: string }>
  | DomainEvent<
      'NoticeGiven',
      1,
      {
        readonly givenOn: string;
        readonly by: string;
        /** The date the notice bears, as written, where that is not the day it was given. */
        readonly datedAsWritten?: string;
        readonly clearDays: ClearDays;
      }
    >
  | DomainEvent<'MeetingOpened', 1, { readonly time?: string; readonly standing: Standing }>
  | DomainEvent<'RollCorrected', 1, { readonly standing: Standing; readonly reason: string }>
  | DomainEvent<
      'AttendanceRecorded',
      1,
      {
        readonly person: PersonNamed;
        readonly as: 'present' | 'apologies' | 'in-attendance';
        readonly how: 'in-room' | 'remote';
        readonly organisation?: string;
        readonly role?: string;
        /** The seat whose holder or substitute this is; absent for those in attendance. */
        readonly seatId?: string;
        readonly substituteFor?: { readonly person: PersonNamed; readonly itemId?: string };
        /** The note beside a substitute's name in the sederunt; the empty string where the record gives none. */
        readonly sederuntNote?: string;
        /** Wall-clock time they came at, of whoever came late. */
        readonly time?: string;
        readonly after: string | null;
        readonly sectionId?: string;
      }
    >
  | DomainEvent<
      'MemberLeft',
      1,
      {
        readonly person: PersonNamed;
        readonly after: string | null;
        readonly sectionId?: string;
        /** The note beside the name in the sederunt; the empty string where the record gives none. */
        readonly sederuntNote?: string;
        /** The sentence the minute carries in place; the empty string where the record says it in other words or not at all. */
        readonly words?: string;
        readonly time?: string;
      }
    >
  | DomainEvent<
      'MemberRejoined',
      1,
      {
        readonly person: PersonNamed;
        readonly how: 'in-room' | 'remote';
        readonly after: string | null;
        readonly sectionId?: string;
        readonly time?: string;
      }
    >
  | DomainEvent<
      'AttendanceCorrected',
      1,
      { readonly personId: string; readonly person: PersonNamed; readonly correction: AttendanceCorrection; readonly reason: string }
    >
  | DomainEvent<
      'ChairTaken',
      1,
      {
        readonly person: PersonNamed;
        readonly reason: string;
        readonly words?: string;
        readonly after: string | null;
        readonly sectionId?: string;
      }
    >
  | DomainEvent<
      'InterestDeclared',
      1,
      {
        readonly person: PersonNamed;
        readonly itemId: string;
        readonly outcome: InterestOutcome;
        readonly nature: string;
        readonly after: string | null;
        readonly sectionId?: string;
      }
    >
  | DomainEvent<'ItemTaken', 1, { readonly sectionId: string; readonly number: string; readonly heading: string; readonly itemId?: string }>
  | DomainEvent<
      'QuorumDeclared',
      1,
      {
        readonly quorate: boolean;
        readonly words: string;
        readonly after: string | null;
        readonly sectionId?: string;
        readonly by?: PersonNamed;
      }
    >
  | DomainEvent<
      'MeetingAdjourned',
      1,
      {
        readonly reason: string;
        readonly until?: string;
        readonly time?: string;
        readonly after: string | null;
        readonly sectionId?: string;
      }
    >
  | DomainEvent<
      'MeetingResumed',
      1,
      {
        readonly time?: string;
        readonly date?: string;
        readonly standing?: Standing;
        readonly after: string | null;
        readonly sectionId?: string;
      }
    >
  | DomainEvent<'MeetingContinuedInformally', 1, { readonly words: string; readonly after: string | null; readonly sectionId?: string }>
  | DomainEvent<'MeetingConcluded', 1, { readonly time?: string; readonly words?: string }>;

/**
 * Corrections: events that say what had been the case, with nothing happening in the room when they were written down. A reading as at a
 * moment includes corrections written down since; a reading as known at a moment leaves those out.
 */
export const CORRECTIONS: readonly string[] = [
  'AgendaItemCorrected',
  'RollCorrected',
  'AttendanceCorrected',
  'VoteCorrected',
  'DecisionCorrected',
  'ParagraphCorrected',
  'EntryStruck',
];

export type MeetingMode = 'in-person' | 'remote' | 'hybrid';

/** A connection only (transparency statement), declared and stayed, or declared and withdrew. Only a member who withdrew takes no part. */
export type InterestOutcome = 'connection-only' | 'declared-and-stayed' | 'declared-and-withdrew';

export interface Paper {
  readonly title: string;
  readonly pages?: { readonly first: number; readonly last: number };
  readonly link?: string;
}

export interface AgendaItem {
  readonly itemId: string;
  readonly number: string;
  readonly title: string;
  /** The request to the meeting, as the agenda words it. */
  readonly asked?: string;
  readonly papers: readonly Paper[];
  /** Indicative minutes; they inhibit nothing. */
  readonly minutes?: number;
  /** Taken in private under a paragraph of Schedule 7A to the Local Government (Scotland) Act 1973. */
  readonly exempt?: { readonly paragraph: string };
}

/** Both the day of notice and the day of the meeting are excluded. */
export interface ClearDays {
  readonly required: number;
  readonly given: number;
  readonly short: boolean;
  readonly latestDay: string;
  readonly source?: string;
}

export type AttendanceCorrection =
  | { readonly kind: 'not-present' }
  /** `spell`: which time in the room, 1 the first; the last where nothing is said. */
  | { readonly kind: 'arrived'; readonly after: string | null; readonly time?: string; readonly spell?: number }
  | {
      readonly kind: 'left';
      readonly after: string | null;
      readonly time?: string;
      readonly sederuntNote?: string;
      readonly spell?: number;
    }
  | { readonly kind: 'did-not-leave' }
  | {
      readonly kind: 'details';
      readonly name?: string;
      readonly organisation?: string;
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
  MeetingConcluded: 1,
} as const satisfies { readonly [E in MeetingEvent as E['type']]: E['v'] };

/** The category of a meeting's stream. */
export const MEETING = 'meeting';

/** `cpp-strategic-board/2016-03-03` of the stream of that meeting. */
export const meetingIdOf = (stream: string): string => targetOf(stream, MEETING);
