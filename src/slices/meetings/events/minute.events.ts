import { type DomainEvent } from '../../../kernel/event.js';
import { type MinuteStyle, type PersonNamed } from '../../bodies/bodies.words.js';
import { type DecisionRef } from '../../../kernel/citation.js';

/** In the meeting's stream. Paragraphs and annotations are entries of the record's sequence. */
export type MinuteEvent =
  /** A paragraph of the minute was written down. */
  | DomainEvent<
      'ParagraphRecorded',
      1,
      {
        /** The id of the paragraph, which stays when its number changes. */
        readonly paragraphId: string;
        /** The section of the minute it belongs to. */
        readonly sectionId: string;
        /** `3.2`; or, while the paragraph is its section's only one, the section's own number, which is then not printed. */
        readonly number: string;
        /** A heading of its own, inside the section. */
        readonly heading?: string;
        /** The paragraph, word for word. */
        readonly text: string;
        /** The entry this one follows; `null` for the first. */
        readonly after: string | null;
      }
    >
  /** The paragraph's number changed: a second paragraph makes `2` into `2.1`. */
  | DomainEvent<
      'ParagraphRenumbered',
      1,
      {
        /** The id of the paragraph. */
        readonly paragraphId: string;
        /** The number until then. */
        readonly from: string;
        /** The number from then on. */
        readonly to: string;
        /** The decisions taken on it, which are cited by the new number from then on. */
        readonly decisionIds: readonly string[];
        /** The actions agreed at it in discussion; absent where there are none. */
        readonly actionIds?: readonly string[];
      }
    >
  /** The words of a paragraph of the minute were put right before the minute was approved. */
  | DomainEvent<
      'ParagraphCorrected',
      1,
      {
        /** The id of the paragraph. */
        readonly paragraphId: string;
        /** The whole paragraph as it should read. */
        readonly text: string;
        /** Why it was wrong. */
        readonly reason: string;
      }
    >
  /** A note in place: MEMBER, MEMBERS, QUORUM, CHAIRMAN. */
  | DomainEvent<
      'AnnotationRecorded',
      1,
      {
        /** The id of the note. */
        readonly annotationId: string;
        /** The section of the minute it stands in; `null` before the first. */
        readonly sectionId: string | null;
        /** The heading, in capitals as it is printed. */
        readonly heading: string;
        /** The words of the note. */
        readonly text: string;
        /** The entry this one follows; `null` for the first. */
        readonly after: string | null;
      }
    >
  /** The entry was recorded in error: no longer part of the minute, still part of the history. */
  | DomainEvent<
      'EntryStruck',
      1,
      {
        /** The paragraph, annotation, decision or action agreed in discussion. */
        readonly entryId: string;
        /** Why it was recorded in error. */
        readonly reason: string;
      }
    >
  /** The minute took over the style that its body has for the day of the meeting. */
  | DomainEvent<
      'MinuteRestyled',
      1,
      {
        /** How it looks and reads from then on. */
        readonly style: MinuteStyle;
      }
    >
  /** The entry stood under the wrong item: it stands under another, with the decisions taken on it and the motions they rest on. */
  | DomainEvent<
      'EntryMoved',
      1,
      {
        /** The paragraph or annotation, or an action that was agreed at no paragraph. */
        readonly entryId: string;
        /** The section of the minute it belongs to. */
        readonly sectionId: string;
        /** The heading of that section. */
        readonly sectionHeading: string;
        /** The section it had stood under; `null` before the first. */
        readonly from: string | null;
        /** The entry it follows there; `null` for the first. */
        readonly after: string | null;
        /** The entries that are moved, in their order. */
        readonly entryIds: readonly string[];
        /** The decisions among them. */
        readonly decisionIds: readonly string[];
        /** The motions whose votes are among them, and those that came to no vote with them. */
        readonly motionIds: readonly string[];
        /** Why it stood in the wrong place. */
        readonly reason: string;
      }
    >
  /** A draft of the minute was sent round as it then read; its hash shows later what was sent. */
  | DomainEvent<
      'MinuteCirculated',
      1,
      {
        /** Which draft it is, 1 the first. */
        readonly draft: number;
        /** The exact text circulated. */
        readonly text: string;
        /** SHA-256 of that text. */
        readonly hash: string;
        /** To whom it was sent. */
        readonly to?: string;
      }
    >
  /** A meeting of the body approved the minute as a correct record, with the corrections it made. */
  | DomainEvent<
      'MinuteApproved',
      1,
      {
        /** The decision that approved it. */
        readonly by: DecisionRef;
        /** The later meeting that approved it. */
        readonly atMeeting: string;
        /** The corrections it was approved with. */
        readonly corrections: readonly MinuteCorrection[];
        /** SHA-256 of the text approved. */
        readonly hash: string;
      }
    >
  /** The approved minute was signed by the person presiding, and is sealed by its hash (1973 Act Sch 7 para 7). */
  | DomainEvent<
      'MinuteSigned',
      1,
      {
        /** Who presided at the meeting it was signed at. */
        readonly signedBy: PersonNamed;
        /** The meeting it was signed at. */
        readonly atMeeting: string;
        /** The exact text signed. */
        readonly text: string;
        /** The hash of that text, in hexadecimal. */
        readonly hash: string;
        /** How the hash was made. */
        readonly algorithm: 'sha-256';
      }
    >
  /** A later meeting recorded a correction; no other event adds to a minute after it is signed. */
  | DomainEvent<
      'SignedMinuteCorrected',
      1,
      {
        /** The decision of the later meeting. */
        readonly by: DecisionRef;
        /** The later meeting. */
        readonly atMeeting: string;
        /** The correction it decided. */
        readonly correction: MinuteCorrection;
      }
    >;

export interface MinuteCorrection {
  /** The paragraph of this minute it is about. */
  readonly paragraph?: string;
  /** The correction, as the later meeting worded it. */
  readonly words: string;
}

export const minuteEventVersions = {
  ParagraphRecorded: 1,
  ParagraphRenumbered: 1,
  ParagraphCorrected: 1,
  AnnotationRecorded: 1,
  EntryStruck: 1,
  MinuteRestyled: 1,
  EntryMoved: 1,
  MinuteCirculated: 1,
  MinuteApproved: 1,
  MinuteSigned: 1,
  SignedMinuteCorrected: 1,
} as const satisfies { readonly [E in MinuteEvent as E['type']]: E['v'] };
