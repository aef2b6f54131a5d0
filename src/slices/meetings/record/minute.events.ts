import { type DomainEvent } from '../../../kernel/event.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type DecisionRef } from '../../../kernel/citation.js';

/** In the meeting's stream. Paragraphs and annotations are entries of the record's sequence. */
export type MinuteEvent =
  | DomainEvent<
      'ParagraphRecorded',
      1,
      {
        readonly paragraphId: string;
        readonly sectionId: string;
        /** `3.2`; or, while the paragraph is its section's only one, the section's own number, which is then not printed. */
        readonly number: string;
        readonly heading?: string;
        readonly text: string;
        readonly after: string | null;
      }
    >
  /** The paragraph's number changed: a second paragraph makes `2` into `2.1`. */
  | DomainEvent<
      'ParagraphRenumbered',
      1,
      { readonly paragraphId: string; readonly from: string; readonly to: string; readonly decisionIds: readonly string[] }
    >
  | DomainEvent<'ParagraphCorrected', 1, { readonly paragraphId: string; readonly text: string; readonly reason: string }>
  /** A note in place: MEMBER, MEMBERS, QUORUM, CHAIRMAN. */
  | DomainEvent<
      'AnnotationRecorded',
      1,
      {
        readonly annotationId: string;
        readonly sectionId: string | null;
        readonly heading: string;
        readonly text: string;
        readonly after: string | null;
      }
    >
  /** The entry was recorded in error: no longer part of the minute, still part of the history. */
  | DomainEvent<'EntryStruck', 1, { readonly entryId: string; readonly reason: string }>
  | DomainEvent<'MinuteCirculated', 1, { readonly draft: number; readonly text: string; readonly hash: string; readonly to?: string }>
  | DomainEvent<
      'MinuteApproved',
      1,
      { readonly by: DecisionRef; readonly atMeeting: string; readonly corrections: readonly MinuteCorrection[]; readonly hash: string }
    >
  | DomainEvent<
      'MinuteSigned',
      1,
      {
        readonly signedBy: PersonNamed;
        readonly atMeeting: string;
        readonly text: string;
        readonly hash: string;
        readonly algorithm: 'sha-256';
      }
    >
  /** A later meeting recorded a correction; no other event adds to a minute after it is signed. */
  | DomainEvent<
      'SignedMinuteCorrected',
      1,
      { readonly by: DecisionRef; readonly atMeeting: string; readonly correction: MinuteCorrection }
    >;

export interface MinuteCorrection {
  readonly paragraph?: string;
  readonly words: string;
}

export const minuteEventVersions = {
  ParagraphRecorded: 1,
  ParagraphRenumbered: 1,
  ParagraphCorrected: 1,
  AnnotationRecorded: 1,
  EntryStruck: 1,
  MinuteCirculated: 1,
  MinuteApproved: 1,
  MinuteSigned: 1,
  SignedMinuteCorrected: 1,
} as const satisfies { readonly [E in MinuteEvent as E['type']]: E['v'] };
