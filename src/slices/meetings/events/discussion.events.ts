import { type DomainEvent } from '../../../kernel/event.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';

/** In the meeting's stream: what comes of discussion, beside decisions. Each is an entry of the record's sequence. */
export type DiscussionEvent =
  /** The meeting agreed in its discussion, without a decision, that somebody is to do something. */
  | DomainEvent<'ActionAgreed', 1, ActionAgreedData>
  /** What the minute says of an action agreed in discussion was put right. */
  | DomainEvent<
      'AgreedActionCorrected',
      1,
      {
        /** The entry, and the last part of the id of the action that came of it. */
        readonly actionId: string;
        /** What it says from now on; what stays is absent. */
        readonly changes: Partial<AgreedToDo>;
        /** What was wrong with it. */
        readonly reason: string;
      }
    >
  /** A question, a petition or a deputation. */
  | DomainEvent<'HearingRecorded', 1, HearingRecordedData>
  /** What the minute says of a question, a petition or a deputation was put right. */
  | DomainEvent<
      'HearingCorrected',
      1,
      {
        /** The entry. */
        readonly hearingId: string;
        /** What it says from now on; what stays is absent. */
        readonly changes: Partial<Hearing>;
        /** What was wrong with it. */
        readonly reason: string;
      }
    >
  /** What was resolved on it. */
  | DomainEvent<
      'HearingResolved',
      1,
      {
        /** The entry. */
        readonly hearingId: string;
        /** The decision of the same meeting. */
        readonly decisionId: string;
      }
    >;

/** Who is to do what by when. */
export interface AgreedToDo {
  /** Those of the sederunt who are to do it. */
  readonly people: readonly PersonNamed[];
  /** Whoever else is to do it, in the words used. */
  readonly others: readonly string[];
  /** What is to be done, in words of its own; absent where the paragraph says it. */
  readonly words?: string;
  /** By when, in the words used. */
  readonly due?: string;
}

export const HEARING_KINDS = ['question', 'petition', 'deputation'] as const;
export type HearingKind = (typeof HEARING_KINDS)[number];

/** A question, a petition or a deputation: who spoke, on what, what was said and answered. Names stand as the minute prints them. */
export interface Hearing {
  /** Which of the three it is. */
  readonly kind: HearingKind;
  /** Who spoke, of the sederunt. */
  readonly person?: PersonNamed;
  /** Who spoke, where that was nobody of the sederunt. */
  readonly name?: string;
  /** For whom they spoke. */
  readonly organisation?: string;
  /** On what. */
  readonly subject: string;
  /** Whether it was heard. */
  readonly heard: boolean;
  /** What was asked or said. */
  readonly words?: string;
  /** Why it was not heard. */
  readonly why?: string;
  /** The answer that was given. */
  readonly answer?: string;
  /** Who gave the answer. */
  readonly answeredBy?: PersonNamed;
}

export interface HearingRecordedData extends Hearing {
  /** The entry. */
  readonly hearingId: string;
  /** The section of the minute it belongs to. */
  readonly sectionId: string;
  /** The decision that says what was resolved. */
  readonly decisionId?: string;
  /** The entry this one follows; `null` for the first. */
  readonly after: string | null;
}

export interface ActionAgreedData extends AgreedToDo {
  /** The entry, and the last part of the id of the action that comes of it. */
  readonly actionId: string;
  /** The section of the minute it belongs to. */
  readonly sectionId: string;
  /** The paragraph at which it was agreed; `null` in an item that has none. */
  readonly paragraphId: string | null;
  /** The entry this one follows; `null` for the first. */
  readonly after: string | null;
}

export const discussionEventVersions = {
  ActionAgreed: 1,
  AgreedActionCorrected: 1,
  HearingRecorded: 1,
  HearingCorrected: 1,
  HearingResolved: 1,
} as const satisfies { readonly [E in DiscussionEvent as E['type']]: E['v'] };
